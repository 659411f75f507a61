/*
 * Similarity of the neighbourhoods of vertices: of given pairs, or of each vertex with those that are most like it.
 *
 * With A and B the sets of neighbours (the vertices themselves are not in them) and c the number both have:
 *   Jaccard c / |A or B|,  overlap c / min(|A|, |B|),  cosine c / sqrt(|A| |B|);  0 where c is 0.
 *
 * References: P. Jaccard, The Distribution of the Flora in the Alpine Zone, New Phytologist 11(2), 1912; D. Liben-Nowell,
 * J. Kleinberg, The Link-Prediction Problem for Social Networks, JASIST 58(7), 2007.
 */
#ifndef GATUN_CSR_SIMILARITY_H
#define GATUN_CSR_SIMILARITY_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_similarity {
    GATUN_SIMILARITY_JACCARD = 0,
    GATUN_SIMILARITY_OVERLAP = 1,
    GATUN_SIMILARITY_COSINE = 2,
} gatun_similarity;

typedef struct gatun_csr_similarity_args {
    gatun_csr graph;        /* undirected and simple: every edge in both rows, rows strictly ascending, no loops */
    int32_t measure;        /* a gatun_similarity */
    int32_t top;            /* how many of the most similar vertices each vertex gets; 0: pairs are given */
    const int32_t* first;   /* pairs: pair i is (first[i], second[i]); ids are checked */
    const int32_t* second;
    int64_t pairs;
    double least;           /* top: similarities below this are left out, and those of 0 always are */
    int64_t least_degree;   /* top: vertices of fewer neighbours, or of more than most_degree, get none and are none's; */
    int64_t most_degree;
    int32_t* neighbours;    /* top: out, n x top: for each vertex the most similar ones, the most similar first, of equal
                               ones the smaller id first; -1 after the last */
    double* values;         /* out: similarity of each pair; top: n x top, 0 after the last */
    void* scratch;          /* gatun_csr_similarity_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_similarity_args;

/* Scratch for n vertices, `top` as above and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_similarity_scratch(int64_t vertices, int32_t top, uint32_t workers);

/* Pairs: O(sum of the smaller degree of each pair x log of the larger, at most the sum of both). Top: O(sum of the
 * squares of degrees). Results do not depend on `workers`. The graph is trusted to be a CSR. Progress: pairs, or
 * vertices, done.
 * Statuses: OK; OUT_OF_RANGE (position = pair, value = id of the first pair with one that is no vertex);
 * INVALID_ARGUMENT; CAPACITY (scratch); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_similarity(
    gatun_csr_similarity_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
