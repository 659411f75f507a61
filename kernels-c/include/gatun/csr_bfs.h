/*
 * Breadth-first search, direction-optimising.
 *
 * Top-down steps expand a queue of frontier vertices; when the frontier's edges outweigh the unexplored ones the
 * search turns around and lets unvisited vertices look for a neighbour in the frontier (bottom-up).
 * Source: S. Beamer, K. Asanovic, D. Patterson, Direction-Optimizing Breadth-First Search, SC 2012.
 */
#ifndef GATUN_CSR_BFS_H
#define GATUN_CSR_BFS_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_parents {
    GATUN_PARENTS_NONE = 0,
    GATUN_PARENTS_ANY = 1,      /* some valid tree; may differ from call to call with more than one worker */
    GATUN_PARENTS_SMALLEST = 2, /* the smallest id that is one nearer: the same on every engine */
} gatun_parents;

typedef struct gatun_csr_bfs_args {
    gatun_csr graph;        /* out-edges */
    gatun_csr in_graph;     /* in-edges (the transpose); the same arrays as graph when undirected; vertices = 0 when
                               not at hand: the search then runs top-down only */
    const int32_t* sources; /* distance 0, parent -1; duplicates allowed */
    int64_t source_count;
    int32_t max_depth;      /* vertices further away stay unreached; negative: no limit */
    int32_t parents_mode;   /* a gatun_parents */
    int32_t* distances;     /* out, n: hops, -1 unreached */
    int32_t* parents;       /* out, n: -1 for sources and unreached; NULL when parents_mode is NONE */
    void* scratch;          /* gatun_csr_bfs_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
    int64_t reached;        /* out: vertices reached, sources included */
    int32_t depth;          /* out: largest distance */
    int32_t reserved;
} gatun_csr_bfs_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_bfs_scratch(int64_t vertices, uint32_t workers);

/* Distances (and parents) from the sources. O(n + entries) work; results do not depend on `workers` except with
 * GATUN_PARENTS_ANY. Progress: vertices reached, of n.
 * Statuses: OK; INVALID_ARGUMENT; OUT_OF_RANGE (position = index of the source, value = id); CAPACITY (scratch);
 * CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_bfs(gatun_csr_bfs_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
