// DELTA_BINARY_PACKED: from packed deltas to running sums, 8 at a time. Vectors of 512 bits were slower: a miniblock
// mostly has 32 values, and what crosses lanes costs them more.
#pragma once

#include <cstdint>

#include "parquet/delta_windows.hpp"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER::delta {

#if defined(__AVX2__)

inline __m128i lane_at(const uint8_t* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }

inline __m256i load256(const void* from) { return _mm256_loadu_si256(static_cast<const __m256i*>(from)); }

inline void store256(void* to, __m256i v) { _mm256_storeu_si256(static_cast<__m256i*>(to), v); }

// Lanes `first` and `first` + 1 of a window, each value's bytes in its place.
template <unsigned place>
inline __m256i lanes(const uint8_t* from, uint32_t first, uint32_t width, const Window<place>& window) {
    using W = Window<place>;
    const __m256i loaded = _mm256_inserti128_si256(_mm256_castsi128_si256(lane_at(from + W::byte_of(first, width))),
        lane_at(from + W::byte_of(first + 1, width)), 1);
    return _mm256_shuffle_epi8(loaded, load256(window.shuffle + 16 * first));
}

// Running sums of 8 deltas, to which `carry`, the sum before them in all lanes, is added and brought up to date.
inline __m256i sums8(__m256i x, __m256i& carry) {
    x = _mm256_add_epi32(x, _mm256_slli_si256(x, 4));
    x = _mm256_add_epi32(x, _mm256_slli_si256(x, 8));
    const __m256i low = _mm256_permutevar8x32_epi32(x, _mm256_set1_epi32(3));
    x = _mm256_add_epi32(x, _mm256_blend_epi32(_mm256_setzero_si256(), low, 0xf0));
    const __m256i sums = _mm256_add_epi32(x, carry);
    carry = _mm256_add_epi32(carry, _mm256_permutevar8x32_epi32(x, _mm256_set1_epi32(7)));
    return sums;
}

// 8 deltas of 32 bits each, packed into `width` bytes.
struct Narrow {
    static constexpr uint64_t count = 8;

    const Window<4>& window;
    uint32_t width;
    __m256i mask, least, carry;

    Narrow(uint32_t bits, uint32_t least_delta, uint32_t sum)
        : window(windows32.of[bits]), width(bits), mask(_mm256_set1_epi32(static_cast<int32_t>((1ull << bits) - 1))),
          least(_mm256_set1_epi32(static_cast<int32_t>(least_delta))),
          carry(_mm256_set1_epi32(static_cast<int32_t>(sum))) {}

    void operator()(const uint8_t* from, uint32_t* out) {
        const __m256i shifts = _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(window.shifts)));
        const __m256i bits = _mm256_srlv_epi32(lanes(from, 0, width, window), shifts);
        store256(out, sums8(_mm256_add_epi32(_mm256_and_si256(bits, mask), least), carry));
    }

    uint32_t sum() const { return static_cast<uint32_t>(carry[0]); }
};

// 8 deltas of 64 bits each, in two vectors.
struct Unpack64 {
    const Window<8>& window;
    uint32_t width;
    __m256i mask;

    explicit Unpack64(uint32_t bits)
        : window(windows64.of[bits]), width(bits), mask(_mm256_set1_epi64x((1ll << bits) - 1)) {}

    template <uint32_t half>
    __m256i unpack(const uint8_t* from) const {
        int32_t shifts;
        __builtin_memcpy(&shifts, window.shifts + 4 * half, 4);
        const __m256i shuffled = lanes(from, 2 * half, width, window);
        return _mm256_and_si256(_mm256_srlv_epi64(shuffled, _mm256_cvtepu8_epi64(_mm_cvtsi32_si128(shifts))), mask);
    }
};

// 8 deltas of more bits than Narrow can unpack, to 32-bit sums.
struct Middle {
    static constexpr uint64_t count = 8;

    Unpack64 wide;
    __m256i least, carry;

    Middle(uint32_t bits, uint32_t least_delta, uint32_t sum)
        : wide(bits), least(_mm256_set1_epi32(static_cast<int32_t>(least_delta))),
          carry(_mm256_set1_epi32(static_cast<int32_t>(sum))) {}

    void operator()(const uint8_t* from, uint32_t* out) {
        const __m256 low = _mm256_castsi256_ps(wide.unpack<0>(from)), high = _mm256_castsi256_ps(wide.unpack<1>(from));
        const __m256i mixed = _mm256_castps_si256(_mm256_shuffle_ps(low, high, 0x88));  // 0 1 4 5 2 3 6 7
        const __m256i deltas = _mm256_permute4x64_epi64(mixed, 0xd8);
        store256(out, sums8(_mm256_add_epi32(deltas, least), carry));
    }

    uint32_t sum() const { return static_cast<uint32_t>(carry[0]); }
};

// 8 deltas to 64-bit sums.
struct Wide {
    static constexpr uint64_t count = 8;

    Unpack64 wide;
    bool whole;
    __m256i least, carry;

    Wide(uint32_t bits, uint64_t least_delta, uint64_t sum)
        : wide(bits == 64 ? 0 : bits), whole(bits == 64),
          least(_mm256_set1_epi64x(static_cast<int64_t>(least_delta))),
          carry(_mm256_set1_epi64x(static_cast<int64_t>(sum))) {}

    void sums4(__m256i x, uint64_t* out) {
        x = _mm256_add_epi64(x, least);
        x = _mm256_add_epi64(x, _mm256_slli_si256(x, 8));
        const __m256i low = _mm256_permute4x64_epi64(x, 0x55);
        x = _mm256_add_epi64(x, _mm256_blend_epi32(_mm256_setzero_si256(), low, 0xf0));
        store256(out, _mm256_add_epi64(x, carry));
        carry = _mm256_add_epi64(carry, _mm256_permute4x64_epi64(x, 0xff));
    }

    void operator()(const uint8_t* from, uint64_t* out) {
        sums4(whole ? load256(from) : wide.unpack<0>(from), out);
        sums4(whole ? load256(from + 32) : wide.unpack<1>(from), out + 4);
    }

    uint64_t sum() const { return static_cast<uint64_t>(carry[0]); }
};

#endif

}  // namespace gatun::GATUN_TIER::delta
