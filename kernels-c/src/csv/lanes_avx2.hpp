// Four rows in 256-bit registers. Included by lanes.hpp, which says what these are.
#pragma once

#include "core/word_pairs.hpp"
#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

constexpr unsigned lanes = 4;
typedef uint64_t Words __attribute__((vector_size(32)));
typedef Words Mask;  // lanes of ones or zeros

#define GATUN_INLINE inline __attribute__((always_inline))

GATUN_INLINE __m256i raw(Words x) { return reinterpret_cast<__m256i>(x); }
GATUN_INLINE Words words(__m256i x) { return reinterpret_cast<Words>(x); }

GATUN_INLINE Words all(uint64_t value) { return words(_mm256_set1_epi64x(static_cast<int64_t>(value))); }
GATUN_INLINE Words widen(const uint32_t* from) {
    return words(_mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))));
}
GATUN_INLINE void narrow(uint32_t* to, Words x) {
    const __m256i low = _mm256_permutevar8x32_epi32(raw(x), _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_castsi256_si128(low));
}
GATUN_INLINE Words load_words(const uint64_t* from) {
    return words(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
}
GATUN_INLINE void put(uint64_t* to, Words x) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), raw(x)); }

GATUN_INLINE Words left(Words x, Words by) { return words(_mm256_sllv_epi64(raw(x), raw(by))); }
GATUN_INLINE Words right(Words x, Words by) { return words(_mm256_srlv_epi64(raw(x), raw(by))); }
GATUN_INLINE Words minus_or_zero(Words a, Words b) { return words(_mm256_subs_epu16(raw(a), raw(b))); }
GATUN_INLINE Words low_product(Words a, Words b) { return words(_mm256_mul_epu32(raw(a), raw(b))); }
GATUN_INLINE Words blend(Words where, Words a, Words b) { return (where & a) | (~where & b); }
GATUN_INLINE Words equal_bytes(Words x, Words y) { return words(_mm256_cmpeq_epi8(raw(x), raw(y))); }
GATUN_INLINE Mask equal(Words a, Words b) { return words(_mm256_cmpeq_epi64(raw(a), raw(b))); }
GATUN_INLINE Words bits_above(Words x) {
    // The byte and those below it, counted; of several bytes the lowest would do as well as the highest.
    const Words below = (x | (x - 1)) & ~equal(x, Words{});
    const Words bytes = words(_mm256_sad_epu8(raw(below & all(0x0101010101010101)), _mm256_setzero_si256()));
    return 64 - (bytes << 3);
}
GATUN_INLINE Words eight_digits(Words x) {
    const __m256i tens = _mm256_maddubs_epi16(raw(x), _mm256_set1_epi16(1 << 8 | 10));
    const __m256i fours = _mm256_madd_epi16(tens, _mm256_set1_epi32(1 << 16 | 100));
    return words(_mm256_mul_epu32(fours, _mm256_set1_epi64x(10000))) + words(_mm256_srli_epi64(fours, 32));
}

GATUN_INLINE Mask less(Words a, Words b) {
    const Words top = all(1ull << 63);
    return words(_mm256_cmpgt_epi64(raw(b ^ top), raw(a ^ top)));
}
GATUN_INLINE Mask common(Words a, Words b) { return ~equal(a & b, Words{}); }
GATUN_INLINE Mask except(Mask a, Mask b) { return a & ~b; }
GATUN_INLINE Words only(Mask m, Words a) { return m & a; }
GATUN_INLINE unsigned bits(Mask m) {
    return static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(raw(m))));
}

GATUN_INLINE __m256i eight_bytes_each(const uint8_t* text, const uint32_t* ends) {
    const auto pair = [=](int i) { return word_pair(text + ends[i], text + ends[i + 1]); };
    return _mm256_inserti128_si256(_mm256_castsi128_si256(pair(0)), pair(2), 1);
}

template <unsigned W>
GATUN_INLINE void windows(const uint8_t* text, const uint32_t* ends, Words* window) {
    if constexpr (W == 1) {
        window[0] = words(eight_bytes_each(text - 8, ends));
    } else {
        const auto every_other = [=](int i) {
            const auto load = [=](int j) {
                return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + ends[j] - 16));
            };
            return _mm256_inserti128_si256(_mm256_castsi128_si256(load(i)), load(i + 2), 1);
        };
        const __m256i even = every_other(0), odd = every_other(1);
        window[0] = words(_mm256_unpackhi_epi64(even, odd));
        window[1] = words(_mm256_unpacklo_epi64(even, odd));
        if constexpr (W == 3) window[2] = words(eight_bytes_each(text - 24, ends));
    }
}

}  // namespace gatun::GATUN_TIER
