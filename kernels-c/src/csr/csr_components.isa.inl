#include "core/team.hpp"
#include "csr/csr_components.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Neighbours of every vertex that are linked before the giant component is looked for.
constexpr int64_t rounds = 2;
constexpr int32_t samples = 256;
constexpr int64_t chunk_vertices = 2048;
constexpr int64_t compress_chunk = 1 << 16;

class Components {
  public:
    Components(gatun_csr_components_args& args, Team& team)
        : args(args), team(team), s(args.graph.vertices, team.workers, args.scratch, args.scratch_bytes),
          state(*s.state), n(args.graph.vertices), labels(args.labels) {}

    int32_t run() {
        if (!begin() || !link_first() || !link_rest() || !compress(true) || !count()) return team.status();
        return GATUN_STATUS_OK;
    }

  private:
    int32_t load(int32_t v) const { return __atomic_load_n(&labels[v], __ATOMIC_RELAXED); }

    // Joins the trees of u and v. A root always points to a smaller vertex, so the root that remains is the smallest
    // vertex of its tree.
    void link(int32_t u, int32_t v) {
        int32_t a = load(u), b = load(v);
        while (a != b) {
            const int32_t high = a > b ? a : b, low = a > b ? b : a;
            int32_t parent = load(high);
            if (parent == low) return;
            if (parent == high && __atomic_compare_exchange_n(
                                      &labels[high], &parent, low, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
                return;
            }
            a = load(load(high));
            b = load(low);
        }
    }

    bool begin() {
        int64_t from, to;
        team.share(n, compress_chunk, from, to);
        for (int64_t v = from; v < to; v++) labels[v] = static_cast<int32_t>(v);
        if (team.first()) team.set_total(n);
        return team.running();
    }

    // Links every vertex with its first neighbours: on most graphs that joins nearly all of the giant component.
    bool link_first() {
        const gatun_csr& g = args.graph;
        for (int64_t round = 0; round < rounds; round++) {
            const bool linked = team.for_chunks(n, chunk_vertices, [&](int64_t from, int64_t to) {
                for (int64_t v = from; v < to; v++) {
                    const int64_t e = g.offsets[v] + round;
                    if (e < g.offsets[v + 1]) link(static_cast<int32_t>(v), g.neighbours[e]);
                }
            });
            if (!linked || !compress(false)) return false;
        }
        return true;
    }

    // Points every vertex straight at its root.
    bool compress(bool last) {
        return team.for_chunks(n, compress_chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                int32_t label = load(static_cast<int32_t>(v));
                int32_t above = load(label);
                if (label == above) continue;
                while (label != above) {
                    label = above;
                    above = load(label);
                }
                __atomic_store_n(&labels[v], label, __ATOMIC_RELAXED);
            }
            if (last) team.advance(to - from);
        });
    }

    // The most frequent label among vertices picked at random. Only speed depends on it.
    int32_t most_frequent() const {
        int32_t picked[samples];
        uint64_t random = 0x9e3779b97f4a7c15u;
        for (int32_t& label : picked) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            label = labels[((random >> 32) * static_cast<uint64_t>(n)) >> 32];
        }
        int32_t best = 0, best_count = 0;
        for (const int32_t label : picked) {
            int32_t count = 0;
            for (const int32_t other : picked) count += other == label;
            if (count > best_count) {
                best_count = count;
                best = label;
            }
        }
        return best;
    }

    // Links the remaining edges, of vertices outside the giant component where in-edges are at hand: an edge into it
    // is then seen from its other end.
    bool link_rest() {
        const gatun_csr& g = args.graph;
        const gatun_csr& in = args.in_graph;
        const bool skipping = in.vertices != 0;
        const bool in_is_out = in.offsets == g.offsets;
        if (n > 0 && team.first()) state.giant = most_frequent();
        team.barrier();
        const int32_t giant = n > 0 ? state.giant : 0;
        return team.for_chunks(n, chunk_vertices, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                const int32_t u = static_cast<int32_t>(v);
                if (skipping && load(u) == giant) continue;
                for (int64_t e = g.offsets[v] + rounds; e < g.offsets[v + 1]; e++) link(u, g.neighbours[e]);
                if (!skipping || in_is_out) continue;
                for (int64_t e = in.offsets[v]; e < in.offsets[v + 1]; e++) link(u, in.neighbours[e]);
            }
        });
    }

    // Numbers the components and finds the largest. Each worker counts in a share of its own, so that numbers ascend.
    bool count() {
        int64_t from, to;
        team.share(n, 64, from, to);
        int64_t roots = 0;
        for (int64_t v = from; v < to; v++) {
            roots += labels[v] == v;
            s.sizes[v] = 0;
        }
        state.roots[team.worker] = roots;
        team.barrier();
        int64_t number = 0, all = 0;
        for (uint32_t w = 0; w < team.workers; w++) {
            number += w < team.worker ? state.roots[w] : 0;
            all += state.roots[w];
        }
        if (args.compact != nullptr) {
            for (int64_t v = from; v < to; v++) {
                if (labels[v] == v) args.compact[v] = static_cast<int32_t>(number++);
            }
        }
        count_sizes(from, to);
        team.barrier();
        if (args.compact != nullptr) {
            for (int64_t v = from; v < to; v++) {
                if (labels[v] != v) args.compact[v] = args.compact[labels[v]];
            }
        }
        find_largest(from, to);
        if (team.first()) args.count = all;
        if (!team.running()) return false;
        if (team.first()) args.largest = state.largest;
        return true;
    }

    // The giant's vertices are counted apart: adding them up in one place would make the workers queue.
    void count_sizes(int64_t from, int64_t to) {
        if (team.first()) state.largest = 0;
        const int32_t giant = n > 0 ? labels[state.giant] : 0;
        int32_t of_giant = 0;
        for (int64_t v = from; v < to; v++) {
            if (labels[v] == giant) of_giant++;
            else __atomic_fetch_add(&s.sizes[labels[v]], 1, __ATOMIC_RELAXED);
        }
        if (of_giant > 0) __atomic_fetch_add(&s.sizes[giant], of_giant, __ATOMIC_RELAXED);
    }

    void find_largest(int64_t from, int64_t to) {
        int64_t largest = 0;
        for (int64_t v = from; v < to; v++) largest = s.sizes[v] > largest ? s.sizes[v] : largest;
        int64_t known = __atomic_load_n(&state.largest, __ATOMIC_RELAXED);
        while (largest > known && !__atomic_compare_exchange_n(
                                      &state.largest, &known, largest, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
    }

    gatun_csr_components_args& args;
    Team& team;
    const csr::ComponentsScratch s;
    csr::ComponentsState& state;
    const int64_t n;
    int32_t* const labels;
};

}  // namespace

int32_t csr_components(gatun_csr_components_args& args, gatun_team* shared, uint32_t worker, uint32_t workers) {
    Team team(shared, worker, workers);
    return Components(args, team).run();
}

}  // namespace gatun::GATUN_TIER
