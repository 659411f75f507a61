// From a mask of 64 bytes to the positions of its bits.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "csv/index_block.hpp"

namespace gatun::GATUN_TIER::index {

#if defined(__AVX2__) && !defined(__AVX512BW__)

// For each byte the numbers of its bits, a byte each, from the lowest.
struct BitNumbers {
    uint64_t of[256];
    constexpr BitNumbers() : of() {
        for (uint32_t byte = 0; byte < 256; byte++) {
            for (uint64_t bit = 8; bit-- > 0;) {
                if (byte >> bit & 1) of[byte] = of[byte] << 8 | bit;
            }
        }
    }
};
static constexpr BitNumbers bit_numbers;

#endif

// Writes `base` plus the number of each bit of `mask`. Whole registers are written, 64 elements at most.
//
// `compresses`: with VPCOMPRESSB, which is not of the tier: the caller knows that the CPU has it.
template <bool compresses>
inline void put_positions(uint64_t mask, uint64_t base, uint32_t* to) {
#if defined(__AVX512BW__)
    if constexpr (compresses) {
        const __m512i all = _mm512_set_epi64(0x3f3e3d3c3b3a3938, 0x3736353433323130, 0x2f2e2d2c2b2a2928,
            0x2726252423222120, 0x1f1e1d1c1b1a1918, 0x1716151413121110, 0x0f0e0d0c0b0a0908, 0x0706050403020100);
        const __m512i first = _mm512_set1_epi32(static_cast<int32_t>(base));
        __m512i numbers;
        // As assembly, since the compiler may use VBMI2 nowhere else.
        __asm__("vpcompressb %1, %0%{%2%}%{z%}" : "=v"(numbers) : "v"(all), "Yk"(static_cast<__mmask64>(mask)));
        const uint64_t n = ones_in(mask);
        const auto put16 = [&](int i, __m128i part) __attribute__((always_inline)) {
            _mm512_storeu_si512(to + i, _mm512_add_epi32(_mm512_cvtepu8_epi32(part), first));
        };
        put16(0, _mm512_castsi512_si128(numbers));
        if (n <= 16) [[likely]] return;
        put16(16, _mm512_extracti32x4_epi32(numbers, 1));
        if (n <= 32) return;
        put16(32, _mm512_extracti32x4_epi32(numbers, 2));
        put16(48, _mm512_extracti32x4_epi32(numbers, 3));
        return;
    }
    __m512i positions = _mm512_add_epi32(_mm512_set1_epi32(static_cast<int32_t>(base)),
        _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
    for (int i = 0; i < 4; i++, mask >>= 16) {
        const auto part = static_cast<uint16_t>(mask);
        _mm512_storeu_si512(to, _mm512_maskz_compress_epi32(part, positions));
        to += ones_in(part);
        positions = _mm512_add_epi32(positions, _mm512_set1_epi32(16));
    }
#elif defined(__AVX2__)
    __m256i first = _mm256_set1_epi32(static_cast<int32_t>(base));
    for (int i = 0; i < 8; i++, mask >>= 8) {
        const auto part = static_cast<uint8_t>(mask);
        const __m128i numbers = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&bit_numbers.of[part]));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_add_epi32(_mm256_cvtepu8_epi32(numbers), first));
        to += ones_in(part);
        first = _mm256_add_epi32(first, _mm256_set1_epi32(8));
    }
#else
    for (; mask != 0; mask &= mask - 1) {
        *to++ = static_cast<uint32_t>(base) + static_cast<uint32_t>(__builtin_ctzll(mask));
    }
#endif
}

// The ones of `mask` that `ranks` has: the lowest one if its bit 0 is set, and so on.
inline uint64_t at_ranks(uint64_t ranks, uint64_t mask) {
#if defined(__BMI2__)
    return _pdep_u64(ranks, mask);
#else
    uint64_t found = 0;
    for (; mask != 0; mask &= mask - 1, ranks >>= 1) found |= ranks & 1 ? mask & -mask : 0;
    return found;
#endif
}

// Bit i is the parity of bits 0 .. i.
inline uint64_t parities(uint64_t bits) {
    for (int i = 1; i < 64; i *= 2) bits ^= bits << i;
    return bits;
}

}  // namespace gatun::GATUN_TIER::index
