/* Triangles: known graphs, random graphs of even and uneven degrees against three nested loops, arcs, hostile
 * arguments; 1 to 4 workers and every tier. */
#include "check.h"
#include "csr_simple_graph.h"
#include "gatun/core.h"
#include "gatun/csr_triangles.h"
#include "team_run.h"

static simple_graph g;
static int32_t arcs[SIMPLE_MOST * SIMPLE_MOST];
static int64_t found[SIMPLE_MOST], expected[SIMPLE_MOST], between[SIMPLE_MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_triangles(args, team, worker, workers);
}

static int32_t run(gatun_csr_triangles_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_triangles_scratch(
        args->graph.vertices, args->graph.entries, args->per_vertex != NULL, args->arcs != NULL, workers);
    args->scratch = test_memory(args->scratch_bytes);
    memset(args->scratch, 0xa5, args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static int32_t arcs_of(int32_t u, int32_t v) { return 1 + (u * v + u + v) % 3 / 2; }

/* Fills the arrays `expected` and `between`. */
static int64_t count_naively(void) {
    int64_t count = 0;
    memset(expected, 0, sizeof expected);
    memset(between, 0, sizeof between);
    for (int32_t u = 0; u < g.n; u++) {
        for (int32_t v = 0; v < u; v++) {
            if (!g.adjacent[u][v]) continue;
            for (int32_t w = 0; w < v; w++) {
                if (!g.adjacent[u][w] || !g.adjacent[v][w]) continue;
                count++;
                expected[u]++, expected[v]++, expected[w]++;
                between[u] += arcs_of(v, w), between[v] += arcs_of(u, w), between[w] += arcs_of(u, v);
            }
        }
    }
    return count;
}

static void check_on(const gatun_csr csr, int64_t count, int64_t wedges, uint32_t workers) {
    gatun_team team;
    for (int form = 0; form < 3; form++) {
        gatun_csr_triangles_args args = {.graph = csr};
        if (form > 0) args.per_vertex = found;
        if (form > 1) args.arcs = arcs;
        memset(found, 0x5a, sizeof found);
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(count, args.count);
        CHECK_EQUAL(wedges, args.wedges);
        CHECK_EQUAL(team.total, team.progress);
        if (form == 0) continue;
        CHECK(memcmp(form == 1 ? expected : between, found, sizeof *found * (size_t)g.n) == 0);
    }
}

/* On every tier, with 1 to 4 workers. */
static void check_graph(void) {
    const gatun_csr csr = simple_csr(&g);
    const int64_t count = count_naively();
    int64_t wedges = 0;
    for (int32_t u = 0; u < g.n; u++) {
        const int64_t degree = csr.offsets[u + 1] - csr.offsets[u];
        wedges += degree * (degree - 1) / 2;
        for (int64_t e = csr.offsets[u]; e < csr.offsets[u + 1]; e++) arcs[e] = arcs_of(u, csr.neighbours[e]);
    }
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (uint32_t workers = 1; workers <= 4; workers++) check_on(csr, count, wedges, workers);
    }
}

static void golden(void) {
    simple_clear(&g, 0);
    check_graph();
    simple_clear(&g, 1);
    check_graph();
    simple_clear(&g, 600); /* a clique: 600 * 599 * 598 / 6 */
    for (int32_t u = 0; u < 600; u++) {
        for (int32_t v = 0; v < u; v++) simple_edge(&g, u, v);
    }
    check_graph();
    simple_clear(&g, 900); /* a wheel with two hubs */
    for (int32_t u = 2; u < 900; u++) {
        simple_edge(&g, 0, u);
        simple_edge(&g, u, 1);
        if (u > 2) simple_edge(&g, u - 1, u);
    }
    simple_edge(&g, 0, 1);
    check_graph();
}

static void random_graphs(void) {
    const int32_t shapes[][3] = {
        {20, 40, 0}, {300, 500, 0}, {300, 5000, 0}, {1200, 6000, 2}, {1200, 30000, 6}, {700, 100000, 1}, {1200, 9000, 40}};
    for (unsigned i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        simple_random_graph(&g, shapes[i][0], shapes[i][1], shapes[i][2], 7 + i);
        check_graph();
    }
}

static void hostile(void) {
    gatun_team team;
    simple_random_graph(&g, 100, 300, 2, 1);
    gatun_csr_triangles_args args = {.graph = simple_csr(&g), .arcs = arcs};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team)); /* arcs without per_vertex */
    args.arcs = NULL;
    args.graph.entries--;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.graph.entries++;
    args.scratch_bytes = gatun_csr_triangles_scratch(100, args.graph.entries, 0, 0, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    test_free(args.scratch);
    args.scratch_bytes = gatun_csr_triangles_scratch(100, args.graph.entries, 0, 0, 3);
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_triangles(NULL, &team, 0, 1));
}

/* A star of which only the hub knows: edges would be kept at both ends, or at none. */
static void not_symmetric(uint32_t workers) {
    gatun_team team;
    static int64_t offsets[3002];
    static int32_t neighbours[3000];
    for (int32_t v = 0; v < 3000; v++) {
        offsets[v + 1] = v + 1;
        neighbours[v] = 3000;
    }
    offsets[3001] = 3000;
    gatun_csr_triangles_args args = {.graph = {3001, 3000, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1}};
    const int32_t status = run(&args, workers, &team);
    CHECK(status == GATUN_STATUS_OK || status == GATUN_STATUS_INVALID_ARGUMENT);
    for (int32_t v = 0; v < 3000; v++) neighbours[v] = 0; /* most have a neighbour of a smaller number */
    CHECK(run(&args, workers, &team) <= 0);
}

int main(void) {
    golden();
    random_graphs();
    for (uint32_t workers = 1; workers <= 4; workers++) not_symmetric(workers);
    hostile();
    return test_result();
}
