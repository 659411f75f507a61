/* Topological order: golden graphs, random graphs against the definition, a long path, wide levels that are shared,
 * cycles edge by edge, hostile arguments; 1 to 4 workers. */
#include "check.h"
#include "gatun/csr_toposort.h"
#include "graph_of.h"
#include "team_run.h"

#define LONG_PATH 1000000

static graph_rows out;
static int32_t order[LONG_PATH], levels[LONG_PATH];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_toposort(args, team, worker, workers);
}

static int32_t run(gatun_csr_toposort_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_toposort_scratch(args->graph.vertices, args->graph.entries, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static gatun_csr_toposort_args sorted(gatun_csr graph, uint32_t workers) {
    gatun_csr_toposort_args args = {.graph = graph, .order = order, .levels = levels};
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(args.ordered, team.progress);
    return args;
}

static int leads(const gatun_csr* g, int32_t from, int32_t to) {
    for (int64_t e = g->offsets[from]; e < g->offsets[from + 1]; e++) {
        if (g->neighbours[e] == to) return 1;
    }
    return 0;
}

/* Levels by relaxing until nothing changes; a vertex past n - 1 is on a cycle or after one. */
static void check(gatun_csr graph, uint32_t workers) {
    static int32_t expected[GRAPH_MOST];
    const int32_t n = (int32_t)graph.vertices;
    memset(expected, 0, sizeof expected);
    for (int changed = 1; changed;) {
        changed = 0;
        for (int32_t v = 0; v < n; v++) {
            for (int64_t e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
                int32_t* const after = &expected[graph.neighbours[e]];
                if (*after > expected[v] || *after == n) continue;
                *after = expected[v] + 1 < n ? expected[v] + 1 : n;
                changed = 1;
            }
        }
    }
    const gatun_csr_toposort_args args = sorted(graph, workers);
    int64_t ordered = 0, level_count = 0;
    for (int32_t v = 0; v < n; v++) {
        CHECK_EQUAL(expected[v] == n ? -1 : expected[v], levels[v]);
        if (expected[v] == n) continue;
        ordered++;
        if (expected[v] >= level_count) level_count = expected[v] + 1;
    }
    CHECK_EQUAL(ordered, args.ordered);
    CHECK_EQUAL(level_count, args.level_count);
    CHECK_EQUAL(ordered == n, args.cycle_length == 0);
    for (int32_t i = 1; ordered == n && i < n; i++) {
        const int32_t a = order[i - 1], b = order[i];
        CHECK(levels[a] < levels[b] || (levels[a] == levels[b] && a < b));
    }
    for (int64_t i = 0; i < args.cycle_length; i++) {
        CHECK(leads(&graph, order[i], order[(i + 1) % args.cycle_length]));
        CHECK(order[0] <= order[i]);
    }
}

static void golden(uint32_t workers) {
    const int32_t from[] = {5, 3, 3, 0, 0, 4}, to[] = {0, 0, 1, 2, 2, 1};
    graph_fill(&out, 6, from, to, 6);
    check(graph_view(&out, 6), workers);
    CHECK(memcmp((int32_t[]){3, 4, 5, 0, 1, 2}, order, 24) == 0);
    graph_fill(&out, 3, (int32_t[]){1}, (int32_t[]){1}, 1);
    CHECK_EQUAL(1, sorted(graph_view(&out, 3), workers).cycle_length);
    CHECK_EQUAL(1, order[0]);
    /* 4 comes after the cycle 2 -> 3 -> 1 -> 2, 0 before it. */
    graph_fill(&out, 5, (int32_t[]){0, 2, 3, 1, 1}, (int32_t[]){2, 3, 1, 2, 4}, 5);
    CHECK_EQUAL(3, sorted(graph_view(&out, 5), workers).cycle_length);
    CHECK(memcmp((int32_t[]){1, 2, 3}, order, 12) == 0);
    CHECK(memcmp((int32_t[]){0, -1, -1, -1, -1}, levels, 20) == 0);
    CHECK_EQUAL(0, sorted(graph_view(&out, 0), workers).level_count);
}

static void random_graphs(uint32_t workers) {
    static int32_t from[GRAPH_MOST_ENTRIES], to[GRAPH_MOST_ENTRIES];
    const int32_t shapes[][2] = {{10, 8}, {60, 100}, {5000, 2000}, {5000, 4900}, {5000, 20000}};
    uint64_t state = 9;
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        for (int32_t backward = 0; backward <= 2; backward++) {
            const int32_t n = shapes[s][0], m = shapes[s][1];
            for (int32_t i = 0; i < m; i++) {
                state = state * 6364136223846793005ull + 1442695040888963407ull;
                const int32_t a = (int32_t)((state >> 33) % (uint64_t)n), b = (int32_t)((state >> 11) % (uint64_t)n);
                /* A shuffle of the ids keeps the order from being by id; some graphs get an edge back. */
                const int back = i < backward || a == b;
                from[i] = (int32_t)((int64_t)(a < b ? a : b) * 3 % n);
                to[i] = (int32_t)((int64_t)(a < b ? b : a) * 3 % n);
                if (back && backward > 0) from[i] = to[i];
                else if (a == b) to[i] = from[i] = -1;
            }
            int32_t kept = 0;
            for (int32_t i = 0; i < m; i++) {
                if (from[i] < 0) continue;
                from[kept] = from[i];
                to[kept++] = to[i];
            }
            graph_fill(&out, n, from, to, kept);
            check(graph_view(&out, n), workers);
        }
        graph_random(&out, NULL, shapes[s][0], shapes[s][1], &state);
        check(graph_view(&out, shapes[s][0]), workers);
    }
}

static void long_path(uint32_t workers) {
    int64_t* offsets = test_memory(8 * (LONG_PATH + 1));
    int32_t* neighbours = test_memory(4 * LONG_PATH);
    for (int32_t v = 0; v < LONG_PATH; v++) {
        offsets[v] = v;
        neighbours[v] = (v + 1) % LONG_PATH;
    }
    offsets[LONG_PATH] = LONG_PATH - 1;
    gatun_csr graph = {LONG_PATH, LONG_PATH - 1, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1};
    CHECK_EQUAL(LONG_PATH, sorted(graph, workers).level_count);
    CHECK_EQUAL(LONG_PATH - 1, order[LONG_PATH - 1]);
    graph.entries = offsets[LONG_PATH] = LONG_PATH;
    CHECK_EQUAL(LONG_PATH, sorted(graph, workers).cycle_length);
    CHECK_EQUAL(LONG_PATH - 1, order[LONG_PATH - 1]);
    test_free(offsets);
    test_free(neighbours);
}

static void hostile(void) {
    gatun_team team;
    graph_fill(&out, 2, (int32_t[]){0}, (int32_t[]){1}, 1);
    gatun_csr_toposort_args args = {.graph = graph_view(&out, 2), .levels = levels};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.order = order;
    args.levels = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.levels = levels;
    args.scratch_bytes = gatun_csr_toposort_scratch(2, 1, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_toposort(NULL, &team, 0, 1));
    CHECK(gatun_csr_toposort_scratch(1000, 1ll << 40, 1) > gatun_csr_toposort_scratch(1000, 1 << 20, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        golden(workers);
        random_graphs(workers);
    }
    long_path(1);
    long_path(2);
    hostile();
    return test_result();
}
