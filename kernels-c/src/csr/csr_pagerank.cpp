// PageRank. One build serves all CPU tiers: the sums wait for random reads of the shares, and gathers of AVX2 or AVX-512
// are no faster at that than single loads.
#define GATUN_TIER base

#include "csr/csr_pagerank.hpp"

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"

namespace {

using gatun::Scratch;
using gatun::base::RowBlocks;
using gatun::base::Team;
using gatun::csr::RowSum;
using gatun::csr::Unweighted;
using gatun::csr::Weighted;

// Blocks of rows: at least so much work each, and no more of them than can be added up in no time.
constexpr int64_t least_block = 1 << 15;
constexpr int64_t most_blocks = 4096;

// Rows of a block that are added up before their sum joins the block's: rounding errors grow with the length of a sum.
constexpr int64_t strip = 256;

// Longer rows are added up in pieces, so that a cancelled call ends soon.
constexpr int64_t longest_piece = 1 << 20;

// Bytes between the shares read and those written: at equal places in their pages, reads would wait for writes.
constexpr uint64_t apart = 1600;

// What a block of rows adds to the sums over all vertices.
struct Sums {
    double error;     // |new rank - old rank|
    double dangling;  // ranks of dangling vertices

    void operator+=(const Sums& other) {
        error += other.error;
        dangling += other.dangling;
    }
};

struct PagerankScratch {
    PagerankScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        const uint64_t blocks = n < most_blocks ? n : most_blocks;
        shares[0] = scratch.take<double>(n);
        scratch.take<char>(apart);
        shares[1] = scratch.take<double>(n);
        for (auto& part : sums) part = scratch.take<Sums>(blocks);
        begins = scratch.take<int32_t>(blocks + 1);
    }

    Scratch scratch;
    void* shares[2];  // n doubles or floats: what each vertex gives along an edge of weight 1; by parity of the
                      // iteration that reads them
    Sums* sums[2];    // by parity of the iteration that writes them
    int32_t* begins;  // first rows of the blocks
};

template <class Edges>
class Pagerank {
  public:
    Pagerank(gatun_csr_pagerank_args& args, Team& team)
        : a(args), team(team), n(args.in_graph.vertices),
          blocks(args.in_graph, least_block, n < most_blocks ? n : most_blocks),
          s(n, args.scratch, args.scratch_bytes) {}

    int32_t run() {
        if (!begin()) return team.status();
        Sums sums = total(1);
        int64_t i = 0;
        bool converged = false;
        const bool far = shares_are_far(), short_rows = a.in_graph.entries < 8 * n;
        for (; i < a.max_iterations && !converged; i++) {
            if (!sweep(i, step_of(i, sums.dangling), far, short_rows)) return team.status();
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
    using Share = typename Edges::Share;

    // How an iteration makes a rank out of the sum over a row.
    struct Step {
        double constant;      // the same for all vertices
        double per_teleport;  // times teleport(v), when there is one
        bool ranked;          // keep the ranks and compare them with the old ones; otherwise only their shares matter
    };

    // Cuts the blocks, sets the start vector and the shares of iteration 0.
    bool begin() {
        if (team.first()) team.set_total(a.max_iterations);
        const bool cut = team.for_chunks(blocks.count + 1, 64, [&](int64_t from, int64_t to) {
            for (int64_t k = from; k < to; k++) s.begins[k] = static_cast<int32_t>(blocks.begin(k));
        });
        const Edges edges(a, nullptr);
        return cut && for_strips(s.sums[1], [&](int64_t from, int64_t to) {
            Sums sums{0, 0};
            for (int64_t v = from; v < to; v++) {
                if (!a.warm_start) a.ranks[v] = 1 / static_cast<double>(n);
                shares(0)[v] = hand_on(a.ranks[v], edges.out(v), sums.dangling);
            }
            return sums;
        });
    }

    // Calls strip_sums(from, to) for the strips of all blocks and keeps their sums by block.
    template <class StripSums>
    bool for_strips(Sums* of_blocks, const StripSums& strip_sums) {
        return team.for_chunks(blocks.count, 1, [&](int64_t k, int64_t) {
            Sums sums{0, 0};
            const int64_t to = s.begins[k + 1];
            for (int64_t v = s.begins[k]; v < to; v += strip) sums += strip_sums(v, v + strip < to ? v + strip : to);
            of_blocks[k] = sums;
        });
    }

    bool sweep(int64_t i, const Step& step, bool far, bool short_rows) {
        if constexpr (!Edges::weighted) {
            if (far && short_rows) return sweep<true, true>(i, step);
            if (!far) return short_rows ? sweep<false, true>(i, step) : sweep<false, false>(i, step);
        }
        return sweep<true, false>(i, step);
    }

    template <bool far, bool short_rows>
    bool sweep(int64_t i, const Step& step) {
        const RowSum<Edges, far, short_rows> row(Edges(a, shares(i)), a.in_graph.entries);
        return for_strips(s.sums[i & 1], [&](int64_t from, int64_t to) {
            return sweep_strip(row, step, shares(i + 1), from, to);
        });
    }

    // New ranks of some rows, and what they hand on to the next iteration.
    template <class Row>
    Sums sweep_strip(const Row row, const Step step, Share* const next, int64_t from, int64_t to) const {
        Sums sums{0, 0};
        const int64_t* const offsets = a.in_graph.offsets;
        double* const ranks = a.ranks;
        const double alpha = a.alpha;
        const bool uneven = a.teleport != nullptr || a.dangling == GATUN_DANGLING_SELF;
        int64_t begin = offsets[from];
        for (int64_t v = from; v < to; v++) {
            const int64_t end = offsets[v + 1];
            const bool whole = row.reaches(end) && end - begin <= longest_piece;
            double rank = alpha * (whole ? row.add(0, begin, end) : piecewise(row, begin, end)) + step.constant;
            if (uneven) rank += extra(step, v, row.edges.out(v));
            if (step.ranked) {
                sums.error += __builtin_fabs(rank - ranks[v]);
                ranks[v] = rank;
            }
            next[v] = hand_on(rank, row.edges.out(v), sums.dangling);
            begin = end;
        }
        return sums;
    }

    // What is not the same for all vertices. Not inlined: it would cost the usual case registers.
    __attribute__((noinline)) double extra(const Step& step, int64_t v, double out) const {
        const double teleported = a.teleport != nullptr ? step.per_teleport * a.teleport[v] : 0;
        return a.dangling == GATUN_DANGLING_SELF && out == 0 ? teleported + a.alpha * a.ranks[v] : teleported;
    }

    template <class Row>
    __attribute__((noinline)) double piecewise(const Row& row, int64_t begin, int64_t end) const {
        double sum = 0;
        while (begin < end && !team.stopping()) {
            const int64_t to = begin + longest_piece < end ? begin + longest_piece : end;
            sum = row.reaches(to) ? row.add(sum, begin, to) : row.add_last(sum, begin, to);
            begin = to;
        }
        return sum;
    }

    // What a vertex gives along an edge of weight 1.
    static Share hand_on(double rank, double out, double& dangling) {
        if (out == 0) dangling += rank;
        return static_cast<Share>(out == 0 ? 0 : rank / out);
    }

    Step step_of(int64_t i, double dangling) const {
        const double size = static_cast<double>(n);
        double per_teleport = 1 - a.alpha, constant = 0;
        if (a.dangling == GATUN_DANGLING_TELEPORT) per_teleport += a.alpha * dangling;
        if (a.dangling == GATUN_DANGLING_UNIFORM) constant = a.alpha * dangling / size;
        if (a.teleport == nullptr) constant += per_teleport / size;
        // Without a tolerance only the last error is told, for which the ranks of the iteration before are needed.
        const bool ranked = a.tolerance > 0 || a.dangling == GATUN_DANGLING_SELF || i >= a.max_iterations - 2;
        return Step{constant, per_teleport, ranked};
    }

    // Sums over all vertices. Every worker adds them up for itself, in the same order.
    Sums total(int64_t parity) const {
        Sums total{0, 0};
        for (int64_t k = 0; k < blocks.count; k++) total += s.sums[parity][k];
        return total;
    }

    // Whether asking for shares ahead pays: not when they fit the L2 cache, nor when neighbours have nearby ids.
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

    Share* shares(int64_t iteration) const { return static_cast<Share*>(s.shares[iteration & 1]); }

    gatun_csr_pagerank_args& a;
    Team& team;
    const int64_t n;
    const RowBlocks blocks;
    const PagerankScratch s;
};

template <class Share>
int32_t run(gatun_csr_pagerank_args& args, Team& team) {
    switch (args.in_graph.weight_type) {
        case GATUN_WEIGHT_INT32: return Pagerank<Weighted<Share, int32_t>>(args, team).run();
        case GATUN_WEIGHT_INT64: return Pagerank<Weighted<Share, int64_t>>(args, team).run();
        case GATUN_WEIGHT_FLOAT32: return Pagerank<Weighted<Share, float>>(args, team).run();
        case GATUN_WEIGHT_FLOAT64: return Pagerank<Weighted<Share, double>>(args, team).run();
        default: return Pagerank<Unweighted<Share>>(args, team).run();
    }
}

const char* problem(const gatun_csr_pagerank_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.in_graph, worker, workers);
    if (wrong != nullptr) return wrong;
    const bool empty = a.in_graph.vertices == 0, weighted = a.in_graph.weight_type != GATUN_WEIGHT_NONE;
    if (!empty && !weighted && a.out_offsets == nullptr) return "out_offsets is NULL";
    if (!empty && weighted && a.out_weight_sums == nullptr) return "out_weight_sums is NULL";
    if (!empty && a.ranks == nullptr) return "ranks is NULL";
    if (!(a.alpha >= 0 && a.alpha < 1)) return "alpha is not in 0 .. 1 (exclusive)";
    if (!(a.tolerance >= 0)) return "tolerance is negative or NaN";
    if (a.max_iterations < 0) return "max_iterations is negative";
    if (a.dangling < GATUN_DANGLING_TELEPORT || a.dangling > GATUN_DANGLING_DROP) return "unknown dangling rule";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_pagerank_scratch(int64_t vertices, uint32_t) {
    return PagerankScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_pagerank(gatun_csr_pagerank_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->in_graph.vertices == 0) {
        if (worker == 0) {
            args->iterations = 0;
            args->converged = 1;
            args->error = 0;
        }
        return GATUN_STATUS_OK;
    }
    if (!PagerankScratch(args->in_graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return args->single_precision ? run<float>(*args, all) : run<double>(*args, all);
}
}
