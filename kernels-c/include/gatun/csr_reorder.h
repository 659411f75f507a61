/*
 * New orders of the vertices of a graph, in which those that are used together stand together.
 *
 *   DEGREE       by degree, highest first
 *   HUB_SORT     vertices of more than average degree first, by degree, highest first; then all others
 *   HUB_CLUSTER  vertices of more than average degree first; then all others
 *   DEGREE_GROUP by groups of degrees, highest first: from 32, 16, 8, 4, 2, 1 and 1/2 times the average up, and the rest
 *   CUTHILL_MCKEE reverse Cuthill-McKee: breadth-first, neighbours by ascending degree, the whole turned round; each
 *                component from a vertex at one of its far ends
 *
 * Vertices that these do not tell apart keep their order. A degree is the length of a row.
 * Sources: V. Balaji, B. Lucia, When is Graph Reordering an Optimization?, IISWC 2018 (HUB_SORT, HUB_CLUSTER); P. Faldu,
 * J. Diamond, B. Grot, A Closer Look at Lightweight Graph Reordering, IISWC 2019 (DEGREE_GROUP); E. Cuthill, J. McKee,
 * Reducing the Bandwidth of Sparse Symmetric Matrices, ACM National Conference 1969; A. George, J. Liu, An
 * Implementation of a Pseudoperipheral Node Finder, ACM TOMS 5(3), 1979.
 */
#ifndef GATUN_CSR_REORDER_H
#define GATUN_CSR_REORDER_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_reorder_method {
    GATUN_REORDER_DEGREE = 0,
    GATUN_REORDER_HUB_SORT = 1,
    GATUN_REORDER_HUB_CLUSTER = 2,
    GATUN_REORDER_DEGREE_GROUP = 3,
    GATUN_REORDER_CUTHILL_MCKEE = 4,
} gatun_reorder_method;

typedef struct gatun_csr_reorder_args {
    gatun_csr graph;     /* CUTHILL_MCKEE: of an undirected graph, every edge in both of its rows */
    int32_t* order;      /* out, n: the vertices in their new order */
    int32_t* places;     /* out, n: the place of each vertex in it */
    int32_t* rows;       /* out, entries: for each row in the new order and each of its entries, the place of its vertex;
                            NULL when not wanted, together with columns and weights */
    int32_t* columns;    /* out, entries: the place of the neighbour */
    void* weights;       /* out, entries of weight_type: the weight; NULL when the graph has none */
    int32_t method;      /* a gatun_reorder_method */
    int32_t reserved;
    void* scratch;       /* gatun_csr_reorder_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_reorder_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_reorder_scratch(int64_t vertices, uint32_t workers);

/* The order is found by one worker in O(n), for CUTHILL_MCKEE in O(n + entries log(largest degree)) for each of the few
 * searches it takes to find a far end. The entries, in the order of rows and then as in the old rows, are written by
 * all workers in O(entries): they are tuples to build the graph in its new order from.
 * CUTHILL_MCKEE: components by their vertex of least degree, the smallest among equals; a search from it gives a vertex
 * of least degree, the smallest among equals, in the last level, from which the next search starts until there are no
 * more levels than before. Neighbours are taken by degree and then by id.
 * Results do not depend on `workers`. Progress: vertices and entries placed, of n + entries.
 * Statuses: OK; INVALID_ARGUMENT; CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_reorder(gatun_csr_reorder_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
