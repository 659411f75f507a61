// Unpacking by AVX2: 8 values lie in W bytes; each half of a register takes the bytes of 4 values, which are shuffled
// to their lanes and shifted into place.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Where 8 values of W bits lie, the upper 4 counted from the byte in which they begin.
template <unsigned W>
struct BitPlaces {
    static constexpr unsigned upper = 4 * W / 8;

    alignas(32) uint8_t bytes[32];   // the first 4 bytes of each value
    alignas(32) uint8_t next[32];    // the byte behind them, as the lowest of its lane
    alignas(32) uint32_t shift[8];   // its first bit in there
    alignas(32) uint32_t rest[8];    // bits of it before the fifth byte

    constexpr BitPlaces() : bytes(), next(), shift(), rest() {
        for (unsigned i = 0; i < 8; i++) {
            const unsigned bit = i * W - (i < 4 ? 0 : 8 * upper), first = bit / 8;
            for (unsigned j = 0; j < 4; j++) {
                bytes[4 * i + j] = place(first + j);
                next[4 * i + j] = j == 0 ? place(first + 4) : absent;
            }
            shift[i] = bit % 8;
            rest[i] = 32 - bit % 8;
        }
    }

private:
    static constexpr uint8_t absent = 0x80;  // shuffles to 0

    // Of the last value, bytes may be behind the 16 there are; no bit of it is in them.
    static constexpr uint8_t place(unsigned byte) { return byte < 16 ? static_cast<uint8_t>(byte) : absent; }
};

template <unsigned W>
constexpr BitPlaces<W> bit_places;

inline __m256i load_places(const void* from) { return _mm256_load_si256(static_cast<const __m256i*>(from)); }

// 8 values. Reads 32 bytes at most.
template <unsigned W>
inline __m256i unpack8(const uint8_t* p) {
    if constexpr (W == 32) return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
    if constexpr (W == 16) return _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
    if constexpr (W == 8) return _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p)));
    const BitPlaces<W>& at = bit_places<W>;
    const __m256i window = _mm256_loadu2_m128i(reinterpret_cast<const __m128i*>(p + BitPlaces<W>::upper),
        reinterpret_cast<const __m128i*>(p));
    const __m256i first = _mm256_shuffle_epi8(window, load_places(at.bytes));
    __m256i values = _mm256_srlv_epi32(first, load_places(at.shift));
    if constexpr (W > 25) {  // a value may lie in 5 bytes
        const __m256i next = _mm256_shuffle_epi8(window, load_places(at.next));
        values = _mm256_or_si256(values, _mm256_sllv_epi32(next, load_places(at.rest)));
    }
    return _mm256_and_si256(values, _mm256_set1_epi32(static_cast<int>((1ull << W) - 1)));
}

// n values of W bits from the first bit of p on, to out; returns the largest.
template <unsigned W>
uint32_t unpack_values(const uint8_t* p, uint64_t n, uint8_t* out) {
    __m256i top = _mm256_setzero_si256();
    for (; n >= 8; n -= 8, p += W, out += 32) {
        const __m256i values = unpack8<W>(p);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), values);
        top = _mm256_max_epu32(top, values);
    }
    uint32_t lanes[16] = {};
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(lanes), top);
    if (n != 0) {
        uint32_t last[8];
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(last), unpack8<W>(p));
        std::memcpy(out, last, 4 * n);
        std::memcpy(lanes + 8, last, 4 * n);
    }
    uint32_t largest = 0;
    for (const uint32_t lane : lanes) largest = lane > largest ? lane : largest;
    return largest;
}

}  // namespace

}  // namespace gatun::GATUN_TIER
