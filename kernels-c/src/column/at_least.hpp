// 64 numbers against one bound: a bit for each that is not less. One overload per way of storing numbers.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER {

// Numbers that the CPU has no registers for.
__extension__ typedef __int128 int128;

// Bits of an IEEE half.
struct Half {
    uint16_t bits;

    bool nan() const { return (bits & 0x7fff) > 0x7c00; }
    // Ascends with the value; -0 and 0 have the same.
    int32_t key() const { return (bits & 0x8000) != 0 ? -(bits & 0x7fff) : bits; }
    bool operator>=(Half other) const { return !nan() && !other.nan() && key() >= other.key(); }
};

// 256-bit two's complement number, lowest word first.
struct Int256 {
    uint64_t words[4];

    bool operator>=(const Int256& other) const {
        const int64_t high = static_cast<int64_t>(words[3]), its_high = static_cast<int64_t>(other.words[3]);
        if (high != its_high) return high > its_high;
        for (int i = 2; i > 0; i--) {
            if (words[i] != other.words[i]) return words[i] > other.words[i];
        }
        return words[0] >= other.words[0];
    }
};

template <class T>
inline T load(const void* from, int64_t index) {
    T value;
    std::memcpy(&value, static_cast<const uint8_t*>(from) + index * static_cast<int64_t>(sizeof(T)), sizeof(T));
    return value;
}

// 64 bytes of 0 or 1 into a word.
inline uint64_t gather_bits(const uint8_t (&flags)[64]) {
    uint64_t bits = 0;
    for (int group = 0; group < 8; group++) {
        uint64_t eight;
        std::memcpy(&eight, flags + 8 * group, 8);
        bits |= ((eight * 0x0102040810204080ull) >> 56) << (8 * group);
    }
    return bits;
}

template <class T>
inline uint64_t at_least(const T*, const void* values, int64_t first, T bound) {
    uint8_t flags[64];
    for (int i = 0; i < 64; i++) flags[i] = load<T>(values, first + i) >= bound;
    return gather_bits(flags);
}

#if defined(__AVX512F__) || defined(__AVX2__)
// The first argument only chooses the overload.
template <class T>
inline const uint8_t* address(const void* values, int64_t first) {
    return static_cast<const uint8_t*>(values) + first * static_cast<int64_t>(sizeof(T));
}
#endif

#if defined(__AVX512F__)

#define GATUN_AT_LEAST(T, broadcast, compare)                                                          \
    inline uint64_t at_least(const T*, const void* values, int64_t first, T bound) {                   \
        constexpr int lanes = 64 / static_cast<int>(sizeof(T));                                        \
        const uint8_t* const from = address<T>(values, first);                                         \
        uint64_t bits = 0;                                                                             \
        for (int i = 0; i < 64 / lanes; i++) {                                                         \
            bits |= static_cast<uint64_t>(compare(_mm512_loadu_si512(from + 64 * i), broadcast(bound))) \
                << (lanes * i);                                                                        \
        }                                                                                              \
        return bits;                                                                                   \
    }

inline __m512i broadcast8(uint8_t b) { return _mm512_set1_epi8(static_cast<char>(b)); }
inline __m512i broadcast16(uint16_t b) { return _mm512_set1_epi16(static_cast<short>(b)); }
inline __m512i broadcast32(uint32_t b) { return _mm512_set1_epi32(static_cast<int>(b)); }
inline __m512i broadcast64(uint64_t b) { return _mm512_set1_epi64(static_cast<int64_t>(b)); }
inline __m512i broadcast_float(float b) { return _mm512_castps_si512(_mm512_set1_ps(b)); }
inline __m512i broadcast_double(double b) { return _mm512_castpd_si512(_mm512_set1_pd(b)); }
inline __mmask16 compare_float(__m512i a, __m512i b) {
    return _mm512_cmp_ps_mask(_mm512_castsi512_ps(a), _mm512_castsi512_ps(b), _CMP_GE_OQ);
}
inline __mmask8 compare_double(__m512i a, __m512i b) {
    return _mm512_cmp_pd_mask(_mm512_castsi512_pd(a), _mm512_castsi512_pd(b), _CMP_GE_OQ);
}

GATUN_AT_LEAST(int8_t, broadcast8, _mm512_cmpge_epi8_mask)
GATUN_AT_LEAST(int16_t, broadcast16, _mm512_cmpge_epi16_mask)
GATUN_AT_LEAST(int32_t, broadcast32, _mm512_cmpge_epi32_mask)
GATUN_AT_LEAST(int64_t, broadcast64, _mm512_cmpge_epi64_mask)
GATUN_AT_LEAST(uint8_t, broadcast8, _mm512_cmpge_epu8_mask)
GATUN_AT_LEAST(uint16_t, broadcast16, _mm512_cmpge_epu16_mask)
GATUN_AT_LEAST(uint32_t, broadcast32, _mm512_cmpge_epu32_mask)
GATUN_AT_LEAST(uint64_t, broadcast64, _mm512_cmpge_epu64_mask)
GATUN_AT_LEAST(float, broadcast_float, compare_float)
GATUN_AT_LEAST(double, broadcast_double, compare_double)
#undef GATUN_AT_LEAST

#elif defined(__AVX2__)

// The sign bits of the lanes of a comparison.
inline uint32_t lanes32(__m256i mask) { return static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(mask))); }
inline uint32_t lanes64(__m256i mask) { return static_cast<uint32_t>(_mm256_movemask_pd(_mm256_castsi256_pd(mask))); }

inline __m256i load256(const uint8_t* from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)); }

// Integers: not (bound > value). `flip` has the sign bit for unsigned numbers, whose order it turns into the signed.
inline uint64_t at_least32(const uint8_t* from, uint32_t bound, uint32_t flip) {
    const __m256i signs = _mm256_set1_epi32(static_cast<int>(flip));
    const __m256i limit = _mm256_set1_epi32(static_cast<int>(bound ^ flip));
    uint64_t less = 0;
    for (int i = 0; i < 8; i++) {
        const __m256i value = _mm256_xor_si256(load256(from + 32 * i), signs);
        less |= static_cast<uint64_t>(lanes32(_mm256_cmpgt_epi32(limit, value))) << (8 * i);
    }
    return ~less;
}

inline uint64_t at_least64(const uint8_t* from, uint64_t bound, uint64_t flip) {
    const __m256i signs = _mm256_set1_epi64x(static_cast<int64_t>(flip));
    const __m256i limit = _mm256_set1_epi64x(static_cast<int64_t>(bound ^ flip));
    uint64_t less = 0;
    for (int i = 0; i < 16; i++) {
        const __m256i value = _mm256_xor_si256(load256(from + 32 * i), signs);
        less |= static_cast<uint64_t>(lanes64(_mm256_cmpgt_epi64(limit, value))) << (4 * i);
    }
    return ~less;
}

inline uint64_t at_least(const int32_t*, const void* values, int64_t first, int32_t bound) {
    return at_least32(address<int32_t>(values, first), static_cast<uint32_t>(bound), 0);
}
inline uint64_t at_least(const uint32_t*, const void* values, int64_t first, uint32_t bound) {
    return at_least32(address<uint32_t>(values, first), bound, 1u << 31);
}
inline uint64_t at_least(const int64_t*, const void* values, int64_t first, int64_t bound) {
    return at_least64(address<int64_t>(values, first), static_cast<uint64_t>(bound), 0);
}
inline uint64_t at_least(const uint64_t*, const void* values, int64_t first, uint64_t bound) {
    return at_least64(address<uint64_t>(values, first), bound, 1ull << 63);
}

inline uint64_t at_least(const float*, const void* values, int64_t first, float bound) {
    const uint8_t* const from = address<float>(values, first);
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++) {
        const __m256 value = _mm256_castsi256_ps(load256(from + 32 * i));
        bits |= static_cast<uint64_t>(_mm256_movemask_ps(_mm256_cmp_ps(value, _mm256_set1_ps(bound), _CMP_GE_OQ)))
            << (8 * i);
    }
    return bits;
}

inline uint64_t at_least(const double*, const void* values, int64_t first, double bound) {
    const uint8_t* const from = address<double>(values, first);
    uint64_t bits = 0;
    for (int i = 0; i < 16; i++) {
        const __m256d value = _mm256_castsi256_pd(load256(from + 32 * i));
        bits |= static_cast<uint64_t>(_mm256_movemask_pd(_mm256_cmp_pd(value, _mm256_set1_pd(bound), _CMP_GE_OQ)))
            << (4 * i);
    }
    return bits;
}

#endif

}  // namespace gatun::GATUN_TIER
