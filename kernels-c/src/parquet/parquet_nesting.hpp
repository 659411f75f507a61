// What the exported functions of parquet_nesting hand to a tier.
#pragma once

#include <cstdint>

#include "gatun/parquet_nesting.h"

namespace gatun {

// n levels and what they are compared with. An item is what the slots are about: a value or a list element.
struct Levels {
    const uint8_t* def;
    const uint8_t* rep;  // nullptr: all 0
    uint64_t n;
    uint8_t slot_rep;
    uint8_t slot_def;
    uint8_t item_def;
};

}  // namespace gatun
