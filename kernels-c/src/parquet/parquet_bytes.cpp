// Byte arrays: exported functions, where a section begins, and the way to the active CPU tier.
#include "gatun/parquet_bytes.h"

#include <cstddef>

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "parquet/delta_cursor.hpp"

GATUN_DISPATCH(int32_t, parquet_bytes_read,
    (gatun_parquet_bytes_cursor & c, uint64_t n, int32_t* offsets, uint8_t* bytes, uint64_t capacity, uint64_t& given,
        gatun_error* error),
    (c, n, offsets, bytes, capacity, given, error))
GATUN_DISPATCH(int32_t, parquet_bytes_fixed,
    (gatun_parquet_bytes_cursor & c, uint64_t n, uint64_t width, uint8_t* out, gatun_error* error),
    (c, n, width, out, error))
GATUN_DISPATCH(int32_t, parquet_bytes_skip,
    (gatun_parquet_bytes_cursor & c, uint64_t n, uint64_t& passed, gatun_error* error), (c, n, passed, error))

namespace {

namespace delta = gatun::base::delta;

// Clears everything but what is decoded ahead, which is large and needs no clearing.
void clear(gatun_parquet_bytes_cursor& c) { __builtin_memset(&c, 0, offsetof(gatun_parquet_bytes_cursor, ahead)); }

// Puts the cursors of the prefixes and lengths on their sections, one behind the other; the bytes follow.
int32_t begin_lengths(gatun_parquet_bytes_cursor& c, gatun_error* error) {
    int32_t status = GATUN_STATUS_OK;
    if (c.encoding == GATUN_BYTES_DELTA_PREFIX) {
        status = delta::begin(c.prefixes, c.data, c.size, 0, error);
        if (status == GATUN_STATUS_OK) status = delta::find_end(c.prefixes, c.position, error);
        if (c.left > c.prefixes.total) c.left = c.prefixes.total;
    }
    if (status == GATUN_STATUS_OK) status = delta::begin(c.lengths, c.data, c.size, c.position, error);
    if (status == GATUN_STATUS_OK) status = delta::find_end(c.lengths, c.position, error);
    if (c.left > c.lengths.total) c.left = c.lengths.total;
    return status;
}

// After an error nothing can be read.
int32_t ended(gatun_parquet_bytes_cursor& c, int32_t status) {
    if (status != GATUN_STATUS_OK) c.left = 0;
    return status;
}

}  // namespace

extern "C" {

int32_t gatun_parquet_bytes_begin(gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t size,
    uint64_t values, int32_t encoding, gatun_error* error) {
    if (encoding < GATUN_BYTES_PLAIN || encoding > GATUN_BYTES_DELTA_PREFIX) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, encoding, "no such encoding of byte arrays");
    }
    clear(*cursor);
    cursor->data = data;
    cursor->size = size;
    cursor->left = values;
    cursor->encoding = encoding;
    return encoding == GATUN_BYTES_PLAIN ? GATUN_STATUS_OK : ended(*cursor, begin_lengths(*cursor, error));
}

int32_t gatun_parquet_bytes_begin_dictionary(
    gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t size, int32_t entries, gatun_error* error) {
    if (entries < 0) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, entries, "a dictionary of a negative size");
    }
    clear(*cursor);
    cursor->size = size;
    cursor->left = UINT64_MAX;
    cursor->encoding = GATUN_BYTES_DICTIONARY;
    cursor->entries = entries;
    if (size == 0) return ended(*cursor, gatun::fail(error, GATUN_STATUS_FORMAT, 0, 0, "no bit width of indexes"));
    return ended(*cursor,
        gatun_parquet_hybrid_begin(&cursor->indexes, size - 1, data[0], GATUN_PARQUET_LAYOUT_HYBRID, error));
}

int32_t gatun_parquet_bytes_read(gatun_parquet_bytes_cursor* cursor, const uint8_t* data,
    const int32_t* dictionary_offsets, const uint8_t* dictionary_bytes, uint64_t n, int32_t* offsets, uint8_t* bytes,
    uint64_t capacity, uint64_t* given, gatun_error* error) {
    const uint64_t room = capacity < INT32_MAX ? capacity : INT32_MAX;
    if (offsets[0] < 0 || static_cast<uint64_t>(offsets[0]) > room) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, offsets[0], "the first offset is out of range");
    }
    cursor->data = data;
    cursor->offsets = dictionary_offsets;
    cursor->bytes = dictionary_bytes;
    return ended(*cursor, gatun::dispatch_parquet_bytes_read(*cursor, n, offsets, bytes, room, *given, error));
}

int32_t gatun_parquet_bytes_fixed(gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t n, uint64_t width,
    uint8_t* out, gatun_error* error) {
    if (cursor->encoding == GATUN_BYTES_DICTIONARY) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "not for dictionary indexes");
    }
    cursor->data = data;
    return ended(*cursor, gatun::dispatch_parquet_bytes_fixed(*cursor, n, width, out, error));
}

int32_t gatun_parquet_bytes_skip(
    gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t n, uint64_t* passed, gatun_error* error) {
    cursor->data = data;
    return ended(*cursor, gatun::dispatch_parquet_bytes_skip(*cursor, n, *passed, error));
}

}  // extern "C"
