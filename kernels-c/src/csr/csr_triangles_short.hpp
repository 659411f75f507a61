// Triangles of a graph in which all degrees are alike: rows are compared as they are. Each triangle is found at its
// vertex of the largest number, whose row up to itself is compared with the rows, up to themselves, of the vertices in
// it. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstring>

#include "core/team.hpp"
#include "core/x86.hpp"
#include "csr/csr_triangles.hpp"

namespace gatun::GATUN_TIER {

namespace {

class ShortRows {
  public:
    ShortRows(const gatun_csr_triangles_args& a, Team& team, const csr::TrianglesScratch& s)
        : a(a), team(team), n(a.graph.vertices), s(s), offsets(a.graph.offsets), neighbours(a.graph.neighbours),
          bits(s.bitmaps + static_cast<int64_t>(s.bitmap_words) * team.worker) {}

    bool run() {
        if (team.first()) team.set_total(n);
        memset(bits, 0, sizeof *bits * s.bitmap_words);
        const bool near = a.graph.entries <= tiny * n;
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t count = 0;
            if (near) count = among_near(from, to);
            else count = in_part<true>(from, to);
            s.parts[team.worker].count += count;
            team.advance(to - from);
        });
    }

  private:
    static constexpr int64_t chunk = 2048;

    // With no more entries than so many times the vertices, rows are compared neighbour by neighbour and not asked for
    // ahead: they are few lines, and not far from each other as a rule.
    static constexpr int64_t tiny = 8;

    // Rows up to so long are compared by way of a filter, longer ones of a bitmap.
    static constexpr int64_t filtered = 64;

    // Rows are asked for so many vertices ahead, where they begin twice as many.
    static constexpr int64_t ahead = 2;

    template <bool far>
    int64_t in_part(int64_t from, int64_t to) {
        int64_t count = 0;
        for (int64_t u = from; u < to; u++) {
            if constexpr (far) prefetch(u);
            const int32_t* const row = neighbours + offsets[u];
            const int64_t length = smaller(row, offsets[u + 1] - offsets[u], static_cast<int32_t>(u));
            if (length < 2) continue;
            const int64_t here = far ? at(row, length) : by_pairs(row, length);
            if (here == 0) continue;
            count += here;
            add(u, here);
        }
        return count;
    }

    void prefetch(int64_t u) const {
        if (u + 2 * ahead < n) {
            for (int64_t e = offsets[u + 2 * ahead]; e < offsets[u + 2 * ahead + 1]; e++) {
                if (neighbours[e] > u) break;
                __builtin_prefetch(&offsets[neighbours[e]]);
            }
        }
        if (u + ahead < n) {
            for (int64_t e = offsets[u + ahead]; e < offsets[u + ahead + 1]; e++) {
                if (neighbours[e] > u) break;
                const int32_t* const row = neighbours + offsets[neighbours[e]];
                __builtin_prefetch(row);
                __builtin_prefetch(row + 16);
            }
        }
    }

    void add(int64_t v, int64_t by) {
        if (a.per_vertex != nullptr) __atomic_fetch_add(&a.per_vertex[v], by, __ATOMIC_RELAXED);
    }

#if defined(__AVX512BW__)
    static __mmask16 first_lanes(int64_t count) {
        return static_cast<__mmask16>(_bzhi_u32(0xffff, static_cast<uint32_t>(count < 32 ? count : 32)));
    }

    // How many neighbours come before v in an ascending row.
    static int64_t smaller(const int32_t* row, int64_t degree, int32_t v) {
        const __m512i bound = _mm512_set1_epi32(v);
        int64_t length = 0;
        for (int64_t i = 0; i < degree; i += 16) {
            const __mmask16 lanes = first_lanes(degree - i);
            const __m512i here = _mm512_maskz_loadu_epi32(lanes, row + i);
            length += __builtin_popcount(_mm512_mask_cmplt_epi32_mask(lanes, here, bound));
        }
        return length;
    }

    // Two smaller neighbours of a vertex: together they are a triangle if they are neighbours.
    struct Corner {
        int64_t pair;  // the smaller one in the low half
        int32_t vertex;
    };

    // Most vertices have one or two smaller neighbours, which cannot be predicted: those of two are put in a list, and the
    // list is gone through without a branch.
    int64_t among_near(int64_t from, int64_t to) {
        Corner corners[chunk];
        int64_t corner_count = 0, count = 0;
        for (int64_t u = from; u < to; u++) {
            const int32_t* const row = neighbours + offsets[u];
            const int64_t degree = offsets[u + 1] - offsets[u];
            const __mmask8 lanes = static_cast<__mmask8>(first_lanes(degree));
            const __m256i here = _mm256_maskz_loadu_epi32(lanes, row);
            const __mmask8 less = _mm256_mask_cmplt_epi32_mask(lanes, here, _mm256_set1_epi32(static_cast<int32_t>(u)));
            const int32_t length = __builtin_popcount(less);
            corners[corner_count] = {_mm_cvtsi128_si64(_mm256_castsi256_si128(here)), static_cast<int32_t>(u)};
            corner_count += length == 2;
            if (length <= 2 && degree <= 8) continue;
            corner_count -= length == 2;
            const int64_t more = by_pairs(row, smaller(row, degree, static_cast<int32_t>(u)));
            if (more > 0) add(u, more);
            count += more;
        }
        for (int64_t i = 0; i < corner_count; i++) count += is_closed(corners[i]);
        return count;
    }

    int64_t is_closed(const Corner& corner) {
        const int32_t v = static_cast<int32_t>(corner.pair >> 32), w = static_cast<int32_t>(corner.pair);
        const __m512i wanted = _mm512_set1_epi32(w);
        const int32_t* const row = neighbours + offsets[v];
        const int64_t degree = offsets[v + 1] - offsets[v];
        __mmask16 lanes = first_lanes(degree);
        int64_t hit = __builtin_popcount(
            _mm512_mask_cmpeq_epi32_mask(lanes, _mm512_maskz_loadu_epi32(lanes, row), wanted));
        for (int64_t i = 16; i < degree; i += 16) {
            lanes = first_lanes(degree - i);
            hit += __builtin_popcount(
                _mm512_mask_cmpeq_epi32_mask(lanes, _mm512_maskz_loadu_epi32(lanes, row + i), wanted));
        }
        if (a.per_vertex != nullptr && hit != 0) {
            add(corner.vertex, 1);
            add(v, 1);
            add(w, 1);
        }
        return hit;
    }

    int64_t by_pairs(const int32_t* row, int64_t length) {
        int64_t count = 0;
        for (int64_t i = 1; i < length; i++) {
            const int32_t v = row[i];
            const int32_t* const other = neighbours + offsets[v];
            const int64_t degree = offsets[v + 1] - offsets[v];
            int64_t here = 0;
            for (int64_t k = 0; k < degree; k += 16) {
                const __mmask16 lanes = first_lanes(degree - k);
                const __m512i w = _mm512_maskz_loadu_epi32(lanes, other + k);
                for (int64_t j = 0; j < i; j++) {
                    const bool hit = _mm512_mask_cmpeq_epi32_mask(lanes, w, _mm512_set1_epi32(row[j])) != 0;
                    if (hit) add(row[j], 1);
                    here += hit;
                }
            }
            if (here > 0) add(v, here);
            count += here;
        }
        return count;
    }

    int64_t at(const int32_t* row, int64_t length) {
        return length <= filtered ? by_filter(row, length) : by_bitmap(row, length);
    }

    // A filter of 1024 bits in two registers says which neighbours of v may be in the row; those are looked for.
    int64_t by_filter(const int32_t* row, int64_t length) {
        alignas(64) uint32_t filter[32] = {};
        for (int64_t i = 0; i < length; i++) filter[row[i] >> 5 & 31] |= 1u << (row[i] & 31);
        const __m512i low = _mm512_load_si512(filter), high = _mm512_load_si512(filter + 16);
        int64_t count = 0;
        for (int64_t i = 1; i < length; i++) {
            const int32_t v = row[i];
            const int32_t* const other = neighbours + offsets[v];
            const int64_t degree = offsets[v + 1] - offsets[v];
            const __m512i bound = _mm512_set1_epi32(v);
            int64_t here = 0;
            for (int64_t k = 0; k < degree; k += 16) {
                const __mmask16 lanes = first_lanes(degree - k);
                const __m512i w = _mm512_maskz_loadu_epi32(lanes, other + k);
                const __m512i words = _mm512_permutex2var_epi32(low, _mm512_srli_epi32(w, 5), high);
                const __mmask16 below = _mm512_mask_cmplt_epi32_mask(lanes, w, bound);
                __mmask16 hits =
                    _mm512_mask_test_epi32_mask(below, words, _mm512_rolv_epi32(_mm512_set1_epi32(1), w));
                for (; hits != 0; hits &= static_cast<__mmask16>(hits - 1)) {
                    here += find(other[k + __builtin_ctz(hits)], row, i);
                }
                if (below != 0xffff) break;
            }
            if (here > 0) add(v, here);
            count += here;
        }
        return count;
    }

    // Whether w is among the first `length` of a row; if so, it counts.
    int64_t find(int32_t w, const int32_t* row, int64_t length) {
        const __m512i wanted = _mm512_set1_epi32(w);
        for (int64_t i = 0; i < length; i += 16) {
            const __mmask16 lanes = first_lanes(length - i);
            if (_mm512_mask_cmpeq_epi32_mask(lanes, _mm512_maskz_loadu_epi32(lanes, row + i), wanted) != 0) {
                add(w, 1);
                return 1;
            }
        }
        return 0;
    }
#else
    int64_t among_near(int64_t from, int64_t to) { return in_part<false>(from, to); }

    static int64_t smaller(const int32_t* row, int64_t degree, int32_t v) {
        int64_t length = 0;
        while (length < degree && row[length] < v) length++;
        return length;
    }

    // Both rows side by side.
    int64_t by_pairs(const int32_t* row, int64_t length) {
        int64_t count = 0;
        for (int64_t i = 1; i < length; i++) {
            const int32_t v = row[i];
            const int32_t* other = neighbours + offsets[v];
            const int32_t* const end = neighbours + offsets[v + 1];
            int64_t here = 0;
            for (int64_t j = 0; j < i; j++) {
                while (other < end && *other < row[j]) other++;
                if (other == end) break;
                if (*other != row[j]) continue;
                add(row[j], 1);
                here++;
            }
            if (here > 0) add(v, here);
            count += here;
        }
        return count;
    }

    int64_t at(const int32_t* row, int64_t length) { return by_bitmap(row, length); }
#endif

    int64_t by_bitmap(const int32_t* row, int64_t length) {
        for (int64_t i = 0; i < length; i++) bits[row[i] / 64] |= 1ull << (row[i] % 64);
        int64_t count = 0;
        for (int64_t i = 1; i < length; i++) {
            const int32_t v = row[i];
            int64_t here = 0;
            for (int64_t e = offsets[v]; e < offsets[v + 1] && neighbours[e] < v; e++) {
                const int32_t w = neighbours[e];
                const int64_t hit = bits[w / 64] >> (w % 64) & 1;
                if (hit != 0) add(w, 1);
                here += hit;
            }
            if (here > 0) add(v, here);
            count += here;
        }
        for (int64_t i = 0; i < length; i++) bits[row[i] / 64] = 0;
        return count;
    }

    const gatun_csr_triangles_args& a;
    Team& team;
    const int64_t n;
    const csr::TrianglesScratch& s;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    uint64_t* const bits;  // the vertices in a row, while it is compared
};

}  // namespace

}  // namespace gatun::GATUN_TIER
