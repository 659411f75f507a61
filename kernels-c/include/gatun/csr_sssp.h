/*
 * Single- and multi-source shortest paths on non-negative weights: delta-stepping with bucket fusion, or Dijkstra's
 * algorithm on one worker.
 * Sources: U. Meyer, P. Sanders, Delta-stepping: a parallelizable shortest path algorithm, J. Algorithms 49, 2003;
 * Y. Zhang et al., Optimizing Ordered Graph Algorithms with GraphIt, CGO 2020 (bucket fusion);
 * E. W. Dijkstra, A Note on Two Problems in Connexion with Graphs, 1959.
 */
#ifndef GATUN_CSR_SSSP_H
#define GATUN_CSR_SSSP_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"
#include "gatun/csr_bfs.h" /* gatun_parents */

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_sssp_method {
    GATUN_SSSP_AUTO = 0,
    GATUN_SSSP_DIJKSTRA = 1,
    GATUN_SSSP_DELTA_STEPPING = 2,
} gatun_sssp_method;

typedef struct gatun_csr_sssp_args {
    gatun_csr graph;        /* out-edges; weight_type NONE: every edge weighs 1 */
    const int32_t* sources; /* distance 0, parent -1; duplicates allowed */
    int64_t source_count;
    int32_t method;         /* a gatun_sssp_method */
    int32_t parents_mode;   /* NONE or SMALLEST, a gatun_parents */
    double delta;           /* bucket width; 0: chosen from the weights and degrees */
    void* distances;        /* out, n: int64 (integer or no weights; unreached INT64_MAX) or double (float weights;
                               unreached +infinity) */
    int32_t* parents;       /* out, n: -1 for sources and unreached; NULL when parents_mode is NONE */
    void* scratch;          /* gatun_csr_sssp_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
    int64_t reached;        /* out: vertices reached, sources included */
    int32_t used_method;    /* out: DIJKSTRA or DELTA_STEPPING */
    int32_t reserved;
    double used_delta;      /* out: 0 with Dijkstra */
} gatun_csr_sssp_args;

/* Scratch for a graph and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_sssp_scratch(const gatun_csr* graph, uint32_t workers);

/* Distances are the least over all paths of the weights added from the source on; they do not depend on the method,
 * delta or workers, also for floating point (addition is monotone). Float32 weights are widened to double first.
 * GATUN_PARENTS_SMALLEST: among in-neighbours u with distance(u) + w = distance(v), the smallest id with distance(u)
 * < distance(v); where there is none (the tight edges add nothing), v is reached through edges that add nothing from
 * such vertices and sources breadth-first, and takes the smallest id of the level before its own.
 * Weights are checked: negative or NaN is INVALID_ARGUMENT (position = entry). Progress: vertices settled, of n
 * (an estimate for delta-stepping).
 * Statuses: OK; INVALID_ARGUMENT; OUT_OF_RANGE (a source); OVERFLOW (a shortest distance above 2^63 - 2); CAPACITY;
 * CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_sssp(gatun_csr_sssp_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
