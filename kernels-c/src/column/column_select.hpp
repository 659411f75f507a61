// What the exported functions of column_select hand to a CPU tier.
#pragma once

#include <cstdint>

namespace gatun::column {

// Which rows are kept. `selected` is what the caller says is the number of ones.
struct Selection {
    int64_t rows;
    const uint8_t* bits;
    int64_t selected;
};

}  // namespace gatun::column
