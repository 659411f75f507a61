// The SHA extensions of x86. sha256rnds2 makes two rounds in four cycles and can begin every two.
#pragma once

#include <cstdint>

#include "core/x86.hpp"

#define GATUN_CRYPTO __attribute__((target("sha,sse4.1")))
#define GATUN_CRYPTO_INLINE GATUN_CRYPTO inline __attribute__((always_inline))

namespace gatun::GATUN_TIER {

namespace sha256 {

using FourWords = __m128i;

inline __attribute__((always_inline)) FourWords four_words(const void* from) {
    return _mm_loadu_si128(static_cast<const __m128i*>(from));
}

GATUN_CRYPTO_INLINE FourWords big_endian_words(const uint8_t* from) {
    return _mm_shuffle_epi8(four_words(from), _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203));
}

GATUN_CRYPTO_INLINE FourWords add(FourWords x, FourWords y) { return _mm_add_epi32(x, y); }

// The words 16 rounds after the first of sixteen.
GATUN_CRYPTO_INLINE FourWords later(FourWords first, FourWords second, FourWords third, FourWords fourth) {
    const __m128i seventh_before = _mm_alignr_epi8(fourth, third, 4);
    return _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(first, second), seventh_before), fourth);
}

// The eight variables in the order of the instructions, highest word first.
struct CryptoState {
    __m128i abef;
    __m128i cdgh;

    static CryptoState load(const uint32_t* from) {
        const __m128i cdab = _mm_shuffle_epi32(four_words(from), 0xb1);
        const __m128i efgh = _mm_shuffle_epi32(four_words(from + 4), 0x1b);
        return {_mm_alignr_epi8(cdab, efgh, 8), _mm_blend_epi16(efgh, cdab, 0xf0)};
    }

    void save(uint32_t* to) const {
        const __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_blend_epi16(feba, dchg, 0xf0));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 4), _mm_alignr_epi8(dchg, feba, 8));
    }

    // The words come with their constants. Old ABEF becomes CDGH.
    GATUN_CRYPTO_INLINE void four_rounds(FourWords words) {
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, words);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(words, 0x0e));
    }

    GATUN_CRYPTO_INLINE CryptoState plus(const CryptoState& other) const {
        return {_mm_add_epi32(abef, other.abef), _mm_add_epi32(cdgh, other.cdgh)};
    }
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
