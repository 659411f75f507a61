/*
 * PageRank by power iteration, pulling along in-edges.
 *
 *   r'(v) = alpha * (sum over u -> v of r(u) * share(u, v) + D * dangling(v)) + (1 - alpha) * teleport(v)
 *
 * share(u, v) is 1 / outdegree(u), or weight(u, v) / (sum of u's out-weights) when weighted: parallel edges count once
 * each, an edge of weight 0 is never followed. A vertex with no out-edge to follow is dangling; D is the rank of all
 * of them. error = sum |r' - r|; the iteration stops when error < tolerance (converged) or after max_iterations.
 * Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank Citation Ranking, Stanford 1999; dangling and
 * teleport conventions after A. Langville, C. Meyer, Deeper Inside PageRank, Internet Mathematics 1(3), 2004.
 */
#ifndef GATUN_CSR_PAGERANK_H
#define GATUN_CSR_PAGERANK_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Where the rank of dangling vertices goes. */
typedef enum gatun_dangling {
    GATUN_DANGLING_TELEPORT = 0, /* dangling(v) = teleport(v) */
    GATUN_DANGLING_UNIFORM = 1,  /* dangling(v) = 1 / n */
    GATUN_DANGLING_SELF = 2,     /* each keeps its own rank */
    GATUN_DANGLING_DROP = 3,     /* it vanishes: ranks then sum to less than 1 (the GAP Benchmark Suite's rule) */
} gatun_dangling;

typedef struct gatun_csr_pagerank_args {
    gatun_csr in_graph;     /* in-edges; weighted when its weight_type is not NONE (weights finite, >= 0) */
    const int64_t* out_offsets; /* n + 1 offsets of the out-edge CSR, for out-degrees; unused when weighted */
    const double* out_weight_sums; /* n: sums of out-weights, in row order; only when weighted */
    double alpha;           /* 0 <= alpha < 1 */
    double tolerance;       /* >= 0; 0: all iterations are run */
    int64_t max_iterations; /* >= 0 */
    const double* teleport; /* n, >= 0, sum 1; NULL: uniform */
    int32_t dangling;       /* a gatun_dangling */
    int32_t single_precision; /* non-zero: contributions are rounded to float32 before they are summed (in double):
                                 half the memory traffic, about 7 digits */
    double* ranks;          /* in: start vector when warm_start, else ignored (every rank starts at 1 / n); out: n ranks */
    int32_t warm_start;
    int32_t converged;      /* out: 1 when error < tolerance was met */
    int64_t iterations;     /* out: iterations run */
    double error;           /* out: L1 change of the last iteration; 0 when none was run */
    void* scratch;          /* gatun_csr_pagerank_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_pagerank_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_pagerank_scratch(int64_t vertices, uint32_t workers);

/* O(iterations x (n + entries)). A row is summed in the order of its entries, sums over all vertices run block by block
 * in an order fixed by the graph: the ranks do not depend on `workers` or the CPU tier. Without vertices no iteration
 * is run and converged is 1. After CANCELLED the ranks are undefined.
 * Progress: iterations done, of max_iterations.
 * Statuses: OK (also when not converged: see `converged`); INVALID_ARGUMENT; CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_pagerank(
    gatun_csr_pagerank_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
