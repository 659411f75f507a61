#include "core/team.hpp"
#include "csr/csr_msbfs.hpp"
#include "csr/csr_msbfs_lanes.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::MsbfsState;

constexpr int64_t chunk = 2048;              // vertices a worker takes at a time, whole bitmap words
constexpr int64_t longest_piece = 1 << 16;   // entries of one row between two looks at the cancel flag
constexpr int64_t dense_above = 16;          // levels with more than 1 / so much of all edges do not mark
constexpr int64_t lanes_ahead = 12;          // entries whose lanes are asked for

template <int words>
class Searches {
    using Lanes = LanesOf<words>;

  public:
    Searches(const gatun_csr_msbfs_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), s(n, args.source_count, args.scratch, args.scratch_bytes),
          state(*s.state), seen(reinterpret_cast<Lanes*>(s.seen)), front(reinterpret_cast<Lanes*>(s.reach[0])),
          next(reinterpret_cast<Lanes*>(s.reach[1])), active(s.active[0]), next_active(s.active[1]),
          vertex_sums(a.vertex_reached != nullptr || a.vertex_distances != nullptr || a.vertex_inverses != nullptr) {}

    int32_t run() {
        if (!begin()) return team.status();
        for (int64_t first = 0; first < a.source_count; first += csr::most_lanes) {
            if (!batch(first)) return team.status();
        }
        return GATUN_STATUS_OK;
    }

  private:
    bool begin() {
        if (team.first()) {
            team.set_total(a.source_count * n);
            for (int64_t i = 0; i < a.source_count; i++) {
                const int32_t v = a.sources[i];
                if (v >= 0 && v < n) continue;
                team.fail(GATUN_STATUS_OUT_OF_RANGE, i, v, "source out of range");
                break;
            }
        }
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                if (a.vertex_reached != nullptr) a.vertex_reached[v] = 0;
                if (a.vertex_distances != nullptr) a.vertex_distances[v] = 0;
                if (a.vertex_inverses != nullptr) a.vertex_inverses[v] = 0;
            }
        });
    }

    bool batch(int64_t first) {
        lanes = a.source_count - first < csr::most_lanes ? a.source_count - first : csr::most_lanes;
        all = Lanes{};
        for (int64_t lane = 0; lane < lanes; lane++) set(all, lane);
        if (!start(first)) return false;
        bool more = n > 0;
        while (more) {
            const bool dense = state.edges > a.graph.entries / dense_above;
            if (!dense && !mark()) return false;
            if (!(dense ? collect<true>(first) : collect<false>(first))) return false;
            more = state.found;
            swap();
        }
        if (team.first()) team.set_progress((first + lanes) * n);
        return true;
    }

    static void set(Lanes& lanes, int64_t lane) {
        if constexpr (words == 1) lanes |= 1ull << lane;
        else lanes[lane >> 6] |= 1ull << (lane & 63);
    }

    // Level 0.
    bool start(int64_t first) {
        const bool cleared = team.for_chunks(s.words, chunk / 64, [&](int64_t from, int64_t to) {
            for (int64_t w = from; w < to; w++) active[w] = next_active[w] = s.done[w] = 0;
            const int64_t end = to * 64 < n ? to * 64 : n;
            for (int64_t v = from * 64; v < end; v++) seen[v] = Lanes{};
            for (int64_t i = from * 64; i < to * 64; i++) s.marks[i] = 0;
        });
        if (cleared && team.first()) {
            state = MsbfsState{};
            state.depth = 1;
            for (int64_t lane = 0; lane < lanes; lane++) begin_at(a.sources[first + lane], lane);
            for (int64_t i = first; i < first + lanes; i++) {
                if (a.reached != nullptr) a.reached[i] = 1;
                if (a.distances != nullptr) a.distances[i] = 0;
                if (a.inverses != nullptr) a.inverses[i] = 0;
                if (a.eccentricities != nullptr) a.eccentricities[i] = 0;
            }
        }
        return cleared && team.running();
    }

    void begin_at(int32_t v, int64_t lane) {
        uint64_t& word = active[v >> 6];
        const uint64_t bit = 1ull << (v & 63);
        if (!(word & bit)) state.edges += a.graph.offsets[v + 1] - a.graph.offsets[v];
        word |= bit;
        set(seen[v], lane);
        front[v] = seen[v];
        if (a.vertex_reached != nullptr) a.vertex_reached[v]++;
    }

    void swap() {
        Lanes* const lanes_now = front;
        front = next;
        next = lanes_now;
        uint64_t* const active_now = active;
        active = next_active;
        next_active = active_now;
    }

    // Marks what the level leads to. Several workers may mark the same vertex.
    bool mark() {
        return team.for_chunks(s.words, chunk / 64, [&](int64_t from, int64_t to) {
            for (int64_t w = from; w < to; w++) {
                for (uint64_t bits = active[w]; bits != 0; bits &= bits - 1) mark_row(w * 64 + __builtin_ctzll(bits));
            }
        });
    }

    void mark_row(int64_t u) {
        const int64_t end = a.graph.offsets[u + 1];
        for (int64_t e = a.graph.offsets[u]; e < end; e++) {
            __atomic_store_n(&s.marks[a.graph.neighbours[e]], 1, __ATOMIC_RELAXED);
            if ((e & (longest_piece - 1)) == 0 && team.stopping()) return;
        }
    }

    // Lets vertices collect from their in-neighbours. A chunk is whole words of the bitmaps, which so have one writer.
    template <bool dense>
    bool collect(int64_t first) {
        int64_t edges = 0;
        team.take_chunks(s.words, chunk / 64, [&](int64_t from, int64_t to) {
            for (int64_t w = from; w < to; w++) {
                uint64_t open = dense ? ~s.done[w] : marked(w) & ~s.done[w];
                if (w * 64 + 64 > n) open &= (1ull << (n & 63)) - 1;
                uint64_t found = 0;
                for (; open != 0; open &= open - 1) {
                    const int64_t v = w * 64 + __builtin_ctzll(open);
                    if (!collect_row(v)) continue;
                    found |= open & -open;
                    edges += a.graph.offsets[v + 1] - a.graph.offsets[v];
                }
                next_active[w] = found;
            }
        });
        counters.flush(state.counts);
        __atomic_fetch_add(&state.next_edges, edges, __ATOMIC_RELAXED);
        return team.end_chunks([&] { next_level(first); });
    }

    // The marks of 64 vertices, which are unmarked.
    uint64_t marked(int64_t w) {
        uint64_t bits = 0;
        for (int i = 0; i < 8; i++) {
            uint64_t eight;
            __builtin_memcpy(&eight, s.marks + w * 64 + i * 8, 8);
            bits |= (eight * 0x0102040810204080u >> 56) << (8 * i);
        }
        if (bits != 0) __builtin_memset(s.marks + w * 64, 0, 64);
        return bits;
    }

    bool collect_row(int64_t v) {
        const Lanes missing = all & ~seen[v];
        Lanes got{};
        const int32_t* const neighbours = a.in_graph.neighbours;
        const int64_t end = a.in_graph.offsets[v + 1];
        for (int64_t e = a.in_graph.offsets[v]; e < end; e++) {
            if (e + lanes_ahead < a.in_graph.entries) __builtin_prefetch(&front[neighbours[e + lanes_ahead]]);
            const int32_t u = neighbours[e];
            if (!(active[u >> 6] >> (u & 63) & 1)) continue;
            got |= front[u];
            const Lanes left = missing & ~got;
            if (!any<words>(left)) break;
            if ((e & (longest_piece - 1)) == 0 && team.stopping()) break;
        }
        got &= missing;
        if (!any<words>(got)) return false;
        next[v] = got;
        seen[v] |= got;
        const Lanes left = missing & ~got;
        if (!any<words>(left)) s.done[v >> 6] |= 1ull << (v & 63);
        counters.add(got);
        if (vertex_sums) add_to_vertex(v, got);
        return true;
    }

    void add_to_vertex(int64_t v, const Lanes& got) {
        int64_t count = 0;
        for (int i = 0; i < words; i++) count += __builtin_popcountll(word<words>(got, i));
        if (a.vertex_reached != nullptr) a.vertex_reached[v] += count;
        if (a.vertex_distances != nullptr) a.vertex_distances[v] += count * state.depth;
        if (a.vertex_inverses != nullptr) {
            a.vertex_inverses[v] += static_cast<double>(count) / static_cast<double>(state.depth);
        }
    }

    // By the last worker of a level.
    void next_level(int64_t first) {
        int64_t all_counts = 0;
        for (int64_t lane = 0; lane < lanes; lane++) {
            const int64_t count = state.counts[lane];
            if (count == 0) continue;
            all_counts += count;
            state.counts[lane] = 0;
            if (a.reached != nullptr) a.reached[first + lane] += count;
            if (a.distances != nullptr) a.distances[first + lane] += count * state.depth;
            if (a.inverses != nullptr) {
                a.inverses[first + lane] += static_cast<double>(count) / static_cast<double>(state.depth);
            }
            if (a.eccentricities != nullptr) a.eccentricities[first + lane] = state.depth;
        }
        state.found = all_counts != 0;
        state.edges = state.next_edges;
        state.next_edges = 0;
        state.depth++;
        team.advance(all_counts);
    }

    const gatun_csr_msbfs_args& a;
    Team& team;
    const int64_t n;
    const csr::MsbfsScratch s;
    MsbfsState& state;
    Lanes* const seen;
    Lanes* front;
    Lanes* next;
    uint64_t* active;
    uint64_t* next_active;
    const bool vertex_sums;
    int64_t lanes = 0;
    Lanes all{};
    LaneCounters<words> counters;
};

}  // namespace

int32_t csr_msbfs(gatun_csr_msbfs_args& args, gatun_team* shared, uint32_t worker, uint32_t workers) {
    Team team(shared, worker, workers);
    switch (csr::lane_words(args.source_count)) {
        case 1: return Searches<1>(args, team).run();
        case 2: return Searches<2>(args, team).run();
        case 4: return Searches<4>(args, team).run();
        default: return Searches<8>(args, team).run();
    }
}

}  // namespace gatun::GATUN_TIER
