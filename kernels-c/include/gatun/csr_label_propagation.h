/*
 * Communities by synchronous label propagation, as LDBC Graphalytics defines it (CDLP): every vertex starts with its own
 * id as its label; in each iteration all take the most frequent label among their neighbours at once, of equally
 * frequent ones the smallest.
 *
 * In a directed graph neighbours are those along out-edges and those along in-edges: one that is both counts twice. A
 * multi-edge counts as often as it is stored, a self loop counts the vertex's own label. Weights count for nothing. A
 * vertex without neighbours keeps its label.
 * Sources: U. N. Raghavan, R. Albert, S. Kumara, Near Linear Time Algorithm to Detect Community Structures in
 * Large-Scale Networks, Physical Review E 76, 2007; A. Iosup et al., The LDBC Graphalytics Benchmark, arXiv 2011.15028.
 */
#ifndef GATUN_CSR_LABEL_PROPAGATION_H
#define GATUN_CSR_LABEL_PROPAGATION_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_csr_label_propagation_args {
    gatun_csr graph;        /* out-edges; rows need not be sorted */
    gatun_csr in_graph;     /* in-edges of a directed graph; vertices = 0 when undirected */
    int64_t max_iterations; /* >= 0 */
    int32_t* labels;        /* out, n: each a vertex id */
    int64_t iterations;     /* out: iterations run, the one that changed nothing included */
    int32_t converged;      /* out: 1 when the last iteration changed nothing */
    void* scratch;          /* gatun_csr_label_propagation_scratch bytes, 64-byte aligned, contents undefined */
    uint64_t scratch_bytes;
} gatun_csr_label_propagation_args;

/* Scratch for n vertices, so many entries (out- and in-entries together) and that many workers. O(1). */
GATUN_EXPORT uint64_t gatun_csr_label_propagation_scratch(int64_t vertices, int64_t entries, uint32_t workers);

/* O(iterations x (n + entries)); once few labels change, only their neighbours are looked at. Labels do not depend on
 * `workers`. Without vertices no iteration is run and converged is 1. After CANCELLED the labels are undefined.
 * Progress: iterations done, of max_iterations.
 * Statuses: OK, INVALID_ARGUMENT, CAPACITY (scratch), CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_label_propagation(
    gatun_csr_label_propagation_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
