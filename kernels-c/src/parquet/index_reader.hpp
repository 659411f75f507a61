// Dictionary indexes.
#pragma once

#include <cstdint>

#include "core/error.hpp"
#include "gatun/parquet_bytes.h"
#include "parquet/delta_values.hpp"

namespace gatun::GATUN_TIER {

inline int32_t read_indexes(gatun_index_cursor& c, const uint8_t* data, uint64_t size, uint64_t n, int32_t limit,
    int32_t* out, gatun_error* error) {
    for (uint64_t i = 0; i < n; i++) {
        while (c.run == 0 && c.width > 0) {
            if (c.packed) c.position += c.bit / 8;
            uint64_t header = 0;
            unsigned shift = 0;
            for (;; shift += 7) {
                if (c.position >= size || shift > 28) goto cut;
                const uint8_t byte = data[c.position++];
                header |= static_cast<uint64_t>(byte & 0x7f) << shift;
                if (byte < 0x80) break;
            }
            c.packed = header & 1;
            c.run = c.packed ? (header >> 1) * 8 : header >> 1;
            c.bit = 0;
            if (!c.packed) {
                const unsigned bytes = (c.width + 7) / 8;
                if (size - c.position < bytes) goto cut;
                c.value = 0;
                for (unsigned b = 0; b < bytes; b++) c.value |= static_cast<uint32_t>(data[c.position++]) << (8 * b);
            }
        }
        if (c.packed && c.width > 0) {
            if (c.position > size || (c.bit + c.width + 7) / 8 > size - c.position) goto cut;
            c.value = static_cast<uint32_t>(delta::bits_at(data + c.position, c.bit, c.width));
            c.bit += c.width;
        }
        if (c.width > 0) c.run--;
        if (c.value >= static_cast<uint32_t>(limit)) {
            return fail(error, GATUN_STATUS_OUT_OF_RANGE, static_cast<int64_t>(c.position), c.value,
                "an index is outside the dictionary");
        }
        out[i] = static_cast<int32_t>(c.value);
    }
    return GATUN_STATUS_OK;
cut:
    return fail(error, GATUN_STATUS_FORMAT, static_cast<int64_t>(c.position), 0, "runs are cut short");
}

}  // namespace gatun::GATUN_TIER
