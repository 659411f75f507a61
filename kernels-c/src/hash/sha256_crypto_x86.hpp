// The SHA extensions of x86: one message, or more of them interleaved, since sha256rnds2 takes four cycles and the CPU
// begins another one every two.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "hash/sha256.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

#define GATUN_CRYPTO __attribute__((target("sha,sse4.1")))

template <int n>
class Crypto {
  public:
    static constexpr int lanes = n;

    // The instructions have the eight variables in two registers, highest word first: ABEF and CDGH.
    GATUN_CRYPTO void load(int lane, const uint32_t* from) {
        const __m128i cdab = _mm_shuffle_epi32(words(from), 0xb1), efgh = _mm_shuffle_epi32(words(from + 4), 0x1b);
        abef[lane] = _mm_alignr_epi8(cdab, efgh, 8);
        cdgh[lane] = _mm_blend_epi16(efgh, cdab, 0xf0);
    }

    GATUN_CRYPTO void save(int lane, uint32_t* to) const {
        const __m128i feba = _mm_shuffle_epi32(abef[lane], 0x1b), dchg = _mm_shuffle_epi32(cdgh[lane], 0xb1);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_blend_epi16(feba, dchg, 0xf0));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 4), _mm_alignr_epi8(dchg, feba, 8));
    }

    GATUN_CRYPTO void compress(const uint8_t* const* at, uint64_t blocks) {
        const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
        __m128i x[n], y[n];
        for (int i = 0; i < n; i++) x[i] = abef[i], y[i] = cdgh[i];
        for (uint64_t offset = 0; offset < blocks * block_bytes; offset += block_bytes) {
            __m128i w[n][4];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < 4; j++) w[i][j] = _mm_shuffle_epi8(words(at[i] + offset + 16 * j), big_endian);
            }
#pragma GCC unroll 16
            for (int four = 0; four < rounds / 4; four++) {
                const __m128i k = _mm_load_si128(reinterpret_cast<const __m128i*>(constants + 4 * four));
#pragma GCC unroll 4
                for (int i = 0; i < n; i++) {
                    __m128i& word = w[i][four % 4];
                    const __m128i with = _mm_add_epi32(word, k);
                    y[i] = _mm_sha256rnds2_epu32(y[i], x[i], with);
                    x[i] = _mm_sha256rnds2_epu32(x[i], y[i], _mm_shuffle_epi32(with, 0x0e));
                    if (four < 12) {  // The words 16 rounds later, in the place of these.
                        const __m128i &second = w[i][(four + 1) % 4], &third = w[i][(four + 2) % 4],
                                      &last = w[i][(four + 3) % 4];
                        const __m128i first = _mm_sha256msg1_epu32(word, second);
                        word = _mm_sha256msg2_epu32(_mm_add_epi32(first, _mm_alignr_epi8(last, third, 4)), last);
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                x[i] = abef[i] = _mm_add_epi32(x[i], abef[i]);
                y[i] = cdgh[i] = _mm_add_epi32(y[i], cdgh[i]);
            }
        }
    }

  private:
    static __attribute__((always_inline)) __m128i words(const void* from) {
        return _mm_loadu_si128(static_cast<const __m128i*>(from));
    }

    __m128i abef[n];
    __m128i cdgh[n];
};

#undef GATUN_CRYPTO

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
