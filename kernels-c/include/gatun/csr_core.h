/*
 * Core numbers: the largest k for which a vertex belongs to a subgraph in which every vertex has at least k neighbours.
 * One worker takes vertices off in the order of their remaining degree, which buckets keep; several take off, level by
 * level, all vertices of the least remaining degree at once. Core numbers are unique: both give the same.
 *
 * References: V. Batagelj, M. Zaversnik, An O(m) Algorithm for Cores Decomposition of Networks, arXiv cs/0310049, 2003;
 * H. Kabir, K. Madduri, Parallel k-core Decomposition on Multicore Platforms, IPDPS Workshops 2017.
 */
#ifndef GATUN_CSR_CORE_H
#define GATUN_CSR_CORE_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_core_args {
    gatun_csr graph;     /* undirected and simple: every edge in both rows, no edge twice, no loops */
    int32_t* cores;      /* out, n: core numbers */
    int32_t most;        /* out: the largest; 0 for a graph without vertices */
    int32_t reserved;
    void* scratch;       /* gatun_csr_core_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_core_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_core_scratch(int64_t vertices, uint32_t workers);

/* O(n + entries). Results do not depend on `workers`. The graph is trusted to be a CSR; of one that is not symmetric
 * the numbers mean nothing. Progress: vertices taken off, of n.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_core(
    gatun_csr_core_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
