// What converters of one value a row do with the rows of a column. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/bitmaps.hpp"
#include "core/words.hpp"
#include "gatun/csv.h"

namespace gatun::GATUN_TIER {

namespace {

// Goes over the rows in order: eight(row) converts those from `row` to row + 7 and gives a bit for each that has a
// value, one(row) converts one and gives its bit. Writes the bits, and all of the outcome but the misfits.
template <class Eight, class One>
inline void convert_rows(uint64_t rows, uint8_t* validity, gatun_csv_outcome& outcome, Eight eight, One one) {
    outcome = {0, 0, rows};
    uint64_t valid = 0;
    for (uint64_t row = 0; row < rows; row += 64) {
        const uint64_t n = rows - row < 64 ? rows - row : 64;
        uint64_t word = 0, i = 0;
        for (; i + 8 <= n; i += 8) word |= static_cast<uint64_t>(eight(row + i)) << i;
        for (; i < n; i++) word |= static_cast<uint64_t>(one(row + i)) << i;
        store(validity + row / 8, word);
        valid += count_ones(word);
    }
    outcome.nulls = rows - valid;
}

}  // namespace

}  // namespace gatun::GATUN_TIER
