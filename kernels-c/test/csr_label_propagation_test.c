/* Label propagation: golden graphs, random graphs against counting all labels, rows long enough to be shared out,
 * hostile arguments; 1 to 4 workers and every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_label_propagation.h"
#include "random.h"
#include "team_run.h"

#define MOST 50000
#define MOST_ENTRIES 120000

typedef struct rows {
    int64_t offsets[MOST + 1];
    int32_t neighbours[MOST_ENTRIES];
} rows;

static rows out, in;
static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES];
static int32_t labels[MOST], expected[MOST], before[MOST], counts[MOST];
static int64_t expected_iterations;
static int expected_converged;

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_label_propagation(args, team, worker, workers);
}

static gatun_csr view(rows* r, int64_t n) {
    return (gatun_csr){n, r->offsets[n], r->offsets, r->neighbours, NULL, GATUN_WEIGHT_NONE, 0};
}

static void fill(rows* r, int32_t n, const int32_t* source, const int32_t* target, int32_t count) {
    static int64_t at[MOST];
    memset(r->offsets, 0, sizeof r->offsets);
    for (int32_t i = 0; i < count; i++) r->offsets[source[i] + 1]++;
    for (int32_t v = 0; v < n; v++) r->offsets[v + 1] += r->offsets[v];
    memcpy(at, r->offsets, sizeof at);
    for (int32_t i = 0; i < count; i++) r->neighbours[at[source[i]]++] = target[i];
}

static void count_row(const rows* r, int32_t v, int32_t* best) {
    for (int64_t e = r->offsets[v]; e < r->offsets[v + 1]; e++) {
        const int32_t label = before[r->neighbours[e]];
        counts[label]++;
        if (*best < 0 || counts[label] > counts[*best] || (counts[label] == counts[*best] && label < *best)) {
            *best = label;
        }
    }
}

static void expect(int32_t n, int directed, int64_t iterations) {
    for (int32_t v = 0; v < n; v++) expected[v] = v;
    expected_converged = 0;
    for (expected_iterations = 0; expected_iterations < iterations && !expected_converged; expected_iterations++) {
        memcpy(before, expected, sizeof before);
        for (int32_t v = 0; v < n; v++) {
            int32_t best = -1;
            count_row(&out, v, &best);
            if (directed) count_row(&in, v, &best);
            if (best >= 0) expected[v] = best;
            for (int64_t e = out.offsets[v]; e < out.offsets[v + 1]; e++) counts[before[out.neighbours[e]]] = 0;
            for (int64_t e = in.offsets[v]; e < in.offsets[v + 1]; e++) counts[before[in.neighbours[e]]] = 0;
        }
        expected_converged = memcmp(before, expected, sizeof(int32_t) * (size_t)n) == 0;
    }
}

static int32_t run(gatun_csr_label_propagation_args* args, uint32_t workers, gatun_team* team) {
    const int64_t entries = args->graph.entries + (args->in_graph.vertices != 0 ? args->in_graph.entries : 0);
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_label_propagation_scratch(args->graph.vertices, entries, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void check_against(int32_t n, int32_t m, int directed, int64_t iterations, uint32_t workers) {
    gatun_team team;
    fill(&out, n, from, to, m);
    fill(&in, n, to, from, m);
    expect(n, directed, iterations);
    gatun_csr_label_propagation_args args = {.graph = view(&out, n), .max_iterations = iterations, .labels = labels};
    if (directed) args.in_graph = view(&in, n);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(expected_iterations, args.iterations);
    CHECK_EQUAL(expected_converged, args.converged);
    CHECK(memcmp(expected, labels, sizeof(int32_t) * (size_t)n) == 0);
}

static int32_t both_ways(int32_t m) {
    for (int32_t i = 0; i < m; i++) {
        from[m + i] = to[i];
        to[m + i] = from[i];
    }
    return 2 * m;
}

static void golden(uint32_t workers) {
    /* Two triangles joined by an edge, and a vertex alone. */
    const int32_t u[] = {0, 0, 1, 3, 3, 4, 2}, v[] = {1, 2, 2, 4, 5, 5, 3};
    memcpy(from, u, sizeof u);
    memcpy(to, v, sizeof v);
    check_against(7, both_ways(7), 0, 10, workers);
    CHECK_EQUAL(0, labels[2]);
    CHECK_EQUAL(6, labels[6]);
    /* An edge swaps its labels for ever; one that is there both ways counts twice. */
    from[0] = 0, to[0] = 1;
    check_against(2, 1, 1, 3, workers);
    CHECK_EQUAL(1, labels[0]);
    CHECK_EQUAL(0, labels[1]);
    check_against(1, 0, 1, 10, workers);
    check_against(5, 0, 0, 0, workers);
    gatun_team team;
    gatun_csr_label_propagation_args args = {.graph = view(&out, 0), .max_iterations = 4};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(0, args.iterations);
    CHECK_EQUAL(1, args.converged);
}

/* Rows from no neighbour to more than one worker counts alone. */
static void random_graphs(uint32_t workers) {
    const int32_t shapes[][3] = {{40, 60, 0}, {3000, 9000, 1}, {3000, 50000, 1}, {50000, 59000, 0}};
    for (unsigned shape = 0; shape < sizeof shapes / sizeof *shapes; shape++) {
        const uint64_t n = (uint64_t)shapes[shape][0];
        const int32_t m = shapes[shape][1];
        for (int32_t i = 0; i < m; i++) {
            const uint64_t u = test_below(n);
            from[i] = (int32_t)(u * u / n * u / n);
            to[i] = i % 3 == 0 && shapes[shape][2] ? (int32_t)(((uint64_t)from[i] / 32 * 32 + test_below(32)) % n)
                                                   : (int32_t)test_below(n);
        }
        check_against((int32_t)n, m, 1, 6, workers);
        check_against((int32_t)n, both_ways(m), 0, 12, workers);
    }
    for (int32_t i = 0; i < 45000; i++) { /* two hubs: every label is met by both */
        from[i] = i % 7 == 0;
        to[i] = 2 + i;
    }
    check_against(45002, both_ways(45000), 0, 8, workers);
    for (int32_t i = 0; i < 40000; i++) { /* a row of loops and multi-edges */
        from[i] = 3;
        to[i] = i % 3;
    }
    check_against(5, 40000, 1, 5, workers);
}

static void hostile(void) {
    gatun_team team;
    from[0] = 0, to[0] = 1;
    fill(&out, 2, from, to, 1);
    fill(&in, 2, to, from, 1);
    gatun_csr_label_propagation_args args = {.graph = view(&out, 2), .labels = NULL};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.labels = labels;
    args.in_graph = view(&in, 1);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph = view(&in, 2);
    args.max_iterations = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.max_iterations = 1;
    args.scratch_bytes = gatun_csr_label_propagation_scratch(2, 2, 3) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 3));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_label_propagation(NULL, &team, 0, 1));
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
