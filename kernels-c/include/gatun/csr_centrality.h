/*
 * Centralities that are fixed points of a multiplication with the adjacency matrix A, where A(u, v) is the weight of
 * the edge u -> v: its number of parallel edges when unweighted, their sum when weighted.
 *
 *   EIGENVECTOR  x' = A^T x + s x, made a unit vector; s = 0 in the first iteration, a quarter of its |A^T x| after
 *                that: the same eigenvectors, but no swinging to and fro on bipartite graphs
 *   KATZ         x' = alpha A^T x + 1
 *   HITS         authorities a' = A^T h, made a unit vector; hubs h' = A a', made a unit vector
 *
 * |x| is the Euclidean norm. Unit vectors start as 1 / sqrt(n) everywhere, KATZ at 1. error = |x' - x| / |x'|, for HITS
 * the root of the sum of squares of both vectors' errors; the iteration stops when error < tolerance (converged) or
 * after max_iterations. Where there is no edge to follow, EIGENVECTOR and HITS keep their start and have converged.
 * Sources: P. Bonacich, Power and Centrality, American J. of Sociology 92(5), 1987; L. Katz, A New Status Index Derived
 * from Sociometric Analysis, Psychometrika 18, 1953; J. Kleinberg, Authoritative Sources in a Hyperlinked Environment,
 * JACM 46(5), 1999.
 */
#ifndef GATUN_CSR_CENTRALITY_H
#define GATUN_CSR_CENTRALITY_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_centrality {
    GATUN_CENTRALITY_EIGENVECTOR = 0,
    GATUN_CENTRALITY_KATZ = 1,
    GATUN_CENTRALITY_HITS = 2,
} gatun_centrality;

typedef struct gatun_csr_centrality_args {
    gatun_csr graph;        /* out-edges; weighted when its weight_type is not NONE (weights finite, >= 0: checked) */
    gatun_csr in_graph;     /* in-edges; the same arrays as graph when undirected */
    int32_t kind;           /* a gatun_centrality */
    int32_t converged;      /* out: 1 when error < tolerance was met */
    double alpha;           /* KATZ: finite, >= 0; below 1 / (largest eigenvalue of A), or the sums grow for ever */
    double tolerance;       /* >= 0; 0: all iterations are run */
    int64_t max_iterations; /* >= 0 */
    double* values;         /* out, n: x, or the authorities */
    double* hubs;           /* out, n: HITS only */
    int64_t iterations;     /* out: iterations run */
    double error;           /* out: of the last iteration; 0 when none was run */
    double eigenvalue;      /* out: EIGENVECTOR: estimate of the largest eigenvalue of A; HITS: of A^T A; KATZ: 0 */
    void* scratch;          /* gatun_csr_centrality_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_centrality_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_centrality_scratch(int64_t vertices, uint32_t workers);

/* O(iterations x (n + entries)). A row is summed in the order of its entries; squares are summed over strips of 1024
 * vertices and then over the strips: results do not depend on `workers` or the CPU tier. Without vertices no iteration
 * is run and converged is 1. After a status other than OK the vectors are undefined.
 * Progress: iterations done, of max_iterations.
 * Statuses: OK (also when not converged); INVALID_ARGUMENT (a weight: position = the first such entry of graph);
 * OVERFLOW (a norm is not finite: KATZ diverges, or weights are too large); CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_centrality(
    gatun_csr_centrality_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
