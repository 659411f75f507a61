// DELTA_BINARY_PACKED: the header, blocks and miniblocks, and how a cursor goes through them.
//
//   section   = block values, miniblocks in a block, values in all, first value (zigzag), block*
//   block     = least delta (zigzag), a byte of bit width for each miniblock, miniblock*
//   miniblock = deltas less the least one, bit-packed
//
// The last block ends with the miniblock that holds the last value.
#pragma once

#include <cstdint>

#include "core/error.hpp"
#include "gatun/parquet_delta.h"

namespace gatun::GATUN_TIER::delta {

using Cursor = gatun_parquet_delta_cursor;

constexpr uint64_t most_block_values = INT32_MAX;
constexpr uint64_t most_total = INT64_MAX;

inline int32_t broken(const Cursor& c, gatun_error* error, int64_t value, const char* message) {
    return fail(error, GATUN_STATUS_FORMAT, static_cast<int64_t>(c.position), value, message);
}

// ULEB128 of up to ten bytes; bits above 64 are dropped.
inline bool read_varint(Cursor& c, uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 70 && c.position < c.size; shift += 7) {
        const uint64_t byte = c.data[c.position++];
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

inline bool read_zigzag(Cursor& c, int64_t& value) {
    uint64_t coded;
    if (!read_varint(c, coded)) return false;
    value = static_cast<int64_t>((coded >> 1) ^ (0 - (coded & 1)));
    return true;
}

// Reads the header at byte `start`.
inline int32_t begin(Cursor& c, const uint8_t* data, uint64_t size, uint64_t start, gatun_error* error) {
    c = Cursor{};
    c.data = data;
    c.size = size;
    c.position = start;
    if (start == size) return GATUN_STATUS_OK;
    uint64_t block_values = 0, miniblocks = 0, total = 0;
    int64_t first = 0;
    if (!read_varint(c, block_values) || !read_varint(c, miniblocks) || !read_varint(c, total) ||
        !read_zigzag(c, first)) {
        return broken(c, error, 0, "the header of delta-packed values is cut short");
    }
    if (block_values == 0 || block_values > most_block_values) {
        return broken(c, error, static_cast<int64_t>(block_values), "delta-packed values in blocks of a wrong size");
    }
    if (miniblocks == 0 || block_values % miniblocks != 0 || block_values / miniblocks % 8 != 0) {
        return broken(c, error, static_cast<int64_t>(miniblocks), "a block of delta-packed values is divided wrongly");
    }
    if (total > most_total) {
        return broken(c, error, static_cast<int64_t>(total), "more delta-packed values than can be");
    }
    c.total = c.left = total;
    c.previous = first;
    c.at_first = total > 0;
    c.miniblock_values = block_values / miniblocks;
    c.miniblocks = c.miniblock = miniblocks;
    c.used = c.miniblock_values;
    return GATUN_STATUS_OK;
}

// Goes to the next miniblock, into the next block where need be.
inline int32_t next_miniblock(Cursor& c, gatun_error* error) {
    if (c.miniblock == c.miniblocks) {
        if (!read_zigzag(c, c.min_delta) || c.miniblocks > c.size - c.position) {
            return broken(c, error, 0, "delta-packed values are cut short");
        }
        c.widths = c.position;
        c.position += c.miniblocks;
        c.miniblock = 0;
    }
    c.width = c.data[c.widths + c.miniblock];
    if (c.width > 64) return broken(c, error, c.width, "a bit width of delta-packed values is above 64");
    c.miniblock++;
    c.bits = c.position;
    c.position += c.miniblock_values / 8 * c.width;
    c.used = 0;
    return GATUN_STATUS_OK;
}

// Goes on to where values can be had and says how many, at most `n`: the rest of a miniblock. Takes them off.
inline int32_t take(Cursor& c, uint64_t n, uint64_t& taken, gatun_error* error) {
    if (c.used == c.miniblock_values) {
        const int32_t status = next_miniblock(c, error);
        if (status != GATUN_STATUS_OK) return status;
    }
    const uint64_t rest = c.miniblock_values - c.used;
    taken = n < rest ? n : rest;
    const uint64_t needed = ((c.used + taken) * c.width + 7) / 8;
    if (needed > (c.bits < c.size ? c.size - c.bits : 0)) {
        return broken(c, error, 0, "delta-packed values are cut short");
    }
    c.used += taken;
    c.left -= taken;
    return GATUN_STATUS_OK;
}

inline int32_t end(const Cursor& c, uint64_t& end, gatun_error* error) {
    if (c.position > c.size) return broken(c, error, 0, "delta-packed values are cut short");
    end = c.position;
    return GATUN_STATUS_OK;
}

// Where the section ends that a fresh cursor is on: by the widths alone, without looking at values.
inline int32_t find_end(Cursor c, uint64_t& at, gatun_error* error) {
    uint64_t rest = c.left > 0 ? c.left - 1 : 0;
    while (rest > 0) {
        const int32_t status = next_miniblock(c, error);
        if (status != GATUN_STATUS_OK) return status;
        if (c.position > c.size) break;
        rest -= rest < c.miniblock_values ? rest : c.miniblock_values;
    }
    return end(c, at, error);
}

}  // namespace gatun::GATUN_TIER::delta
