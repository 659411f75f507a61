// Byte arrays: what a cursor takes from its section, whatever becomes of it.
#pragma once

#include <cstdint>

#include "core/error.hpp"
#include "gatun/parquet_bytes.h"
#include "parquet/delta_values.hpp"

namespace gatun::GATUN_TIER::bytes {

using Cursor = gatun_parquet_bytes_cursor;

inline int32_t broken(const Cursor& c, gatun_error* error, int64_t value, const char* message) {
    return fail(error, GATUN_STATUS_FORMAT, static_cast<int64_t>(c.position), value, message);
}

// Makes sure that lengths or indexes are decoded ahead: up to `n` of them, at least one.
inline int32_t look_ahead(Cursor& c, uint64_t n, gatun_error* error) {
    if (c.ahead_from < c.ahead_to) return GATUN_STATUS_OK;
    const uint64_t count = n < GATUN_BYTES_AHEAD ? n : GATUN_BYTES_AHEAD;
    int32_t status = GATUN_STATUS_OK;
    if (c.encoding == GATUN_BYTES_DICTIONARY) {
        status = gatun_parquet_hybrid_indices(&c.indexes, c.data + 1, count, c.entries, c.ahead, error);
    } else {
        c.lengths.data = c.prefixes.data = c.data;
        status = delta::read(c.lengths, count, c.ahead, error);
        if (status == GATUN_STATUS_OK && c.encoding == GATUN_BYTES_DELTA_PREFIX) {
            status = delta::read(c.prefixes, count, c.ahead_prefixes, error);
        }
    }
    c.ahead_from = 0;
    c.ahead_to = static_cast<uint32_t>(count);
    return status;
}

// A value: `prefix` bytes of the one before it, then `size` bytes from `from`.
struct Value {
    const uint8_t* from;
    uint64_t prefix;
    uint64_t size;

    uint64_t whole() const { return prefix + size; }
};

// The next value, which stays the next one until pass() is called.
inline int32_t next(Cursor& c, uint64_t n, Value& value, gatun_error* error) {
    value.prefix = 0;
    if (c.encoding == GATUN_BYTES_PLAIN) {
        if (c.size - c.position < 4) return broken(c, error, 0, "byte arrays are cut short");
        uint32_t length;
        __builtin_memcpy(&length, c.data + c.position, 4);
        value.from = c.data + c.position + 4;
        value.size = length;
        if (length > c.size - c.position - 4 || length > INT32_MAX) {
            return broken(c, error, length, "the length of a byte array is wrong");
        }
        return GATUN_STATUS_OK;
    }
    const int32_t status = look_ahead(c, n, error);
    if (status != GATUN_STATUS_OK) return status;
    const int32_t ahead = c.ahead[c.ahead_from];
    if (c.encoding == GATUN_BYTES_DICTIONARY) {
        value.from = c.bytes + c.offsets[ahead];
        value.size = static_cast<uint64_t>(c.offsets[ahead + 1] - c.offsets[ahead]);
        return GATUN_STATUS_OK;
    }
    if (ahead < 0 || static_cast<uint64_t>(ahead) > c.size - c.position) {
        return broken(c, error, ahead, "the length of a byte array is wrong");
    }
    value.from = c.data + c.position;
    value.size = static_cast<uint64_t>(ahead);
    if (c.encoding == GATUN_BYTES_DELTA_PREFIX) {
        const int32_t prefix = c.ahead_prefixes[c.ahead_from];
        if (prefix < 0 || static_cast<uint64_t>(prefix) > c.previous_size) {
            return broken(c, error, prefix, "a byte array shares more bytes than the one before it has");
        }
        value.prefix = static_cast<uint64_t>(prefix);
        if (value.whole() > INT32_MAX) {
            return fail(error, GATUN_STATUS_OVERFLOW, static_cast<int64_t>(c.position),
                static_cast<int64_t>(value.whole()), "a byte array has more than 2^31 - 1 bytes");
        }
    }
    return GATUN_STATUS_OK;
}

// Goes on behind the value. With prefixes, `at` is where the whole of it is now.
inline void pass(Cursor& c, const Value& value, uint8_t* at) {
    c.left--;
    c.position += c.encoding == GATUN_BYTES_PLAIN ? 4 + value.size : value.size;
    c.ahead_from += c.encoding != GATUN_BYTES_PLAIN;
    if (c.encoding == GATUN_BYTES_DELTA_PREFIX) {
        c.previous = at;
        c.previous_size = value.whole();
    }
}

inline int32_t check_left(const Cursor& c, uint64_t n, gatun_error* error) {
    return n <= c.left ? GATUN_STATUS_OK : broken(c, error, 0, "fewer byte arrays than asked for");
}

}  // namespace gatun::GATUN_TIER::bytes
