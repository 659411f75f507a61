// A bit for each of up to 512 searches, and counters for each. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER {

namespace {

template <int words>
struct LaneTypes;
template <>
struct LaneTypes<1> {
    using Lanes = uint64_t;
};
template <>
struct LaneTypes<2> {
    typedef uint64_t Lanes __attribute__((vector_size(16)));
};
template <>
struct LaneTypes<4> {
    typedef uint64_t Lanes __attribute__((vector_size(32)));
};
template <>
struct LaneTypes<8> {
    typedef uint64_t Lanes __attribute__((vector_size(64)));
};

template <int words>
using LanesOf = typename LaneTypes<words>::Lanes;

// Whether any bit is set. By reference, as all functions on lanes here: a tier without such registers has no agreed way
// to pass them.
template <int words>
__attribute__((always_inline)) inline bool any(const LanesOf<words>& x) {
    if constexpr (words == 1) {
        return x != 0;
    } else {
#if defined(__AVX512F__)
        if constexpr (words == 8) return _mm512_test_epi64_mask((__m512i)x, (__m512i)x) != 0;
#endif
#if defined(__AVX2__)
        if constexpr (words == 4) return !_mm256_testz_si256((__m256i)x, (__m256i)x);
#endif
        uint64_t all = 0;
        for (int i = 0; i < words; i++) all |= x[i];
        return all != 0;
    }
}

// The i-th word.
template <int words>
__attribute__((always_inline)) inline uint64_t word(const LanesOf<words>& x, int i) {
    if constexpr (words == 1) return x;
    else return x[i];
}

// A counter per lane, bit-sliced: plane k holds bit k of all of them. Adding to all costs a few operations on whole
// registers, whichever lanes it is.
template <int words>
class LaneCounters {
    using Lanes = LanesOf<words>;

  public:
    __attribute__((always_inline)) void add(const Lanes& lanes) {
        Lanes carry = lanes;
        for (int k = 0; any<words>(carry); k++) {
            if (k == used) planes[used++] = Lanes{};
            const Lanes sum = planes[k] ^ carry;
            carry = planes[k] & carry;
            planes[k] = sum;
        }
    }

    // Adds to int64 counters that several workers add to, and starts again from 0.
    void flush(int64_t* counts) {
        for (int i = 0; i < words && used > 0; i++) {
            for (int bit = 0; bit < 64; bit++) {
                int64_t count = 0;
                for (int k = 0; k < used; k++) {
                    count |= static_cast<int64_t>(word<words>(planes[k], i) >> bit & 1) << k;
                }
                if (count != 0) __atomic_fetch_add(&counts[64 * i + bit], count, __ATOMIC_RELAXED);
            }
        }
        used = 0;
    }

  private:
    Lanes planes[32];  // there are fewer than 2^31 vertices to be counted
    int used = 0;
};

}  // namespace

}  // namespace gatun::GATUN_TIER
