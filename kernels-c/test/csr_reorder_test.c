/* Orders of vertices: known ones, permutations of random graphs of every weight type and their entries, bandwidth,
 * many parallel edges, hostile arguments; 1 to 4 workers. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_reorder.h"
#include "random.h"
#include "team_run.h"

#define MOST 3000
#define MOST_ENTRIES 40000

static int64_t offsets[MOST + 1];
static int32_t neighbours[MOST_ENTRIES], rows[MOST_ENTRIES], columns[MOST_ENTRIES];
static double weights[MOST_ENTRIES], placed_weights[MOST_ENTRIES]; /* or of any other type */
static int32_t order[MOST], places[MOST], first_order[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_reorder(args, team, worker, workers);
}

static int32_t run(gatun_csr_reorder_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_reorder_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

/* Both rows of each edge; a loop has one entry. */
static gatun_csr_reorder_args graph(int32_t n, const int32_t* from, const int32_t* to, int32_t m, int32_t type) {
    static int64_t at[MOST + 1];
    memset(offsets, 0, sizeof offsets);
    for (int32_t i = 0; i < m; i++) {
        offsets[from[i] + 1]++;
        if (from[i] != to[i]) offsets[to[i] + 1]++;
    }
    for (int32_t v = 0; v < n; v++) offsets[v + 1] += offsets[v];
    memcpy(at, offsets, sizeof at);
    for (int32_t i = 0; i < m; i++) {
        neighbours[at[from[i]]++] = to[i];
        if (from[i] != to[i]) neighbours[at[to[i]]++] = from[i];
    }
    const int wide = type == GATUN_WEIGHT_INT64 || type == GATUN_WEIGHT_FLOAT64;
    for (int64_t e = 0; e < offsets[n]; e++) {
        if (wide) ((int64_t*)weights)[e] = e;
        else ((int32_t*)weights)[e] = (int32_t)e;
    }
    return (gatun_csr_reorder_args){
        .graph = {n, offsets[n], offsets, neighbours, type == GATUN_WEIGHT_NONE ? NULL : weights, type, 0},
        .order = order,
        .places = places,
        .rows = rows,
        .columns = columns,
        .weights = type == GATUN_WEIGHT_NONE ? NULL : placed_weights};
}

static void check_order(gatun_csr_reorder_args* args, int32_t method, uint32_t workers, const int32_t* expected) {
    gatun_team team;
    args->method = method;
    CHECK_EQUAL(GATUN_STATUS_OK, run(args, workers, &team));
    CHECK(memcmp(expected, order, 4 * (size_t)args->graph.vertices) == 0);
}

static void golden(uint32_t workers) {
    /* degrees 1, 3, 2, 1, 1, 0, 0: entries 8, average 8 / 7, so that 1 and 2 are hubs; 2 d >= 16/7 is group 5 .. */
    const int32_t from[] = {0, 1, 1, 2}, to[] = {1, 2, 4, 3};
    gatun_csr_reorder_args args = graph(7, from, to, 4, GATUN_WEIGHT_NONE);
    check_order(&args, GATUN_REORDER_DEGREE, workers, (int32_t[]){1, 2, 0, 3, 4, 5, 6});
    check_order(&args, GATUN_REORDER_HUB_SORT, workers, (int32_t[]){1, 2, 0, 3, 4, 5, 6});
    check_order(&args, GATUN_REORDER_HUB_CLUSTER, workers, (int32_t[]){1, 2, 0, 3, 4, 5, 6});
    check_order(&args, GATUN_REORDER_DEGREE_GROUP, workers, (int32_t[]){1, 2, 0, 3, 4, 5, 6});
    /* components 5, 6, then 0's, searched from 3: turned round */
    check_order(&args, GATUN_REORDER_CUTHILL_MCKEE, workers, (int32_t[]){4, 0, 1, 2, 3, 6, 5});
    for (int32_t i = 0; i < 8; i++) CHECK(i == 0 || rows[i - 1] <= rows[i]);
    /* a clique of hubs 2, 4 with leaves */
    const int32_t hub[] = {4, 2, 2, 4, 4, 4}, leaf[] = {2, 0, 1, 3, 5, 0};
    args = graph(6, hub, leaf, 6, GATUN_WEIGHT_NONE);
    check_order(&args, GATUN_REORDER_DEGREE, workers, (int32_t[]){4, 2, 0, 1, 3, 5});
    check_order(&args, GATUN_REORDER_HUB_CLUSTER, workers, (int32_t[]){2, 4, 0, 1, 3, 5});
    check_order(&args, GATUN_REORDER_DEGREE_GROUP, workers, (int32_t[]){4, 0, 2, 1, 3, 5});
    args = graph(0, NULL, NULL, 0, GATUN_WEIGHT_NONE);
    args.order = NULL;
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
}

static int64_t bandwidth(const gatun_csr* g, const int32_t* place) {
    int64_t widest = 0;
    for (int64_t v = 0; v < g->vertices; v++) {
        for (int64_t e = g->offsets[v]; e < g->offsets[v + 1]; e++) {
            const int64_t distance = place[v] - place[g->neighbours[e]];
            if (distance > widest) widest = distance;
        }
    }
    return widest;
}

static void check_entries(const gatun_csr_reorder_args* args) {
    const int wide = args->graph.weight_type == GATUN_WEIGHT_INT64 || args->graph.weight_type == GATUN_WEIGHT_FLOAT64;
    int64_t at = 0;
    int wrong = 0;
    for (int64_t i = 0; i < args->graph.vertices; i++) {
        wrong += places[order[i]] != i;
        for (int64_t e = offsets[order[i]]; e < offsets[order[i] + 1]; e++, at++) {
            wrong += rows[at] != i || order[columns[at]] != neighbours[e];
            if (args->weights == NULL) continue;
            wrong += wide ? ((int64_t*)placed_weights)[at] != e : ((int32_t*)placed_weights)[at] != e;
        }
    }
    CHECK_EQUAL(0, wrong);
    CHECK_EQUAL(args->graph.entries, at);
}

static void random_graphs(uint32_t most_workers) {
    static int32_t from[MOST_ENTRIES / 2], to[MOST_ENTRIES / 2];
    gatun_team team;
    const int32_t shapes[][2] = {{40, 60}, {3000, 2000}, {3000, 20000}, {3, 15000}, {2500, -1}};
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        const int32_t n = shapes[s][0];
        int32_t m = 0, name[MOST];
        for (int32_t v = 0; v < n; v++) {
            const int32_t other = (int32_t)test_below((uint64_t)v + 1);
            name[v] = name[other];
            name[other] = v;
        }
        for (; m < shapes[s][1]; m++) {
            from[m] = (int32_t)(test_below((uint64_t)n) * test_below((uint64_t)n) / (uint64_t)n);
            to[m] = (int32_t)test_below((uint64_t)n);
        }
        for (int32_t v = 0; shapes[s][1] < 0 && v < n; v++) { /* a grid of 50 by 50 */
            if (v % 50 < 49) from[m] = name[v], to[m++] = name[v + 1];
            if (v + 50 < n) from[m] = name[v], to[m++] = name[v + 50];
        }
        for (int32_t method = GATUN_REORDER_DEGREE; method <= GATUN_REORDER_CUTHILL_MCKEE; method++) {
            for (uint32_t workers = 1; workers <= most_workers; workers++) {
                gatun_csr_reorder_args args = graph(n, from, to, m, (method + (int32_t)workers) % 5);
                args.method = method;
                CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
                check_entries(&args);
                if (workers == 1) memcpy(first_order, order, sizeof order);
                CHECK(memcmp(first_order, order, 4 * (size_t)n) == 0);
                for (int32_t i = 1; method == GATUN_REORDER_DEGREE && i < n; i++) {
                    const int64_t before = offsets[order[i - 1] + 1] - offsets[order[i - 1]];
                    const int64_t here = offsets[order[i] + 1] - offsets[order[i]];
                    CHECK(before > here || (before == here && order[i - 1] < order[i]));
                }
                if (method == GATUN_REORDER_CUTHILL_MCKEE && shapes[s][1] < 0) {
                    CHECK(bandwidth(&args.graph, places) <= 75);
                }
            }
        }
    }
}

static void hostile(void) {
    gatun_team team;
    const int32_t from[] = {0}, to[] = {1};
    gatun_csr_reorder_args args = graph(2, from, to, 1, GATUN_WEIGHT_FLOAT64);
    args.weights = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.rows = NULL; /* the order alone */
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
    args.method = 5;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.method = 0;
    args.places = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.places = places;
    for (args.method = 0; args.method <= GATUN_REORDER_CUTHILL_MCKEE; args.method++) {
        args.scratch_bytes = gatun_csr_reorder_scratch(2, 1) - 1;
        args.scratch = test_memory(args.scratch_bytes);
        memset(&team, 0, sizeof team);
        CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
        args.scratch_bytes++;
        memset(&team, 0, sizeof team);
        team.cancel = 1;
        memset(order, 0x7f, sizeof order); /* nothing is to be read from a half-made order */
        CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
        test_free(args.scratch);
    }
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_reorder(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) golden(workers);
    random_graphs(4);
    hostile();
    return test_result();
}
