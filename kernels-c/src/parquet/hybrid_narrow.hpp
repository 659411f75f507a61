// From values of 32 bits, all below 256, to bytes. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#if defined(__AVX2__)
#include "core/x86.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

inline void narrow(const uint8_t* values, uint64_t n, uint8_t* out) {
    uint64_t i = 0;
#if defined(__AVX512BW__)
    for (; i + 16 <= n; i += 16) {
        const __m128i bytes = _mm512_cvtepi32_epi8(_mm512_loadu_si512(values + 4 * i));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), bytes);
    }
#elif defined(__AVX2__)
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);  // packing goes by halves of registers
    for (; i + 32 <= n; i += 32) {
        const __m256i* const from = reinterpret_cast<const __m256i*>(values + 4 * i);
        const __m256i low = _mm256_packus_epi32(_mm256_loadu_si256(from), _mm256_loadu_si256(from + 1));
        const __m256i high = _mm256_packus_epi32(_mm256_loadu_si256(from + 2), _mm256_loadu_si256(from + 3));
        const __m256i bytes = _mm256_permutevar8x32_epi32(_mm256_packus_epi16(low, high), order);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), bytes);
    }
#endif
    for (; i < n; i++) out[i] = values[4 * i];
}

}  // namespace

}  // namespace gatun::GATUN_TIER
