/*
 * Whether the vertices can be split in two sides with no edge inside a side, whatever the direction of edges; if not, a
 * cycle of an odd number of edges. Breadth-first search: a side is the parity of the level.
 */
#ifndef GATUN_CSR_BIPARTITE_H
#define GATUN_CSR_BIPARTITE_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_bipartite_args {
    gatun_csr graph;      /* out-edges; a loop is an odd cycle, duplicates do no harm, weights are not read */
    gatun_csr in_graph;   /* in-edges; the same arrays as graph when undirected */
    int32_t* sides;       /* out, n: 0 or 1, 0 for the smallest vertex of each component; when there are no sides the
                             cycle, in the first cycle_length places: each vertex and the next are joined by an edge,
                             as are the last and the first */
    int64_t second;       /* out: vertices of side 1, when there are sides */
    int64_t cycle_length; /* out: 0 when there are sides, else odd */
    void* scratch;        /* gatun_csr_bipartite_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_bipartite_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_bipartite_scratch(int64_t vertices, uint32_t workers);

/* O(n + entries). The search is the first worker's. Which cycle: in the component of the smallest vertex that has one,
 * levels are counted from its smallest vertex; of the edges inside the first level that has any, the one with the
 * smallest two ids u <= v; the cycle goes from u up to the level before by smallest ids until it meets the way up from
 * v, and down that to v. Progress: vertices reached, of n.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_bipartite(
    gatun_csr_bipartite_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
