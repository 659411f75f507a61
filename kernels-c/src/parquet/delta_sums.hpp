// DELTA_BINARY_PACKED: from packed deltas to running sums, a vector at a time.
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
inline __m256i lanes256(const uint8_t* from, uint32_t first, uint32_t width, const Window<place>& window) {
    using W = Window<place>;
    const __m256i lanes = _mm256_inserti128_si256(_mm256_castsi128_si256(lane_at(from + W::byte_of(first, width))),
        lane_at(from + W::byte_of(first + 1, width)), 1);
    return _mm256_shuffle_epi8(lanes, load256(window.shuffle + 16 * first));
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
struct Narrow256 {
    static constexpr uint64_t count = 8;

    const Window<4>& window;
    uint32_t width;
    __m256i mask, least, carry;

    Narrow256(uint32_t bits, uint32_t least_delta, uint32_t sum)
        : window(windows32.of[bits]), width(bits), mask(_mm256_set1_epi32(static_cast<int32_t>((1ull << bits) - 1))),
          least(_mm256_set1_epi32(static_cast<int32_t>(least_delta))),
          carry(_mm256_set1_epi32(static_cast<int32_t>(sum))) {}

    void operator()(const uint8_t* from, uint32_t* out) {
        const __m256i shifts = _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(window.shifts)));
        const __m256i bits = _mm256_srlv_epi32(lanes256(from, 0, width, window), shifts);
        store256(out, sums8(_mm256_add_epi32(_mm256_and_si256(bits, mask), least), carry));
    }

    uint32_t sum() const { return static_cast<uint32_t>(carry[0]); }
};

// 8 deltas of 64 bits each, in two vectors.
struct Wide256 {
    const Window<8>& window;
    uint32_t width;
    __m256i mask;

    explicit Wide256(uint32_t bits)
        : window(windows64.of[bits]), width(bits), mask(_mm256_set1_epi64x((1ll << bits) - 1)) {}

    template <uint32_t half>
    __m256i unpack(const uint8_t* from) const {
        int32_t shifts;
        __builtin_memcpy(&shifts, window.shifts + 4 * half, 4);
        const __m256i lanes = lanes256(from, 2 * half, width, window);
        return _mm256_and_si256(_mm256_srlv_epi64(lanes, _mm256_cvtepu8_epi64(_mm_cvtsi32_si128(shifts))), mask);
    }
};

// 8 deltas of more bits than Narrow256 can unpack, to 32-bit sums.
struct Middle256 {
    static constexpr uint64_t count = 8;

    Wide256 wide;
    __m256i least, carry;

    Middle256(uint32_t bits, uint32_t least_delta, uint32_t sum)
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

#endif

#if defined(__AVX512F__)

// GCC 12 warns of its own unmasked intrinsics, which leave a variable undefined; these masks cost nothing.
constexpr __mmask16 all16 = 0xffff;
constexpr __mmask8 all8 = 0xff;

// The four lanes of a window, each value's bytes in its place.
template <unsigned place>
inline __m512i lanes512(const uint8_t* from, uint32_t width, const Window<place>& window) {
    using W = Window<place>;
    __m512i lanes = _mm512_zextsi128_si512(lane_at(from));
    lanes = _mm512_mask_broadcast_i32x4(lanes, 0x00f0, lane_at(from + W::byte_of(1, width)));
    lanes = _mm512_mask_broadcast_i32x4(lanes, 0x0f00, lane_at(from + W::byte_of(2, width)));
    lanes = _mm512_mask_broadcast_i32x4(lanes, 0xf000, lane_at(from + W::byte_of(3, width)));
    return _mm512_shuffle_epi8(lanes, _mm512_loadu_si512(window.shuffle));
}

// 16 deltas of 32 bits each.
struct Narrow {
    static constexpr uint64_t count = 16;

    const Window<4>& window;
    uint32_t width;
    __m512i mask, least, carry;

    Narrow(uint32_t bits, uint32_t least_delta, uint32_t sum)
        : window(windows32.of[bits]), width(bits), mask(_mm512_set1_epi32(static_cast<int32_t>((1ull << bits) - 1))),
          least(_mm512_set1_epi32(static_cast<int32_t>(least_delta))),
          carry(_mm512_set1_epi32(static_cast<int32_t>(sum))) {}

    void operator()(const uint8_t* from, uint32_t* out) {
        const __m512i shifts = _mm512_maskz_cvtepu8_epi32(all16, lane_at(window.shifts));
        const __m512i bits = _mm512_maskz_srlv_epi32(all16, lanes512(from, width, window), shifts);
        const __m512i zero = _mm512_setzero_si512();
        __m512i x = _mm512_add_epi32(_mm512_and_si512(bits, mask), least);
        x = _mm512_add_epi32(x, _mm512_maskz_alignr_epi32(all16, x, zero, 15));
        x = _mm512_add_epi32(x, _mm512_maskz_alignr_epi32(all16, x, zero, 14));
        x = _mm512_add_epi32(x, _mm512_maskz_alignr_epi32(all16, x, zero, 12));
        x = _mm512_add_epi32(x, _mm512_maskz_alignr_epi32(all16, x, zero, 8));
        _mm512_storeu_si512(out, _mm512_add_epi32(x, carry));
        carry = _mm512_add_epi32(carry, _mm512_maskz_permutexvar_epi32(all16, _mm512_set1_epi32(15), x));
    }

    uint32_t sum() const { return static_cast<uint32_t>(carry[0]); }
};

using Middle = Middle256;

// 8 deltas to 64-bit sums.
struct Wide {
    static constexpr uint64_t count = 8;

    const Window<8>& window;
    uint32_t width;
    __m512i mask, least, carry;

    Wide(uint32_t bits, uint64_t least_delta, uint64_t sum)
        : window(windows64.of[bits == 64 ? 0 : bits]), width(bits),
          mask(_mm512_set1_epi64(bits == 64 ? -1 : (1ll << bits) - 1)),
          least(_mm512_set1_epi64(static_cast<int64_t>(least_delta))),
          carry(_mm512_set1_epi64(static_cast<int64_t>(sum))) {}

    __m512i unpack(const uint8_t* from) const {
        if (width == 64) return _mm512_loadu_si512(from);
        const __m512i shifts = _mm512_maskz_cvtepu8_epi64(all8, _mm_loadl_epi64(reinterpret_cast<const __m128i*>(window.shifts)));
        return _mm512_and_si512(_mm512_maskz_srlv_epi64(all8, lanes512(from, width, window), shifts), mask);
    }

    void operator()(const uint8_t* from, uint64_t* out) {
        const __m512i zero = _mm512_setzero_si512();
        __m512i x = _mm512_add_epi64(unpack(from), least);
        x = _mm512_add_epi64(x, _mm512_maskz_alignr_epi64(all8, x, zero, 7));
        x = _mm512_add_epi64(x, _mm512_maskz_alignr_epi64(all8, x, zero, 6));
        x = _mm512_add_epi64(x, _mm512_maskz_alignr_epi64(all8, x, zero, 4));
        _mm512_storeu_si512(out, _mm512_add_epi64(x, carry));
        carry = _mm512_add_epi64(carry, _mm512_maskz_permutexvar_epi64(all8, _mm512_set1_epi64(7), x));
    }

    uint64_t sum() const { return static_cast<uint64_t>(carry[0]); }
};

#elif defined(__AVX2__)

using Narrow = Narrow256;
using Middle = Middle256;

// 8 deltas to 64-bit sums.
struct Wide {
    static constexpr uint64_t count = 8;

    Wide256 wide;
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
