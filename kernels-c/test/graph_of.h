/* Small graphs for the tests of kernels on CSRs: from edges, or random. */
#ifndef GATUN_TEST_GRAPH_OF_H
#define GATUN_TEST_GRAPH_OF_H

#include <string.h>

#include "gatun/csr.h"

#define GRAPH_MOST 5000
#define GRAPH_MOST_ENTRIES 40000

typedef struct graph_rows {
    int64_t offsets[GRAPH_MOST + 1];
    int32_t neighbours[GRAPH_MOST_ENTRIES];
} graph_rows;

static inline gatun_csr graph_view(graph_rows* rows, int64_t n) {
    return (gatun_csr){n, rows->offsets[n], rows->offsets, rows->neighbours, NULL, GATUN_WEIGHT_NONE, 0};
}

/* Counting sort of edges by `from`; in each row they keep their order. */
static inline void graph_fill(graph_rows* rows, int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    memset(rows->offsets, 0, sizeof rows->offsets);
    for (int32_t i = 0; i < count; i++) rows->offsets[from[i] + 1]++;
    for (int32_t v = 0; v < n; v++) rows->offsets[v + 1] += rows->offsets[v];
    for (int32_t i = 0; i < count; i++) rows->neighbours[rows->offsets[from[i]]++] = to[i];
    for (int32_t v = n; v > 0; v--) rows->offsets[v] = rows->offsets[v - 1];
    rows->offsets[0] = 0;
}

/* Any `count` edges, and the same the other way round into `in` where that is not NULL. */
static inline void graph_random(graph_rows* out, graph_rows* in, int32_t n, int32_t count, uint64_t* state) {
    static int32_t from[GRAPH_MOST_ENTRIES], to[GRAPH_MOST_ENTRIES];
    for (int32_t i = 0; i < count; i++) {
        *state = *state * 6364136223846793005ull + 1442695040888963407ull;
        from[i] = (int32_t)((*state >> 33) % (uint64_t)n);
        to[i] = (int32_t)((*state >> 11) % (uint64_t)n);
    }
    graph_fill(out, n, from, to, count);
    if (in != NULL) graph_fill(in, n, to, from, count);
}

#endif
