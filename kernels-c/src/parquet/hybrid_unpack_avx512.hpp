// Unpacking by AVX-512: 16 values lie in 2 W bytes, within one register; a permutation brings the words or double words
// that a value lies in to its lane, where it is shifted into place.
#pragma once

#include <cstdint>

#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Where 16 values of W bits lie.
template <unsigned W>
struct BitPlaces {
    static constexpr unsigned unit = W <= 17 ? 16 : 32;  // with 17 bits a value is still within two words

    alignas(64) uint16_t words[32];   // the two words of each value
    alignas(64) uint32_t doubles[16];  // the first double word of each value
    alignas(64) uint32_t shift[16];    // its first bit in there
    alignas(64) uint32_t rest[16];     // bits of it before the next one

    constexpr BitPlaces() : words(), doubles(), shift(), rest() {
        for (unsigned i = 0; i < 16; i++) {
            const unsigned bit = i * W, first = bit / unit;
            words[2 * i] = static_cast<uint16_t>(first);
            words[2 * i + 1] = static_cast<uint16_t>(first + 1);
            doubles[i] = first;
            shift[i] = bit % unit;
            rest[i] = unit - bit % unit;
        }
    }
};

template <unsigned W>
constexpr BitPlaces<W> bit_places;

// 16 values. Reads 64 bytes.
template <unsigned W>
inline __m512i unpack16(const uint8_t* p) {
    if constexpr (W == 32) return _mm512_loadu_si512(p);
    if constexpr (W == 16) return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)));
    if constexpr (W == 8) return _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
    const BitPlaces<W>& at = bit_places<W>;
    const __m512i window = _mm512_loadu_si512(p), shift = _mm512_load_si512(at.shift);
    __m512i values;
    if constexpr (W <= 17) {
        values = _mm512_srlv_epi32(_mm512_permutexvar_epi16(_mm512_load_si512(at.words), window), shift);
    } else {
        const __m512i first = _mm512_load_si512(at.doubles);
        const __m512i next = _mm512_add_epi32(first, _mm512_set1_epi32(1));
        values = _mm512_or_si512(_mm512_srlv_epi32(_mm512_permutexvar_epi32(first, window), shift),
            _mm512_sllv_epi32(_mm512_permutexvar_epi32(next, window), _mm512_load_si512(at.rest)));
    }
    return _mm512_and_si512(values, _mm512_set1_epi32(static_cast<int>((1ull << W) - 1)));
}

// n values of W bits, 1 or more, from the first bit of p on, to out; returns the largest.
template <unsigned W>
uint32_t unpack_values(const uint8_t* p, uint64_t n, uint8_t* out) {
    __m512i top = _mm512_setzero_si512();
    for (; n > 16; n -= 16, p += 2 * W, out += 64) {
        const __m512i values = unpack16<W>(p);
        _mm512_storeu_si512(out, values);
        top = _mm512_max_epu32(top, values);
    }
    // The last 1 to 16 without a branch: many runs have no more than these.
    const __mmask16 lanes = static_cast<__mmask16>((1u << n) - 1);
    const __m512i values = _mm512_maskz_mov_epi32(lanes, unpack16<W>(p));
    _mm512_mask_storeu_epi32(out, lanes, values);
    return _mm512_reduce_max_epu32(_mm512_max_epu32(top, values));
}

}  // namespace

}  // namespace gatun::GATUN_TIER
