/*
 * Strongly connected components: vertices that reach each other along out-edges. One depth-first search that keeps a
 * single number per vertex.
 * Source: D. J. Pearce, A Space-Efficient Algorithm for Finding Strongly Connected Components, Inf. Process. Lett.
 * 116(1), 2016, after R. E. Tarjan, SICOMP 1(2), 1972.
 */
#ifndef GATUN_CSR_SCC_H
#define GATUN_CSR_SCC_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_scc_args {
    gatun_csr graph;  /* out-edges; loops and duplicates do no harm, weights are not read */
    int32_t* labels;  /* out, n: smallest vertex id of the component */
    int32_t* compact; /* out, n: 0 .. count - 1, numbered by smallest vertex id; NULL when not wanted */
    int64_t count;    /* out: components */
    int64_t largest;  /* out: vertices of the largest */
    void* scratch;    /* gatun_csr_scc_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_scc_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_scc_scratch(int64_t vertices, uint32_t workers);

/* O(n + entries), no recursion. The search is the first worker's. Progress: vertices reached, of n.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_scc(gatun_csr_scc_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
