// Eight lanes: 256 bits. In the tier AVX512 with its rotations and functions of three operands.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "hash/sha256_transpose.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

struct Eight {
    static constexpr int lanes = 8;
    __m256i bits;

    static Eight of(uint32_t word) { return {_mm256_set1_epi32(static_cast<int>(word))}; }
    static Eight load(const uint32_t* from) { return {_mm256_load_si256(reinterpret_cast<const __m256i*>(from))}; }
    void save(uint32_t* to) const { _mm256_store_si256(reinterpret_cast<__m256i*>(to), bits); }

    static GATUN_INLINE void read(const uint8_t* const* at, uint64_t offset, Eight (&words)[16]) {
        read_words(at, offset, words);
    }

    static Eight quarters(const uint8_t* const* at, uint64_t offset) {
        return {_mm256_loadu2_m128i(
            reinterpret_cast<const __m128i*>(at[4] + offset), reinterpret_cast<const __m128i*>(at[0] + offset))};
    }

    static Eight low_words(Eight x, Eight y) { return {_mm256_unpacklo_epi32(x.bits, y.bits)}; }
    static Eight high_words(Eight x, Eight y) { return {_mm256_unpackhi_epi32(x.bits, y.bits)}; }
    static Eight low_pairs(Eight x, Eight y) { return {_mm256_unpacklo_epi64(x.bits, y.bits)}; }
    static Eight high_pairs(Eight x, Eight y) { return {_mm256_unpackhi_epi64(x.bits, y.bits)}; }

    friend Eight operator+(Eight x, Eight y) { return {_mm256_add_epi32(x.bits, y.bits)}; }
};

GATUN_INLINE Eight big_endian(Eight x) {
    const __m128i bytes = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    return {_mm256_shuffle_epi8(x.bits, _mm256_broadcastsi128_si256(bytes))};
}

template <int n>
GATUN_INLINE Eight shift(Eight x) {
    return {_mm256_srli_epi32(x.bits, n)};
}

#if defined(__AVX512VL__)

template <int n>
GATUN_INLINE Eight rotate(Eight x) {
    return {_mm256_ror_epi32(x.bits, n)};
}

GATUN_INLINE Eight exclusive_or(Eight x, Eight y, Eight z) {
    return {_mm256_ternarylogic_epi32(x.bits, y.bits, z.bits, 0x96)};
}

GATUN_INLINE Eight choose(Eight x, Eight y, Eight z) {
    return {_mm256_ternarylogic_epi32(x.bits, y.bits, z.bits, 0xca)};
}

GATUN_INLINE Eight majority(Eight x, Eight y, Eight z) {
    return {_mm256_ternarylogic_epi32(x.bits, y.bits, z.bits, 0xe8)};
}

#else

template <int n>
GATUN_INLINE Eight rotate(Eight x) {
    return {_mm256_or_si256(_mm256_srli_epi32(x.bits, n), _mm256_slli_epi32(x.bits, 32 - n))};
}

GATUN_INLINE Eight exclusive_or(Eight x, Eight y, Eight z) {
    return {_mm256_xor_si256(_mm256_xor_si256(x.bits, y.bits), z.bits)};
}

GATUN_INLINE Eight choose(Eight x, Eight y, Eight z) {
    return {_mm256_xor_si256(z.bits, _mm256_and_si256(x.bits, _mm256_xor_si256(y.bits, z.bits)))};
}

GATUN_INLINE Eight majority(Eight x, Eight y, Eight z) {
    const __m256i xy = _mm256_xor_si256(x.bits, y.bits), yz = _mm256_xor_si256(y.bits, z.bits);
    return {_mm256_xor_si256(y.bits, _mm256_and_si256(xy, yz))};
}

#endif

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
