/*
 * Random walks: first-order ones, which go on along an edge out of the vertex they are at, and second-order ones as of
 * node2vec, which also look at the vertex they come from.
 *
 * An edge v -> x is followed in proportion to its weight (1 when unweighted), for second-order walks that came from t
 * times 1 / p when x = t, 1 when there is an edge t -> x, and 1 / q otherwise. Parallel edges count one by one, an edge
 * of weight 0 is never followed. A walk ends early where there is no edge to follow.
 *
 * Sources: A. Grover, J. Leskovec, node2vec: Scalable Feature Learning for Networks, KDD 2016; K. Yang et al.,
 * KnightKing: A Fast Distributed Graph Random Walk Engine, SOSP 2019 (rejection sampling); G. Steele, D. Lea, C. Flood,
 * Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
 */
#ifndef GATUN_CSR_WALKS_H
#define GATUN_CSR_WALKS_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_walks_args {
    gatun_csr graph;       /* out-edges; weighted when its weight_type is not NONE (weights finite, >= 0: checked) */
    const int32_t* starts; /* walk k starts at starts[k mod start_count]; NULL: at vertex k mod n */
    int64_t start_count;   /* > 0 unless starts is NULL or no walk is wanted */
    int64_t seed;
    int64_t first_walk;    /* walks first_walk .. first_walk + walk_count - 1 are made */
    int64_t walk_count;
    int64_t length;        /* vertices of a walk, its start included; >= 1 */
    double p;              /* finite, > 0 */
    double q;              /* finite, > 0; p = q = 1: first-order */
    int32_t* walks;        /* out, walk_count rows of length vertices each; -1 after the end of a walk */
    void* scratch;         /* gatun_csr_walks_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_walks_args;

/* Scratch for a graph and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_walks_scratch(const gatun_csr* graph, uint32_t workers);

/* Walk k depends on the graph, starts, seed, length, p, q and k alone: number i that it draws is mix(key + i g), where
 * key = mix(mix(seed) + k g), g = 0x9e3779b97f4a7c15 and mix is the finalizer of SplitMix64. A step draws a number r for
 * its edge: entry (r d) >> 64 of a row of d unweighted ones, or the first whose sum of weights from the row's begin on
 * is above (r >> 11) 2^-53 of the row's. Second-order steps draw another number s and keep the edge when (s >> 11) 2^-53
 * times the largest of 1 / p, 1, 1 / q is below the edge's factor; after as many edges not kept as the row has, and at
 * least 32, they take one by the sums of weight times factor over the row.
 * O(entries) for weights, then O(1) a step, O(log degree) when weighted; second-order steps in sorted rows O(log degree)
 * times the edges drawn, on average at most the largest factor over the average one of the row.
 * Results do not depend on `workers`. Progress: walks made, of walk_count.
 * Statuses: OK; INVALID_ARGUMENT (position = the first entry whose weight is bad or makes its row's sum infinite);
 * OUT_OF_RANGE (a start); CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_walks(gatun_csr_walks_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
