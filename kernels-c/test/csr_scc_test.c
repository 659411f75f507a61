/* Strongly connected components: golden graphs, random graphs against reachability both ways, a cycle too long for
 * recursion, hostile arguments; 1 to 4 workers. */
#include "check.h"
#include "gatun/csr_scc.h"
#include "graph_of.h"
#include "team_run.h"

#define LONG_CYCLE 1000000

static graph_rows out, in;
static int32_t labels[LONG_CYCLE], compact[LONG_CYCLE];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_scc(args, team, worker, workers);
}

static int32_t run(gatun_csr_scc_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_scc_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void check_against(int32_t n, const int32_t* expected, uint32_t workers) {
    static int32_t sizes[GRAPH_MOST], numbers[GRAPH_MOST];
    int64_t count = 0, largest = 0;
    memset(sizes, 0, sizeof sizes);
    for (int32_t v = 0; v < n; v++) {
        if (expected[v] == v) numbers[v] = (int32_t)count++;
        if (++sizes[expected[v]] > largest) largest = sizes[expected[v]];
    }
    gatun_team team;
    gatun_csr_scc_args args = {.graph = graph_view(&out, n), .labels = labels, .compact = compact};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(count, args.count);
    CHECK_EQUAL(largest, args.largest);
    CHECK(memcmp(expected, labels, 4 * (size_t)n) == 0);
    for (int32_t v = 0; v < n; v++) CHECK_EQUAL(numbers[expected[v]], compact[v]);
    CHECK_EQUAL(n, team.progress);
}

static void golden(uint32_t workers) {
    const int32_t from[] = {3, 5, 1, 1, 4, 0, 2}, to[] = {5, 1, 3, 0, 4, 2, 6};
    graph_fill(&out, 7, from, to, 7);
    check_against(7, (int32_t[]){0, 1, 2, 1, 4, 1, 6}, workers);
    graph_fill(&out, 1, NULL, NULL, 0);
    check_against(1, (int32_t[]){0}, workers);
    check_against(0, (int32_t[]){0}, workers);
}

static void reach(const graph_rows* rows, int32_t root, const int32_t* taken, int32_t* seen, int32_t mark) {
    static int32_t stack[GRAPH_MOST];
    int32_t height = 0;
    stack[height++] = root;
    seen[root] = mark;
    while (height > 0) {
        const int32_t v = stack[--height];
        for (int64_t e = rows->offsets[v]; e < rows->offsets[v + 1]; e++) {
            const int32_t w = rows->neighbours[e];
            if (taken[w] >= 0 || seen[w] == mark) continue;
            seen[w] = mark;
            stack[height++] = w;
        }
    }
}

static void random_graphs(uint32_t workers) {
    static int32_t expected[GRAPH_MOST], forward[GRAPH_MOST], backward[GRAPH_MOST];
    const int32_t shapes[][2] = {{5, 8}, {60, 60}, {60, 90}, {2000, 2200}, {2000, 4000}, {5000, 7000}, {5000, 40000}};
    uint64_t state = 3;
    for (int round = 0; round < 5; round++) {
        for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
            const int32_t n = shapes[s][0];
            graph_random(&out, &in, n, shapes[s][1], &state);
            memset(expected, -1, sizeof expected);
            memset(forward, -1, sizeof forward);
            memset(backward, -1, sizeof backward);
            for (int32_t v = 0; v < n; v++) {
                if (expected[v] >= 0) continue;
                reach(&out, v, expected, forward, v);
                reach(&in, v, expected, backward, v);
                for (int32_t w = v; w < n; w++) {
                    if (expected[w] < 0 && forward[w] == v && backward[w] == v) expected[w] = v;
                }
            }
            check_against(n, expected, workers);
        }
    }
}

static void long_cycle(void) {
    int64_t* offsets = test_memory(8 * (LONG_CYCLE + 1));
    int32_t* neighbours = test_memory(4 * LONG_CYCLE);
    for (int32_t v = 0; v < LONG_CYCLE; v++) {
        offsets[v] = v;
        neighbours[v] = (v + 1) % LONG_CYCLE;
    }
    offsets[LONG_CYCLE] = LONG_CYCLE;
    gatun_csr_scc_args args = {
        .graph = {LONG_CYCLE, LONG_CYCLE, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1}, .labels = labels};
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
    CHECK_EQUAL(1, args.count);
    CHECK_EQUAL(LONG_CYCLE, args.largest);
    CHECK_EQUAL(0, labels[LONG_CYCLE - 1]);
    test_free(offsets);
    test_free(neighbours);
}

static void hostile(void) {
    gatun_team team;
    graph_fill(&out, 2, (int32_t[]){0}, (int32_t[]){1}, 1);
    gatun_csr_scc_args args = {.graph = graph_view(&out, 2), .labels = NULL};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.labels = labels;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team)); /* no compact numbers wanted */
    CHECK_EQUAL(2, args.count);
    args.scratch_bytes = gatun_csr_scc_scratch(2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_scc(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        golden(workers);
        random_graphs(workers);
    }
    long_cycle();
    hostile();
    return test_result();
}
