// Sixteen lanes: 512 bits.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "hash/sha256_transpose.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

struct Sixteen {
    static constexpr int lanes = 16;
    __m512i bits;

    static Sixteen of(uint32_t word) { return {_mm512_set1_epi32(static_cast<int>(word))}; }
    static Sixteen load(const uint32_t* from) { return {_mm512_load_si512(from)}; }
    void save(uint32_t* to) const { _mm512_store_si512(to, bits); }

    static GATUN_INLINE void read(const uint8_t* const* at, uint64_t offset, Sixteen (&words)[16]) {
        read_words(at, offset, words);
    }

    // Three of four by broadcasts under a mask: they cost loads, where inserts would cost shuffles.
    static Sixteen quarters(const uint8_t* const* at, uint64_t offset) {
        const __m512i first = _mm512_castsi128_si512(quarter(at[0] + offset));
        const __m512i second = _mm512_mask_broadcast_i32x4(first, 0x00f0, quarter(at[4] + offset));
        const __m512i third = _mm512_mask_broadcast_i32x4(second, 0x0f00, quarter(at[8] + offset));
        return {_mm512_mask_broadcast_i32x4(third, 0xf000, quarter(at[12] + offset))};
    }

    static Sixteen low_words(Sixteen x, Sixteen y) { return {_mm512_unpacklo_epi32(x.bits, y.bits)}; }
    static Sixteen high_words(Sixteen x, Sixteen y) { return {_mm512_unpackhi_epi32(x.bits, y.bits)}; }
    static Sixteen low_pairs(Sixteen x, Sixteen y) { return {_mm512_unpacklo_epi64(x.bits, y.bits)}; }
    static Sixteen high_pairs(Sixteen x, Sixteen y) { return {_mm512_unpackhi_epi64(x.bits, y.bits)}; }

    friend Sixteen operator+(Sixteen x, Sixteen y) { return {_mm512_add_epi32(x.bits, y.bits)}; }

  private:
    static __m128i quarter(const uint8_t* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
};

GATUN_INLINE Sixteen big_endian(Sixteen x) {
    const __m128i bytes = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    return {_mm512_shuffle_epi8(x.bits, _mm512_broadcast_i32x4(bytes))};
}

template <int n>
GATUN_INLINE Sixteen rotate(Sixteen x) {
    return {_mm512_ror_epi32(x.bits, n)};
}

template <int n>
GATUN_INLINE Sixteen shift(Sixteen x) {
    return {_mm512_srli_epi32(x.bits, n)};
}

GATUN_INLINE Sixteen exclusive_or(Sixteen x, Sixteen y, Sixteen z) {
    return {_mm512_ternarylogic_epi32(x.bits, y.bits, z.bits, 0x96)};
}

GATUN_INLINE Sixteen choose(Sixteen x, Sixteen y, Sixteen z) {
    return {_mm512_ternarylogic_epi32(x.bits, y.bits, z.bits, 0xca)};
}

GATUN_INLINE Sixteen majority(Sixteen x, Sixteen y, Sixteen z) {
    return {_mm512_ternarylogic_epi32(x.bits, y.bits, z.bits, 0xe8)};
}

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
