// The inner loop of shortest paths: which neighbours of a vertex does the way through it concern? Included once per
// tier.
//
// The answers go to a buffer without a branch per neighbour: a branch on a distance that is still on its way from
// memory would be guessed wrong often, and everything behind it thrown away. This way dozens of reads are under way
// at a time, across rows.
#pragma once

#include <cstdint>

#if defined(__AVX512VL__)
#include <immintrin.h>
#endif

#include "csr/csr_sssp_queue.hpp"

namespace gatun::GATUN_TIER {

// Stands for the weights of an unweighted graph: each is 1.
struct SsspUnit {};

// Distances are unsigned while the search runs: with the largest signed value for "unreached", a sum that is too
// large for the signed type cannot wrap and is never below "unreached", so no addition needs a check.
template <class D>
inline constexpr D unreached = static_cast<D>(-1) / 2;
template <>
inline constexpr double unreached<double> = __builtin_huge_val();

template <class D, class W>
inline D through(D distance, const W* weights, int64_t entry) {
    if constexpr (__is_same(W, SsspUnit)) return distance + 1;
    else return distance + static_cast<D>(weights[entry]);
}

enum class SsspWant {
    nearer,  // the way is shorter than the neighbour's distance
    tight,   // it is as long
};

// Neighbours found, with the length of the way to them. Vector code writes whole vectors: `spare` more than it counts.
template <class D>
struct SsspFound {
    static constexpr int32_t room = 1024, spare = 8;
    int32_t count = 0;
    int32_t vertices[room + spare];
    D distances[room + spare];
};

#if defined(__AVX512VL__)

// Eight neighbours at a time. Overloads by type of distance and weight; lanes outside the mask hold anything.
using Mask = __mmask8;

inline __m256i add_weights(__m256i d, Mask, const SsspUnit*) { return _mm256_add_epi32(d, _mm256_set1_epi32(1)); }
inline __m256i add_weights(__m256i d, Mask m, const int32_t* w) {
    return _mm256_add_epi32(d, _mm256_maskz_loadu_epi32(m, w));
}
inline __m512i add_weights(__m512i d, Mask m, const int32_t* w) {
    return _mm512_add_epi64(d, _mm512_maskz_cvtepi32_epi64(m, _mm256_maskz_loadu_epi32(m, w)));
}
inline __m512i add_weights(__m512i d, Mask m, const int64_t* w) {
    return _mm512_add_epi64(d, _mm512_maskz_loadu_epi64(m, w));
}
inline __m512d add_weights(__m512d d, Mask m, const float* w) {
    return _mm512_add_pd(d, _mm512_maskz_cvtps_pd(m, _mm256_maskz_loadu_ps(m, w)));
}
inline __m512d add_weights(__m512d d, Mask m, const double* w) { return _mm512_add_pd(d, _mm512_maskz_loadu_pd(m, w)); }

inline __m256i eight_of(uint32_t d) { return _mm256_set1_epi32(static_cast<int32_t>(d)); }
inline __m512i eight_of(uint64_t d) { return _mm512_set1_epi64(static_cast<int64_t>(d)); }
inline __m512d eight_of(double d) { return _mm512_set1_pd(d); }

inline __m256i gather(Mask m, __m256i v, const uint32_t* d) {
    return _mm256_mmask_i32gather_epi32(_mm256_setzero_si256(), m, v, d, 4);
}
inline __m512i gather(Mask m, __m256i v, const uint64_t* d) {
    return _mm512_mask_i32gather_epi64(_mm512_setzero_si512(), m, v, d, 8);
}
inline __m512d gather(Mask m, __m256i v, const double* d) {
    return _mm512_mask_i32gather_pd(_mm512_setzero_pd(), m, v, d, 8);
}

template <SsspWant want>
inline Mask wanted(Mask m, __m256i a, __m256i b, uint32_t) {
    return _mm256_mask_cmp_epu32_mask(m, a, b, want == SsspWant::nearer ? _MM_CMPINT_LT : _MM_CMPINT_EQ);
}
template <SsspWant want>
inline Mask wanted(Mask m, __m512i a, __m512i b, uint64_t) {
    return _mm512_mask_cmp_epu64_mask(m, a, b, want == SsspWant::nearer ? _MM_CMPINT_LT : _MM_CMPINT_EQ);
}
template <SsspWant want>
inline Mask wanted(Mask m, __m512d a, __m512d b, double) {
    return _mm512_mask_cmp_pd_mask(m, a, b, want == SsspWant::nearer ? _CMP_LT_OQ : _CMP_EQ_OQ);
}

inline void store_packed(uint32_t* to, Mask m, __m256i d) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_maskz_compress_epi32(m, d)); }
inline void store_packed(uint64_t* to, Mask m, __m512i d) { _mm512_storeu_si512(to, _mm512_maskz_compress_epi64(m, d)); }
inline void store_packed(double* to, Mask m, __m512d d) { _mm512_storeu_pd(to, _mm512_maskz_compress_pd(m, d)); }

template <SsspWant want, class D, class W>
inline void scan(const int32_t* neighbours, const W* weights, int64_t begin, int64_t end, D distance,
    const D* distances, SsspFound<D>& found) {
    const auto here = eight_of(distance);
    int32_t count = found.count;
    for (int64_t e = begin; e < end; e += 8) {
        const Mask m = static_cast<Mask>(end - e >= 8 ? 0xff : (1u << (end - e)) - 1);
        const __m256i v = _mm256_maskz_loadu_epi32(m, neighbours + e);
        const W* w = nullptr;
        if constexpr (!__is_same(W, SsspUnit)) w = weights + e;
        const auto sum = add_weights(here, m, w);
        const Mask hit = wanted<want>(m, sum, gather(m, v, distances), distance);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(found.vertices + count), _mm256_maskz_compress_epi32(hit, v));
        store_packed(found.distances + count, hit, sum);
        count += __builtin_popcount(hit);
    }
    found.count = count;
}

#else

template <SsspWant want, class D, class W>
inline void scan(const int32_t* neighbours, const W* weights, int64_t begin, int64_t end, D distance,
    const D* distances, SsspFound<D>& found) {
    int32_t count = found.count;
    for (int64_t e = begin; e < end; e++) {
        const int32_t v = neighbours[e];
        const D sum = through(distance, weights, e), old = load(distances[v]);
        found.vertices[count] = v;
        found.distances[count] = sum;
        count += want == SsspWant::nearer ? sum < old : sum == old;
    }
    found.count = count;
}

#endif

}  // namespace gatun::GATUN_TIER
