/* Small undirected simple graphs for tests, as a matrix and as a CSR. */
#ifndef GATUN_TEST_CSR_SIMPLE_GRAPH_H
#define GATUN_TEST_CSR_SIMPLE_GRAPH_H

#include "check.h"
#include "gatun/csr.h"

#define SIMPLE_MOST 1200

typedef struct simple_graph {
    int32_t n;
    uint8_t adjacent[SIMPLE_MOST][SIMPLE_MOST];
    int64_t offsets[SIMPLE_MOST + 1];
    int32_t neighbours[SIMPLE_MOST * SIMPLE_MOST];
} simple_graph;

static inline void simple_clear(simple_graph* g, int32_t n) {
    memset(g, 0, sizeof *g);
    g->n = n;
}

static inline void simple_edge(simple_graph* g, int32_t u, int32_t v) {
    if (u != v) g->adjacent[u][v] = g->adjacent[v][u] = 1;
}

/* Fills the CSR from the matrix. */
static inline gatun_csr simple_csr(simple_graph* g) {
    int64_t e = 0;
    for (int32_t u = 0; u < g->n; u++) {
        for (int32_t v = 0; v < g->n; v++) {
            if (g->adjacent[u][v]) g->neighbours[e++] = v;
        }
        g->offsets[u + 1] = e;
    }
    return (gatun_csr){g->n, e, g->offsets, g->neighbours, NULL, GATUN_WEIGHT_NONE, 1};
}

static inline uint32_t simple_random(uint64_t* state) {
    *state = *state * 6364136223846793005ull + 1442695040888963407ull;
    return (uint32_t)(*state >> 33);
}

/* Edges between random vertices; with `skew` times the smallest of so many, which makes hubs of the first ones. */
static inline void simple_random_graph(simple_graph* g, int32_t n, int32_t edges, int32_t skew, uint64_t seed) {
    simple_clear(g, n);
    for (int32_t i = 0; i < edges; i++) {
        int32_t ends[2];
        for (int k = 0; k < 2; k++) {
            ends[k] = (int32_t)(simple_random(&seed) % (uint32_t)n);
            for (int32_t j = 0; j < skew; j++) {
                const int32_t other = (int32_t)(simple_random(&seed) % (uint32_t)n);
                if (other < ends[k]) ends[k] = other;
            }
        }
        simple_edge(g, ends[0], ends[1]);
    }
}

#endif
