/* Connected components: golden graphs, random graphs against label spreading, with and without in-edges, hostile
 * arguments; 1 to 4 workers and every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_components.h"
#include "team_run.h"

#define MOST 5000
#define MOST_ENTRIES 40000

typedef struct rows {
    int64_t offsets[MOST + 1];
    int32_t neighbours[MOST_ENTRIES];
} rows;

static rows out, in;
static int32_t labels[MOST], compact[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_components(args, team, worker, workers);
}

static gatun_csr view(rows* r, int64_t n) {
    return (gatun_csr){n, r->offsets[n], r->offsets, r->neighbours, NULL, GATUN_WEIGHT_NONE, 0};
}

static int32_t run(gatun_csr_components_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_components_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

/* Counting sort of edges by `from`. */
static void fill(rows* r, int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    memset(r->offsets, 0, sizeof r->offsets);
    for (int32_t i = 0; i < count; i++) r->offsets[from[i] + 1]++;
    for (int32_t v = 0; v < n; v++) r->offsets[v + 1] += r->offsets[v];
    for (int32_t i = count - 1; i >= 0; i--) {
        int64_t at = r->offsets[from[i] + 1] - 1; /* rows fill from their ends */
        while (at > r->offsets[from[i]] && r->neighbours[at] != -1) at--;
        r->neighbours[at] = to[i];
    }
}

static void graph(int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    memset(out.neighbours, -1, sizeof out.neighbours);
    memset(in.neighbours, -1, sizeof in.neighbours);
    fill(&out, n, from, to, count);
    fill(&in, n, to, from, count);
}

static void check_against(int32_t n, const int32_t* expected, uint32_t workers) {
    int64_t count = 0, largest = 0;
    static int32_t sizes[MOST], numbers[MOST];
    memset(sizes, 0, sizeof sizes);
    for (int32_t v = 0; v < n; v++) {
        if (expected[v] == v) numbers[v] = (int32_t)count++;
        if (++sizes[expected[v]] > largest) largest = sizes[expected[v]];
    }
    gatun_team team;
    for (int with_in = 0; with_in < 2; with_in++) {
        gatun_csr_components_args args = {.graph = view(&out, n), .labels = labels, .compact = compact};
        if (with_in) args.in_graph = view(&in, n);
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(count, args.count);
        CHECK_EQUAL(largest, args.largest);
        CHECK(memcmp(expected, labels, 4 * (size_t)n) == 0);
        for (int32_t v = 0; v < n; v++) CHECK_EQUAL(numbers[expected[v]], compact[v]);
    }
}

static void golden(uint32_t workers) {
    const int32_t from[] = {4, 2, 5, 5}, to[] = {1, 4, 3, 5};
    graph(7, from, to, 4);
    check_against(7, (int32_t[]){0, 1, 1, 3, 1, 3, 6}, workers);
    graph(1, NULL, NULL, 0);
    check_against(1, (int32_t[]){0}, workers);
    graph(0, NULL, NULL, 0);
    gatun_team team;
    gatun_csr_components_args args = {.graph = view(&out, 0)};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(0, args.count);
    CHECK_EQUAL(0, args.largest);
}

static void random_graphs(uint32_t workers) {
    static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES], expected[MOST];
    const int32_t shapes[][2] = {{60, 30}, {5000, 2000}, {5000, 5500}, {5000, 40000}, {5000, -1}};
    uint64_t state = 11;
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        const int32_t n = shapes[s][0];
        const int32_t m = shapes[s][1] < 0 ? n - 1 : shapes[s][1];
        for (int32_t i = 0; i < m; i++) {
            state = state * 6364136223846793005ull + 1442695040888963407ull;
            from[i] = shapes[s][1] < 0 ? i : (int32_t)((state >> 33) % (uint64_t)n); /* -1: a path */
            to[i] = shapes[s][1] < 0 ? i + 1 : (int32_t)((state >> 11) % (uint64_t)n);
        }
        graph(n, from, to, m);
        for (int32_t v = 0; v < n; v++) expected[v] = v;
        for (int changed = 1; changed;) {
            changed = 0;
            for (int32_t i = 0; i < m; i++) {
                int32_t* a = &expected[from[i]];
                int32_t* b = &expected[to[i]];
                if (*a == *b) continue;
                changed = 1;
                if (*a < *b) *b = *a;
                else *a = *b;
            }
        }
        check_against(n, expected, workers);
    }
}

static void hostile(void) {
    gatun_team team;
    const int32_t from[] = {0}, to[] = {1};
    graph(2, from, to, 1);
    gatun_csr_components_args args = {.graph = view(&out, 2), .labels = NULL};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.labels = labels;
    args.in_graph = view(&in, 1);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph.vertices = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team)); /* no compact numbers wanted */
    CHECK_EQUAL(1, args.count);
    args.scratch_bytes = gatun_csr_components_scratch(2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_components(NULL, &team, 0, 1));
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
