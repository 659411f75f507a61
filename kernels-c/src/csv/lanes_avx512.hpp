// Eight rows in 512-bit registers. Included by lanes.hpp, which says what these are.
#pragma once

#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

constexpr unsigned lanes = 8;
typedef uint64_t Words __attribute__((vector_size(64)));
using Mask = __mmask8;

#define GATUN_INLINE inline __attribute__((always_inline))

GATUN_INLINE __m512i raw(Words x) { return reinterpret_cast<__m512i>(x); }
GATUN_INLINE Words words(__m512i x) { return reinterpret_cast<Words>(x); }

GATUN_INLINE Words all(uint64_t value) { return words(_mm512_set1_epi64(static_cast<int64_t>(value))); }
GATUN_INLINE Words widen(const uint32_t* from) {
    return words(_mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))));
}
GATUN_INLINE void narrow(uint32_t* to, Words x) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi64_epi32(raw(x)));
}
GATUN_INLINE Words load_words(const uint64_t* from) { return words(_mm512_loadu_si512(from)); }
GATUN_INLINE void put(uint64_t* to, Words x) { _mm512_storeu_si512(to, raw(x)); }

// Shifts lane by lane; 64 and more gives 0.
GATUN_INLINE Words left(Words x, Words by) { return words(_mm512_sllv_epi64(raw(x), raw(by))); }
GATUN_INLINE Words right(Words x, Words by) { return words(_mm512_srlv_epi64(raw(x), raw(by))); }
// a - b, 0 where that is negative; both below 2^16.
GATUN_INLINE Words minus_or_zero(Words a, Words b) { return words(_mm512_subs_epu16(raw(a), raw(b))); }
// The product of the low halves.
GATUN_INLINE Words low_product(Words a, Words b) { return words(_mm512_mul_epu32(raw(a), raw(b))); }
// Bits from a where those of `where` are 1, from b elsewhere.
GATUN_INLINE Words blend(Words where, Words a, Words b) {
    return words(_mm512_ternarylogic_epi64(raw(where), raw(a), raw(b), 0xca));
}
// 0xff for every byte that is equal.
GATUN_INLINE Words equal_bytes(Words x, Words y) { return words(_mm512_movm_epi8(_mm512_cmpeq_epi8_mask(raw(x), raw(y)))); }
// Bits above the highest byte that is 0xff, 64 without one. All bytes are 0 or 0xff.
GATUN_INLINE Words bits_above(Words x) { return words(_mm512_lzcnt_epi64(raw(x))); }
// The number that eight digits (bytes of 0 to 9, the first the lowest) are.
GATUN_INLINE Words eight_digits(Words x) {
    const __m512i tens = _mm512_maddubs_epi16(raw(x), _mm512_set1_epi16(1 << 8 | 10));
    const __m512i fours = _mm512_madd_epi16(tens, _mm512_set1_epi32(1 << 16 | 100));
    return words(_mm512_mul_epu32(fours, _mm512_set1_epi64(10000))) + words(_mm512_srli_epi64(fours, 32));
}

GATUN_INLINE Mask equal(Words a, Words b) { return _mm512_cmpeq_epi64_mask(raw(a), raw(b)); }
GATUN_INLINE Mask less(Words a, Words b) { return _mm512_cmplt_epu64_mask(raw(a), raw(b)); }
GATUN_INLINE Mask common(Words a, Words b) { return _mm512_test_epi64_mask(raw(a), raw(b)); }  // (a & b) != 0
GATUN_INLINE Mask except(Mask a, Mask b) { return _kandn_mask8(b, a); }  // a and not b
GATUN_INLINE Words only(Mask m, Words a) { return words(_mm512_maskz_mov_epi64(m, raw(a))); }
GATUN_INLINE unsigned bits(Mask m) { return m; }

// The 8 * W bytes that end at each text + ends[i]: the last eight in window[0].
GATUN_INLINE __m512i eight_bytes_each(const uint8_t* text, const uint32_t* ends) {
    const auto pair = [=](int i) {
        const double* const a = reinterpret_cast<const double*>(text + ends[i]);
        const double* const b = reinterpret_cast<const double*>(text + ends[i + 1]);
        return _mm_castpd_si128(_mm_loadh_pd(_mm_load_sd(a), b));
    };
    const __m256i low = _mm256_inserti128_si256(_mm256_castsi128_si256(pair(0)), pair(2), 1);
    const __m256i high = _mm256_inserti128_si256(_mm256_castsi128_si256(pair(4)), pair(6), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
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
            const __m256i low = _mm256_inserti128_si256(_mm256_castsi128_si256(load(i)), load(i + 2), 1);
            const __m256i high = _mm256_inserti128_si256(_mm256_castsi128_si256(load(i + 4)), load(i + 6), 1);
            return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
        };
        const __m512i even = every_other(0), odd = every_other(1);
        window[0] = words(_mm512_unpackhi_epi64(even, odd));
        window[1] = words(_mm512_unpacklo_epi64(even, odd));
        if constexpr (W == 3) window[2] = words(eight_bytes_each(text - 24, ends));
    }
}

}  // namespace gatun::GATUN_TIER
