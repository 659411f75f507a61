// Reading the index of a column. For .isa.inl files of AVX2 and AVX-512: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Eight elements, each `stride` behind the one before.
inline __m256i eight_elements(const uint32_t* from, uint64_t stride) {
    if (stride == 1) return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
#if defined(__AVX512F__)
    if (stride == 2) return _mm512_cvtepi64_epi32(_mm512_maskz_loadu_epi32(0x5555, from));
#endif
    // Faster than a gather, and than inserting them one by one.
    const auto two = [=](uint64_t i) {
        return static_cast<long long>(from[i * stride] | static_cast<uint64_t>(from[(i + 1) * stride]) << 32);
    };
    return _mm256_setr_epi64x(two(0), two(2), two(4), two(6));
}

}  // namespace

}  // namespace gatun::GATUN_TIER
