/*
 * Topological order of a directed graph, by levels: the level of a vertex is the most edges on a path to it, and the
 * order is by level, then by id. Where there is no order, a cycle.
 * Source: A. B. Kahn, Topological Sorting of Large Networks, Commun. ACM 5(11), 1962.
 */
#ifndef GATUN_CSR_TOPOSORT_H
#define GATUN_CSR_TOPOSORT_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_toposort_args {
    gatun_csr graph;      /* out-edges; a loop is a cycle, duplicates do no harm, weights are not read */
    int32_t* order;       /* out, n: the vertices in order; when there is none the cycle, in the first cycle_length
                             places: an edge leads from each vertex to the next and from the last to the first */
    int32_t* levels;      /* out, n: -1 for a vertex on a cycle or after one */
    int64_t level_count;  /* out: 0 without vertices that have a level */
    int64_t ordered;      /* out: vertices that have a level */
    int64_t cycle_length; /* out: 0 when there is an order */
    void* scratch;        /* gatun_csr_toposort_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_toposort_args;

/* Scratch for n vertices, that many entries and workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_toposort_scratch(int64_t vertices, int64_t entries, uint32_t workers);

/* O(n + entries). Results do not depend on `workers`. Which cycle: from the smallest vertex without a level go back to
 * the smallest predecessor without one, again and again; the cycle that this runs into, beginning at its smallest
 * vertex. Progress: vertices that have a level, of n.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_toposort(
    gatun_csr_toposort_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
