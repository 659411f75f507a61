// Random walks. One build serves all CPU tiers: a step is a few random reads. Each worker takes many walks a step at a
// time, so that their reads overlap.
#define GATUN_TIER base

#include "csr/csr_walks.hpp"

#include "core/error.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"

namespace {

using gatun::base::RowBlocks;
using gatun::base::Team;
using gatun::csr::EntryWeights;
using gatun::csr::EvenSteps;
using gatun::csr::WalkRandom;
using gatun::csr::WalksScratch;
using gatun::csr::WeightedSteps;

// Walks that a worker makes at the same time.
constexpr int64_t together = 128;

// Edges that a second-order step draws before it looks at all of the row, or as many as the row has.
constexpr int64_t least_draws = 32;

// Work in entries that a worker sums weights of at a time.
constexpr int64_t chunk_work = 1 << 16;

// Steps, or entries, between two looks at the cancel flag.
constexpr int64_t patience = 1 << 16;

// Adds up the weights of each row; false when the call is over.
template <class Weight>
bool sum_weights(const gatun_csr& graph, double* sums, Team& team) {
    const EntryWeights<Weight> weights(graph);
    const RowBlocks blocks(graph, chunk_work, INT32_MAX);
    return team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
        const int64_t from = blocks.begin(block), to = blocks.begin(block + 1);
        for (int64_t v = from; v < to; v++) {
            double sum = 0;
            for (int64_t e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
                sum += weights.times(e, 1);
                if (!weights.usable(e) || !(sum < __builtin_huge_val())) return team.note_fault(e);
                sums[e] = sum;
                if (e % patience == 0 && team.stopping()) return;
            }
        }
    });
}

bool sum_weights(const gatun_csr& graph, double* sums, Team& team) {
    switch (graph.weight_type) {
        case GATUN_WEIGHT_INT32: return sum_weights<int32_t>(graph, sums, team);
        case GATUN_WEIGHT_INT64: return sum_weights<int64_t>(graph, sums, team);
        case GATUN_WEIGHT_FLOAT32: return sum_weights<float>(graph, sums, team);
        case GATUN_WEIGHT_FLOAT64: return sum_weights<double>(graph, sums, team);
        default: return team.running();
    }
}

template <class Steps, bool second_order>
class Walks {
  public:
    Walks(gatun_csr_walks_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), offsets(args.graph.offsets), neighbours(args.graph.neighbours),
          steps(WalksScratch(args.graph, args.scratch, args.scratch_bytes).sums), back(1 / args.p), away(1 / args.q),
          most(back > 1 ? (back > away ? back : away) : away > 1 ? away : 1) {}

    int32_t run() {
        return team.for_chunks(a.walk_count, together, [&](int64_t from, int64_t to) {
            walk(from, static_cast<int32_t>(to - from));
            team.advance(to - from);
        }) ? GATUN_STATUS_OK : team.status();
    }

  private:
    struct Walk {
        WalkRandom random;
        int32_t at;      // -1 when it has ended
        int32_t before;  // -1 at its start
    };

    void walk(int64_t from, int32_t count) {
        Walk walks[together];
        for (int32_t i = 0; i < count; i++) {
            const int64_t k = a.first_walk + from + i;
            const int32_t start = a.starts != nullptr ? a.starts[k % a.start_count] : static_cast<int32_t>(k % n);
            walks[i] = Walk{WalkRandom(a.seed, k), start, -1};
            row(from + i)[0] = start;
            __builtin_prefetch(&offsets[start]);
        }
        for (int64_t step = 1; step < a.length; step++) {
            if (step % (patience / together) == 0 && team.stopping()) return;
            if constexpr (second_order) step_second(walks, from, count, step);
            else step_first(walks, from, count, step);
        }
    }

    int32_t* row(int64_t walk) const { return a.walks + walk * a.length; }

    // Picks entries first and reads them then: meanwhile they arrive.
    void step_first(Walk* walks, int64_t from, int32_t count, int64_t step) {
        int64_t picks[together];
        for (int32_t i = 0; i < count; i++) {
            Walk& w = walks[i];
            picks[i] = w.at < 0 ? -1 : steps.pick(offsets[w.at], offsets[w.at + 1], w.random.next());
            if (picks[i] >= 0) __builtin_prefetch(&neighbours[picks[i]]);
        }
        for (int32_t i = 0; i < count; i++) {
            const int32_t next = picks[i] >= 0 ? neighbours[picks[i]] : -1;
            walks[i].at = row(from + i)[step] = next;
            if (next >= 0) __builtin_prefetch(&offsets[next]);
        }
    }

    void step_second(Walk* walks, int64_t from, int32_t count, int64_t step) {
        for (int32_t i = 0; i < count; i++) {
            if (walks[i].at >= 0) __builtin_prefetch(&neighbours[offsets[walks[i].at]]);
        }
        for (int32_t i = 0; i < count; i++) {
            Walk& w = walks[i];
            const int32_t next = w.at < 0 ? -1 : second(w);
            w.before = w.at;
            w.at = row(from + i)[step] = next;
            if (next >= 0) __builtin_prefetch(&offsets[next]);
        }
    }

    int32_t second(Walk& w) {
        const int64_t begin = offsets[w.at], end = offsets[w.at + 1];
        const int64_t draws = end - begin > least_draws ? end - begin : least_draws;
        for (int64_t draw = 1; draw <= draws; draw++) {
            const int64_t e = steps.pick(begin, end, w.random.next());
            if (e < 0) return -1;
            const int32_t to = neighbours[e];
            if (w.before < 0 || keeps(w.before, to, w.random.fraction() * most)) return to;
            if (draw % patience == 0 && team.stopping()) return -1;
        }
        return from_all(w, begin, end);
    }

    // Whether a number is below the factor of an edge, without a search where every factor says the same.
    bool keeps(int32_t before, int32_t to, double number) const {
        if (to == before) return number < back;
        return number < (away < 1 ? away : 1) || (number < (away > 1 ? away : 1) && number < factor(before, to));
    }

    double factor(int32_t before, int32_t to) const {
        return to == before ? back : has_edge(before, to) ? 1 : away;
    }

    bool has_edge(int32_t u, int32_t v) const {
        int64_t low = offsets[u], high = offsets[u + 1];
        if (!a.graph.sorted) {
            while (low < high && neighbours[low] != v) low++;
            return low < high;
        }
        const int64_t end = high;
        while (low < high) {
            const int64_t middle = low + (high - low) / 2;
            if (neighbours[middle] < v) low = middle + 1;
            else high = middle;
        }
        return low < end && neighbours[low] == v;
    }

    // Two passes over the row: the sum, and the first entry that brings it above the number drawn.
    int32_t from_all(Walk& w, int64_t begin, int64_t end) {
        double all = 0;
        for (int64_t e = begin; e < end; e++) {
            all += steps.weight(begin, e) * factor(w.before, neighbours[e]);
            if (e % patience == 0 && team.stopping()) return -1;
        }
        const double wanted = w.random.fraction() * all;
        double sum = 0;
        int32_t last = -1;
        for (int64_t e = begin; e < end; e++) {
            const double weight = steps.weight(begin, e);
            if (weight == 0) continue;
            last = neighbours[e];
            sum += weight * factor(w.before, last);
            if (sum > wanted) break;
            if (e % patience == 0 && team.stopping()) return -1;
        }
        return last;
    }

    gatun_csr_walks_args& a;
    Team& team;
    const int64_t n;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    const Steps steps;
    const double back, away, most;
};

// Looks at starts and weights; false when the call is over.
bool prepare(gatun_csr_walks_args& a, Team& team, int32_t& status) {
    if (team.first()) team.set_total(a.walk_count);
    bool starts_are_right = true;
    if (a.starts != nullptr) {
        starts_are_right = team.for_chunks(a.start_count, patience, [&](int64_t from, int64_t to) {
            for (int64_t i = from; i < to; i++) {
                if (a.starts[i] < 0 || a.starts[i] >= a.graph.vertices) return team.note_fault(i);
            }
        });
    }
    double* const sums = WalksScratch(a.graph, a.scratch, a.scratch_bytes).sums;
    if (starts_are_right && sum_weights(a.graph, sums, team)) return true;
    status = team.status();
    const int64_t position = team.first_fault();
    team.barrier();  // all have read both before the details are written
    if (status != GATUN_STATUS_OK) return false;
    status = starts_are_right ? GATUN_STATUS_INVALID_ARGUMENT : GATUN_STATUS_OUT_OF_RANGE;
    if (team.first()) {
        team.fail(status, position, starts_are_right ? 0 : a.starts[position],
            starts_are_right ? "weight or sum of weights is not a finite number from 0 up" : "start out of range");
    }
    return false;
}

int32_t run(gatun_csr_walks_args& args, Team& team) {
    int32_t status = GATUN_STATUS_OK;
    if (!prepare(args, team, status)) return status;
    const bool second_order = args.p != 1 || args.q != 1;
    if (args.graph.weight_type == GATUN_WEIGHT_NONE) {
        return second_order ? Walks<EvenSteps, true>(args, team).run() : Walks<EvenSteps, false>(args, team).run();
    }
    return second_order ? Walks<WeightedSteps, true>(args, team).run() : Walks<WeightedSteps, false>(args, team).run();
}

bool is_factor(double x) { return x > 0 && x < __builtin_huge_val() && 1 / x < __builtin_huge_val(); }

const char* problem(const gatun_csr_walks_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.length < 1 || a.length > INT32_MAX) return "length not in 1 .. 2^31 - 1";
    if (a.first_walk < 0 || a.walk_count < 0 || a.first_walk > INT64_MAX - a.walk_count) return "walks out of range";
    if (a.walk_count > INT64_MAX / 4 / a.length) return "too many walks";
    if (!is_factor(a.p) || !is_factor(a.q)) return "p or q is not a finite number above 0";
    if (a.walk_count == 0) return nullptr;
    if (a.walks == nullptr) return "walks is NULL";
    if (a.starts == nullptr ? a.graph.vertices == 0 : a.start_count < 1) return "no vertex to start at";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_walks_scratch(const gatun_csr* graph, uint32_t) {
    const uint64_t bytes = graph == nullptr ? 0 : WalksScratch(*graph, nullptr, 0).scratch.bytes();
    return bytes + 64;  // never none, so that there is always an address to give
}

int32_t gatun_csr_walks(gatun_csr_walks_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->walk_count == 0) return GATUN_STATUS_OK;
    if (!WalksScratch(args->graph, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return run(*args, all);
}
}
