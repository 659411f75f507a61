// Bits that two rows of bits have in common, counted. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

#if defined(__AVX512BW__)

// Sums of bits over many blocks of 512: as in a carry-save adder, eight blocks are brought down to a few whose bits
// count one, two, four and eight, and only the last of those are counted one by one.
class CommonBits {
  public:
    // Adds the bits common to the first `blocks` blocks of two rows, both aligned.
    void add(const uint64_t* x, const uint64_t* y, int64_t blocks) {
        int64_t i = 0;
        for (; i + 8 <= blocks; i += 8) {
            __m512i twos_a, twos_b, fours_a, fours_b, eights;
            const auto at = [&](int64_t k) { return both(x, y, i + k); };
            carry(ones, at(0), at(1), twos_a);
            carry(ones, at(2), at(3), twos_b);
            carry(twos, twos_a, twos_b, fours_a);
            carry(ones, at(4), at(5), twos_a);
            carry(ones, at(6), at(7), twos_b);
            carry(twos, twos_a, twos_b, fours_b);
            carry(fours, fours_a, fours_b, eights);
            eight_sum = _mm512_add_epi64(eight_sum, count(eights));
        }
        for (; i + 2 <= blocks; i += 2) {
            __m512i pair;
            carry(ones, both(x, y, i), both(x, y, i + 1), pair);
            add_two(pair);
        }
        if (i < blocks) {
            __m512i pair;
            carry(ones, both(x, y, i), _mm512_setzero_si512(), pair);
            add_two(pair);
        }
    }

    // The sum so far.
    int64_t sum() const {
        const __m512i low = _mm512_add_epi64(count(ones), _mm512_slli_epi64(count(twos), 1));
        const __m512i high = _mm512_add_epi64(_mm512_slli_epi64(count(fours), 2), _mm512_slli_epi64(eight_sum, 3));
        return _mm512_reduce_add_epi64(_mm512_add_epi64(low, high));
    }

  private:
    static __m512i both(const uint64_t* x, const uint64_t* y, int64_t block) {
        return _mm512_and_si512(_mm512_load_si512(x + 8 * block), _mm512_load_si512(y + 8 * block));
    }

    // sum + a + b: `sum` keeps the bits that count as they do, `high` gets those that count twice that.
    static void carry(__m512i& sum, __m512i a, __m512i b, __m512i& high) {
        high = _mm512_ternarylogic_epi64(sum, a, b, 0xe8);
        sum = _mm512_ternarylogic_epi64(sum, a, b, 0x96);
    }

    void add_two(__m512i pair) {
        const __m512i four = _mm512_and_si512(twos, pair);
        twos = _mm512_xor_si512(twos, pair);
        const __m512i eight = _mm512_and_si512(fours, four);
        fours = _mm512_xor_si512(fours, four);
        if (_mm512_test_epi64_mask(eight, eight) != 0) eight_sum = _mm512_add_epi64(eight_sum, count(eight));
    }

    static __m512i count(__m512i x) {
        const __m512i table = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        const __m512i low = _mm512_set1_epi8(15);
        const __m512i bytes = _mm512_add_epi8(_mm512_shuffle_epi8(table, _mm512_and_si512(x, low)),
            _mm512_shuffle_epi8(table, _mm512_and_si512(_mm512_srli_epi16(x, 4), low)));
        return _mm512_sad_epu8(bytes, _mm512_setzero_si512());
    }

    __m512i ones = _mm512_setzero_si512();
    __m512i twos = _mm512_setzero_si512();
    __m512i fours = _mm512_setzero_si512();
    __m512i eight_sum = _mm512_setzero_si512();
};

#else

class CommonBits {
  public:
    void add(const uint64_t* x, const uint64_t* y, int64_t blocks) {
        for (int64_t k = 0; k < 8 * blocks; k++) total += __builtin_popcountll(x[k] & y[k]);
    }

    int64_t sum() const { return total; }

  private:
    int64_t total = 0;
};

#endif

}  // namespace

}  // namespace gatun::GATUN_TIER
