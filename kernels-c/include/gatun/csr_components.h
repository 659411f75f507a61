/*
 * Connected components (weakly connected ones of a directed graph), by Afforest: link along a few neighbours of every
 * vertex, find the giant component by sampling, then link the remaining edges of vertices outside it.
 * Source: M. Sutton, T. Ben-Nun, A. Barak, Optimizing Parallel Graph Connectivity Computation via Subgraph Sampling,
 * IPDPS 2018.
 */
#ifndef GATUN_CSR_COMPONENTS_H
#define GATUN_CSR_COMPONENTS_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_components_args {
    gatun_csr graph;     /* out-edges */
    gatun_csr in_graph;  /* in-edges; the same arrays as graph when undirected; vertices = 0 when not at hand (every
                            edge is then linked) */
    int32_t* labels;     /* out, n: smallest vertex id of the component */
    int32_t* compact;    /* out, n: 0 .. count - 1, numbered by smallest vertex id; NULL when not wanted */
    int64_t count;       /* out: components */
    int64_t largest;     /* out: vertices of the largest */
    void* scratch;       /* gatun_csr_components_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_components_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_components_scratch(int64_t vertices, uint32_t workers);

/* O(n + entries) in practice. Results do not depend on `workers`. Progress: vertices linked, of n.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_components(
    gatun_csr_components_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
