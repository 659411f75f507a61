// From a mask of 64 bytes to the positions of its bits.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "csv/index_block.hpp"

namespace gatun::GATUN_TIER::index {

#if defined(__AVX512BW__)

inline void store_positions(uint32_t* to, __m512i positions) { _mm512_storeu_si512(to, positions); }
inline __m512i one_more(__m512i positions) { return _mm512_add_epi32(positions, _mm512_set1_epi32(1)); }

#elif defined(__AVX2__)

inline void store_positions(uint32_t* to, __m256i positions) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), positions);
}
inline __m256i one_more(__m256i positions) { return _mm256_add_epi32(positions, _mm256_set1_epi32(1)); }

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

#else

inline void store_positions(uint32_t* to, uint32_t position) { *to = position; }
inline uint32_t one_more(uint32_t position) { return position + 1; }

#endif

// Where positions go: those of bytes that end cells, those behind bytes before cells, or both at once.
struct Ends {
    uint32_t* ends;
    template <class Positions>
    void put(uint64_t at, Positions positions) const {
        store_positions(ends + at, positions);
    }
};
struct Starts {
    uint32_t* starts;
    template <class Positions>
    void put(uint64_t at, Positions positions) const {
        store_positions(starts + at, one_more(positions));
    }
};
struct Both {
    uint32_t* ends;
    uint32_t* starts;
    template <class Positions>
    void put(uint64_t at, Positions positions) const {
        store_positions(ends + at, positions);
        store_positions(starts + at, one_more(positions));
    }
};

// Writes `base` plus the number of each bit of `mask`. Whole registers are written, 64 elements at most.
//
// `compresses`: with VPCOMPRESSB, which is not of the tier: the caller knows that the CPU has it.
template <bool compresses, class Sink>
inline void put_positions(uint64_t mask, uint64_t base, Sink to) {
#if defined(__AVX512BW__)
    const __m512i first = _mm512_set1_epi32(static_cast<int32_t>(base));
    if constexpr (compresses) {
        const __m512i all = _mm512_set_epi64(0x3f3e3d3c3b3a3938, 0x3736353433323130, 0x2f2e2d2c2b2a2928,
            0x2726252423222120, 0x1f1e1d1c1b1a1918, 0x1716151413121110, 0x0f0e0d0c0b0a0908, 0x0706050403020100);
        __m512i numbers;
        // As assembly, since the compiler may use VBMI2 nowhere else.
        __asm__("vpcompressb %1, %0%{%2%}%{z%}" : "=v"(numbers) : "v"(all), "Yk"(static_cast<__mmask64>(mask)));
        const uint64_t n = ones_in(mask);
        to.put(0, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_castsi512_si128(numbers)), first));
        if (n <= 16) return;
        to.put(16, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(numbers, 1)), first));
        if (n <= 32) return;
        to.put(32, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(numbers, 2)), first));
        to.put(48, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(numbers, 3)), first));
    } else {
        __m512i positions =
            _mm512_add_epi32(first, _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
        uint64_t at = 0;
        for (int i = 0; i < 4; i++) {
            const auto part = static_cast<__mmask16>(mask >> (16 * i));
            to.put(at, _mm512_maskz_compress_epi32(part, positions));
            at += ones_in(part);
            positions = _mm512_add_epi32(positions, _mm512_set1_epi32(16));
        }
    }
#elif defined(__AVX2__)
    __m256i first = _mm256_set1_epi32(static_cast<int32_t>(base));
    uint64_t at = 0;
    for (int i = 0; i < 8; i++) {
        const auto part = static_cast<uint8_t>(mask >> (8 * i));
        const __m128i numbers = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&bit_numbers.of[part]));
        to.put(at, _mm256_add_epi32(_mm256_cvtepu8_epi32(numbers), first));
        at += ones_in(part);
        first = _mm256_add_epi32(first, _mm256_set1_epi32(8));
    }
#else
    for (uint64_t at = 0; mask != 0; mask &= mask - 1) {
        to.put(at++, static_cast<uint32_t>(base) + static_cast<uint32_t>(__builtin_ctzll(mask)));
    }
#endif
}

// The bits of `bits` at the ones of `mask`, side by side. Few of them are set.
inline uint64_t extract_bits(uint64_t bits, uint64_t mask) {
#if defined(__BMI2__)
    return _pext_u64(bits, mask);
#else
    uint64_t extracted = 0;
    for (bits &= mask; bits != 0; bits &= bits - 1) {
        const uint64_t below = (bits & -bits) - 1;
        extracted |= 1ull << __builtin_popcountll(mask & below);
    }
    return extracted;
#endif
}

// Bit i is the parity of bits 0 .. i.
inline uint64_t parities(uint64_t bits) {
    for (int i = 1; i < 64; i *= 2) bits ^= bits << i;
    return bits;
}

}  // namespace gatun::GATUN_TIER::index
