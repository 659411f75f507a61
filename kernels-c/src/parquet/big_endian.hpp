// Big-endian two's complement of any length to little-endian words.
#pragma once

#include <cstdint>

#include "core/words.hpp"

namespace gatun::GATUN_TIER {

// Writes a number of `size` bytes, at most `words` * 8, as 64-bit words, the least significant one first. With `ahead`
// set, 8 bytes from `from` on are readable even if the number is shorter.
template <unsigned words>
inline void big_endian(const uint8_t* from, uint64_t size, bool ahead, uint8_t* out) {
    uint64_t left = size;
    unsigned k = 0;
    for (; left >= 8; left -= 8, k++) {
        store(out + 8 * k, __builtin_bswap64(load<uint64_t>(from + left - 8)));
    }
    int64_t top = 0;
    if (left > 0) {
        uint64_t word = 0;
        if (ahead || size >= 8) {
            word = load<uint64_t>(from);
        } else {
            for (uint64_t i = 0; i < left; i++) word |= static_cast<uint64_t>(from[i]) << (8 * i);
        }
        top = static_cast<int64_t>(__builtin_bswap64(word)) >> (64 - 8 * left);
    } else if (size > 0) {
        top = static_cast<int8_t>(from[0]) >> 7;
    }
    for (; k < words; k++) {
        store(out + 8 * k, top);
        top >>= 63;
    }
}

}  // namespace gatun::GATUN_TIER
