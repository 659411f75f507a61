/*
 * Depth-first search: both orders, positions in them, the trees and the depths in them. Neighbours are followed in the
 * order of the rows (ascending ids where rows are sorted), as the recursive formulation does.
 * Source: R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM J. Comput. 1(2), 1972.
 */
#ifndef GATUN_CSR_DFS_H
#define GATUN_CSR_DFS_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_dfs_args {
    gatun_csr graph;        /* out-edges; loops and duplicates do no harm, weights are not read */
    const int32_t* sources; /* roots, in this order, of those not reached before; NULL: every vertex, ascending */
    int64_t source_count;   /* 0 when sources is NULL */
    int32_t max_depth;      /* edges of a vertex that many below its root are not followed; negative: no limit */
    int32_t* preorder;      /* out, n: vertices in the order of their discovery, in the first `reached` places */
    int32_t* postorder;     /* out, n: vertices in the order in which they are left, likewise */
    int32_t* discovery;     /* out, n: place in preorder, -1 unreached */
    int32_t* finish;        /* out, n: place in postorder, -1 unreached */
    int32_t* parents;       /* out, n: -1 for roots and unreached */
    int32_t* depths;        /* out, n: edges from the root of the tree, -1 unreached */
    int64_t reached;        /* out: vertices */
    int64_t trees;          /* out: roots */
    int32_t deepest;        /* out: largest depth, 0 when nothing is reached */
    void* scratch;          /* gatun_csr_dfs_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_dfs_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_dfs_scratch(int64_t vertices, uint32_t workers);

/* O(n + entries), no recursion. The search is the first worker's: the order of a depth-first search is not known to be
 * found faster by several. Preorder and postorder past `reached` are undefined. Untrusted: sources are checked.
 * Progress: vertices reached, of n.
 * Statuses: OK, INVALID_ARGUMENT, OUT_OF_RANGE (position: index of the source, value: its id), CAPACITY (scratch),
 * CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_dfs(gatun_csr_dfs_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
