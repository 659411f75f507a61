#include "csr/csr_sssp_parents.hpp"
#include "csr/csr_sssp_search.hpp"
#include "csr/csr_sssp_weights.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::SsspControl;
using csr::SsspScratch;

// Below so many vertices and entries together a search takes less time than workers need to meet.
constexpr int64_t small_graph = 4096;

// Bucket width: the typical weight over DIVISOR times the average degree, as a power of two.
#ifndef SSSP_DIV
#define SSSP_DIV 1
#endif
template <class W>
SsspPlan plan_for(const gatun_csr_sssp_args& args) {
    const gatun_csr& graph = args.graph;
    SsspPlan plan{};
    plan.exact = args.method == GATUN_SSSP_DIJKSTRA ||
        (args.method == GATUN_SSSP_AUTO && args.delta == 0 && graph.vertices + graph.entries < small_graph);
    if (plan.exact) return plan;
    int32_t exponent = 0;
    if (args.delta > 0) {
        exponent = exponent_of(args.delta);
        plan.width = args.delta < power_of_two(-1022) ? power_of_two(-1022) : args.delta;
    } else {
        if constexpr (!__is_same(W, SsspUnit)) {
            const int64_t degree = graph.vertices == 0 ? 0 : graph.entries / graph.vertices;
            exponent = typical_exponent(static_cast<const W*>(graph.weights), graph.entries);
            exponent -= exponent_of(degree + 1) + SSSP_DIV;
        }
        plan.width = power_of_two(exponent);
    }
    plan.shift = exponent < 0 ? 0 : exponent > 62 ? 62 : static_cast<uint32_t>(exponent);
    return plan;
}

template <class W>
class Sssp {
  public:
    Sssp(gatun_csr_sssp_args& args, Team& team)
        : args(args), team(team), n(args.graph.vertices),
          scratch(args.graph, team.workers, args.scratch, args.scratch_bytes), control(*scratch.control) {}

    int32_t run() {
        const bool done = prepare() && search();
        return done ? GATUN_STATUS_OK : team.status();
    }

  private:
    static constexpr bool floating = __is_same(W, float) || __is_same(W, double);

    bool prepare() {
        if (team.first()) {
            control = SsspControl{};
            control.bad_entry = control.beyond = INT64_MAX;
            control.largest_weight = __is_same(W, SsspUnit) ? 1 : 0;
            team.set_total(n);
            check_sources();
        }
        if (!team.running()) return false;
        if constexpr (!__is_same(W, SsspUnit)) {
            if (!check_weights(static_cast<const W*>(args.graph.weights), args.graph.entries, control, team)) return false;
        }
        plan = plan_for<W>(args);
        return true;
    }

    void check_sources() {
        for (int64_t i = 0; i < args.source_count; i++) {
            if (args.sources[i] < 0 || args.sources[i] >= n) {
                team.fail(GATUN_STATUS_OUT_OF_RANGE, i, args.sources[i], "source out of range");
                return;
            }
        }
    }

    bool search() {
        if constexpr (floating) {
            return search_from_sources(static_cast<double*>(args.distances)) && finish(static_cast<double*>(args.distances));
        } else {
            uint64_t* const out = static_cast<uint64_t*>(args.distances);
            if constexpr (__is_same(W, int64_t)) {
                return search_from_sources(out) && finish(out);
            } else {
                if (!search_from_sources(scratch.narrow)) return false;
                if constexpr (__is_same(W, int32_t)) {
                    if (may_continue(scratch.narrow)) return widen() && search_on(out) && finish(out);
                }
                return parents(scratch.narrow) && widen() && report();
            }
        }
    }

    template <class D>
    bool search_from_sources(D* distances) {
        if (!fill(distances)) return false;
        SsspSearch<D, W> s(args.graph, scratch, plan, distances, team);
        if (team.first()) {
            s.begin();
            for (int64_t i = 0; i < args.source_count; i++) s.enter(args.sources[i]);
        }
        team.barrier();
        return s.run() && measure(distances);
    }

    // With wider distances, from where the narrow ones ended.
    bool search_on(uint64_t* distances) {
        SsspSearch<uint64_t, W> s(args.graph, scratch, plan, distances, team);
        if (team.first()) s.begin();
        team.barrier();
        return s.enter_all() && s.run() && measure(distances);
    }

    template <class D>
    bool fill(D* distances) {
        return team.for_chunks(n, 1 << 16, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) distances[v] = unreached<D>;
        });
    }

    // Vertices reached, and the largest distance.
    template <class D>
    bool measure(const D* distances) {
        if (team.first()) {
            control.reached = 0;
            control.farthest = 0;
        }
        team.barrier();
        return team.for_chunks(n, 1 << 16, [&](int64_t begin, int64_t end) {
            int64_t reached = 0;
            D farthest = 0;
            for (int64_t v = begin; v < end; v++) {
                const bool is = distances[v] != unreached<D>;
                reached += is;
                farthest = is && distances[v] > farthest ? distances[v] : farthest;
            }
            __atomic_fetch_add(&control.reached, reached, __ATOMIC_RELAXED);
            if constexpr (!floating) {
                uint64_t old = load(control.farthest);
                while (farthest > old && !__atomic_compare_exchange_n(&control.farthest, &old, uint64_t{farthest}, true,
                                             __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
                }
            }
        });
    }

    // Whether some sum may have been too large for D, so that a vertex is unreached only because of it.
    template <class D>
    bool may_continue(const D*) const {
        return control.reached < n && control.farthest + static_cast<uint64_t>(control.largest_weight) >= unreached<D>;
    }

    template <class D>
    bool finish(D* distances) {
        if constexpr (!floating) {
            if (may_continue(distances) && !check_overflow(distances)) return false;
        }
        return parents(distances) && report();
    }

    // An unreached vertex beside a reached one is too far away for its distance to fit.
    bool check_overflow(const uint64_t* distances) {
        const gatun_csr& g = args.graph;
        const bool go_on = team.for_chunks(n, 4096, [&](int64_t begin, int64_t end) {
            int64_t beyond = INT64_MAX;
            for (int64_t u = begin; u < end; u++) {
                if (distances[u] == unreached<uint64_t>) continue;
                for (int64_t e = g.offsets[u]; e < g.offsets[u + 1]; e++) {
                    const int32_t v = g.neighbours[e];
                    if (distances[v] == unreached<uint64_t> && v < beyond) beyond = v;
                }
            }
            int64_t old = load(control.beyond);
            while (beyond < old && !__atomic_compare_exchange_n(&control.beyond, &old, beyond, true, __ATOMIC_RELAXED,
                                       __ATOMIC_RELAXED)) {
            }
        });
        if (!go_on) return false;
        if (team.first() && control.beyond != INT64_MAX) {
            team.fail(GATUN_STATUS_OVERFLOW, control.beyond, 0, "shortest distance above 2^63 - 2");
        }
        return team.running();
    }

    template <class D>
    bool parents(const D* distances) {
        if (args.parents_mode == GATUN_PARENTS_NONE) return true;
        return SsspParents<D, W>(args, scratch, distances, team).run();
    }

    bool widen() {
        int64_t* const out = static_cast<int64_t*>(args.distances);
        return team.for_chunks(n, 1 << 16, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) {
                const uint32_t d = scratch.narrow[v];
                out[v] = d == unreached<uint32_t> ? INT64_MAX : int64_t{d};
            }
        });
    }

    bool report() {
        if (!team.first()) return true;
        args.reached = control.reached;
        args.used_method = plan.exact ? GATUN_SSSP_DIJKSTRA : GATUN_SSSP_DELTA_STEPPING;
        args.used_delta = plan.exact ? 0 : floating ? plan.width : static_cast<double>(1ull << plan.shift);
        team.set_progress(n);
        return true;
    }

    gatun_csr_sssp_args& args;
    Team& team;
    const int64_t n;
    const SsspScratch scratch;
    SsspControl& control;
    SsspPlan plan;
};

template <class W>
int32_t run(gatun_csr_sssp_args& args, Team& team) {
    return Sssp<W>(args, team).run();
}

}  // namespace

int32_t csr_sssp(gatun_csr_sssp_args& args, gatun_team* shared, uint32_t worker, uint32_t workers) {
    Team team(shared, worker, workers);
    switch (args.graph.weight_type) {
        case GATUN_WEIGHT_NONE: return run<SsspUnit>(args, team);
        case GATUN_WEIGHT_INT32: return run<int32_t>(args, team);
        case GATUN_WEIGHT_INT64: return run<int64_t>(args, team);
        case GATUN_WEIGHT_FLOAT32: return run<float>(args, team);
        default: return run<double>(args, team);
    }
}

}  // namespace gatun::GATUN_TIER
