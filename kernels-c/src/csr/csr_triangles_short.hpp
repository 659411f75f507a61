// Triangles of a graph in which all degrees are alike: rows are compared as they are. For .isa.inl files: part of the
// tier's namespace.
#pragma once

#include "core/team.hpp"
#include "csr/csr_triangles.hpp"

namespace gatun::GATUN_TIER {

namespace {

class ShortRows {
  public:
    ShortRows(const gatun_csr_triangles_args& a, Team& team, const csr::TrianglesScratch& s)
        : a(a), team(team), n(a.graph.vertices), s(s) {}

    bool run() {
        if (team.first()) team.set_total(n);
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t count = 0;
            for (int64_t u = from; u < to; u++) count += at(u);
            s.parts[team.worker].count += count;
            team.advance(to - from);
        });
    }

  private:
    static constexpr int64_t chunk = 2048;

    // Triangles in which u is the largest.
    int64_t at(int64_t u) {
        const int32_t* const row = a.graph.neighbours + a.graph.offsets[u];
        const int64_t degree = a.graph.offsets[u + 1] - a.graph.offsets[u];
        int64_t count = 0;
        for (int64_t i = 0; i < degree && row[i] < u; i++) {
            const int32_t v = row[i];
            const int64_t common = merge(row, i, v);
            if (common == 0) continue;
            add(v, common);
            count += common;
        }
        if (count > 0) add(u, count);
        return count;
    }

    // How many of the first `length` neighbours in a row, all smaller than v, are neighbours of v.
    int64_t merge(const int32_t* row, int64_t length, int32_t v) {
        const int32_t* other = a.graph.neighbours + a.graph.offsets[v];
        const int32_t* const other_end = a.graph.neighbours + a.graph.offsets[v + 1];
        int64_t common = 0;
        for (int64_t i = 0; i < length; i++) {
            while (other < other_end && *other < row[i]) other++;
            if (other == other_end) break;
            if (*other == row[i]) {
                add(row[i], 1);
                common++;
            }
        }
        return common;
    }

    void add(int64_t v, int64_t by) {
        if (a.per_vertex != nullptr) __atomic_fetch_add(&a.per_vertex[v], by, __ATOMIC_RELAXED);
    }

    const gatun_csr_triangles_args& a;
    Team& team;
    const int64_t n;
    const csr::TrianglesScratch& s;
};

}  // namespace

}  // namespace gatun::GATUN_TIER
