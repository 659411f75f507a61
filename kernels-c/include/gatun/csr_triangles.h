/*
 * Triangles of an undirected graph, in all and at each vertex.
 *
 * Every edge is given a direction, and a triangle is found once, at the vertex that both its edges leave. Where degrees
 * are alike the direction is from the larger id to the smaller, and short rows are compared. Where they are not, it is
 * from the smaller degree to the larger, in a relabelled copy: the vertices of most degree then have a bit matrix of the
 * edges among them, which a row is compared with many bits at a time.
 *
 * References: M. Latapy, Main-memory triangle computations for very large (sparse (power-law)) graphs, Theoretical
 * Computer Science 407, 2008; N. Chiba, T. Nishizeki, Arboricity and subgraph listing algorithms, SIAM Journal on
 * Computing 14(1), 1985.
 */
#ifndef GATUN_CSR_TRIANGLES_H
#define GATUN_CSR_TRIANGLES_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_triangles_args {
    gatun_csr graph;        /* undirected and simple: every edge in both rows, rows strictly ascending, no loops */
    const int32_t* arcs;    /* for each entry, how many directed edges stand behind it: 1 or 2, the same in both rows;
                               NULL: directions do not matter */
    int64_t* per_vertex;    /* out, n: triangles at each vertex; with arcs: the arcs opposite to the vertex in its
                               triangles, which are the directed edges among its neighbours. NULL: not wanted */
    int64_t count;          /* out: triangles */
    int64_t wedges;         /* out: pairs of edges at one vertex, the sum of degree * (degree - 1) / 2 (modulo 2^64, for
                               which it takes more than 2^33 entries) */
    void* scratch;          /* gatun_csr_triangles_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_triangles_args;

/* Scratch for a graph of that size and that many workers; `per_vertex` and `arcs`: non-zero when those arrays are
 * given. O(1). */
GATUN_EXPORT uint64_t gatun_csr_triangles_scratch(
    int64_t vertices, int64_t entries, int32_t per_vertex, int32_t arcs, uint32_t workers);

/* O(entries^1.5) at worst. Results do not depend on `workers`. The graph is trusted to be a CSR; one that is not
 * symmetric gives a wrong count or INVALID_ARGUMENT. Progress: units of work done, of as many as vertices and entries.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_triangles(
    gatun_csr_triangles_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
