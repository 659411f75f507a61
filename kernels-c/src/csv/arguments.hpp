// What the exported functions of the converters check.
#pragma once

#include <cstdint>

#include "gatun/csv.h"

namespace gatun {

// Whether each token is inside the bytes given for all.
inline __attribute__((always_inline)) bool whole_tokens(const uint8_t* tokens, uint64_t bytes) {
    if (tokens == nullptr) return bytes == 0;
    uint64_t at = 0;
    while (at < bytes) at += 1 + uint64_t{tokens[at]};
    return at == bytes;
}

// What is wrong with the cells of a column, or nullptr.
inline __attribute__((always_inline)) const char* problem(const gatun_csv_cells* cells) {
    if (cells == nullptr) return "NULL";
    if (!whole_tokens(cells->nulls, cells->null_bytes)) return "a null token runs past the end";
    const bool pointers = cells->text != nullptr && cells->starts != nullptr && cells->ends != nullptr;
    return pointers || cells->rows == 0 ? nullptr : "NULL";
}

}  // namespace gatun
