// Triangles of a graph relabelled by degree: each is found at its vertex of the largest number, whose row of smaller
// numbers is compared with the rows of the neighbours in it. Hubs, the smallest numbers, have a bit matrix of the edges
// among them. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstring>

#include "core/team.hpp"
#include "core/x86.hpp"
#include "csr/csr_triangles.hpp"
#include "csr/csr_triangles_bits.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::OrientedRow;
using csr::TrianglesScratch;

class OrderedRows {
  public:
    OrderedRows(const gatun_csr_triangles_args& a, Team& team, const TrianglesScratch& s)
        : a(a), team(team), n(a.graph.vertices), hubs(s.hubs < n ? s.hubs : n), s(s),
          row_bits(s.hub_bitmaps + s.matrix_stride * team.worker),
          bits(s.bitmaps + (a.arcs == nullptr ? 1 : 2) * static_cast<int64_t>(s.bitmap_words) * team.worker),
          both(bits + s.bitmap_words), hub_counts(s.hub_counts + s.hubs * team.worker) {}

    bool run() { return a.arcs != nullptr ? run_with_arcs() : a.per_vertex != nullptr ? run<true>() : run<false>(); }

  private:
    static constexpr int64_t chunk = 64;

    // So many hubs in a row are compared pair by pair.
    static constexpr int32_t few = 8;

    // Hubs of a row that are looked up before those found are counted.
    static constexpr int32_t piece = 256;

    template <bool each>
    bool run() {
        clear();
        if (!fill_matrix<each>()) return false;
        const bool done = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t count = 0;
            for (int64_t u = from; u < to && !team.stopping(); u++) count += at<each>(u);
            s.parts[team.worker].count += count;
            team.advance(to - from);
        });
        return done && (!each || add_hub_counts());
    }

    void clear() {
        memset(bits, 0, sizeof *bits * s.bitmap_words * (a.arcs == nullptr ? 1 : 2));
        memset(row_bits, 0, sizeof *row_bits * static_cast<size_t>(s.matrix_stride));
        if (a.per_vertex != nullptr) memset(hub_counts, 0, sizeof *hub_counts * static_cast<size_t>(s.hubs));
    }

    // Row v has the hubs smaller than v that are its neighbours; with `each` the larger ones too.
    template <bool each>
    bool fill_matrix() {
        int64_t begin, end;
        team.share(s.hubs, 8, begin, end);
        memset(s.matrix + begin * s.matrix_stride, 0, sizeof *s.matrix * static_cast<size_t>((end - begin) * s.matrix_stride));
        return team.running() && team.for_chunks(hubs, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                const OrientedRow row = s.rows[v];
                for (int32_t i = 0; i < row.hub_count; i++) {
                    const int64_t w = s.hub_neighbours[row.hubs + i];
                    s.matrix[v * s.matrix_stride + w / 64] |= 1ull << (w % 64);
                }
            }
        }) && (!each || team.for_chunks(hubs, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                const OrientedRow row = s.rows[v];
                for (int32_t i = 0; i < row.hub_count; i++) {
                    const int64_t w = s.hub_neighbours[row.hubs + i];
                    __atomic_fetch_or(&s.matrix[w * s.matrix_stride + v / 64], 1ull << (v % 64), __ATOMIC_RELAXED);
                }
            }
        }));
    }

    template <bool each>
    int64_t at(int64_t u) {
        const OrientedRow row = s.rows[u];
        if (row.hub_count + row.rest_count < 2) return 0;
        const uint16_t* const near = s.hub_neighbours + row.hubs;
        const uint32_t* const far = s.neighbours + row.rest;
        for (int32_t i = 0; i < row.hub_count; i++) row_bits[near[i] / 64] |= 1ull << (near[i] % 64);
        int64_t count = row.hub_count < 2 ? 0 : among_hubs<each>(near, row.hub_count);
        if (row.rest_count > 0) {
            for (int32_t i = 0; i < row.rest_count; i++) {
                __builtin_prefetch(&s.rows[far[i]]);
                bits[far[i] / 64] |= 1ull << (far[i] % 64);
            }
            for (int32_t i = 0; i < row.rest_count; i++) {
                if (i + 2 < row.rest_count) prefetch(s.rows[far[i + 2]]);
                const int64_t here = common<each>(s.rows[far[i]]);
                if (each && here > 0) add(far[i], here);
                count += here;
            }
            for (int32_t i = 0; i < row.rest_count; i++) bits[far[i] / 64] = 0;
        }
        for (int32_t i = 0; i < row.hub_count; i++) row_bits[near[i] / 64] = 0;
        if (each && count > 0) add(u, count);
        return count;
    }

    // Edges among the hubs of the row in row_bits.
    template <bool each>
    int64_t among_hubs(const uint16_t* near, int32_t count) {
        if (count <= few) return among_few<each>(near, count);
        CommonBits all;
        int64_t sum = 0;
        const int64_t blocks = each ? last_block(near, count) + 1 : 0;
        for (int32_t i = 0; i < count; i++) {
            const uint64_t* const other = s.matrix + near[i] * s.matrix_stride;
            if constexpr (each) {
                CommonBits of_row;
                of_row.add(row_bits, other, blocks);
                const int64_t here = of_row.sum();
                hub_counts[near[i]] += here;
                sum += here;
            } else {
                all.add(row_bits, other, near[i] / csr::hub_unit + 1);
            }
        }
        return each ? sum / 2 : all.sum();
    }

    static int64_t last_block(const uint16_t* near, int32_t count) {
        int32_t most = 0;
        for (int32_t i = 0; i < count; i++) most = near[i] > most ? near[i] : most;
        return most / csr::hub_unit;
    }

    // The same pair by pair.
    template <bool each>
    int64_t among_few(const uint16_t* near, int32_t count) {
        int64_t sum = 0;
        for (int32_t i = 1; i < count; i++) {
            const int64_t v = near[i];
            for (int32_t k = 0; k < i; k++) {
                const int64_t w = near[k], most = v > w ? v : w, least = v > w ? w : v;
                const int64_t hit = s.matrix[most * s.matrix_stride + least / 64] >> (least % 64) & 1;
                if constexpr (each) {
                    hub_counts[v] += hit;
                    hub_counts[w] += hit;
                }
                sum += hit;
            }
        }
        return sum;
    }

    void prefetch(const OrientedRow& row) const {
        const char* const near = reinterpret_cast<const char*>(s.hub_neighbours + row.hubs);
        for (int64_t line = 0; line < 4; line++) __builtin_prefetch(near + 64 * line);
        __builtin_prefetch(s.neighbours + row.rest);
    }

    // How many of a row are in the row in row_bits and bits.
    template <bool each>
    int64_t common(const OrientedRow row) {
        const uint16_t* const near = s.hub_neighbours + row.hubs;
        const uint32_t* const far = s.neighbours + row.rest;
        int64_t sum = 0;
        for (int32_t from = 0; from < row.hub_count; from += piece) {
            const int32_t to = row.hub_count - from < piece ? row.hub_count : from + piece;
            uint16_t hits[piece];
            int32_t count = 0;
            for (int32_t i = from; i < to; i++) {
                const int64_t hit = row_bits[near[i] / 64] >> (near[i] % 64) & 1;
                if constexpr (each) hits[count] = near[i];  // without a branch, which could not be predicted
                count += static_cast<int32_t>(hit);
            }
            if constexpr (each) {
                for (int32_t i = 0; i < count; i++) hub_counts[hits[i]]++;
            }
            sum += count;
        }
        for (int32_t i = 0; i < row.rest_count; i++) {
            const int64_t hit = bits[far[i] / 64] >> (far[i] % 64) & 1;
            if (each && hit != 0) add(far[i], 1);
            sum += hit;
        }
        return sum;
    }

    bool add_hub_counts() {
        return team.for_chunks(hubs, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                int64_t sum = 0;
                for (uint32_t w = 0; w < team.workers; w++) sum += s.hub_counts[s.hubs * w + v];
                add(v, sum);
            }
        });
    }

    // With arcs there are no hubs, and a neighbour's lowest bit says whether there are two.
    bool run_with_arcs() {
        clear();
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t count = 0;
            for (int64_t u = from; u < to && !team.stopping(); u++) count += at_with_arcs(u);
            s.parts[team.worker].count += count;
            team.advance(to - from);
        });
    }

    int64_t at_with_arcs(int64_t u) {
        const OrientedRow row = s.rows[u];
        const uint32_t* const far = s.neighbours + row.rest;
        for (int32_t i = 0; i < row.rest_count; i++) {
            const uint32_t v = far[i] >> 1;
            bits[v / 64] |= 1ull << (v % 64);
            both[v / 64] |= static_cast<uint64_t>(far[i] & 1) << (v % 64);
        }
        int64_t count = 0, arcs = 0;
        for (int32_t i = 0; i < row.rest_count; i++) {
            const uint32_t v = far[i] >> 1;
            const OrientedRow other = s.rows[v];
            int64_t here = 0, opposite = 0;
            for (int32_t k = 0; k < other.rest_count; k++) {
                const uint32_t entry = s.neighbours[other.rest + k], w = entry >> 1;
                if ((bits[w / 64] >> (w % 64) & 1) == 0) continue;
                here++;
                opposite += both[w / 64] >> (w % 64) & 1;
                arcs += 1 + (entry & 1);
                add(w, 1 + (far[i] & 1));
            }
            if (here > 0) add(v, here + opposite);
            count += here;
        }
        if (count > 0) add(u, arcs);
        for (int32_t i = 0; i < row.rest_count; i++) bits[far[i] >> 7] = both[far[i] >> 7] = 0;
        return count;
    }

    void add(int64_t u, int64_t by) { __atomic_fetch_add(&a.per_vertex[s.order[u]], by, __ATOMIC_RELAXED); }

    const gatun_csr_triangles_args& a;
    Team& team;
    const int64_t n;
    const int64_t hubs;  // that there are
    const TrianglesScratch& s;
    uint64_t* const row_bits;  // the hubs in the row at hand
    uint64_t* const bits;      // the other vertices in it
    uint64_t* const both;      // those with two arcs
    int64_t* const hub_counts;
};

}  // namespace

}  // namespace gatun::GATUN_TIER
