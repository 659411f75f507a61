/* Greedy colouring and independent sets against the definition: golden graphs, random graphs, a clique of more colours
 * than one pass looks for, a path on which everybody waits, hostile arguments; 1 to 4 workers. */
#include "check.h"
#include "gatun/csr_colouring.h"
#include "graph_of.h"
#include "team_run.h"

#define CLIQUE 1200

static graph_rows out, in;
static int32_t colours[GRAPH_MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_colouring(args, team, worker, workers);
}

static int32_t run(gatun_csr_colouring_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_colouring_scratch(args->graph.vertices, args->order, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static int64_t degree(int32_t n, int32_t v) {
    const int64_t d = out.offsets[v + 1] - out.offsets[v] + in.offsets[v + 1] - in.offsets[v];
    return d < n ? d : n;
}

static int32_t sort_order, sort_n;

static int compare(const void* x, const void* y) {
    const int32_t a = *(const int32_t*)x, b = *(const int32_t*)y;
    const int64_t by = degree(sort_n, a) - degree(sort_n, b);
    if (sort_order == GATUN_GREEDY_LARGEST_FIRST && by != 0) return by > 0 ? -1 : 1;
    if (sort_order == GATUN_GREEDY_SMALLEST_FIRST && by != 0) return by < 0 ? -1 : 1;
    return a < b ? -1 : 1;
}

/* The smallest colour that no neighbour has yet, one vertex after the other. */
static int64_t greedy(int32_t n, int32_t order, int32_t* expected) {
    static int32_t sequence[GRAPH_MOST], taken_by[GRAPH_MOST + 1];
    int64_t count = 0;
    for (int32_t v = 0; v < n; v++) {
        sequence[v] = v;
        expected[v] = -1;
    }
    memset(taken_by, -1, sizeof taken_by);
    sort_order = order;
    sort_n = n;
    qsort(sequence, (size_t)n, 4, compare);
    for (int32_t i = 0; i < n; i++) {
        const int32_t v = sequence[i];
        for (int row = 0; row < 2; row++) {
            const graph_rows* g = row == 0 ? &out : &in;
            for (int64_t e = g->offsets[v]; e < g->offsets[v + 1]; e++) {
                if (expected[g->neighbours[e]] >= 0) taken_by[expected[g->neighbours[e]]] = v;
            }
        }
        int32_t colour = 0;
        while (taken_by[colour] == v) colour++;
        expected[v] = colour;
        if (colour >= count) count = colour + 1;
    }
    return count;
}

static void check(int32_t n, uint32_t workers) {
    static int32_t expected[GRAPH_MOST];
    gatun_team team;
    for (int32_t order = GATUN_GREEDY_ID; order <= GATUN_GREEDY_SMALLEST_FIRST; order++) {
        const int64_t count = greedy(n, order, expected);
        gatun_csr_colouring_args args = {
            .graph = graph_view(&out, n), .in_graph = graph_view(&in, n), .order = order, .colours = colours};
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(count, args.count);
        CHECK(memcmp(expected, colours, 4 * (size_t)n) == 0);
        CHECK_EQUAL(n, team.progress);
        args.independent = 1;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        int64_t chosen = 0;
        for (int32_t v = 0; v < n; v++) {
            CHECK_EQUAL(expected[v] == 0, colours[v]);
            chosen += colours[v];
        }
        CHECK_EQUAL(chosen, args.count);
    }
}

static void fill(int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    graph_fill(&out, n, from, to, count);
    graph_fill(&in, n, to, from, count);
}

static void golden(uint32_t workers) {
    const int32_t from[] = {0, 1, 1, 3, 3, 3}, to[] = {1, 2, 2, 0, 3, 4};
    fill(6, from, to, 6);
    check(6, workers);
    gatun_csr_colouring_args args = {.graph = graph_view(&out, 6), .in_graph = graph_view(&in, 6), .colours = colours};
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK(memcmp((int32_t[]){0, 1, 0, 1, 0, 0}, colours, 24) == 0);
    fill(0, NULL, NULL, 0);
    check(0, workers);
}

static void random_graphs(uint32_t workers) {
    const int32_t shapes[][2] = {{8, 10}, {60, 40}, {60, 2000}, {5000, 2500}, {5000, 39000}};
    uint64_t state = 33;
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        graph_random(&out, &in, shapes[s][0], shapes[s][1], &state);
        check(shapes[s][0], workers);
    }
}

static void long_path(uint32_t workers) {
    static int32_t from[GRAPH_MOST], to[GRAPH_MOST];
    for (int32_t v = 0; v + 1 < GRAPH_MOST; v++) {
        from[v] = v;
        to[v] = v + 1;
    }
    fill(GRAPH_MOST, from, to, GRAPH_MOST - 1);
    check(GRAPH_MOST, workers);
}

static void clique(uint32_t workers) {
    int64_t* offsets = test_memory(8 * (CLIQUE + 1));
    int32_t* neighbours = test_memory(4ull * CLIQUE * CLIQUE);
    for (int32_t v = 0; v < CLIQUE; v++) {
        offsets[v] = (int64_t)v * CLIQUE;
        for (int32_t w = 0; w < CLIQUE; w++) neighbours[offsets[v] + w] = w;
    }
    offsets[CLIQUE] = (int64_t)CLIQUE * CLIQUE;
    const gatun_csr graph = {CLIQUE, offsets[CLIQUE], offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1};
    gatun_csr_colouring_args args = {.graph = graph, .in_graph = graph, .colours = colours};
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(CLIQUE, args.count);
    for (int32_t v = 0; v < CLIQUE; v++) CHECK_EQUAL(v, colours[v]);
    test_free(offsets);
    test_free(neighbours);
}

static void hostile(void) {
    gatun_team team;
    fill(2, (int32_t[]){0}, (int32_t[]){1}, 1);
    gatun_csr_colouring_args args = {.graph = graph_view(&out, 2), .in_graph = graph_view(&in, 2)};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.colours = colours;
    args.order = 3;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.order = GATUN_GREEDY_LARGEST_FIRST;
    args.in_graph.vertices = 1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph.vertices = 2;
    args.scratch_bytes = gatun_csr_colouring_scratch(2, args.order, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_colouring(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        golden(workers);
        random_graphs(workers);
        long_path(workers);
        clique(workers);
    }
    hostile();
    return test_result();
}
