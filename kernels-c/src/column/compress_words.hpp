// Up to one register of fixed-width values, those with a bit moved to its front. One overload per width; the register
// is stored as a whole, so that what is behind the kept values is overwritten too.
#pragma once

#include <cstdint>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER {

#if defined(__AVX512F__)

// GCC takes the plain forms of the conversions for uses of an uninitialised register.
constexpr __mmask16 all = 0xffff;

// Stores to memory are separate: compressing into memory is many times slower on some CPUs.
struct Compress1 {
    static constexpr int lanes = 16;
    static void run(const uint8_t* from, uint32_t keep, uint8_t* to) {
        const __m128i values = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
        const __m512i wide = _mm512_maskz_cvtepu8_epi32(all, values);
        const __m512i kept = _mm512_maskz_compress_epi32(static_cast<__mmask16>(keep), wide);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_maskz_cvtepi32_epi8(all, kept));
    }
};
struct Compress2 {
    static constexpr int lanes = 16;
    static void run(const uint8_t* from, uint32_t keep, uint8_t* to) {
        const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
        const __m512i wide = _mm512_maskz_cvtepu16_epi32(all, values);
        const __m512i kept = _mm512_maskz_compress_epi32(static_cast<__mmask16>(keep), wide);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_maskz_cvtepi32_epi16(all, kept));
    }
};
struct Compress4 {
    static constexpr int lanes = 16;
    static void run(const uint8_t* from, uint32_t keep, uint8_t* to) {
        _mm512_storeu_si512(to, _mm512_maskz_compress_epi32(static_cast<__mmask16>(keep), _mm512_loadu_si512(from)));
    }
};
struct Compress8 {
    static constexpr int lanes = 8;
    static void run(const uint8_t* from, uint32_t keep, uint8_t* to) {
        _mm512_storeu_si512(to, _mm512_maskz_compress_epi64(static_cast<__mmask8>(keep), _mm512_loadu_si512(from)));
    }
};

#elif defined(__AVX2__)

// The numbers of the bits that are set, lowest first, a byte each.
inline uint64_t set_bits(uint32_t keep) {
    const uint64_t bytes = _pdep_u64(keep, 0x0101010101010101ull) * 0xff;
    return _pext_u64(0x0706050403020100ull, bytes);
}

struct Compress4 {
    static constexpr int lanes = 8;
    static void run(const uint8_t* from, uint32_t keep, uint8_t* to) {
        const __m256i order = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128(static_cast<int64_t>(set_bits(keep))));
        const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_permutevar8x32_epi32(values, order));
    }
};
struct Compress8 {
    static constexpr int lanes = 4;
    static void run(const uint8_t* from, uint32_t keep, uint8_t* to) {
        const uint32_t halves = _pdep_u32(keep, 0x55) * 3;  // each value is two lanes of 32 bits
        Compress4::run(from, halves, to);
    }
};

#endif

}  // namespace gatun::GATUN_TIER
