/* Core numbers: known graphs, random graphs against taking vertices off one at a time, hostile arguments; 1 to 4 workers
 * and every tier. */
#include "check.h"
#include "csr_simple_graph.h"
#include "gatun/core.h"
#include "gatun/csr_core.h"
#include "team_run.h"

static simple_graph g;
static int32_t found[SIMPLE_MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_core(args, team, worker, workers);
}

static int32_t run(gatun_csr_core_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_core_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    memset(args->scratch, 0xa5, args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void check_graph(uint32_t workers) {
    static int32_t degree[SIMPLE_MOST], expected[SIMPLE_MOST];
    const gatun_csr csr = simple_csr(&g);
    for (int32_t v = 0; v < g.n; v++) degree[v] = (int32_t)(csr.offsets[v + 1] - csr.offsets[v]);
    int32_t core = 0;
    for (int32_t i = 0; i < g.n; i++) {
        int32_t least = -1;
        for (int32_t v = 0; v < g.n; v++) {
            if (degree[v] >= 0 && (least < 0 || degree[v] < degree[least])) least = v;
        }
        if (degree[least] > core) core = degree[least];
        expected[least] = core;
        degree[least] = -1;
        for (int32_t v = 0; v < g.n; v++) {
            if (g.adjacent[least][v] && degree[v] > 0) degree[v]--;
        }
    }
    gatun_team team;
    gatun_csr_core_args args = {.graph = csr, .cores = found, .most = -1};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(core, args.most);
    CHECK_EQUAL(g.n, team.progress);
    CHECK_EQUAL(g.n, team.total);
    for (int32_t v = 0; v < g.n; v++) CHECK_EQUAL(expected[v], found[v]);
}

static void golden(uint32_t workers) {
    for (int32_t n = 0; n < 3; n++) {
        simple_clear(&g, n);
        if (n == 2) simple_edge(&g, 0, 1);
        check_graph(workers);
    }
    simple_clear(&g, 900); /* a path, a clique in the middle of it, and some vertices alone */
    for (int32_t v = 1; v < 800; v++) simple_edge(&g, v - 1, v);
    for (int32_t v = 300; v < 330; v++) {
        for (int32_t u = 300; u < v; u++) simple_edge(&g, u, v);
    }
    check_graph(workers);
}

static void random_graphs(uint32_t workers) {
    const int32_t shapes[][3] = {{20, 40, 0}, {300, 500, 0}, {300, 5000, 0}, {1200, 6000, 2}, {1000, 30000, 6}};
    for (unsigned i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        simple_random_graph(&g, shapes[i][0], shapes[i][1], shapes[i][2], 3 + i);
        check_graph(workers);
    }
}

static void hostile(void) {
    gatun_team team;
    simple_random_graph(&g, 100, 300, 2, 1);
    gatun_csr_core_args args = {.graph = simple_csr(&g)};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team)); /* no cores */
    args.cores = found;
    args.scratch_bytes = gatun_csr_core_scratch(100, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    for (uint32_t workers = 1; workers <= 3; workers += 2) {
        memset(&team, 0, sizeof team);
        team.cancel = 1;
        CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, workers));
    }
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_core(NULL, &team, 0, 1));
}

/* Edges that only one end knows of: numbers that mean nothing, and an end. */
static void not_symmetric(uint32_t workers) {
    gatun_team team;
    int64_t offsets[] = {0, 2, 2, 4, 4, 7};
    int32_t neighbours[] = {1, 1, 0, 4, 3, 3, 3};
    gatun_csr_core_args args = {.graph = {5, 7, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 0}, .cores = found};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (uint32_t workers = 1; workers <= 4; workers++) {
            golden(workers);
            random_graphs(workers);
            not_symmetric(workers);
        }
        hostile();
    }
    return test_result();
}
