/* Minimum spanning forests: golden graphs, random graphs of every weight type against Kruskal's algorithm, many ties,
 * weights that are no numbers, sums that do not fit, rows that disagree, hostile arguments; 1 to 4 workers and every
 * tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_spanning.h"
#include "random.h"
#include "team_run.h"

#include <math.h>

#define MOST 3000
#define MOST_EDGES 12000

typedef struct edge {
    int32_t u, v; /* u < v unless a loop */
    double key;   /* the weight, exactly */
    int64_t bits; /* as the outputs have it */
} edge;

static edge edges[MOST_EDGES], expected[MOST];
static int64_t offsets[MOST + 1];
static int32_t neighbours[2 * MOST_EDGES];
static double weights[2 * MOST_EDGES]; /* or of any other type */
static int32_t sources[MOST], targets[MOST];
static int64_t chosen[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_spanning(args, team, worker, workers);
}

static int32_t run(gatun_csr_spanning_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_spanning_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void put_weight(int32_t type, int64_t at, double weight) {
    switch (type) {
        case GATUN_WEIGHT_INT32: ((int32_t*)weights)[at] = (int32_t)weight; break;
        case GATUN_WEIGHT_INT64: ((int64_t*)weights)[at] = (int64_t)weight; break;
        case GATUN_WEIGHT_FLOAT32: ((float*)weights)[at] = (float)weight; break;
        case GATUN_WEIGHT_FLOAT64: weights[at] = weight; break;
        default: break;
    }
}

static void put(int64_t* at, int32_t type, int32_t from, int32_t to, double weight) {
    put_weight(type, at[from], weight);
    neighbours[at[from]++] = to;
}

/* Both rows of every edge, in the order given: rows are not sorted. A loop has one entry. */
static gatun_csr_spanning_args graph(int32_t n, int32_t m, int32_t type) {
    static int64_t at[MOST + 1];
    memset(offsets, 0, sizeof offsets);
    for (int32_t i = 0; i < m; i++) {
        offsets[edges[i].u + 1]++;
        if (edges[i].u != edges[i].v) offsets[edges[i].v + 1]++;
    }
    for (int32_t v = 0; v < n; v++) offsets[v + 1] += offsets[v];
    memcpy(at, offsets, sizeof at);
    for (int32_t i = 0; i < m; i++) {
        put(at, type, edges[i].u, edges[i].v, edges[i].key);
        if (edges[i].u != edges[i].v) put(at, type, edges[i].v, edges[i].u, edges[i].key);
    }
    return (gatun_csr_spanning_args){
        .graph = {n, offsets[n], offsets, neighbours, type == GATUN_WEIGHT_NONE ? NULL : weights, type, 0},
        .sources = sources,
        .targets = targets,
        .weights = chosen};
}

static int64_t bits_of(int32_t type, double weight) {
    if (type == GATUN_WEIGHT_NONE) return 1;
    if (type == GATUN_WEIGHT_INT32 || type == GATUN_WEIGHT_INT64) return (int64_t)weight;
    int64_t bits;
    memcpy(&bits, &weight, sizeof bits);
    return bits;
}

static int by_ends(const edge* a, const edge* b) {
    if (a->u != b->u) return a->u < b->u ? -1 : 1;
    return a->v < b->v ? -1 : a->v > b->v;
}

static int by_weight(const void* a, const void* b) {
    const edge *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (signbit(x->key) != signbit(y->key)) return signbit(x->key) ? -1 : 1;
    return by_ends(x, y);
}

static int by_order(const void* a, const void* b) { return by_ends(a, b); }

static int32_t root(int32_t* up, int32_t v) {
    while (up[v] != v) v = up[v] = up[up[v]];
    return v;
}

static int32_t kruskal(int32_t n, int32_t m) {
    static int32_t up[MOST];
    static edge sorted[MOST_EDGES];
    memcpy(sorted, edges, sizeof *edges * (size_t)m);
    qsort(sorted, (size_t)m, sizeof *sorted, by_weight);
    for (int32_t v = 0; v < n; v++) up[v] = v;
    int32_t count = 0;
    for (int32_t i = 0; i < m; i++) {
        const int32_t a = root(up, sorted[i].u), b = root(up, sorted[i].v);
        if (a == b) continue;
        up[a] = b;
        expected[count++] = sorted[i];
    }
    qsort(expected, (size_t)count, sizeof *expected, by_order);
    return count;
}

static void check_against_kruskal(int32_t n, int32_t m, int32_t type, uint32_t workers) {
    const int32_t count = kruskal(n, m);
    gatun_csr_spanning_args args = graph(n, m, type);
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(count, args.edges);
    int64_t total = 0;
    double total_float = 0;
    int same = args.edges == count;
    for (int32_t i = 0; i < count; i++) {
        same &= sources[i] == expected[i].u && targets[i] == expected[i].v && chosen[i] == expected[i].bits;
        if (type <= GATUN_WEIGHT_INT64) total += expected[i].bits;
        else total_float += expected[i].key;
    }
    CHECK(same);
    CHECK_EQUAL(total, args.total);
    CHECK(memcmp(&total_float, &args.total_float, sizeof total_float) == 0 || isnan(total_float));
}

static void random_graphs(uint32_t workers) {
    const int32_t shapes[][2] = {{40, 60}, {3000, 2000}, {3000, 12000}, {50, 12000}, {3000, -1}, {1, 3}};
    const double odd[] = {-0.0, 0.0, 0.25, -7, INFINITY, 1e30};
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        for (int32_t type = GATUN_WEIGHT_NONE; type <= GATUN_WEIGHT_FLOAT64; type++) {
            const int32_t n = shapes[s][0], m = shapes[s][1] < 0 ? n - 1 : shapes[s][1];
            for (int32_t i = 0; i < m; i++) {
                const int32_t a = (int32_t)test_below((uint64_t)n), b = (int32_t)test_below((uint64_t)n);
                edges[i].u = shapes[s][1] < 0 ? i : a < b ? a : b; /* -1: a path, its weights ascending */
                edges[i].v = shapes[s][1] < 0 ? i + 1 : a < b ? b : a;
                double weight = shapes[s][1] < 0 ? i : (double)test_below(9) - 4;
                if (type >= GATUN_WEIGHT_FLOAT32 && test_below(3) == 0) weight = odd[test_below(6)];
                if (type == GATUN_WEIGHT_FLOAT32) weight = (float)weight;
                edges[i].key = type == GATUN_WEIGHT_NONE ? 1 : weight;
                edges[i].bits = bits_of(type, weight);
            }
            check_against_kruskal(n, m, type, workers);
        }
    }
}

static void golden(uint32_t workers) {
    /* a triangle with a tail, and a vertex apart; the lightest edge twice */
    const edge given[] = {{0, 1, 5, 0}, {1, 2, 3, 0}, {0, 2, 5, 0}, {2, 3, -1, 0}, {2, 3, 9, 0}, {1, 1, -9, 0}};
    memcpy(edges, given, sizeof given);
    gatun_csr_spanning_args args = graph(5, 6, GATUN_WEIGHT_INT32);
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(3, args.edges);
    CHECK_EQUAL(7, args.total);
    CHECK(memcmp(sources, (int32_t[]){0, 1, 2}, 12) == 0);
    CHECK(memcmp(targets, (int32_t[]){1, 2, 3}, 12) == 0);
    CHECK(memcmp(chosen, (int64_t[]){5, 3, -1}, 24) == 0);
    args = graph(0, 0, GATUN_WEIGHT_NONE);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(0, args.edges);
}

static void bad_weights(uint32_t workers) {
    gatun_team team;
    for (int32_t i = 0; i < 500; i++) edges[i] = (edge){i, i + 1, i == 100 || i == 300 ? NAN : 1, 0};
    gatun_csr_spanning_args args = graph(501, 500, GATUN_WEIGHT_FLOAT64);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, workers, &team));
    CHECK_EQUAL(200, team.error.position); /* row 100 begins at 199 with its other edge */
    for (int32_t i = 0; i < 3; i++) edges[i] = (edge){i, i + 1, 0, 0};
    args = graph(4, 3, GATUN_WEIGHT_INT64);
    for (int32_t e = 0; e < 6; e++) ((int64_t*)weights)[e] = INT64_MAX;
    CHECK_EQUAL(GATUN_STATUS_OVERFLOW, run(&args, workers, &team));
    ((int64_t*)weights)[0] = ((int64_t*)weights)[1] = -5; /* may pass 2^63 on the way */
    ((int64_t*)weights)[2] = ((int64_t*)weights)[3] = INT64_MAX;
    ((int64_t*)weights)[4] = ((int64_t*)weights)[5] = INT64_MIN;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(-6, args.total);
    /* rows that disagree: ends, and well or not */
    for (int32_t round = 0; round < 200; round++) {
        for (int32_t i = 0; i < 300; i++) edges[i] = (edge){(int32_t)test_below(100), (int32_t)test_below(100), 1, 0};
        args = graph(100, 300, GATUN_WEIGHT_INT32);
        for (int64_t e = 0; e < args.graph.entries; e++) ((int32_t*)weights)[e] = (int32_t)test_below(50);
        const int32_t status = run(&args, workers, &team);
        CHECK(status == GATUN_STATUS_OK || status == GATUN_STATUS_INVALID_ARGUMENT);
    }
}

static void hostile(void) {
    gatun_team team;
    edges[0] = (edge){0, 1, 1, 0};
    gatun_csr_spanning_args args = graph(2, 1, GATUN_WEIGHT_INT32);
    args.sources = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.sources = sources;
    args.weights = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.weights = chosen;
    args.graph.weight_type = 9;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.graph.weight_type = GATUN_WEIGHT_INT32;
    args.scratch_bytes = gatun_csr_spanning_scratch(2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_spanning(NULL, &team, 0, 1));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (uint32_t workers = 1; workers <= 4; workers++) {
            golden(workers);
            random_graphs(workers);
            bad_weights(workers);
        }
        hostile();
    }
    return test_result();
}
