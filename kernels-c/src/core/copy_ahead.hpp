// Copies in whole blocks, which write and read further than asked. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

namespace gatun::GATUN_TIER {

// One vector or more, loaded before it is stored.
template <unsigned size>
inline void move(uint8_t* to, const uint8_t* from) {
    uint8_t block[size];
    __builtin_memcpy(block, from, size);
    __builtin_memcpy(to, block, size);
}

// Copies in whole blocks, so that up to 64 bytes behind both ends are touched. The first `likely` bytes are copied
// without asking for the size.
template <unsigned likely = 64>
inline void copy_ahead(uint8_t* to, const uint8_t* from, uint64_t size) {
    move<likely>(to, from);
    for (uint64_t i = likely; i < size; i += 64) move<64>(to + i, from + i);
}

}  // namespace gatun::GATUN_TIER
