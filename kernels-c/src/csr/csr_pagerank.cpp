// PageRank. One build serves all CPU tiers: the sums wait for random reads of the shares, and gathers of AVX2 or AVX-512
// are no faster at that than single loads.
#define GATUN_TIER base

#include "core/error.hpp"
#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"
#include "gatun/csr_pagerank.h"

namespace {

using gatun::Scratch;
using gatun::base::RowBlocks;
using gatun::base::Team;

// Blocks of rows: at least so much work each, and no more of them than what can be added up in no time.
constexpr int64_t least_block = 1 << 15;
constexpr int64_t most_blocks = 4096;

// The shares are asked for so many entries ahead, across the ends of rows, and into the L2 cache: on their way into L1
// they would push each other out.
constexpr int64_t ahead = 256;

// Entries a short row has at most: such rows are added up without a branch.
constexpr int64_t brief = 4;

// Longer rows are added up in pieces, so that a cancelled call ends soon.
constexpr int64_t longest_piece = 1 << 20;

// What a block of rows adds to the sums over all vertices.
struct Sums {
    double error;     // |new rank - old rank|
    double dangling;  // ranks of dangling vertices
};

struct PagerankScratch {
    PagerankScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        const uint64_t blocks = n < most_blocks ? n : most_blocks;
        for (auto& part : shares) part = scratch.take<double>(n);
        for (auto& part : sums) part = scratch.take<Sums>(blocks);
        begins = scratch.take<int32_t>(blocks + 1);
    }

    Scratch scratch;
    double* shares[2];  // by parity of the iteration that reads them; may hold floats
    Sums* sums[2];      // by parity of the iteration that writes them
    int32_t* begins;    // first rows of the blocks
};

// What an edge hands on: the entry's share times its weight. Unweighted:
template <class Share>
struct Unweighted {
    const int32_t* neighbours;
    const Share* shares;
    Unweighted(const gatun_csr& graph, const Share* shares) : neighbours(graph.neighbours), shares(shares) {}
    double operator[](int64_t e) const { return shares[neighbours[e]]; }
};

template <class Share, class Weight>
struct Weighted {
    const int32_t* neighbours;
    const Share* shares;
    const Weight* weights;
    Weighted(const gatun_csr& graph, const Share* shares)
        : neighbours(graph.neighbours), shares(shares), weights(static_cast<const Weight*>(graph.weights)) {}
    double operator[](int64_t e) const {
        return static_cast<double>(shares[neighbours[e]]) * static_cast<double>(weights[e]);
    }
};

// Adds up a row, always in the order of its entries.
template <class Edges, bool far, bool short_rows>
struct RowSum {
    const Edges edges;
    const int64_t last;  // a row that ends here or before can be added up by add()

    RowSum(const gatun_csr& graph, const Edges& edges) : edges(edges), last(graph.entries - (far ? ahead : 0) - brief) {}

    double add(double sum, int64_t begin, int64_t end) const {
        if (short_rows && end - begin <= brief) return add_brief(sum, begin, end);
        for (int64_t e = begin; e < end; e++) {
            prefetch(e);
            sum += edges[e];
        }
        return sum;
    }

    // The same for the last rows.
    double add_plain(double sum, int64_t begin, int64_t end) const {
        for (int64_t e = begin; e < end; e++) sum += edges[e];
        return sum;
    }

  private:
    // Reads `brief` entries, whatever the row has; those of later rows count as +0, which changes no sum.
    double add_brief(double sum, int64_t begin, int64_t end) const {
        for (int64_t k = 0; k < brief; k++) {
            prefetch(begin + k);
            const uint64_t keep = -static_cast<uint64_t>(begin + k < end);
            sum += __builtin_bit_cast(double, __builtin_bit_cast(uint64_t, edges[begin + k]) & keep);
        }
        return sum;
    }

    void prefetch(int64_t e) const {
        if constexpr (far) __builtin_prefetch(&edges.shares[edges.neighbours[e + ahead]], 0, 2);
    }
};

template <class Share>
class Pagerank {
  public:
    Pagerank(gatun_csr_pagerank_args& args, Team& team)
        : a(args), team(team), n(args.in_graph.vertices), weighted(args.in_graph.weight_type != GATUN_WEIGHT_NONE),
          blocks(args.in_graph, least_block, n < most_blocks ? n : most_blocks),
          s(n, args.scratch, args.scratch_bytes), far(shares_are_far()),
          short_rows(args.in_graph.entries < 2 * brief * n) {}

    int32_t run() {
        if (!begin()) return team.status();
        Sums sums = total(1);
        int64_t i = 0;
        bool converged = false;
        for (; i < a.max_iterations && !converged; i++) {
            if (!sweep(i, sums.dangling)) return team.status();
            sums = total(i & 1);
            converged = sums.error < a.tolerance;
            if (team.first()) team.set_progress(i + 1);
        }
        if (team.first()) {
            a.iterations = i;
            a.converged = converged;
            a.error = i > 0 ? sums.error : 0;
        }
        return GATUN_STATUS_OK;
    }

  private:
    // How an iteration makes a rank out of the sum over a row.
    struct Step {
        double constant;      // the same for all vertices
        double per_teleport;  // times teleport(v)
        bool compare;         // with the old ranks
        bool keep;            // the new ranks; otherwise only their shares
    };

    // Cuts the blocks, sets the start vector and the shares of iteration 0.
    bool begin() {
        if (team.first()) team.set_total(a.max_iterations);
        team.for_chunks(blocks.count + 1, 64, [&](int64_t from, int64_t to) {
            for (int64_t k = from; k < to; k++) s.begins[k] = static_cast<int32_t>(blocks.begin(k));
        });
        return team.for_chunks(blocks.count, 1, [&](int64_t k, int64_t) {
            double dangling = 0;
            for (int64_t v = s.begins[k]; v < s.begins[k + 1]; v++) {
                const double rank = a.warm_start ? a.ranks[v] : 1.0 / static_cast<double>(n);
                a.ranks[v] = rank;
                hand_on(v, rank, shares(0), dangling);
            }
            s.sums[1][k] = Sums{0, dangling};
        });
    }

    bool sweep(int64_t i, double dangling) {
        const Step step = step_of(i, dangling);
        switch (a.in_graph.weight_type) {
            case GATUN_WEIGHT_INT32: return sweep<Weighted<Share, int32_t>, true, false>(i, step);
            case GATUN_WEIGHT_INT64: return sweep<Weighted<Share, int64_t>, true, false>(i, step);
            case GATUN_WEIGHT_FLOAT32: return sweep<Weighted<Share, float>, true, false>(i, step);
            case GATUN_WEIGHT_FLOAT64: return sweep<Weighted<Share, double>, true, false>(i, step);
            default: break;
        }
        if (far) {
            return short_rows ? sweep<Unweighted<Share>, true, true>(i, step)
                              : sweep<Unweighted<Share>, true, false>(i, step);
        }
        return short_rows ? sweep<Unweighted<Share>, false, true>(i, step)
                          : sweep<Unweighted<Share>, false, false>(i, step);
    }

    template <class Edges, bool far, bool short_rows>
    bool sweep(int64_t i, const Step& step) {
        const RowSum<Edges, far, short_rows> row(a.in_graph, Edges(a.in_graph, shares(i)));
        return team.for_chunks(blocks.count, 1, [&](int64_t k, int64_t) {
            s.sums[i & 1][k] = sweep_block(row, step, shares(i + 1), s.begins[k], s.begins[k + 1]);
        });
    }

    // New ranks of some rows, and what they hand on to the next iteration.
    template <class Row>
    Sums sweep_block(const Row& row, const Step step, Share* next, int64_t from, int64_t to) {
        Sums sums{0, 0};
        const int64_t* const offsets = a.in_graph.offsets;
        double* const ranks = a.ranks;
        const double* const teleport = a.teleport;
        const double alpha = a.alpha;
        const bool self = a.dangling == GATUN_DANGLING_SELF;
        int64_t begin = offsets[from];
        for (int64_t v = from; v < to; v++) {
            const int64_t end = offsets[v + 1];
            const double sum = end <= row.last && end - begin <= longest_piece ? row.add(0, begin, end)
                                                                              : piecewise(row, begin, end);
            double rank = alpha * sum + step.constant;
            if (teleport != nullptr) rank += step.per_teleport * teleport[v];
            if (self && out_weight(v) == 0) rank += alpha * ranks[v];
            if (step.compare) sums.error += __builtin_fabs(rank - ranks[v]);
            if (step.keep) ranks[v] = rank;
            hand_on(v, rank, next, sums.dangling);
            begin = end;
        }
        return sums;
    }

    template <class Row>
    double piecewise(const Row& row, int64_t begin, int64_t end) const {
        double sum = 0;
        while (begin < end && !team.stopping()) {
            const int64_t to = begin + longest_piece < end ? begin + longest_piece : end;
            sum = to <= row.last ? row.add(sum, begin, to) : row.add_plain(sum, begin, to);
            begin = to;
        }
        return sum;
    }

    void hand_on(int64_t v, double rank, Share* next, double& dangling) const {
        const double out = out_weight(v);
        if (out == 0) dangling += rank;
        next[v] = static_cast<Share>(out == 0 ? 0 : rank / out);
    }

    double out_weight(int64_t v) const {
        return weighted ? a.out_weight_sums[v] : static_cast<double>(a.out_offsets[v + 1] - a.out_offsets[v]);
    }

    Step step_of(int64_t i, double dangling) const {
        const double size = static_cast<double>(n);
        double per_teleport = 1 - a.alpha, constant = 0;
        if (a.dangling == GATUN_DANGLING_TELEPORT) per_teleport += a.alpha * dangling;
        if (a.dangling == GATUN_DANGLING_UNIFORM) constant = a.alpha * dangling / size;
        if (a.teleport == nullptr) constant += per_teleport / size;
        // Without a tolerance only the last error is told, and only it needs the ranks of the iteration before.
        const bool always = a.tolerance > 0 || a.dangling == GATUN_DANGLING_SELF;
        return Step{constant, per_teleport, always || i == a.max_iterations - 1, always || i >= a.max_iterations - 2};
    }

    // Sums over all vertices. Every worker adds them up for itself, in the same order.
    Sums total(int64_t parity) const {
        Sums total{0, 0};
        for (int64_t k = 0; k < blocks.count; k++) {
            total.error += s.sums[parity][k].error;
            total.dangling += s.sums[parity][k].dangling;
        }
        return total;
    }

    Share* shares(int64_t iteration) const { return reinterpret_cast<Share*>(s.shares[iteration & 1]); }

    // Whether prefetching pays: not when the shares fit the L2 cache, nor when neighbours have ids near the row's own.
    bool shares_are_far() const {
        constexpr int64_t cached = (256 << 10) / sizeof(Share), samples = 256;
        if (n <= cached) return false;
        const gatun_csr& graph = a.in_graph;
        int64_t near = 0;
        for (int64_t i = 0; i < samples; i++) {
            const int64_t v = i * n / samples, e = graph.offsets[v];
            const int64_t distance = e < graph.offsets[v + 1] ? graph.neighbours[e] - v : 0;
            near += distance < cached / 4 && -distance < cached / 4;
        }
        return near < samples * 7 / 8;
    }

    gatun_csr_pagerank_args& a;
    Team& team;
    const int64_t n;
    const bool weighted;
    const RowBlocks blocks;
    const PagerankScratch s;
    const bool far;
    const bool short_rows;
};

const char* problem(const gatun_csr_pagerank_args& a, uint32_t worker, uint32_t workers) {
    const char* const of_graph = gatun::csr::problem(a.in_graph);
    if (of_graph != nullptr) return of_graph;
    const bool weighted = a.in_graph.weight_type != GATUN_WEIGHT_NONE, empty = a.in_graph.vertices == 0;
    if (!weighted && a.out_offsets == nullptr) return "out_offsets is NULL";
    if (weighted && !empty && a.out_weight_sums == nullptr) return "out_weight_sums is NULL";
    if (!empty && a.ranks == nullptr) return "ranks is NULL";
    if (!(a.alpha >= 0 && a.alpha < 1)) return "alpha not in 0 .. 1 (exclusive)";
    if (!(a.tolerance >= 0)) return "tolerance is negative or NaN";
    if (a.max_iterations < 0) return "max_iterations is negative";
    if (a.dangling < GATUN_DANGLING_TELEPORT || a.dangling > GATUN_DANGLING_DROP) return "unknown dangling rule";
    return gatun::csr::problem(worker, workers);
}

}  // namespace

extern "C" {

uint64_t gatun_csr_pagerank_scratch(int64_t vertices, uint32_t) {
    return PagerankScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_pagerank(gatun_csr_pagerank_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    gatun_error* const error = worker == 0 ? &team->error : nullptr;  // all workers come to the same verdict
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, wrong);
    if (args->in_graph.vertices > 0 &&
        !PagerankScratch(args->in_graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::fail(error, GATUN_STATUS_CAPACITY, -1, static_cast<int64_t>(args->scratch_bytes),
            "scratch is too small");
    }
    Team workers_of(team, worker, workers);
    return args->single_precision ? Pagerank<float>(*args, workers_of).run() : Pagerank<double>(*args, workers_of).run();
}
}
