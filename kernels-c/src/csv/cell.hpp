// One cell as the converters see it, in the tier's namespace.
#pragma once

#include <cstdint>
#include <cstring>

#include "gatun/csv.h"

namespace gatun::GATUN_TIER {

// The bytes of a cell, without the quotes around them.
struct Cell {
    const uint8_t* begin;
    const uint8_t* end;
    bool quoted;

    uint64_t size() const { return static_cast<uint64_t>(end - begin); }
};

inline Cell cell_at(const gatun_csv_cells& cells, uint64_t row) {
    const uint8_t* begin = cells.text + cells.starts[row * cells.stride];
    const uint8_t* end = cells.text + cells.ends[row * cells.stride];
    if (begin != end && *begin == cells.quote && cells.quote != 0) {
        // The index lets nothing through that begins with a quote and does not end with one.
        return {begin + 1, end - 1, true};
    }
    return {begin, end, false};
}

inline bool is_null(const gatun_csv_cells& cells, const Cell& cell) {
    const uint64_t size = cell.size();
    for (uint64_t at = 0; at < cells.null_bytes; at += 1 + cells.nulls[at]) {
        if (cells.nulls[at] == size && std::memcmp(cells.nulls + at + 1, cell.begin, size) == 0) return true;
    }
    return false;
}

// Notes that the cell of a row does not convert.
inline void misfit(const gatun_csv_cells& cells, uint64_t row, gatun_csv_outcome& outcome) {
    if (outcome.misfits++ == 0) outcome.first_misfit = row;
    if (cells.misfits != nullptr) cells.misfits[row / 8] |= static_cast<uint8_t>(1u << (row % 8));
}

}  // namespace gatun::GATUN_TIER
