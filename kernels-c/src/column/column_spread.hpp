// What the exported functions of column_spread hand to a tier.
#pragma once

#include <cstdint>

namespace gatun {

// n slots, of which `present` are valid: those whose bit is 1.
struct Slots {
    const uint8_t* validity;
    uint64_t bit_offset;
    uint64_t n;
    uint64_t present;
};

}  // namespace gatun
