/*
 * Communities by modularity: Louvain's and Leiden's method, and the score of a partition that is given.
 *
 *   Q = sum over communities c of (inside(c) / W - resolution * (strength(c) / W)^2)
 *
 * An entry u -> v of weight w is an edge between u and v and counts w in the strength of both, whatever its direction;
 * strength(c) is the sum over c's vertices, inside(c) what of it comes from edges inside c, W the strength of all. So a
 * directed graph is taken as the undirected one whose edges weigh the sum of both directions; parallel edges add up; a
 * self loop counts twice in its vertex's strength. An undirected graph stores an edge in both rows, but a loop once.
 * Without a graph's weights each entry weighs 1. Q is 0 where W is 0.
 *
 * Weights are summed as 64-bit integers, so that the order does not matter: integer weights exactly, others (and integers
 * whose sum could pass 2^61) in units of a power of two at which the heaviest edge times the number of entries just fits.
 *
 * Moving: a level starts with a partition of its vertices. They are gone through in the order
 * v(i) = (first + i * stride) mod n, which depends on n, the seed, the round and the pass, in batches of ceil(n / 512).
 * All vertices of a batch choose at once, then all move: to the neighbouring community of largest gain, of equal ones
 * the one of smallest number; community and gain as of before the batch; a vertex stays unless that gains more. The gain
 * of joining c is
 *   weight(v, c) - strength(v) * strength(c without v) * (resolution / W)
 * in double arithmetic on the exact sums. A vertex that moved wakes its neighbours outside its new community; the level
 * goes on with vertices awake until all sleep, for at most 32 passes.
 * Louvain: communities become the vertices of the next level, each alone.
 * Leiden: each community is refined first. Its vertices start alone and are gone through in ascending order; one that is
 * still alone and well connected to the rest of its community, weight >= resolution / W * product of strengths, joins
 * the well connected part of largest gain among those with a gain of 0 or more (ties: the smallest number). The parts
 * become the vertices of the next level, and the communities its partition to start with. At the end communities are
 * split into their connected pieces.
 * A level that does not gain min_gain, or moves nothing, is a round's last. The next round starts at the graph given,
 * with the communities found and another order of vertices, until one does not gain more than min_gain.
 * Sources: V. D. Blondel et al., Fast Unfolding of Communities in Large Networks, J. Stat. Mech. 2008; V. A. Traag,
 * L. Waltman, N. J. van Eck, From Louvain to Leiden: Guaranteeing Well-Connected Communities, Scientific Reports 9, 2019.
 */
#ifndef GATUN_CSR_COMMUNITIES_H
#define GATUN_CSR_COMMUNITIES_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_communities_method {
    GATUN_COMMUNITIES_GIVEN = 0, /* number and score the communities in `labels`, which stay as they are */
    GATUN_COMMUNITIES_LOUVAIN = 1,
    GATUN_COMMUNITIES_LEIDEN = 2,
} gatun_communities_method;

typedef struct gatun_csr_communities_args {
    gatun_csr graph;      /* out-edges; rows need not be sorted; weights finite, >= 0 */
    gatun_csr in_graph;   /* in-edges of a directed graph; vertices = 0 when undirected */
    int32_t method;       /* a gatun_communities_method */
    double resolution;    /* finite, >= 0; 1: modularity as usual; larger: more, smaller communities */
    uint64_t seed;        /* of the order of vertices */
    int64_t max_rounds;   /* >= 1 */
    int64_t max_levels;   /* >= 1, of a round */
    double min_gain;      /* >= 0: of modularity, by a level or a round */
    int32_t* labels;      /* n. GIVEN: in, each 0 .. n - 1. Else out: smallest vertex id of the community */
    int32_t* compact;     /* out, n: 0 .. count - 1, numbered by smallest vertex id */
    int64_t count;        /* out: communities */
    int64_t levels;       /* out: levels that moved a vertex, of all rounds */
    int64_t iterations;   /* out: passes over vertices, of all levels */
    int64_t rounds;       /* out: rounds run */
    double modularity;    /* out: Q */
    void* scratch;        /* gatun_csr_communities_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_communities_args;

/* Scratch for a method, n vertices, so many entries (out- and in-entries together) and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_communities_scratch(
    int32_t method, int64_t vertices, int64_t entries, uint32_t workers);

/* O(n + entries) a pass; as many passes as it takes, in practice some dozens of the first level's size in all. Results
 * do not depend on `workers` or the CPU tier. After CANCELLED or OUT_OF_RANGE all outputs are undefined.
 * Progress: levels done, of which no total is known.
 * Statuses: OK; INVALID_ARGUMENT (a weight negative, infinite or NaN: position = entry); OUT_OF_RANGE (GIVEN, a label
 * that is none: position = vertex, value = label); CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_communities(
    gatun_csr_communities_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
