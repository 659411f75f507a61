// The next byte of a text that is one of a few. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/x86.hpp"

namespace gatun::GATUN_TIER::sql {

// Characters by their halves: one is in the set when its high half's bit is set in its low half's entry. Holds characters
// of the columns 0, 2, 3, 5 and 6 of ASCII, where all that means something in SQL stands.
class ByteSet {
  public:
    template <class... Characters>
    explicit constexpr ByteSet(Characters... characters) {
        (add(static_cast<uint8_t>(characters)), ...);
    }

    constexpr void add(uint8_t character) {
        low[character & 15] = static_cast<uint8_t>(low[character & 15] | columns[character >> 4]);
    }

    // The first byte of text[at, to) that is in the set; `to` when there is none. The 64 bytes behind `to` are read.
    uint64_t find(const uint8_t* text, uint64_t at, uint64_t to) const {
        for (; at < to; at += step) {
            const uint64_t found = members(text + at);
            if (found != 0) {
                at += static_cast<uint64_t>(__builtin_ctzll(found));
                return at < to ? at : to;
            }
        }
        return to;
    }

  private:
    alignas(16) static constexpr uint8_t columns[16] = {1, 0, 2, 4, 0, 8, 16};
    alignas(16) uint8_t low[16] = {};

#if defined(__AVX512BW__)

    static constexpr uint64_t step = 64;

    static __m512i row(const uint8_t (&table)[16]) {
        return _mm512_maskz_broadcast_i32x4(0xffff, _mm_load_si128(reinterpret_cast<const __m128i*>(table)));
    }

    uint64_t members(const uint8_t* from) const {
        const __m512i bytes = _mm512_loadu_si512(from), half = _mm512_set1_epi8(0x0f);
        const __m512i lows = _mm512_shuffle_epi8(row(low), _mm512_and_si512(bytes, half));
        const __m512i highs = _mm512_shuffle_epi8(row(columns), _mm512_and_si512(_mm512_srli_epi16(bytes, 4), half));
        return _mm512_test_epi8_mask(lows, highs);
    }

#elif defined(__AVX2__)

    static constexpr uint64_t step = 32;

    static __m256i row(const uint8_t (&table)[16]) {
        return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table)));
    }

    uint64_t members(const uint8_t* from) const {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)), half = _mm256_set1_epi8(0x0f);
        const __m256i lows = _mm256_shuffle_epi8(row(low), _mm256_and_si256(bytes, half));
        const __m256i highs = _mm256_shuffle_epi8(row(columns), _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
        const __m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(lows, highs), _mm256_setzero_si256());
        return static_cast<uint32_t>(~_mm256_movemask_epi8(none));
    }

#else

    static constexpr uint64_t step = 1;

    uint64_t members(const uint8_t* from) const { return (low[*from & 15] & columns[*from >> 4]) != 0; }

#endif
};

}  // namespace gatun::GATUN_TIER::sql
