// Sixteen rows in pairs of 512-bit registers: what is done to them takes longer than the CPU looks ahead, so two
// independent chains of it go side by side. Included by lanes.hpp, which says what these are.
#pragma once

#include "core/word_pairs.hpp"
#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

constexpr unsigned lanes = 16;

struct Words {
    __m512i a, b;
};

struct Mask {
    __mmask8 a, b;
};

#define GATUN_INLINE inline __attribute__((always_inline))

GATUN_INLINE Words all(uint64_t value) {
    const __m512i same = _mm512_set1_epi64(static_cast<int64_t>(value));
    return {same, same};
}
GATUN_INLINE Words operator+(Words x, Words y) { return {_mm512_add_epi64(x.a, y.a), _mm512_add_epi64(x.b, y.b)}; }
GATUN_INLINE Words operator-(Words x, Words y) { return {_mm512_sub_epi64(x.a, y.a), _mm512_sub_epi64(x.b, y.b)}; }
GATUN_INLINE Words operator&(Words x, Words y) { return {_mm512_and_si512(x.a, y.a), _mm512_and_si512(x.b, y.b)}; }
GATUN_INLINE Words operator|(Words x, Words y) { return {_mm512_or_si512(x.a, y.a), _mm512_or_si512(x.b, y.b)}; }
GATUN_INLINE Words operator^(Words x, Words y) { return {_mm512_xor_si512(x.a, y.a), _mm512_xor_si512(x.b, y.b)}; }
GATUN_INLINE Words operator<<(Words x, unsigned n) { return {_mm512_slli_epi64(x.a, n), _mm512_slli_epi64(x.b, n)}; }
GATUN_INLINE Words operator>>(Words x, unsigned n) { return {_mm512_srli_epi64(x.a, n), _mm512_srli_epi64(x.b, n)}; }
GATUN_INLINE Mask operator&(Mask x, Mask y) { return {_kand_mask8(x.a, y.a), _kand_mask8(x.b, y.b)}; }
GATUN_INLINE Mask operator|(Mask x, Mask y) { return {_kor_mask8(x.a, y.a), _kor_mask8(x.b, y.b)}; }

GATUN_INLINE Words widen(const uint32_t* from) {
    const __m512i both = _mm512_loadu_si512(from);
    return {_mm512_cvtepu32_epi64(_mm512_castsi512_si256(both)),
        _mm512_cvtepu32_epi64(_mm512_extracti64x4_epi64(both, 1))};
}
GATUN_INLINE void narrow(uint32_t* to, Words x) {
    const __m512i low = _mm512_castsi256_si512(_mm512_cvtepi64_epi32(x.a));
    _mm512_storeu_si512(to, _mm512_inserti64x4(low, _mm512_cvtepi64_epi32(x.b), 1));
}
GATUN_INLINE Words load_words(const uint64_t* from) { return {_mm512_loadu_si512(from), _mm512_loadu_si512(from + 8)}; }
GATUN_INLINE void put(uint64_t* to, Words x) {
    _mm512_storeu_si512(to, x.a);
    _mm512_storeu_si512(to + 8, x.b);
}

GATUN_INLINE Words left(Words x, Words by) { return {_mm512_sllv_epi64(x.a, by.a), _mm512_sllv_epi64(x.b, by.b)}; }
GATUN_INLINE Words right(Words x, Words by) { return {_mm512_srlv_epi64(x.a, by.a), _mm512_srlv_epi64(x.b, by.b)}; }
GATUN_INLINE Words minus_or_zero(Words x, Words y) {
    return {_mm512_subs_epu16(x.a, y.a), _mm512_subs_epu16(x.b, y.b)};
}
GATUN_INLINE Words low_product(Words x, Words y) { return {_mm512_mul_epu32(x.a, y.a), _mm512_mul_epu32(x.b, y.b)}; }
GATUN_INLINE Words blend(Words where, Words x, Words y) {
    return {_mm512_ternarylogic_epi64(where.a, x.a, y.a, 0xca), _mm512_ternarylogic_epi64(where.b, x.b, y.b, 0xca)};
}
GATUN_INLINE Words equal_bytes(Words x, Words y) {
    return {_mm512_movm_epi8(_mm512_cmpeq_epi8_mask(x.a, y.a)), _mm512_movm_epi8(_mm512_cmpeq_epi8_mask(x.b, y.b))};
}
GATUN_INLINE Words leading_zeros(Words x) { return {_mm512_lzcnt_epi64(x.a), _mm512_lzcnt_epi64(x.b)}; }
GATUN_INLINE Words bits_above(Words x) { return leading_zeros(x); }

GATUN_INLINE __m512i eight_digits(__m512i x) {
    const __m512i tens = _mm512_maddubs_epi16(x, _mm512_set1_epi16(1 << 8 | 10));
    const __m512i fours = _mm512_madd_epi16(tens, _mm512_set1_epi32(1 << 16 | 100));
    return _mm512_add_epi64(_mm512_mul_epu32(fours, _mm512_set1_epi64(10000)), _mm512_srli_epi64(fours, 32));
}
GATUN_INLINE Words eight_digits(Words x) { return {eight_digits(x.a), eight_digits(x.b)}; }

GATUN_INLINE Mask equal(Words x, Words y) {
    return {_mm512_cmpeq_epi64_mask(x.a, y.a), _mm512_cmpeq_epi64_mask(x.b, y.b)};
}
GATUN_INLINE Mask less(Words x, Words y) {
    return {_mm512_cmplt_epu64_mask(x.a, y.a), _mm512_cmplt_epu64_mask(x.b, y.b)};
}
GATUN_INLINE Mask common(Words x, Words y) {
    return {_mm512_test_epi64_mask(x.a, y.a), _mm512_test_epi64_mask(x.b, y.b)};
}
GATUN_INLINE Mask except(Mask x, Mask y) { return {_kandn_mask8(y.a, x.a), _kandn_mask8(y.b, x.b)}; }
GATUN_INLINE Words only(Mask m, Words x) { return {_mm512_maskz_mov_epi64(m.a, x.a), _mm512_maskz_mov_epi64(m.b, x.b)}; }
GATUN_INLINE Words choose(Mask m, Words x, Words y) {
    return {_mm512_mask_mov_epi64(y.a, m.a, x.a), _mm512_mask_mov_epi64(y.b, m.b, x.b)};
}
GATUN_INLINE unsigned bits(Mask m) { return m.a | static_cast<unsigned>(m.b) << 8; }

// Eight bytes each from eight places.
GATUN_INLINE __m512i eight_bytes_each(const uint8_t* text, const uint32_t* ends) {
    const auto pair = [=](int i) __attribute__((always_inline)) {
        return word_pair(text + ends[i], text + ends[i + 1]);
    };
    const __m256i low = _mm256_inserti128_si256(_mm256_castsi128_si256(pair(0)), pair(2), 1);
    const __m256i high = _mm256_inserti128_si256(_mm256_castsi128_si256(pair(4)), pair(6), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

// Sixteen bytes each from four places, every other one.
GATUN_INLINE __m512i sixteen_bytes_each(const uint8_t* text, const uint32_t* ends) {
    const auto load = [=](int i) __attribute__((always_inline)) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + ends[i]));
    };
    const __m256i low = _mm256_inserti128_si256(_mm256_castsi128_si256(load(0)), load(2), 1);
    const __m256i high = _mm256_inserti128_si256(_mm256_castsi128_si256(load(4)), load(6), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

template <unsigned W>
GATUN_INLINE void windows(const uint8_t* text, const uint32_t* ends, Words* window) {
    if constexpr (W == 1) {
        window[0] = {eight_bytes_each(text - 8, ends), eight_bytes_each(text - 8, ends + 8)};
    } else {
        const Words even = {sixteen_bytes_each(text - 16, ends), sixteen_bytes_each(text - 16, ends + 8)};
        const Words odd = {sixteen_bytes_each(text - 16, ends + 1), sixteen_bytes_each(text - 16, ends + 9)};
        window[0] = {_mm512_unpackhi_epi64(even.a, odd.a), _mm512_unpackhi_epi64(even.b, odd.b)};
        window[1] = {_mm512_unpacklo_epi64(even.a, odd.a), _mm512_unpacklo_epi64(even.b, odd.b)};
        if constexpr (W == 3) window[2] = {eight_bytes_each(text - 24, ends), eight_bytes_each(text - 24, ends + 8)};
    }
}

}  // namespace gatun::GATUN_TIER
