/* Two sides or an odd cycle: golden graphs, random graphs against the definition, a long path, hostile arguments; 1 to
 * 4 workers, directed and undirected. */
#include "check.h"
#include "gatun/csr_bipartite.h"
#include "graph_of.h"
#include "team_run.h"

#define LONG_PATH 1000000

static graph_rows out, in;
static int32_t sides[LONG_PATH];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_bipartite(args, team, worker, workers);
}

static int32_t run(gatun_csr_bipartite_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_bipartite_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static gatun_csr_bipartite_args split(gatun_csr graph, gatun_csr in_graph, uint32_t workers) {
    gatun_csr_bipartite_args args = {.graph = graph, .in_graph = in_graph, .sides = sides};
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    return args;
}

static int leads(const gatun_csr* g, int32_t from, int32_t to) {
    for (int64_t e = g->offsets[from]; e < g->offsets[from + 1]; e++) {
        if (g->neighbours[e] == to) return 1;
    }
    return 0;
}

/* An odd cycle proves that there are no sides, sides that there is no odd cycle. */
static int64_t check(int32_t n, uint32_t workers) {
    const gatun_csr graph = graph_view(&out, n);
    const gatun_csr_bipartite_args args = split(graph, graph_view(&in, n), workers);
    int64_t second = 0;
    for (int32_t v = 0; args.cycle_length == 0 && v < n; v++) {
        CHECK(sides[v] == 0 || sides[v] == 1);
        second += sides[v];
        for (int64_t e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
            CHECK(sides[v] != sides[graph.neighbours[e]]);
        }
    }
    CHECK_EQUAL(second, args.second);
    CHECK(args.cycle_length == 0 || args.cycle_length % 2 == 1);
    for (int64_t i = 0; i < args.cycle_length; i++) {
        const int32_t a = sides[i], b = sides[(i + 1) % args.cycle_length];
        CHECK(leads(&graph, a, b) || leads(&graph, b, a));
    }
    return args.cycle_length;
}

static void fill(int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    graph_fill(&out, n, from, to, count);
    graph_fill(&in, n, to, from, count);
}

static void golden(uint32_t workers) {
    fill(7, (int32_t[]){5, 5, 3, 2}, (int32_t[]){1, 0, 1, 4}, 4);
    CHECK_EQUAL(0, check(7, workers));
    CHECK(memcmp((int32_t[]){0, 0, 0, 1, 1, 1, 0}, sides, 28) == 0);
    fill(6, (int32_t[]){0, 2, 2, 4, 5, 1}, (int32_t[]){1, 1, 4, 5, 1, 3}, 6);
    CHECK_EQUAL(0, check(6, workers));
    /* 4 and 5 are both two edges from 0, by 2 and 3, which are next to 0. */
    fill(6, (int32_t[]){0, 0, 2, 3, 4, 5}, (int32_t[]){2, 3, 4, 5, 5, 1}, 6);
    CHECK_EQUAL(5, check(6, workers));
    CHECK(memcmp((int32_t[]){4, 2, 0, 3, 5}, sides, 20) == 0);
    fill(3, (int32_t[]){2}, (int32_t[]){2}, 1);
    CHECK_EQUAL(1, check(3, workers));
    CHECK_EQUAL(2, sides[0]);
    fill(0, NULL, NULL, 0);
    CHECK_EQUAL(0, check(0, workers));
}

static void random_graphs(uint32_t workers) {
    static int32_t from[GRAPH_MOST_ENTRIES], to[GRAPH_MOST_ENTRIES];
    const int32_t shapes[][2] = {{8, 4}, {60, 40}, {60, 200}, {5000, 2500}, {5000, 20000}};
    uint64_t state = 21;
    int64_t odd = 0, even = 0;
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        for (int32_t inside = 0; inside < 3; inside++) { /* edges inside a side of the graph otherwise bipartite */
            const int32_t n = shapes[s][0], m = shapes[s][1];
            for (int32_t i = 0; i < m; i++) {
                state = state * 6364136223846793005ull + 1442695040888963407ull;
                from[i] = (int32_t)((state >> 33) % (uint64_t)n);
                to[i] = (int32_t)((state >> 11) % (uint64_t)n);
                if (i >= inside && (from[i] ^ to[i]) % 2 == 0) to[i] = to[i] > 0 ? to[i] - 1 : to[i] + 1;
            }
            fill(n, from, to, m);
            if (check(n, workers) == 0) even++;
            else odd++;
        }
    }
    CHECK(odd > 2);
    CHECK(even >= 5);
}

static void long_path(void) {
    int64_t* offsets = test_memory(8 * (LONG_PATH + 1));
    int64_t* in_offsets = test_memory(8 * (LONG_PATH + 1));
    int32_t* neighbours = test_memory(4 * LONG_PATH);
    int32_t* in_neighbours = test_memory(4 * LONG_PATH);
    for (int32_t v = 0; v < LONG_PATH; v++) {
        offsets[v] = v;
        in_offsets[v] = v > 0 ? v - 1 : 0;
        neighbours[v] = v + 1;
        in_neighbours[v] = v;
    }
    offsets[LONG_PATH] = in_offsets[LONG_PATH] = LONG_PATH - 1;
    const gatun_csr graph = {LONG_PATH, LONG_PATH - 1, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1};
    const gatun_csr back = {LONG_PATH, LONG_PATH - 1, in_offsets, in_neighbours, NULL, GATUN_WEIGHT_NONE, 1};
    CHECK_EQUAL(LONG_PATH / 2, split(graph, back, 1).second);
    CHECK_EQUAL(1, sides[LONG_PATH - 1]);
    test_free(offsets);
    test_free(in_offsets);
    test_free(neighbours);
    test_free(in_neighbours);
}

static void hostile(void) {
    gatun_team team;
    fill(2, (int32_t[]){0}, (int32_t[]){1}, 1);
    gatun_csr_bipartite_args args = {.graph = graph_view(&out, 2), .in_graph = graph_view(&in, 2)};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.sides = sides;
    args.in_graph.vertices = 1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph.vertices = 2;
    args.scratch_bytes = gatun_csr_bipartite_scratch(2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_bipartite(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        golden(workers);
        random_graphs(workers);
    }
    long_path();
    hostile();
    return test_result();
}
