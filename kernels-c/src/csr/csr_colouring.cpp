// Greedy colouring and independent sets. One build serves all CPU tiers: the work is random reads of colours.
#define GATUN_TIER base

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_both_ways.hpp"
#include "csr/csr_problem.hpp"
#include "gatun/csr_colouring.h"

namespace {

using gatun::Scratch;
using gatun::base::BothWays;
using gatun::base::Team;
using gatun::base::wait_step;

// Vertices that a worker takes at a time. Few: the next worker's may have to wait for them.
constexpr int64_t chunk = 256;

// Entries of one row, and vertices, between two looks at the cancel flag.
constexpr int64_t longest_piece = 1 << 18;

// Rows are asked for so many vertices ahead, colours so many entries ahead.
constexpr int64_t rows_ahead = 8;
constexpr int64_t colours_ahead = 16;

// Colours looked for in one pass over a row.
constexpr int32_t window_words = 8;
constexpr int32_t window = 64 * window_words;

struct ColouringScratch {
    ColouringScratch(int64_t vertices, int32_t order, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = order == GATUN_GREEDY_ID || vertices < 0 ? 0 : static_cast<uint64_t>(vertices);
        count = scratch.take<int64_t>(1);
        sequence = scratch.take<int32_t>(n);
        starts = scratch.take<int32_t>(n + 2);
    }

    Scratch scratch;
    int64_t* count;
    int32_t* sequence;  // vertices in their order; unused when that is by id
    int32_t* starts;    // places of the first vertex of each degree
};

// A vertex without a colour holds its complemented place in the order instead. Whoever looks at a neighbour that has a
// colour need not ask whether that is earlier: a later one would have had to wait. (It has not if it is not in the
// independent set because of another neighbour, but then it does not count either.)
class Colouring {
  public:
    Colouring(gatun_csr_colouring_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), edges(args.graph, args.in_graph),
          s(n, args.order, args.scratch, args.scratch_bytes), colours(args.colours) {}

    int32_t run() {
        if (team.first()) {
            team.set_total(n);
            *s.count = 0;
            if (a.order != GATUN_GREEDY_ID) sort_by_degree();
        }
        if (!team.running()) return team.status();
        const bool ready = team.for_chunks(n, longest_piece, [&](int64_t from, int64_t to) {
            for (int64_t i = from; i < to; i++) colours[vertex(i)] = static_cast<int32_t>(~i);
        });
        if (!ready || !(a.independent != 0 ? choose() : colour())) return team.status();
        if (team.first()) a.count = *s.count;
        return GATUN_STATUS_OK;
    }

  private:
    int32_t vertex(int64_t place) const {
        return a.order == GATUN_GREEDY_ID ? static_cast<int32_t>(place) : s.sequence[place];
    }

    int64_t key(int64_t v) const {
        const int64_t degree = edges.degree(v) < n ? edges.degree(v) : n;
        return a.order == GATUN_GREEDY_LARGEST_FIRST ? n - degree : degree;
    }

    // A counting sort.
    void sort_by_degree() {
        for (int64_t k = 0; k < n + 2; k++) s.starts[k] = 0;
        for (int64_t v = 0; v < n && !stops(v); v++) s.starts[key(v) + 1]++;
        for (int64_t k = 1; k < n + 2; k++) s.starts[k] += s.starts[k - 1];
        for (int64_t v = 0; v < n && !stops(v); v++) s.sequence[s.starts[key(v)]++] = static_cast<int32_t>(v);
    }

    bool stops(int64_t v) const { return v % longest_piece == 0 && team.stopping(); }

    bool colour() {
        return each_vertex([&](int32_t v) {
            int32_t chosen = -1;
            for (int32_t from = 0; chosen < 0; from += window) {
                uint64_t taken[window_words] = {};
                const bool all = each_colour(v, [&](int32_t colour) {
                    const uint32_t k = static_cast<uint32_t>(colour - from);
                    if (k < window) taken[k / 64] |= 1ull << (k % 64);
                    return true;
                });
                if (!all) return static_cast<int64_t>(0);
                for (int32_t word = 0; word < window_words && chosen < 0; word++) {
                    if (~taken[word] != 0) chosen = from + 64 * word + __builtin_ctzll(~taken[word]);
                }
            }
            set(v, chosen);
            return static_cast<int64_t>(chosen) + 1;
        },
            [](int64_t a, int64_t b) { return a > b ? a : b; });
    }

    bool choose() {
        return each_vertex([&](int32_t v) {
            const bool chosen = each_colour(v, [&](int32_t taken) { return taken == 0; });
            set(v, chosen);
            return static_cast<int64_t>(chosen);
        },
            [](int64_t a, int64_t b) { return a + b; });
    }

    // Calls body(vertex) for all of them in order, and merges what it returns into the count.
    template <class Body, class Merge>
    bool each_vertex(Body&& body, Merge&& merge) {
        int64_t count = 0;
        team.take_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t i = from; i < to && !team.stopping(); i++) {
                if (i + rows_ahead < n) edges.prefetch(vertex(i + rows_ahead));
                count = merge(count, body(vertex(i)));
            }
            team.advance(to - from);
        });
        int64_t known = __atomic_load_n(s.count, __ATOMIC_RELAXED);
        while (!__atomic_compare_exchange_n(
            s.count, &known, merge(known, count), false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
        return team.end_chunks([] {});
    }

    // Calls body(colour) for each earlier neighbour, until it is false. Returns whether it never was, nor the call
    // ended.
    template <class Body>
    bool each_colour(int32_t v, Body&& body) {
        const int32_t own = colours[v];
        return edges.each_piece(v, longest_piece, [&](const int32_t* neighbours, int64_t count) {
            for (int64_t i = 0; i < count; i++) {
                __builtin_prefetch(&colours[neighbours[i + colours_ahead < count ? i + colours_ahead : i]]);
                int32_t colour = get(neighbours[i]);
                if (colour < 0) {
                    if (colour <= own) continue;  // later, or the vertex itself
                    for (int step = 0; (colour = get(neighbours[i])) < 0; step++) {
                        if (team.stopping()) return false;
                        wait_step(step);
                    }
                }
                if (!body(colour)) return false;
            }
            return !team.stopping();
        });
    }

    int32_t get(int32_t v) const { return __atomic_load_n(&colours[v], __ATOMIC_RELAXED); }
    void set(int32_t v, int32_t colour) const { __atomic_store_n(&colours[v], colour, __ATOMIC_RELAXED); }

    gatun_csr_colouring_args& a;
    Team& team;
    const int64_t n;
    const BothWays edges;
    const ColouringScratch s;
    int32_t* const colours;
};

const char* problem(const gatun_csr_colouring_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr) wrong = gatun::csr::problem(a.in_graph, worker, workers);
    if (wrong == nullptr) wrong = BothWays::problem(a.graph, a.in_graph);
    if (wrong != nullptr) return wrong;
    if (a.order < GATUN_GREEDY_ID || a.order > GATUN_GREEDY_SMALLEST_FIRST) return "unknown order";
    return a.graph.vertices > 0 && a.colours == nullptr ? "colours is NULL" : nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_colouring_scratch(int64_t vertices, int32_t order, uint32_t) {
    return ColouringScratch(vertices, order, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_colouring(gatun_csr_colouring_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (!ColouringScratch(args->graph.vertices, args->order, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return Colouring(*args, all).run();
}
}
