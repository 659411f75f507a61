/*
 * Minimum spanning forest of an undirected graph, by Boruvka's algorithm: every component hangs itself under the
 * neighbour at the end of its lightest edge, until none has an edge to another. The component that seems to be the
 * largest is passed over: an edge between it and another is found from the other side.
 * Source: O. Boruvka, O jistem problemu minimalnim, 1926; J. Nesetril, E. Milkova, H. Nesetrilova, Otakar Boruvka on
 * Minimum Spanning Tree Problem, Discrete Mathematics 233, 2001.
 */
#ifndef GATUN_CSR_SPANNING_H
#define GATUN_CSR_SPANNING_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_spanning_args {
    gatun_csr graph;       /* every edge in both of its rows, with the same weight; weight_type NONE: all weigh 1 */
    int32_t* sources;      /* out, room for n - 1: the smaller vertex of each edge of the forest */
    int32_t* targets;      /* out, room for n - 1: the larger one */
    void* weights;         /* out, room for n - 1: int64 (integer or no weights) or double (float weights) */
    int64_t edges;         /* out: edges of the forest; n - edges are its trees */
    int64_t total;         /* out: sum of integer weights */
    double total_float;    /* out: sum of float weights, widened to double and added in the order of the edges */
    void* scratch;         /* gatun_csr_spanning_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_spanning_args;

/* Scratch for n vertices and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_spanning_scratch(int64_t vertices, uint32_t workers);

/* The forest of least weight. Edges are ordered by (weight, smaller vertex, larger vertex), -0 before +0, so that there
 * is one such forest; its edges come sorted by (source, target). Weights may be negative or infinite. Self loops do not
 * count, of parallel edges only the lightest does.
 * Where the two rows of an edge disagree about its weight, or one lacks it, the result is some spanning forest or
 * INVALID_ARGUMENT. O((n + entries) log n), in practice a little more than one pass over the entries.
 * Results do not depend on `workers`. Progress: edges found, of n.
 * Statuses: OK; INVALID_ARGUMENT (a NaN weight: position = its first entry); OVERFLOW (the total of integer weights
 * does not fit 64 bits); CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_spanning(
    gatun_csr_spanning_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
