// Minimum spanning forest by Boruvka's algorithm. One build serves all CPU tiers: rows are short and labels are read at
// random, which wider registers do not speed up.
#define GATUN_TIER base

#include "csr/csr_spanning.hpp"

#include "core/error.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"

namespace {

using gatun::base::RowBlocks;
using gatun::base::Team;
using gatun::csr::SpanningScratch;
using gatun::csr::SpanningWeights;

// Vertices, or work in entries, that a worker takes at a time.
constexpr int64_t chunk = 1 << 13;
constexpr int64_t chunk_work = 1 << 16;

// Entries of one row between two looks at the cancel flag.
constexpr int64_t longest_piece = 1 << 18;

// Vertices looked through before their edges are put into the forest.
constexpr int64_t piece = 512;

template <class T>
T load(const T& from) {
    return __atomic_load_n(&from, __ATOMIC_RELAXED);
}

template <class T>
void store(T& to, T value) {
    __atomic_store_n(&to, value, __ATOMIC_RELAXED);
}

template <class W>
class Spanning {
  public:
    Spanning(gatun_csr_spanning_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), offsets(args.graph.offsets), neighbours(args.graph.neighbours),
          weights(args.graph), s(n, args.scratch, args.scratch_bytes),
          out_weights(static_cast<int64_t*>(args.weights)) {}

    int32_t run() {
        if (!begin()) return team.status();
        if (!scan<true>()) return end_scan();
        for (int64_t before = 0;;) {
            if (!hang()) return team.status();
            const int64_t edges = s.state->edges;  // nobody adds any before the next barrier
            if (edges == before) break;
            before = edges;
            if (!relabel() || !choose() || !scan<false>()) return team.status();
        }
        if (!check() || !sort()) return team.status();
        if (team.first()) add_up();
        team.barrier();
        return team.status();
    }

  private:
    struct Edge {
        typename SpanningWeights<W>::Key key;
        int32_t target;  // -1 when there is none
        int64_t entry;
    };

    bool begin() {
        if (team.first()) {
            team.set_total(n);
            *s.state = gatun::csr::SpanningState{};
            s.state->passed_over = -1;
        }
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) s.labels[v] = s.parents[v] = static_cast<int32_t>(v);
        });
    }

    // Finds every vertex's lightest entry out of its component and every component's lightest edge. At first each
    // vertex is a component. An entry once found stays the lightest until it leads inside.
    template <bool at_first>
    bool scan() {
        const RowBlocks blocks(a.graph, chunk_work, INT32_MAX);
        return team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            const int64_t from = blocks.begin(block), to = blocks.begin(block + 1);
            for (int64_t v = from; v < to; v++) {
                if constexpr (at_first) {
                    const bool found = pick<true>(v, static_cast<int32_t>(v));
                    s.best[v] = found ? static_cast<int32_t>(v) : -1;
                } else {
                    pick_again(static_cast<int32_t>(v));
                }
            }
        });
    }

    // After the first scan: a weight that is no number, or cancelled.
    int32_t end_scan() {
        const int32_t ended = team.status();
        const int64_t position = team.first_fault();
        team.barrier();  // all have read both before the details are written
        if (ended != GATUN_STATUS_OK) return ended;
        if (team.first()) team.fail(GATUN_STATUS_INVALID_ARGUMENT, position, 0, "weight is NaN");
        return GATUN_STATUS_INVALID_ARGUMENT;
    }

    void pick_again(int32_t v) {
        if (s.goals[v] < 0) return;
        const int32_t label = s.labels[v];
        if (label == s.state->passed_over) return;
        if (s.labels[s.goals[v]] == label && !pick<false>(v, label)) return;
        int32_t known = __atomic_load_n(&s.best[label], __ATOMIC_ACQUIRE);
        while ((known < 0 || is_lighter(v, known)) &&
               !__atomic_compare_exchange_n(&s.best[label], &known, v, true, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
        }
    }

    // The entry of a row that leads out of a component and is first by weight, then by neighbour: for one vertex that
    // is the order of edges too. Whether there is one.
    template <bool at_first>
    bool pick(int64_t v, int32_t label) {
        Edge edge{0, -1, 0};
        const int64_t end = offsets[v + 1];
        for (int64_t begin = offsets[v]; begin < end && !team.stopping(); begin += longest_piece) {
            lightest<at_first>(edge, label, begin, begin + longest_piece < end ? begin + longest_piece : end);
        }
        s.picks[v] = edge.entry;
        s.goals[v] = edge.target;
        return edge.target >= 0;
    }

    // Weights first: few are less than the least so far, and only those ask where they lead.
    template <bool at_first>
    void lightest(Edge& found, int32_t label, int64_t begin, int64_t end) {
        Edge best = found;
        const bool sorted = a.graph.sorted != 0;
        for (int64_t e = begin; e < end; e++) {
            if (at_first && weights.is_nan(e)) return team.note_fault(e);
            const auto key = weights.key(e);
            if (best.target >= 0 && (key > best.key || (key == best.key && sorted))) {
                if (weights.constant) break;
                continue;
            }
            const int32_t target = neighbours[e];
            if (best.target >= 0 && key == best.key && target > best.target) continue;
            // As a branch: a choice would make every comparison wait for the label before it.
            if (__builtin_expect((at_first ? target : s.labels[target]) == label, 0)) continue;
            best = Edge{key, target, e};
        }
        found = best;
    }

    // Whether the pick of one vertex comes before that of another.
    bool is_lighter(int32_t u, int32_t v) const {
        const int64_t e = s.picks[u], f = s.picks[v];
        const auto key = weights.key(e), other_key = weights.key(f);
        if (key != other_key) return key < other_key;
        const int32_t target = s.goals[u], other = s.goals[v];
        const int32_t low = u < target ? u : target, other_low = v < other ? v : other;
        if (low != other_low) return low < other_low;
        return (u < target ? target : u) < (v < other ? other : v);
    }

    // Hangs every component under the one that its best edge leads to, and keeps that edge. Of two that chose each
    // other, which is over the same edge, the smaller is left where it is.
    bool hang() {
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v += piece) hang_some(v, v + piece < to ? v + piece : to);
        });
    }

    // In several passes, each of which asks for what the next one reads.
    void hang_some(int64_t from, int64_t to) {
        int32_t roots[piece], above[piece], back[piece];
        int32_t count = 0, hung = 0;
        for (int64_t c = from; c < to; c++) {
            roots[count] = static_cast<int32_t>(c);
            count += s.best[c] >= 0;
        }
        for (int32_t i = 0; i < count; i++) {
            above[i] = s.labels[s.goals[s.best[roots[i]]]];
            __builtin_prefetch(&s.best[above[i]]);
        }
        for (int32_t i = 0; i < count; i++) {
            back[i] = s.best[above[i]];
            if (back[i] >= 0) __builtin_prefetch(&s.goals[back[i]]);
        }
        for (int32_t i = 0; i < count; i++) {
            const int32_t c = roots[i];
            const bool stays = c < above[i] && back[i] >= 0 && s.labels[s.goals[back[i]]] == c;
            s.parents[c] = stays ? c : above[i];
            roots[hung] = s.best[c];
            hung += !stays;
        }
        if (hung > 0) keep(roots, hung);
    }

    // Writes edges to the outputs, as they come.
    void keep(const int32_t* vertices, int32_t count) {
        const int64_t at = __atomic_fetch_add(&s.state->edges, count, __ATOMIC_RELAXED);
        if (at + count > n - 1) {
            disagree();
            return;
        }
        for (int32_t i = 0; i < count; i++) {
            const int32_t v = vertices[i], target = s.goals[v];
            a.sources[at + i] = v < target ? v : target;
            a.targets[at + i] = v < target ? target : v;
            out_weights[at + i] = weights.bits(s.picks[v]);
        }
        team.advance(count);
    }

    // With one weight an edge, components never hang in a circle.
    void disagree() { team.fail(GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "the rows of an edge disagree about it"); }

    bool relabel() {
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                s.labels[v] = root(s.labels[v]);
                s.best[v] = -1;
            }
        });
    }

    // Climbs to the top, and halves the way of whoever comes next.
    int32_t root(int32_t c) {
        int32_t up = load(s.parents[c]);
        for (int64_t steps = 0; steps <= n; steps++) {
            const int32_t above = load(s.parents[up]);
            if (above == up) return up;
            store(s.parents[c], above);
            c = above;
            up = load(s.parents[c]);
        }
        disagree();
        return up;
    }

    // Draws vertices and passes over their most frequent component from now on. Which one it is has no influence on
    // the result.
    bool choose() {
        if (team.first()) {
            constexpr int32_t samples = 512;
            constexpr uint32_t slot_bits = 10;
            int32_t labels[1 << slot_bits], counts[1 << slot_bits] = {}, most = 0;
            uint64_t random = 1;
            for (int32_t i = 0; i < samples; i++) {
                random = random * 6364136223846793005u + 1442695040888963407u;
                const int32_t label = s.labels[(random >> 32) * static_cast<uint64_t>(n) >> 32];
                uint32_t slot = static_cast<uint32_t>(label) * 2654435769u >> (32 - slot_bits);
                while (counts[slot] != 0 && labels[slot] != label) slot = (slot + 1) % (1u << slot_bits);
                labels[slot] = label;
                if (++counts[slot] > most) {
                    most = counts[slot];
                    s.state->passed_over = label;
                }
            }
        }
        return team.running();
    }

    // A forest has one tree more for every edge less.
    bool check() {
        const bool counted = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t roots = 0;
            for (int64_t v = from; v < to; v++) roots += s.labels[v] == v;
            __atomic_fetch_add(&s.state->roots, roots, __ATOMIC_RELAXED);
        });
        if (!counted) return false;
        if (team.first() && s.state->roots + s.state->edges != n) disagree();
        return team.running();
    }

    // Two counting sorts, by target and then by source. The first takes edges of one target in any order.
    bool sort() {
        const int64_t edges = s.state->edges;
        int32_t *const sources = s.labels, *const targets = s.parents, *const ends = s.best;
        int64_t* const bits = s.picks;
        return count(a.targets) && team.for_chunks(edges, chunk, [&](int64_t from, int64_t to) {
            for (int64_t i = from; i < to; i++) {
                const int32_t at = __atomic_fetch_add(&ends[a.targets[i]], 1, __ATOMIC_RELAXED);
                sources[at] = a.sources[i];
                targets[at] = a.targets[i];
                bits[at] = out_weights[i];
            }
        }) && count(sources) && place_by_source();
    }

    // Where the edges of each vertex begin.
    bool count(const int32_t* ids) {
        int32_t* const begins = s.best;
        const bool cleared = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) begins[v] = 0;
        });
        const bool counted = cleared && team.for_chunks(s.state->edges, chunk, [&](int64_t from, int64_t to) {
            for (int64_t i = from; i < to; i++) __atomic_fetch_add(&begins[ids[i]], 1, __ATOMIC_RELAXED);
        });
        if (!counted) return false;
        if (team.first()) {
            int32_t sum = 0;
            for (int64_t v = 0; v < n; v++) {
                const int32_t here = begins[v];
                begins[v] = sum;
                sum += here;
            }
        }
        return team.running();
    }

    // Each worker reads all edges and places those of its part of the sources, in order.
    bool place_by_source() {
        int64_t first, last;
        team.share(n, 1, first, last);
        const int64_t edges = s.state->edges;
        for (int64_t from = 0; from < edges && !team.stopping(); from += longest_piece) {
            const int64_t to = from + longest_piece < edges ? from + longest_piece : edges;
            for (int64_t i = from; i < to; i++) {
                const int32_t source = s.labels[i];
                if (source < first || source >= last) continue;
                const int32_t at = s.best[source]++;
                a.sources[at] = source;
                a.targets[at] = s.parents[i];
                out_weights[at] = s.picks[i];
            }
        }
        return team.running();
    }

    void add_up() {
        const int64_t edges = a.edges = s.state->edges;
        a.total = 0;
        a.total_float = 0;
        if constexpr (SpanningWeights<W>::integer) {
            __extension__ __int128 total = 0;
            for (int64_t i = 0; i < edges; i++) total += out_weights[i];
            a.total = static_cast<int64_t>(total);
            if (a.total != total) team.fail(GATUN_STATUS_OVERFLOW, -1, 0, "the total weight does not fit 64 bits");
        } else {
            for (int64_t i = 0; i < edges; i++) a.total_float += __builtin_bit_cast(double, out_weights[i]);
        }
    }

    gatun_csr_spanning_args& a;
    Team& team;
    const int64_t n;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    const SpanningWeights<W> weights;
    const SpanningScratch s;
    int64_t* const out_weights;  // doubles as their bits
};

int32_t run(gatun_csr_spanning_args& args, Team& team) {
    switch (args.graph.weight_type) {
        case GATUN_WEIGHT_INT32: return Spanning<int32_t>(args, team).run();
        case GATUN_WEIGHT_INT64: return Spanning<int64_t>(args, team).run();
        case GATUN_WEIGHT_FLOAT32: return Spanning<float>(args, team).run();
        case GATUN_WEIGHT_FLOAT64: return Spanning<double>(args, team).run();
        default: return Spanning<void>(args, team).run();
    }
}

const char* problem(const gatun_csr_spanning_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr || a.graph.vertices <= 1) return wrong;
    if (a.sources == nullptr) return "sources is NULL";
    if (a.targets == nullptr) return "targets is NULL";
    if (a.weights == nullptr) return "weights to fill is NULL";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_spanning_scratch(int64_t vertices, uint32_t) {
    return SpanningScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_spanning(gatun_csr_spanning_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices == 0) {
        if (worker == 0) {
            args->edges = args->total = 0;
            args->total_float = 0;
        }
        return GATUN_STATUS_OK;
    }
    if (!SpanningScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return run(*args, all);
}
}
