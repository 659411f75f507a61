/* Breadth-first search: golden graphs on 1 to 4 workers and every tier, random graphs against a plain queue, hostile
 * arguments. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_bfs.h"
#include "team_run.h"

#define MOST 3000
#define MOST_ENTRIES 200000

static int64_t offsets[MOST + 1];
static int32_t neighbours[MOST_ENTRIES];
static int32_t distances[MOST], parents[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_bfs(args, team, worker, workers);
}

static gatun_csr_bfs_args arguments(int64_t vertices, const int32_t* sources, int64_t count, int32_t mode) {
    const gatun_csr graph = {vertices, offsets[vertices], offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1};
    return (gatun_csr_bfs_args){.graph = graph, .sources = sources, .source_count = count, .max_depth = -1,
        .parents_mode = mode, .distances = distances, .parents = parents};
}

static int32_t run(gatun_csr_bfs_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_bfs_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void check_all(int64_t n, const int32_t* expected, const int32_t* actual) {
    for (int64_t v = 0; v < n; v++) CHECK_EQUAL(expected[v], actual[v]);
}

/* 0 - 1, 0 - 2, 1 - 3, 2 - 3, 3 - 4; 5 alone */
static void golden(uint32_t workers) {
    static const int64_t o[] = {0, 2, 4, 6, 9, 10, 10};
    static const int32_t e[] = {1, 2, 0, 3, 0, 3, 1, 2, 4, 3};
    memcpy(offsets, o, sizeof o);
    memcpy(neighbours, e, sizeof e);
    gatun_team team;
    const int32_t source = 4, two[] = {4, 0, 4};
    gatun_csr_bfs_args args = arguments(6, &source, 1, GATUN_PARENTS_SMALLEST);
    for (int with_in = 0; with_in < 2; with_in++) {
        if (with_in) args.in_graph = args.graph;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        check_all(6, (int32_t[]){3, 2, 2, 1, 0, -1}, distances);
        check_all(6, (int32_t[]){1, 3, 3, 4, -1, -1}, parents);
        CHECK_EQUAL(5, args.reached);
        CHECK_EQUAL(3, args.depth);
    }
    args.max_depth = 1;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    check_all(6, (int32_t[]){-1, -1, -1, 1, 0, -1}, distances);
    CHECK_EQUAL(2, args.reached);
    args = arguments(6, two, 3, GATUN_PARENTS_SMALLEST);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    check_all(6, (int32_t[]){0, 1, 1, 1, 0, -1}, distances);
    check_all(6, (int32_t[]){-1, 0, 0, 4, -1, -1}, parents);
    args = arguments(6, NULL, 0, GATUN_PARENTS_NONE);
    args.parents = NULL;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    check_all(6, (int32_t[]){-1, -1, -1, -1, -1, -1}, distances);
    CHECK_EQUAL(0, args.reached);
    CHECK_EQUAL(0, args.depth);
}

static uint64_t random_state = 7;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * 6364136223846793005ull + 1442695040888963407ull;
    return (uint32_t)((random_state >> 33) % bound);
}

/* A symmetric random graph with sorted rows, of `n` vertices and about `n * degree` entries. */
static void random_graph(int32_t n, int32_t degree) {
    static unsigned char matrix[MOST][MOST / 8 + 1];
    memset(matrix, 0, sizeof matrix);
    for (int32_t i = 0; i < n * degree / 2; i++) {
        const uint32_t u = random_below((uint32_t)n), v = random_below((uint32_t)n);
        matrix[u][v / 8] |= (unsigned char)(1 << v % 8);
        matrix[v][u / 8] |= (unsigned char)(1 << u % 8);
    }
    int64_t at = 0;
    for (int32_t u = 0; u < n; u++) {
        offsets[u] = at;
        for (int32_t v = 0; v < n; v++) {
            if (matrix[u][v / 8] >> v % 8 & 1) neighbours[at++] = v;
        }
    }
    offsets[n] = at;
}

static void random_graphs(uint32_t workers) {
    static int32_t queue[MOST], expected[MOST], expected_parents[MOST];
    gatun_team team;
    const int32_t shapes[][2] = {{1, 2}, {50, 3}, {3000, 2}, {3000, 60}};
    for (unsigned shape = 0; shape < sizeof shapes / sizeof *shapes; shape++) {
        const int32_t n = shapes[shape][0];
        random_graph(n, shapes[shape][1]);
        const int32_t source = (int32_t)random_below((uint32_t)n);
        for (int32_t v = 0; v < n; v++) expected[v] = expected_parents[v] = -1;
        int32_t head = 0, tail = 0;
        queue[tail++] = source;
        expected[source] = 0;
        while (head < tail) {
            const int32_t u = queue[head++];
            for (int64_t e = offsets[u]; e < offsets[u + 1]; e++) {
                const int32_t v = neighbours[e];
                if (expected[v] == -1) {
                    expected[v] = expected[u] + 1;
                    queue[tail++] = v;
                }
                if (expected[v] == expected[u] + 1 && (uint32_t)u < (uint32_t)expected_parents[v]) {
                    expected_parents[v] = u;
                }
            }
        }
        for (int32_t mode = GATUN_PARENTS_NONE; mode <= GATUN_PARENTS_SMALLEST; mode++) {
            for (int with_in = 0; with_in < 2; with_in++) {
                gatun_csr_bfs_args args = arguments(n, &source, 1, mode);
                if (with_in) args.in_graph = args.graph;
                CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
                CHECK_EQUAL(tail, args.reached);
                CHECK_EQUAL(expected[queue[tail - 1]], args.depth);
                CHECK(memcmp(expected, distances, 4 * (size_t)n) == 0);
                if (mode == GATUN_PARENTS_SMALLEST) CHECK(memcmp(expected_parents, parents, 4 * (size_t)n) == 0);
                for (int32_t v = 0; mode == GATUN_PARENTS_ANY && v < n; v++) {
                    CHECK(expected[v] > 0 ? expected[parents[v]] == expected[v] - 1 : parents[v] == -1);
                }
            }
        }
    }
}

static void hostile(void) {
    gatun_team team;
    const int32_t outside[] = {0, 6}, negative[] = {-1};
    offsets[0] = 0;
    for (int v = 1; v <= 6; v++) offsets[v] = 0;
    for (uint32_t workers = 1; workers <= 3; workers++) {
        gatun_csr_bfs_args args = arguments(6, outside, 2, GATUN_PARENTS_NONE);
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, workers, &team));
        CHECK_EQUAL(1, team.error.position);
        CHECK_EQUAL(6, team.error.value);
        args = arguments(6, negative, 1, GATUN_PARENTS_NONE);
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, workers, &team));
        args = arguments(6, outside, 1, GATUN_PARENTS_NONE);
        memset(&team, 0, sizeof team);
        team.cancel = 1;
        args.scratch_bytes = gatun_csr_bfs_scratch(6, workers);
        args.scratch = test_memory(args.scratch_bytes);
        CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, workers));
        args.scratch_bytes--;
        memset(&team, 0, sizeof team);
        CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, workers));
        test_free(args.scratch);
    }
    gatun_csr_bfs_args args = arguments(6, NULL, 2, GATUN_PARENTS_NONE);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(6, outside, 1, 9);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(6, outside, 1, GATUN_PARENTS_ANY);
    args.parents = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(0, NULL, 0, GATUN_PARENTS_NONE);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_bfs(NULL, &team, 0, 1));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (uint32_t workers = 1; workers <= 4; workers++) {
            golden(workers);
            random_graphs(workers);
        }
        hostile();
    }
    return test_result();
}
