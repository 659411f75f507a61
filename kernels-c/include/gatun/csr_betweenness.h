/*
 * Betweenness centrality by Brandes' accumulation, unweighted.
 *
 * For a source s, sigma(v) is the number of shortest paths from s to v and the dependency of s on v is
 *   delta(v) = sigma(v) * sum over successors w of (1 + delta(w)) / sigma(w),
 * a successor being an out-neighbour one level further away. scores[v] sums delta(v) over the sources, s itself left
 * out of its own tree, times `factor`. Parallel edges are different paths; self loops are none.
 * Source: U. Brandes, A Faster Algorithm for Betweenness Centrality, J. Math. Sociology 25(2), 2001.
 *
 * Sums run in this order, whatever the workers: sigma along the in-edges, successors along the out-edges as they stand
 * in their rows; dependencies in the order of the sources, 16 at a time, each sixteen then joining the total.
 *
 * sigma may pass what a double holds. It is kept relative to a power of two that belongs to the level: once a sigma of
 * a level passes 2^900, the next level's are taken 2^64 times smaller. One that falls below 2^-900 by that, having less
 * than 2^-1800 of the paths of another vertex of its level, is taken as 2^-900.
 */
#ifndef GATUN_CSR_BETWEENNESS_H
#define GATUN_CSR_BETWEENNESS_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_betweenness_args {
    gatun_csr graph;        /* out-edges; weights are not looked at */
    gatun_csr in_graph;     /* in-edges (the transpose); the same arrays as graph when undirected */
    const int32_t* sources; /* one that is there twice counts twice */
    int64_t source_count;
    double factor;          /* what the sums are multiplied with at last; 1 leaves them */
    double* scores;         /* out, n */
    void* scratch;          /* gatun_csr_betweenness_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_betweenness_args;

/* Scratch for n vertices, so many sources and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_betweenness_scratch(int64_t vertices, int64_t source_count, uint32_t workers);

/* O(source_count * (n + entries)). Results do not depend on `workers`. With few sources the workers share each of
 * them; with many, each takes sources of its own. Progress: vertices reached, of source_count * n.
 * Statuses: OK; INVALID_ARGUMENT; OUT_OF_RANGE (position = index of the source, value = id); CAPACITY (scratch);
 * CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_betweenness(
    gatun_csr_betweenness_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
