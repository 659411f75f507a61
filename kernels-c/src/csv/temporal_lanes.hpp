// 16 lanes of 32 bits in AVX-512, 8 in AVX2, under the same names. In the tier's namespace.
#pragma once

#if defined(__AVX2__)

#include <cstdint>

#include "core/words.hpp"
#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

#if defined(__AVX512F__)

constexpr uint32_t lanes = 16, parts = 4; // a part is 16 bytes
using Lanes = __m512i;
using Mask = __mmask16; // of lanes

inline Lanes all(int32_t value) { return _mm512_set1_epi32(value); }
inline Lanes all16(int32_t low, int32_t high) { return all(static_cast<int32_t>(low & 0xffff) | high << 16); }
inline Lanes bytes16(const uint8_t* from) {
    return _mm512_broadcast_i32x4(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

template <int part>
inline Lanes insert(Lanes into, __m128i value) {
    if constexpr (part == 0) return _mm512_castsi128_si512(value);
    return _mm512_inserti32x4(into, value, part);
}

inline Lanes differ(Lanes a, Lanes b) { return _mm512_xor_si512(a, b); }
inline Lanes either(Lanes a, Lanes b) { return _mm512_or_si512(a, b); }
inline Lanes both(Lanes a, Lanes b) { return _mm512_and_si512(a, b); }
// Bytes of `a` where they differ from those of `b`, else 0.
inline Lanes zero_where_equal(Lanes a, Lanes b) { return _mm512_maskz_mov_epi8(_mm512_cmpneq_epi8_mask(a, b), a); }
inline Lanes excess8(Lanes a, Lanes most) { return _mm512_subs_epu8(a, most); }
inline Lanes excess16(Lanes a, Lanes most) { return _mm512_subs_epu16(a, most); }
inline Lanes shuffle(Lanes bytes, Lanes order) { return _mm512_shuffle_epi8(bytes, order); }
inline Lanes add_pairs8(Lanes bytes, Lanes weights) { return _mm512_maddubs_epi16(bytes, weights); }
inline Lanes add_pairs16(Lanes numbers, Lanes weights) { return _mm512_madd_epi16(numbers, weights); }
inline Lanes add(Lanes a, Lanes b) { return _mm512_add_epi32(a, b); }
inline Lanes subtract(Lanes a, Lanes b) { return _mm512_sub_epi32(a, b); }
inline Lanes multiply(Lanes a, Lanes b) { return _mm512_mullo_epi32(a, b); }
template <int bits> inline Lanes down(Lanes a) { return _mm512_srli_epi32(a, bits); }
template <int bits> inline Lanes down16(Lanes a) { return _mm512_srli_epi16(a, bits); }
template <int bits> inline Lanes up(Lanes a) { return _mm512_slli_epi32(a, bits); }
inline Lanes low32(Lanes a, Lanes b) { return _mm512_unpacklo_epi32(a, b); }
inline Lanes high32(Lanes a, Lanes b) { return _mm512_unpackhi_epi32(a, b); }
inline Lanes low64(Lanes a, Lanes b) { return _mm512_unpacklo_epi64(a, b); }
inline Lanes high64(Lanes a, Lanes b) { return _mm512_unpackhi_epi64(a, b); }
inline Mask equal(Lanes a, Lanes b) { return _mm512_cmpeq_epi32_mask(a, b); }
inline Mask more(Lanes a, Lanes b) { return _mm512_cmpgt_epi32_mask(a, b); }
inline Mask both(Mask a, Mask b) { return a & b; }
inline Mask either(Mask a, Mask b) { return a | b; }
inline uint32_t bits_of(Mask mask) { return mask; }
inline Mask mask_of(uint32_t bits) { return static_cast<Mask>(bits); }
inline Lanes choose(Mask mask, Lanes there, Lanes elsewhere) { return _mm512_mask_mov_epi32(elsewhere, mask, there); }
inline Lanes where(Mask mask, Lanes there) { return _mm512_maskz_mov_epi32(mask, there); }
inline void put(uint8_t* to, Lanes a) { _mm512_storeu_si512(to, a); }

// a * b * 2^shift + c * d in 64 bits, the factors signed.
inline void put_wide(uint8_t* to, Lanes a, int64_t b, int shift, Lanes c, int64_t d) {
    const __m128i count = _mm_cvtsi32_si128(shift);
    const __m512i b64 = _mm512_set1_epi64(b), d64 = _mm512_set1_epi64(d);
    const auto half = [&](__m256i a32, __m256i c32) {
        const __m512i product = _mm512_mul_epi32(_mm512_cvtepi32_epi64(a32), b64);
        return _mm512_add_epi64(_mm512_sll_epi64(product, count), _mm512_mul_epi32(_mm512_cvtepi32_epi64(c32), d64));
    };
    put(to, half(_mm512_castsi512_si256(a), _mm512_castsi512_si256(c)));
    put(to + 64, half(_mm512_extracti64x4_epi64(a, 1), _mm512_extracti64x4_epi64(c, 1)));
}

#else

constexpr uint32_t lanes = 8, parts = 2;
using Lanes = __m256i;
struct Mask { // of lanes, all bits or none
    __m256i bits;
};

inline Lanes all(int32_t value) { return _mm256_set1_epi32(value); }
inline Lanes all16(int32_t low, int32_t high) { return all(static_cast<int32_t>(low & 0xffff) | high << 16); }
inline Lanes bytes16(const uint8_t* from) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

template <int part>
inline Lanes insert(Lanes into, __m128i value) {
    if constexpr (part == 0) return _mm256_castsi128_si256(value);
    return _mm256_inserti128_si256(into, value, part);
}

inline Lanes differ(Lanes a, Lanes b) { return _mm256_xor_si256(a, b); }
inline Lanes either(Lanes a, Lanes b) { return _mm256_or_si256(a, b); }
inline Lanes both(Lanes a, Lanes b) { return _mm256_and_si256(a, b); }
inline Lanes zero_where_equal(Lanes a, Lanes b) { return _mm256_andnot_si256(_mm256_cmpeq_epi8(a, b), a); }
inline Lanes excess8(Lanes a, Lanes most) { return _mm256_subs_epu8(a, most); }
inline Lanes excess16(Lanes a, Lanes most) { return _mm256_subs_epu16(a, most); }
inline Lanes shuffle(Lanes bytes, Lanes order) { return _mm256_shuffle_epi8(bytes, order); }
inline Lanes add_pairs8(Lanes bytes, Lanes weights) { return _mm256_maddubs_epi16(bytes, weights); }
inline Lanes add_pairs16(Lanes numbers, Lanes weights) { return _mm256_madd_epi16(numbers, weights); }
inline Lanes add(Lanes a, Lanes b) { return _mm256_add_epi32(a, b); }
inline Lanes subtract(Lanes a, Lanes b) { return _mm256_sub_epi32(a, b); }
inline Lanes multiply(Lanes a, Lanes b) { return _mm256_mullo_epi32(a, b); }
template <int bits> inline Lanes down(Lanes a) { return _mm256_srli_epi32(a, bits); }
template <int bits> inline Lanes down16(Lanes a) { return _mm256_srli_epi16(a, bits); }
template <int bits> inline Lanes up(Lanes a) { return _mm256_slli_epi32(a, bits); }
inline Lanes low32(Lanes a, Lanes b) { return _mm256_unpacklo_epi32(a, b); }
inline Lanes high32(Lanes a, Lanes b) { return _mm256_unpackhi_epi32(a, b); }
inline Lanes low64(Lanes a, Lanes b) { return _mm256_unpacklo_epi64(a, b); }
inline Lanes high64(Lanes a, Lanes b) { return _mm256_unpackhi_epi64(a, b); }
inline Mask equal(Lanes a, Lanes b) { return {_mm256_cmpeq_epi32(a, b)}; }
inline Mask more(Lanes a, Lanes b) { return {_mm256_cmpgt_epi32(a, b)}; }
inline Mask both(Mask a, Mask b) { return {_mm256_and_si256(a.bits, b.bits)}; }
inline Mask either(Mask a, Mask b) { return {_mm256_or_si256(a.bits, b.bits)}; }
inline uint32_t bits_of(Mask mask) {
    return static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(mask.bits)));
}
inline Mask mask_of(uint32_t bits) {
    const Lanes lane = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
    return equal(both(all(static_cast<int32_t>(bits)), lane), lane);
}
inline Lanes choose(Mask mask, Lanes there, Lanes elsewhere) {
    return _mm256_blendv_epi8(elsewhere, there, mask.bits);
}
inline Lanes where(Mask mask, Lanes there) { return both(mask.bits, there); }
inline void put(uint8_t* to, Lanes a) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), a); }

inline void put_wide(uint8_t* to, Lanes a, int64_t b, int shift, Lanes c, int64_t d) {
    const __m128i count = _mm_cvtsi32_si128(shift);
    const __m256i b64 = _mm256_set1_epi64x(b), d64 = _mm256_set1_epi64x(d);
    const auto half = [&](__m128i a32, __m128i c32) {
        const __m256i product = _mm256_mul_epi32(_mm256_cvtepi32_epi64(a32), b64);
        return _mm256_add_epi64(_mm256_sll_epi64(product, count), _mm256_mul_epi32(_mm256_cvtepi32_epi64(c32), d64));
    };
    put(to, half(_mm256_castsi256_si128(a), _mm256_castsi256_si128(c)));
    put(to + 32, half(_mm256_extracti128_si256(a, 1), _mm256_extracti128_si256(c, 1)));
}

#endif

// 4 x 4 words in each 16 bytes: out[i] has word i of rows[0], rows[1], rows[2], rows[3].
inline void transpose(const Lanes rows[4], Lanes out[4]) {
    const Lanes low01 = low32(rows[0], rows[1]), low23 = low32(rows[2], rows[3]);
    const Lanes high01 = high32(rows[0], rows[1]), high23 = high32(rows[2], rows[3]);
    out[0] = low64(low01, low23);
    out[1] = high64(low01, low23);
    out[2] = low64(high01, high23);
    out[3] = high64(high01, high23);
}

// With 16 bytes of lane 4 i + j in 16-byte part i of rows[j]: lanes all of whose bytes are 0.
inline uint32_t all_zero(const Lanes rows[4]) {
    const Mask any = equal(either(either(rows[0], rows[1]), either(rows[2], rows[3])), all(0));
    constexpr uint32_t every = (1u << lanes) - 1;
    if (bits_of(any) == every) return every;
    uint64_t words = 0; // bit j * lanes + w: word w of rows[j] is not 0
    for (uint32_t j = 0; j < 4; j++) {
        words |= static_cast<uint64_t>(bits_of(equal(rows[j], all(0))) ^ every) << j * lanes;
    }
    words |= words >> 2;
    words |= words >> 1;
    words &= 0x1111111111111111; // now bit j * lanes + 4 i; it belongs to bit 4 i + j
    words |= words >> (lanes - 1) | words >> 2 * (lanes - 1) | words >> 3 * (lanes - 1);
    return static_cast<uint32_t>(~words) & every;
}

}  // namespace

}  // namespace gatun::GATUN_TIER

#endif
