// What both sides of the dispatch to csv_string's tiers know.
#pragma once

#include <cstdint>

namespace gatun {

// What measuring a column finds beside its offsets.
struct StringMeasure {
    uint64_t bytes;
    uint64_t nulls;
    bool plain;  // strings are their cells as they are
};

}  // namespace gatun
