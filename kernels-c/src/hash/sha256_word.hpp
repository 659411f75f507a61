// One lane: plain arithmetic.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "hash/sha256_lanes.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

struct Word {
    static constexpr int lanes = 1;
    uint32_t bits;

    static Word of(uint32_t word) { return {word}; }
    static Word load(const uint32_t* from) { return {*from}; }
    void save(uint32_t* to) const { *to = bits; }

    static void read(const uint8_t* const* at, uint64_t offset, Word (&words)[16]) {
        for (int i = 0; i < 16; i++) {
            words[i] = {__builtin_bswap32(gatun::load<uint32_t>(at[0] + offset + 4 * static_cast<uint64_t>(i)))};
        }
    }

    friend Word operator+(Word x, Word y) { return {x.bits + y.bits}; }
};

template <int n>
GATUN_INLINE Word rotate(Word x) {
    return {x.bits >> n | x.bits << (32 - n)};
}

template <int n>
GATUN_INLINE Word shift(Word x) {
    return {x.bits >> n};
}

GATUN_INLINE Word exclusive_or(Word x, Word y, Word z) { return {x.bits ^ y.bits ^ z.bits}; }
GATUN_INLINE Word choose(Word x, Word y, Word z) { return {z.bits ^ (x.bits & (y.bits ^ z.bits))}; }
GATUN_INLINE Word majority(Word x, Word y, Word z) { return {(x.bits & y.bits) | (z.bits & (x.bits | y.bits))}; }

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
