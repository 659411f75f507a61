// The relabelled copy of a graph for counting triangles: vertices in descending order of degree, every edge kept once,
// at the end with the larger number. Rows are not sorted. For .isa.inl files: part of the tier's namespace.
#pragma once

#include "core/team.hpp"
#include "core/x86.hpp"
#include "csr/csr_triangles.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::OrientedRow;
using csr::TrianglesScratch;

class DegreeOrder {
  public:
    DegreeOrder(const gatun_csr_triangles_args& a, Team& team, const TrianglesScratch& s)
        : a(a), team(team), n(a.graph.vertices), s(s) {}

    // Fills rank, order, rows and the neighbours; false when the call ends.
    bool run() { return count_keys() && place_keys() && rank_vertices() && orient(); }

  private:
    static constexpr int32_t key_bits = csr::degree_key_bits;

    // Smaller for larger degrees: degrees are told apart by their highest bits.
    static int32_t key(int64_t degree) {
        const uint32_t d = degree < INT32_MAX ? static_cast<uint32_t>(degree) : INT32_MAX;
        const int32_t shift = d >> key_bits == 0 ? 0 : 32 - __builtin_clz(d) - (key_bits + 1);
        const int32_t up = static_cast<int32_t>(d >> shift) + (shift << key_bits);
        return csr::degree_keys - 1 - up;
    }

    int64_t degree(int64_t v) const { return a.graph.offsets[v + 1] - a.graph.offsets[v]; }

    bool count_keys() {
        int32_t* const mine = histogram(team.worker);
        for (int32_t k = 0; k < csr::degree_keys; k++) mine[k] = 0;
        int64_t begin, end;
        team.share(n, 64, begin, end);
        for (int64_t v = begin; v < end; v++) mine[key(degree(v))]++;
        return team.running();
    }

    // From counts to where each worker's part of each key begins.
    bool place_keys() {
        if (team.first()) {
            int32_t sum = 0;
            for (int32_t k = 0; k < csr::degree_keys; k++) {
                for (uint32_t w = 0; w < team.workers; w++) {
                    const int32_t here = histogram(w)[k];
                    histogram(w)[k] = sum;
                    sum += here;
                }
            }
            s.state->hub_end = s.state->end = 0;
        }
        return team.running();
    }

    bool rank_vertices() {
        int32_t* const next = histogram(team.worker);
        int64_t begin, end;
        team.share(n, 64, begin, end);
        for (int64_t v = begin; v < end; v++) {
            const int32_t at = next[key(degree(v))]++;
            s.rank[v] = at;
            s.order[at] = static_cast<int32_t>(v);
        }
        return team.running();
    }

    // Rows are gathered in a worker's buffers and put where there is room: the order of the rows in memory depends on
    // the workers, nothing else does.
    bool orient() {
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            Buffers buffers;
            int64_t first = from;
            for (int64_t u = from; u < to; u++) {
                const int64_t v = s.order[u];
                prefetch(u);
                if (degree(v) > buffered ? !add_long_row(u, v) : !add_row(u, v, first, buffers)) return;
            }
            flush(first, to, buffers);
            team.advance(to - from);
        });
    }

    static constexpr int64_t chunk = 256;
    static constexpr int64_t buffered = 4096;
    static constexpr int64_t ahead = 8;

    struct Buffers {
        int64_t hub_count = 0, rest_count = 0;
        uint16_t hubs[2 * buffered + TrianglesScratch::slack];
        uint32_t rest[2 * buffered + TrianglesScratch::slack];
    };

    bool add_row(int64_t u, int64_t v, int64_t& first, Buffers& b) {
        if (b.hub_count > buffered || b.rest_count > buffered) {
            if (!flush(first, u, b)) return false;
            first = u;
        }
        OrientedRow& row = s.rows[u];
        row.hubs = b.hub_count;
        row.rest = b.rest_count;
        take(u, a.graph.offsets[v], a.graph.offsets[v + 1], b);
        row.hub_count = static_cast<int32_t>(b.hub_count - row.hubs);
        row.rest_count = static_cast<int32_t>(b.rest_count - row.rest);
        return true;
    }

    // Puts the rows first .. last - 1 that are in the buffers where there is room.
    bool flush(int64_t first, int64_t last, Buffers& b) {
        int64_t hub_at, rest_at;
        if (!reserve(b.hub_count, b.rest_count, hub_at, rest_at)) return false;
        copy(b, hub_at, rest_at);
        for (int64_t u = first; u < last; u++) {
            if (degree(s.order[u]) > buffered) continue;
            s.rows[u].hubs += hub_at;
            s.rows[u].rest += rest_at;
        }
        b.hub_count = b.rest_count = 0;
        return true;
    }

    // One that does not fit the buffers: counted first, then put in its place piece by piece.
    bool add_long_row(int64_t u, int64_t v) {
        OrientedRow& row = s.rows[u];
        int64_t hub_count = 0, rest_count = 0;
        Buffers b;
        const int64_t end = a.graph.offsets[v + 1];
        for (int64_t e = a.graph.offsets[v]; e < end; e += buffered) {
            b.hub_count = b.rest_count = 0;
            take(u, e, e + buffered < end ? e + buffered : end, b);
            hub_count += b.hub_count;
            rest_count += b.rest_count;
        }
        if (team.stopping() || !reserve(hub_count, rest_count, row.hubs, row.rest)) return false;
        row.hub_count = static_cast<int32_t>(hub_count);
        row.rest_count = static_cast<int32_t>(rest_count);
        int64_t hub_at = row.hubs, rest_at = row.rest;
        for (int64_t e = a.graph.offsets[v]; e < end; e += buffered) {
            b.hub_count = b.rest_count = 0;
            take(u, e, e + buffered < end ? e + buffered : end, b);
            hub_at += b.hub_count;
            rest_at += b.rest_count;
            copy(b, hub_at - b.hub_count, rest_at - b.rest_count);
        }
        return true;
    }

    // Room for entries; every edge is kept at one of its ends only, or else the graph is not symmetric.
    bool reserve(int64_t hub_count, int64_t rest_count, int64_t& hub_at, int64_t& rest_at) {
        hub_at = __atomic_fetch_add(&s.state->hub_end, hub_count, __ATOMIC_RELAXED);
        rest_at = __atomic_fetch_add(&s.state->end, rest_count, __ATOMIC_RELAXED);
        const int64_t most = a.graph.entries / 2;
        if (hub_at + hub_count <= most && rest_at + rest_count <= most) return true;
        team.fail(GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "the graph is not symmetric");
        return false;
    }

    void copy(const Buffers& b, int64_t hub_at, int64_t rest_at) {
        __builtin_memcpy(s.hub_neighbours + hub_at, b.hubs, sizeof *b.hubs * static_cast<size_t>(b.hub_count));
        __builtin_memcpy(s.neighbours + rest_at, b.rest, sizeof *b.rest * static_cast<size_t>(b.rest_count));
    }

    // Adds those of some neighbours of u that have smaller numbers. With arcs, the lowest bit says whether there are two.
    void take(int64_t u, int64_t begin, int64_t end, Buffers& b) {
        if (a.arcs != nullptr) take_arcs(u, begin, end, b);
        else take_plain(u, begin, end, b);
    }

    void take_arcs(int64_t u, int64_t begin, int64_t end, Buffers& b) {
        for (int64_t e = begin; e < end; e++) {
            const uint32_t r = static_cast<uint32_t>(s.rank[a.graph.neighbours[e]]);
            b.rest[b.rest_count] = (r << 1) + (a.arcs[e] > 1);
            b.rest_count += r < static_cast<uint64_t>(u);
        }
    }

#if defined(__AVX512BW__)
    void take_plain(int64_t u, int64_t begin, int64_t end, Buffers& b) {
        const __m512i below = _mm512_set1_epi32(static_cast<int32_t>(u));
        const __m512i hubs = _mm512_set1_epi32(static_cast<int32_t>(s.hubs));
        uint16_t* hub = b.hubs + b.hub_count;
        uint32_t* rest = b.rest + b.rest_count;
        for (int64_t e = begin; e < end; e += 16) {
            const __mmask16 inside = static_cast<__mmask16>(end - e >= 16 ? 0xffff : (1 << (end - e)) - 1);
            const __m512i v = _mm512_maskz_loadu_epi32(inside, a.graph.neighbours + e);
            const __m512i r = _mm512_mask_i32gather_epi32(below, inside, v, s.rank, 4);
            const __mmask16 smaller = _mm512_cmplt_epi32_mask(r, below);
            const __mmask16 near = _mm512_mask_cmplt_epi32_mask(smaller, r, hubs);
            const __mmask16 far = static_cast<__mmask16>(smaller & ~near);
            _mm256_storeu_si256(
                reinterpret_cast<__m256i*>(hub), _mm512_cvtepi32_epi16(_mm512_maskz_compress_epi32(near, r)));
            hub += __builtin_popcount(near);
            _mm512_storeu_si512(rest, _mm512_maskz_compress_epi32(far, r));
            rest += __builtin_popcount(far);
        }
        b.hub_count = hub - b.hubs;
        b.rest_count = rest - b.rest;
    }
#else
    void take_plain(int64_t u, int64_t begin, int64_t end, Buffers& b) {
        const int64_t hubs = s.hubs;
        int64_t hub_count = b.hub_count, rest_count = b.rest_count;
        for (int64_t e = begin; e < end; e++) {
            const int64_t r = s.rank[a.graph.neighbours[e]];
            b.hubs[hub_count] = static_cast<uint16_t>(r);
            b.rest[rest_count] = static_cast<uint32_t>(r);
            hub_count += r < u && r < hubs;
            rest_count += r < u && r >= hubs;
        }
        b.hub_count = hub_count;
        b.rest_count = rest_count;
    }
#endif

    // Rows are met in no order of memory: what they begin with is asked for ahead.
    void prefetch(int64_t u) const {
        if (u + 2 * ahead < n) __builtin_prefetch(&a.graph.offsets[s.order[u + 2 * ahead]]);
        if (u + ahead >= n) return;
        const char* const row = reinterpret_cast<const char*>(a.graph.neighbours + a.graph.offsets[s.order[u + ahead]]);
        for (int64_t line = 0; line < 3; line++) __builtin_prefetch(row + 64 * line);
    }

    int32_t* histogram(uint32_t worker) const { return s.histograms + static_cast<int64_t>(worker) * csr::degree_keys; }

    const gatun_csr_triangles_args& a;
    Team& team;
    const int64_t n;
    const TrianglesScratch& s;
};

}  // namespace

}  // namespace gatun::GATUN_TIER
