// UTF-8 a register at a time, with the tables of utf8_tables.hpp.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "core/x86.hpp"
#include "csv/utf8_tables.hpp"

namespace gatun::GATUN_TIER {

#if defined(__AVX512BW__)

struct Utf8Block {
    static constexpr uint64_t size = 64;
    __m512i bytes;

    static Utf8Block load(const uint8_t* from) { return {_mm512_loadu_si512(from)}; }
    // The first n bytes, zeros behind them.
    static Utf8Block load(const uint8_t* from, uint64_t n) { return {_mm512_maskz_loadu_epi8(low_bits(n), from)}; }
    static Utf8Block zero() { return {_mm512_setzero_si512()}; }

    bool ascii() const { return _mm512_movepi8_mask(bytes) == 0; }

    // The bytes `n` (1 to 3) before these.
    template <int n>
    __m512i before(Utf8Block previous) const {
        const __m512i by_lane = _mm512_alignr_epi64(bytes, previous.bytes, 6);
        return _mm512_alignr_epi8(bytes, by_lane, 16 - n);
    }

    static __m512i look_up(const uint8_t (&table)[16], __m512i halves) {
        const __m128i row = _mm_load_si128(reinterpret_cast<const __m128i*>(table));
        return _mm512_shuffle_epi8(_mm512_maskz_broadcast_i32x4(0xffff, row), halves);
    }

    // Not zero where something is wrong about these bytes and those before them.
    Utf8Block wrong(Utf8Block previous) const {
        const __m512i low = _mm512_set1_epi8(0x0f);
        const __m512i first = before<1>(previous);
        const __m512i error = _mm512_ternarylogic_epi64(
            look_up(utf8_tables.first_high, _mm512_and_si512(_mm512_srli_epi16(first, 4), low)),
            look_up(utf8_tables.first_low, _mm512_and_si512(first, low)),
            look_up(utf8_tables.second_high, _mm512_and_si512(_mm512_srli_epi16(bytes, 4), low)), 0x80);
        // The highest bit where a third or fourth byte of a sequence has to be.
        const __m512i third = _mm512_subs_epu8(before<2>(previous), _mm512_set1_epi8(0xe0 - 0x80));
        const __m512i fourth = _mm512_subs_epu8(before<3>(previous), _mm512_set1_epi8(0xf0 - 0x80));
        const __m512i must = _mm512_set1_epi8(static_cast<char>(0x80));
        const __m512i wanted = _mm512_ternarylogic_epi64(third, fourth, must, 0xa8);  // (third | fourth) & must
        return {_mm512_xor_si512(error, wanted)};
    }

    bool any() const { return _mm512_test_epi64_mask(bytes, bytes) != 0; }
    Utf8Block operator|(Utf8Block other) const { return {_mm512_or_si512(bytes, other.bytes)}; }
};

#elif defined(__AVX2__)

struct Utf8Block {
    static constexpr uint64_t size = 32;
    __m256i bytes;

    static Utf8Block load(const uint8_t* from) { return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))}; }
    // The first n bytes, zeros behind them. All are read.
    static Utf8Block load(const uint8_t* from, uint64_t n) {
        alignas(32) uint8_t window[64];  // ones, then zeros
        __builtin_memset(window, 0xff, 32);
        __builtin_memset(window + 32, 0, 32);
        return {_mm256_and_si256(load(from).bytes, load(window + 32 - n).bytes)};
    }
    static Utf8Block zero() { return {_mm256_setzero_si256()}; }

    bool ascii() const { return _mm256_movemask_epi8(bytes) == 0; }

    // The bytes `n` (1 to 3) before these.
    template <int n>
    __m256i before(Utf8Block previous) const {
        return _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(previous.bytes, bytes, 0x21), 16 - n);
    }

    static __m256i look_up(const uint8_t (&table)[16], __m256i halves) {
        const __m128i row = _mm_load_si128(reinterpret_cast<const __m128i*>(table));
        return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(row), halves);
    }

    Utf8Block wrong(Utf8Block previous) const {
        const __m256i low = _mm256_set1_epi8(0x0f);
        const __m256i first = before<1>(previous);
        const __m256i error = _mm256_and_si256(
            _mm256_and_si256(look_up(utf8_tables.first_high, _mm256_and_si256(_mm256_srli_epi16(first, 4), low)),
                look_up(utf8_tables.first_low, _mm256_and_si256(first, low))),
            look_up(utf8_tables.second_high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low)));
        // The highest bit where a third or fourth byte of a sequence has to be.
        const __m256i third = _mm256_subs_epu8(before<2>(previous), _mm256_set1_epi8(0xe0 - 0x80));
        const __m256i fourth = _mm256_subs_epu8(before<3>(previous), _mm256_set1_epi8(0xf0 - 0x80));
        const __m256i must = _mm256_set1_epi8(static_cast<char>(0x80));
        const __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), must);
        return {_mm256_xor_si256(error, wanted)};
    }

    bool any() const { return _mm256_testz_si256(bytes, bytes) == 0; }
    Utf8Block operator|(Utf8Block other) const { return {_mm256_or_si256(bytes, other.bytes)}; }
};

#endif

}  // namespace gatun::GATUN_TIER
