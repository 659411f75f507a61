// SHA-256 of as many messages as a register has words, word i of register x being x of message i.
//
// A register type R has `lanes`; read(at, offset, words), the sixteen words of a block of every lane; of(word) for all
// lanes; load and save; +, rotate, shift; exclusive_or, choose and majority of three.
#pragma once

#include <cstdint>

#include "hash/sha256.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

#define GATUN_INLINE inline __attribute__((always_inline))

// Section 4.1.2: the sums over a word rotated, and over one rotated and shifted.
template <int i, int j, int k, class R>
GATUN_INLINE R rotated(R x) {
    return exclusive_or(rotate<i>(x), rotate<j>(x), rotate<k>(x));
}

template <int i, int j, int k, class R>
GATUN_INLINE R shifted(R x) {
    return exclusive_or(rotate<i>(x), rotate<j>(x), shift<k>(x));
}

// Section 6.2.2, step 3; the word comes with its constant. The new a is in h, the new e in d.
template <class R>
GATUN_INLINE void round(R a, R b, R c, R& d, R e, R f, R g, R& h, R word) {
    h = h + word + choose(e, f, g) + rotated<6, 11, 25>(e);
    d = d + h;
    h = h + majority(a, b, c) + rotated<2, 13, 22>(a);
}

// The word t with its constant; in its place comes the one sixteen rounds later.
template <bool more, int t, class R>
GATUN_INLINE R next(R (&words)[16], const uint32_t* constant) {
    const R word = words[t] + R::of(constant[t]);
    if constexpr (more) {
        words[t] = words[t] + shifted<7, 18, 3>(words[(t + 1) % 16]) + words[(t + 9) % 16] +
                   shifted<17, 19, 10>(words[(t + 14) % 16]);
    }
    return word;
}

// Rounds t to t + 7 of sixteen, after which all variables have their places again.
template <bool more, int t, class R>
GATUN_INLINE void eight_rounds(R (&words)[16], const uint32_t* constant, R (&s)[8]) {
    round(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], next<more, t>(words, constant));
    round(s[7], s[0], s[1], s[2], s[3], s[4], s[5], s[6], next<more, t + 1>(words, constant));
    round(s[6], s[7], s[0], s[1], s[2], s[3], s[4], s[5], next<more, t + 2>(words, constant));
    round(s[5], s[6], s[7], s[0], s[1], s[2], s[3], s[4], next<more, t + 3>(words, constant));
    round(s[4], s[5], s[6], s[7], s[0], s[1], s[2], s[3], next<more, t + 4>(words, constant));
    round(s[3], s[4], s[5], s[6], s[7], s[0], s[1], s[2], next<more, t + 5>(words, constant));
    round(s[2], s[3], s[4], s[5], s[6], s[7], s[0], s[1], next<more, t + 6>(words, constant));
    round(s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[0], next<more, t + 7>(words, constant));
}

template <class R>
class Lanes {
  public:
    static constexpr int lanes = R::lanes;

    void load(int lane, const uint32_t* from) {
        for (int i = 0; i < 8; i++) hash[i][lane] = from[i];
    }

    void save(int lane, uint32_t* to) const {
        for (int i = 0; i < 8; i++) to[i] = hash[i][lane];
    }

    void compress(const uint8_t* const* at, uint64_t blocks) {
        R sums[8];
        for (int i = 0; i < 8; i++) sums[i] = R::load(hash[i]);
        for (uint64_t offset = 0; offset < blocks * block_bytes; offset += block_bytes) {
            R words[16], s[8];
            R::read(at, offset, words);
            for (int i = 0; i < 8; i++) s[i] = sums[i];
            for (const uint32_t* constant = constants; constant < constants + rounds - 16; constant += 16) {
                eight_rounds<true, 0>(words, constant, s);
                eight_rounds<true, 8>(words, constant, s);
            }
            eight_rounds<false, 0>(words, constants + rounds - 16, s);
            eight_rounds<false, 8>(words, constants + rounds - 16, s);
            for (int i = 0; i < 8; i++) sums[i] = sums[i] + s[i];
        }
        for (int i = 0; i < 8; i++) sums[i].save(hash[i]);
    }

  private:
    alignas(64) uint32_t hash[8][R::lanes] = {};
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
