// Eigenvector centrality, Katz centrality and HITS. One build serves all CPU tiers: the sums wait for random reads, and
// gathers of AVX2 or AVX-512 are no faster at that than single loads.
#define GATUN_TIER base

#include "gatun/csr_centrality.h"

#include "core/error.hpp"
#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/csr_product.hpp"

namespace {

using gatun::Scratch;
using gatun::base::Team;
using gatun::csr::EntryWeights;
using gatun::csr::RowProduct;

// Vertices whose squares are added up before their sum joins the others.
constexpr int64_t strip = 1024;

// Longer rows are added up in pieces, so that a cancelled call ends soon.
constexpr int64_t longest_piece = 1 << 20;

// Entries whose weights a worker checks at a time.
constexpr int64_t chunk = 1 << 16;

struct CentralityScratch {
    CentralityScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        product = scratch.take<double>(n);
        squares = scratch.take<double>((n + strip - 1) / strip);
        changes = scratch.take<double>((n + strip - 1) / strip);
    }

    Scratch scratch;
    double* product;
    double* squares;  // by strip: of the product
    double* changes;  // by strip: of its difference from the vector before
};

template <class Weight>
class Centrality {
  public:
    Centrality(gatun_csr_centrality_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), s(n, args.scratch, args.scratch_bytes) {}

    int32_t run() {
        if (!begin()) return team.status();
        if (!check_weights()) return end_check();
        Figures f;
        while (f.iterations < a.max_iterations && !f.converged) {
            if (!iterate(f)) return team.status();
            f.iterations++;
            f.converged = f.converged || f.error < a.tolerance;
            if (team.first()) team.set_progress(f.iterations);
        }
        if (team.first()) {
            a.iterations = f.iterations;
            a.converged = f.converged;
            a.error = f.error;
            a.eigenvalue = f.eigenvalue;
        }
        return GATUN_STATUS_OK;
    }

  private:
    // Every worker computes them for itself, and comes to the same.
    struct Figures {
        int64_t iterations = 0;
        bool converged = false;
        double error = 0;
        double eigenvalue = 0;
        double shift = 0;
    };

    bool begin() {
        if (team.first()) team.set_total(a.max_iterations);
        const double start = a.kind == GATUN_CENTRALITY_KATZ ? 1 : 1 / __builtin_sqrt(static_cast<double>(n));
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                a.values[v] = start;
                if (a.kind == GATUN_CENTRALITY_HITS) a.hubs[v] = start;
            }
        });
    }

    bool check_weights() {
        const EntryWeights<Weight> weights(a.graph);
        return __is_same(Weight, void) || team.for_chunks(a.graph.entries, chunk, [&](int64_t from, int64_t to) {
            for (int64_t e = from; e < to; e++) {
                if (!weights.usable(e)) return team.note_fault(e);
            }
        });
    }

    // After a check that was cancelled or has met a bad weight.
    int32_t end_check() {
        const int32_t ended = team.status();
        const int64_t position = team.first_fault();
        team.barrier();  // all have read both before the details are written
        if (ended != GATUN_STATUS_OK) return ended;
        if (team.first()) {
            team.fail(GATUN_STATUS_INVALID_ARGUMENT, position, 0, "weight is not a finite number from 0 up");
        }
        return GATUN_STATUS_INVALID_ARGUMENT;
    }

    bool iterate(Figures& f) {
        switch (a.kind) {
            case GATUN_CENTRALITY_EIGENVECTOR: return iterate_eigenvector(f);
            case GATUN_CENTRALITY_KATZ: return iterate_katz(f);
            default: return iterate_hits(f);
        }
    }

    bool iterate_eigenvector(Figures& f) {
        double norm = 0, change = 0;
        if (!multiply(a.in_graph, a.values, 1, f.shift, 0, norm)) return false;
        if (norm == 0) return f.converged = true;
        if (!adopt(a.values, norm, change)) return false;
        f.error = __builtin_sqrt(change);
        f.eigenvalue = norm - f.shift;
        if (f.iterations == 0) f.shift = norm / 4;
        return true;
    }

    bool iterate_katz(Figures& f) {
        double norm = 0, change = 0;
        if (!multiply(a.in_graph, a.values, a.alpha, 0, 1, norm) || !adopt(a.values, 1, change)) return false;
        f.error = __builtin_sqrt(change) / norm;
        return true;
    }

    bool iterate_hits(Figures& f) {
        double norm = 0, hub_norm = 0, change = 0, hub_change = 0;
        if (!multiply(a.in_graph, a.hubs, 1, 0, 0, norm)) return false;
        if (norm == 0) return f.converged = true;
        if (!adopt(a.values, norm, change) || !multiply(a.graph, a.values, 1, 0, 0, hub_norm)) return false;
        if (hub_norm == 0) return f.converged = true;
        if (!adopt(a.hubs, hub_norm, hub_change)) return false;
        f.error = __builtin_sqrt(change + hub_change);
        f.eigenvalue = norm * hub_norm;
        return true;
    }

    // product = factor * graph * vector + shift * vector + constant, and its norm.
    bool multiply(const gatun_csr& graph, const double* vector, double factor, double shift, double constant,
        double& norm) {
        const RowProduct<Weight> row(graph, vector);
        const bool done = team.for_chunks(n, strip, [&](int64_t from, int64_t to) {
            double squares = 0;
            int64_t begin = graph.offsets[from];
            for (int64_t v = from; v < to; v++) {
                const int64_t end = graph.offsets[v + 1];
                double sum = 0;
                for (; end - begin > longest_piece; begin += longest_piece) {
                    if (team.stopping()) return;
                    sum = row.add(sum, begin, begin + longest_piece);
                }
                const double value = factor * row.add(sum, begin, end) + shift * vector[v] + constant;
                s.product[v] = value;
                squares += value * value;
                begin = end;
            }
            s.squares[from / strip] = squares;
        });
        if (!done) return false;
        norm = __builtin_sqrt(total(s.squares));
        if (norm < __builtin_huge_val()) return true;
        if (team.first()) team.fail(GATUN_STATUS_OVERFLOW, -1, 0, "a norm is not finite");
        return team.running();
    }

    // vector = product / norm, and the square of how far it moves.
    bool adopt(double* vector, double norm, double& change) {
        const bool done = team.for_chunks(n, strip, [&](int64_t from, int64_t to) {
            double changes = 0;
            for (int64_t v = from; v < to; v++) {
                const double value = s.product[v] / norm, difference = value - vector[v];
                vector[v] = value;
                changes += difference * difference;
            }
            s.changes[from / strip] = changes;
        });
        if (done) change = total(s.changes);
        return done;
    }

    double total(const double* strips) const {
        double total = 0;
        for (int64_t k = 0; k * strip < n; k++) total += strips[k];
        return total;
    }

    gatun_csr_centrality_args& a;
    Team& team;
    const int64_t n;
    const CentralityScratch s;
};

int32_t run(gatun_csr_centrality_args& args, Team& team) {
    switch (args.graph.weight_type) {
        case GATUN_WEIGHT_INT32: return Centrality<int32_t>(args, team).run();
        case GATUN_WEIGHT_INT64: return Centrality<int64_t>(args, team).run();
        case GATUN_WEIGHT_FLOAT32: return Centrality<float>(args, team).run();
        case GATUN_WEIGHT_FLOAT64: return Centrality<double>(args, team).run();
        default: return Centrality<void>(args, team).run();
    }
}

const char* problem(const gatun_csr_centrality_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr) wrong = gatun::csr::problem(a.in_graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries ||
        a.in_graph.weight_type != a.graph.weight_type) {
        return "in_graph is not the transpose of graph";
    }
    if (a.kind < GATUN_CENTRALITY_EIGENVECTOR || a.kind > GATUN_CENTRALITY_HITS) return "unknown kind";
    if (!(a.alpha >= 0 && a.alpha < __builtin_huge_val())) return "alpha is not a finite number from 0 up";
    if (!(a.tolerance >= 0)) return "tolerance is negative or NaN";
    if (a.max_iterations < 0) return "max_iterations is negative";
    if (a.graph.vertices > 0 && a.values == nullptr) return "values is NULL";
    if (a.graph.vertices > 0 && a.kind == GATUN_CENTRALITY_HITS && a.hubs == nullptr) return "hubs is NULL";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_centrality_scratch(int64_t vertices, uint32_t) {
    return CentralityScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_centrality(gatun_csr_centrality_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices == 0) {
        if (worker == 0) {
            args->converged = 1;
            args->iterations = 0;
            args->error = args->eigenvalue = 0;
        }
        return GATUN_STATUS_OK;
    }
    if (!CentralityScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return run(*args, all);
}
}
