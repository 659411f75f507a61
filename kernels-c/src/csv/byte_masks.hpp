// Up to 64 bytes against one: a bit for each that is equal, read as 64 in any case. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"

#if defined(__AVX2__)
#include "core/x86.hpp"
#endif

namespace gatun::GATUN_TIER {

#if defined(__AVX512BW__)

inline uint64_t equal_bytes(const uint8_t* from, uint64_t size, uint8_t byte) {
    const __m512i wanted = _mm512_set1_epi8(static_cast<char>(byte));
    return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(from), wanted) & low_bits(size);
}

#elif defined(__AVX2__)

inline uint64_t equal_bytes(const uint8_t* from, uint64_t size, uint8_t byte) {
    const __m256i wanted = _mm256_set1_epi8(static_cast<char>(byte));
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32));
    const uint32_t first = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
    const uint32_t second = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
    return (first | static_cast<uint64_t>(second) << 32) & low_bits(size);
}

#else

inline uint64_t equal_bytes(const uint8_t* from, uint64_t size, uint8_t byte) {
    constexpr uint64_t ones = 0x0101010101010101ull, low7 = 0x7f * ones;
    uint64_t mask = 0;
    for (uint64_t i = 0; i < size; i += 8) {
        const uint64_t differs = load<uint64_t>(from + i) ^ byte * ones;
        const uint64_t equal = ~(((differs & low7) + low7) | differs | low7) >> 7;  // 1 in each byte that is 0
        mask |= (equal * 0x0102040810204080ull >> 56) << i;
    }
    return mask & low_bits(size);
}

#endif

}  // namespace gatun::GATUN_TIER
