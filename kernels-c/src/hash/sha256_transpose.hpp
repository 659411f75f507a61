// The words of a block of every lane, out of memory, for registers made of quarters of 128 bits.
//
// What a register type needs: quarters(at, offset), 16 bytes of the lanes at[0], at[4], ... in its quarters;
// big_endian(x), the bytes of each word the other way round; and low and high, which interleave the words or pairs of
// words of quarters.
#pragma once

#include <cstdint>

#include "hash/sha256_lanes.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

template <class R>
GATUN_INLINE void read_words(const uint8_t* const* at, uint64_t offset, R (&words)[16]) {
#pragma GCC unroll 4
    for (int i = 0; i < 16; i += 4) {
        R rows[4];
#pragma GCC unroll 4
        for (int row = 0; row < 4; row++) {
            rows[row] = big_endian(R::quarters(at + row, offset + 4 * static_cast<uint64_t>(i)));
        }
        const R low01 = R::low_words(rows[0], rows[1]), high01 = R::high_words(rows[0], rows[1]);
        const R low23 = R::low_words(rows[2], rows[3]), high23 = R::high_words(rows[2], rows[3]);
        words[i] = R::low_pairs(low01, low23);
        words[i + 1] = R::high_pairs(low01, low23);
        words[i + 2] = R::low_pairs(high01, high23);
        words[i + 3] = R::high_pairs(high01, high23);
    }
}

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
