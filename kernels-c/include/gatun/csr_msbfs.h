/*
 * Breadth-first searches from many sources at once: up to 512 share one pass over the graph, a bit each in a wide
 * register, and what is told of them are sums. More sources go in batches of 512.
 *
 * Every unfinished vertex collects the searches that have just reached its in-neighbours. Levels of few vertices mark
 * where they lead to first, so that only those collect.
 * Source: M. Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal, PVLDB 8(4), 2014.
 */
#ifndef GATUN_CSR_MSBFS_H
#define GATUN_CSR_MSBFS_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Sums leave out a source's distance to itself. A sum of 1 / distance adds count / distance level by level from 1 up,
 * per vertex also batch by batch. Any array may be NULL when it is not wanted. */
typedef struct gatun_csr_msbfs_args {
    gatun_csr graph;        /* out-edges; weights are not looked at */
    gatun_csr in_graph;     /* in-edges (the transpose); the same arrays as graph when undirected */
    const int32_t* sources; /* one that is there twice is searched from twice */
    int64_t source_count;
    int64_t* reached;         /* out, by source: vertices reached, itself included */
    int64_t* distances;       /* out, by source: sum of distances */
    double* inverses;         /* out, by source: sum of 1 / distance */
    int32_t* eccentricities;  /* out, by source: largest distance */
    int64_t* vertex_reached;  /* out, n: sources that reach the vertex, itself included */
    int64_t* vertex_distances; /* out, n: sum of their distances */
    double* vertex_inverses;  /* out, n: sum of 1 / their distances */
    void* scratch;            /* gatun_csr_msbfs_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_msbfs_args;

/* Scratch for n vertices, so many sources and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_msbfs_scratch(int64_t vertices, int64_t source_count, uint32_t workers);

/* O(batches * levels * n / 64 + edges looked at), of which a batch looks at each once for every distance that its
 * sources have to one end: few on graphs of small diameter. Results do not depend on `workers`. Progress: vertices
 * reached, of source_count * n.
 * Statuses: OK; INVALID_ARGUMENT; OUT_OF_RANGE (position = index of the source, value = id); CAPACITY (scratch);
 * CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_msbfs(gatun_csr_msbfs_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
