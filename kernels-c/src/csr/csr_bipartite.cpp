// Two sides or an odd cycle, by breadth-first search. One build serves all CPU tiers: the work is random reads of
// levels.
#define GATUN_TIER base

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_both_ways.hpp"
#include "csr/csr_problem.hpp"
#include "gatun/csr_bipartite.h"

namespace {

using gatun::Scratch;
using gatun::base::BothWays;
using gatun::base::Team;

// Vertices and entries between two looks at the cancel flag.
constexpr int64_t stride = 1 << 18;

// Rows are asked for so many vertices ahead, levels so many entries ahead.
constexpr int64_t rows_ahead = 8;
constexpr int64_t levels_ahead = 16;

struct BipartiteScratch {
    BipartiteScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        queue = scratch.take<int32_t>(vertices > 0 ? static_cast<uint64_t>(vertices) : 0);
    }

    Scratch scratch;
    int32_t* queue;
};

class Bipartite {
  public:
    Bipartite(gatun_csr_bipartite_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), edges(args.graph, args.in_graph),
          queue(BipartiteScratch(n, args.scratch, args.scratch_bytes).queue), levels(args.sides) {}

    int32_t run() {
        if (team.first()) {
            team.set_total(n);
            a.second = a.cycle_length = 0;
            for (int64_t v = 0; v < n && !pace(1); v++) levels[v] = unreached;
            for (int64_t v = 0; v < n && u == none && !pace(1); v++) {
                if (levels[v] == unreached) search(static_cast<int32_t>(v));
            }
            if (u != none) find_cycle();
            else take_sides();
            team.set_progress(n);
        }
        return team.running() ? GATUN_STATUS_OK : team.status();
    }

  private:
    static constexpr int32_t unreached = -1;
    static constexpr int32_t none = INT32_MAX;

    // To the end of the component, or of the first level with an edge inside.
    void search(int32_t root) {
        levels[root] = 0;
        queue[end++] = root;
        for (; head < end; head++) {
            const int32_t v = queue[head];
            if (u != none && levels[v] > levels[u]) return;
            if (head + rows_ahead < end) edges.prefetch(queue[head + rows_ahead]);
            if (!edges.each_piece(v, stride, [&](const int32_t* neighbours, int64_t count) {
                    look(v, neighbours, count);
                    return !pace(count);
                })) {
                return;
            }
            if (pace(1)) return;
        }
    }

    void look(int32_t from, const int32_t* neighbours, int64_t count) {
        const int32_t level = levels[from];
        for (int64_t i = 0; i < count; i++) {
            __builtin_prefetch(&levels[neighbours[i + levels_ahead < count ? i + levels_ahead : i]]);
            const int32_t neighbour = neighbours[i];
            if (levels[neighbour] == unreached) {
                levels[neighbour] = level + 1;
                queue[end++] = neighbour;
            } else if (levels[neighbour] == level && (from < u || (from == u && neighbour < v))) {
                u = from;
                v = neighbour;
            }
        }
    }

    // The way up from u is kept at the beginning of the queue's memory, that from v at its end.
    void find_cycle() {
        int64_t up = 0;
        int32_t left = u, right = v;
        while (left != right && !team.stopping()) {
            queue[up] = left;
            queue[n - 1 - up] = right;
            up++;
            left = above(left);
            right = above(right);
        }
        queue[up] = left;
        for (int64_t i = 0; i <= up; i++) a.sides[i] = queue[i];
        for (int64_t i = 0; i < up; i++) a.sides[up + 1 + i] = queue[n - up + i];
        a.cycle_length = 2 * up + 1;
    }

    // The smallest neighbour on the level before.
    int32_t above(int32_t below) {
        int32_t least = none;
        edges.each_piece(below, stride, [&](const int32_t* neighbours, int64_t count) {
            for (int64_t i = 0; i < count; i++) {
                if (levels[neighbours[i]] == levels[below] - 1 && neighbours[i] < least) least = neighbours[i];
            }
            return !pace(count);
        });
        return least == none ? below : least;  // when the call was cancelled
    }

    void take_sides() {
        for (int64_t i = 0; i < n && !pace(1); i++) {
            levels[i] &= 1;
            a.second += levels[i];
        }
    }

    // Looks at the cancel flag now and then. Whether the call ends.
    bool pace(int64_t work) {
        if ((work_left -= work) > 0) return stopped;
        work_left = stride;
        team.set_progress(end);
        return stopped = team.stopping();
    }

    gatun_csr_bipartite_args& a;
    Team& team;
    const int64_t n;
    const BothWays edges;
    int32_t* const queue;
    int32_t* const levels;
    int64_t head = 0;
    int64_t end = 0;
    int32_t u = none;  // the edge inside a level
    int32_t v = none;
    int64_t work_left = stride;
    bool stopped = false;
};

const char* problem(const gatun_csr_bipartite_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr) wrong = gatun::csr::problem(a.in_graph, worker, workers);
    if (wrong == nullptr) wrong = BothWays::problem(a.graph, a.in_graph);
    if (wrong == nullptr && a.graph.vertices > 0 && a.sides == nullptr) wrong = "sides is NULL";
    return wrong;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_bipartite_scratch(int64_t vertices, uint32_t) {
    return BipartiteScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_bipartite(gatun_csr_bipartite_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices > 0 &&
        !BipartiteScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return Bipartite(*args, all).run();
}
}
