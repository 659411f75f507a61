// Which cells of a text column are null.
#pragma once

#include <cstdint>

#include "csv/cell.hpp"
#include "csv/string_escapes.hpp"
#include "gatun/csv_string.h"

namespace gatun::GATUN_TIER {

// The null tokens of a column, with a filter by length and first byte that most values do not pass.
class StringNulls {
  public:
    StringNulls(const gatun_csv_cells& cells, int32_t nulls) : cells_(cells), quoted_(nulls == GATUN_CSV_NULLS_ALL) {
        if (nulls == GATUN_CSV_NULLS_NONE) return;
        for (uint64_t at = 0; at < cells.null_bytes; at += 1 + cells.nulls[at]) {
            const uint64_t size = cells.nulls[at];
            if (size == 0) {
                empty_ = true;
            } else {
                others_ = true;
                filter_[bucket(size)] |= 1u << (cells.nulls[at + 1] & 31);
            }
        }
    }

    // Whether an empty cell is null.
    bool empty(bool quoted) const { return empty_ & (quoted_ | !quoted); }
    // Whether there are tokens that are not empty.
    bool others() const { return others_; }

    // Whether a cell of a size, not 0, may be one of those.
    bool likely(uint64_t size, uint8_t first) const { return (filter_[bucket(size)] >> (first & 31) & 1) != 0; }

    // Whether a cell is null, given the bytes that its value lacks.
    bool contain(const Cell& cell, uint64_t dropped) const {
        if (cell.quoted && !quoted_) return false;
        if (cell.size() == 0) return empty_;
        if (!others_) return false;
        if (dropped > 0) return is_null_without(cell, cell.size() - dropped);
        return likely(cell.size(), *cell.begin) && is_null(cells_, cell);
    }

  private:
    static uint64_t bucket(uint64_t size) { return size < 15 ? size : 15; }

    [[gnu::noinline]] bool is_null_without(const Cell& cell, uint64_t size) const {
        if (size > 255) return false;
        uint8_t value[255 + GATUN_CSV_SLACK];
        copy_content(value, cell.begin, cell.size(), cells_);
        return is_null(cells_, Cell{value, value + size, true});
    }

    const gatun_csv_cells& cells_;
    const bool quoted_;  // quoted cells may be null
    bool empty_ = false;
    bool others_ = false;
    uint32_t filter_[16] = {};
};

}  // namespace gatun::GATUN_TIER
