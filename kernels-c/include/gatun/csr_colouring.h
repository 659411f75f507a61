/*
 * Greedy colouring of the vertices, whatever the direction of edges: each vertex in a fixed order takes the smallest
 * colour that none of its earlier neighbours has. Or just the vertices of the first colour: those that no earlier one
 * of them is a neighbour of, which is a maximal independent set.
 * Source: M. T. Jones, P. E. Plassmann, A Parallel Graph Coloring Heuristic, SIAM J. Sci. Comput. 14(3), 1993: several
 * workers come to the result of one when each vertex waits for its earlier neighbours only.
 */
#ifndef GATUN_CSR_COLOURING_H
#define GATUN_CSR_COLOURING_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The order in which vertices choose. A degree is the number of entries in the rows of a vertex, loops and duplicates
 * included, in a directed graph among out- and in-edges together; n if it is more. Equals choose by ascending id. */
typedef enum gatun_greedy_order {
    GATUN_GREEDY_ID = 0,
    GATUN_GREEDY_LARGEST_FIRST = 1,  /* by descending degree: fewer colours */
    GATUN_GREEDY_SMALLEST_FIRST = 2, /* by ascending degree: larger independent sets */
} gatun_greedy_order;

typedef struct gatun_csr_colouring_args {
    gatun_csr graph;     /* out-edges; loops and duplicates are passed over, weights are not read */
    gatun_csr in_graph;  /* in-edges; the same arrays as graph when undirected */
    int32_t order;       /* a gatun_greedy_order */
    int32_t independent; /* non-zero: the independent set only */
    int32_t* colours;    /* out, n: 0 .. count - 1; of an independent set 1 for its vertices, else 0 */
    int64_t count;       /* out: colours, or vertices of the independent set */
    void* scratch;       /* gatun_csr_colouring_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_colouring_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_colouring_scratch(int64_t vertices, int32_t order, uint32_t workers);

/* O(n + entries), but O(entries * degree / 512) for vertices whose neighbours have more than 512 colours. Results do not
 * depend on `workers`. Progress: vertices coloured, of n.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_colouring(
    gatun_csr_colouring_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
