// What the exported functions of column_filter hand to a CPU tier.
#pragma once

#include <cstdint>

#include "gatun/column_filter.h"

namespace gatun::column {

// Rows, and what becomes of the result.
struct FilterRows {
    int64_t rows;
    const uint8_t* validity;
    uint8_t* selection;
    int32_t flags;

    __attribute__((always_inline)) bool has(int32_t flag) const { return (flags & flag) != 0; }
};

struct FilterNumbers {
    int32_t number;
    const void* values;
    const void* bounds;
    int64_t bound_count;
};

struct FilterBytes {
    const int32_t* offsets;
    int32_t width;
    const uint8_t* bytes;
    const int32_t* bound_offsets;
    const uint8_t* bounds;
    int64_t bound_count;
};

struct FilterIndexes {
    const int32_t* indexes;
    const uint8_t* matches;
    int64_t entries;
};

}  // namespace gatun::column
