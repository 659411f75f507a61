/* Centralities: known answers, random graphs of every weight type against the formulas in plain loops, convergence,
 * divergence, bad weights, hostile arguments; 1 to 4 workers. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_centrality.h"
#include "random.h"
#include "team_run.h"

#include <math.h>

#define MOST 3000
#define MOST_ENTRIES 40000

typedef struct rows {
    int64_t offsets[MOST + 1];
    int32_t neighbours[MOST_ENTRIES];
    double weights[MOST_ENTRIES]; /* or of any other type */
} rows;

static rows out, in;
static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES];
static double weight[MOST_ENTRIES];
static double values[MOST], hubs[MOST], first_values[MOST], first_hubs[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_centrality(args, team, worker, workers);
}

static int32_t run(gatun_csr_centrality_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_centrality_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void put_weight(void* weights, int32_t type, int64_t at, double w) {
    switch (type) {
        case GATUN_WEIGHT_INT32: ((int32_t*)weights)[at] = (int32_t)w; break;
        case GATUN_WEIGHT_INT64: ((int64_t*)weights)[at] = (int64_t)w; break;
        case GATUN_WEIGHT_FLOAT32: ((float*)weights)[at] = (float)w; break;
        case GATUN_WEIGHT_FLOAT64: ((double*)weights)[at] = w; break;
        default: break;
    }
}

static gatun_csr fill(rows* r, int32_t n, int32_t m, const int32_t* row, const int32_t* column, int32_t type) {
    static int64_t at[MOST + 1];
    memset(r->offsets, 0, sizeof r->offsets);
    for (int32_t i = 0; i < m; i++) r->offsets[row[i] + 1]++;
    for (int32_t v = 0; v < n; v++) r->offsets[v + 1] += r->offsets[v];
    memcpy(at, r->offsets, sizeof at);
    for (int32_t i = 0; i < m; i++) {
        put_weight(r->weights, type, at[row[i]], weight[i]);
        r->neighbours[at[row[i]]++] = column[i];
    }
    return (gatun_csr){n, m, r->offsets, r->neighbours, type == GATUN_WEIGHT_NONE ? NULL : r->weights, type, 0};
}

static gatun_csr_centrality_args graph(int32_t n, int32_t m, int32_t type, int32_t kind) {
    return (gatun_csr_centrality_args){.graph = fill(&out, n, m, from, to, type),
        .in_graph = fill(&in, n, m, to, from, type),
        .kind = kind,
        .alpha = 0.01,
        .max_iterations = 6,
        .values = values,
        .hubs = hubs};
}

static double norm(const double* x, int32_t n) {
    double squares = 0;
    for (int32_t v = 0; v < n; v++) squares += x[v] * x[v];
    return sqrt(squares);
}

/* y = factor * A^T x (or A x when turned) + shift * x + constant */
static void multiply(const double* x, double* y, int32_t n, int32_t m, int turned, int weighted, double factor,
    double shift, double constant) {
    for (int32_t v = 0; v < n; v++) y[v] = shift * x[v] + constant;
    for (int32_t i = 0; i < m; i++) {
        y[turned ? from[i] : to[i]] += factor * x[turned ? to[i] : from[i]] * (weighted ? weight[i] : 1);
    }
}

static double make_unit(double* x, int32_t n) {
    const double length = norm(x, n);
    for (int32_t v = 0; v < n; v++) x[v] /= length;
    return length;
}

static void check_close(const double* expected, const double* actual, int32_t n) {
    double farthest = 0;
    for (int32_t v = 0; v < n; v++) farthest = fmax(farthest, fabs(expected[v] - actual[v]));
    CHECK(farthest <= 1e-12 * fmax(1, norm(expected, n)));
}

static void check_against_loops(int32_t n, int32_t m, int32_t type, int32_t kind, uint32_t workers) {
    static double x[MOST], y[MOST], h[MOST];
    const int weighted = type != GATUN_WEIGHT_NONE;
    double shift = 0, eigenvalue = 0;
    gatun_csr_centrality_args args = graph(n, m, type, kind);
    for (int32_t v = 0; v < n; v++) x[v] = h[v] = kind == GATUN_CENTRALITY_KATZ ? 1 : 1 / sqrt(n);
    for (int64_t i = 0; i < args.max_iterations; i++) {
        if (kind == GATUN_CENTRALITY_KATZ) {
            multiply(x, y, n, m, 0, weighted, args.alpha, 0, 1);
        } else if (kind == GATUN_CENTRALITY_EIGENVECTOR) {
            multiply(x, y, n, m, 0, weighted, 1, shift, 0);
            const double length = make_unit(y, n);
            eigenvalue = length - shift;
            if (i == 0) shift = length / 4;
        } else {
            multiply(h, y, n, m, 0, weighted, 1, 0, 0);
            eigenvalue = make_unit(y, n);
            multiply(y, h, n, m, 1, weighted, 1, 0, 0);
            eigenvalue *= make_unit(h, n);
        }
        memcpy(x, y, sizeof x);
    }
    gatun_team team;
    memset(hubs, 0, sizeof hubs);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(6, args.iterations);
    CHECK_EQUAL(0, args.converged);
    check_close(x, values, n);
    if (kind == GATUN_CENTRALITY_HITS) check_close(h, hubs, n);
    CHECK(fabs(eigenvalue - args.eigenvalue) <= 1e-12 * eigenvalue);
    if (workers == 1) {
        memcpy(first_values, values, sizeof values);
        memcpy(first_hubs, hubs, sizeof hubs);
    }
}

static void random_graphs(uint32_t most_workers) {
    const int32_t shapes[][2] = {{30, 200}, {3000, 40000}, {3000, 4000}};
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        const int32_t n = shapes[s][0], m = shapes[s][1];
        for (int32_t type = GATUN_WEIGHT_NONE; type <= GATUN_WEIGHT_FLOAT64; type++) {
            for (int32_t i = 0; i < m; i++) {
                from[i] = (int32_t)(test_below((uint64_t)n) * test_below((uint64_t)n) / (uint64_t)n);
                to[i] = (int32_t)test_below((uint64_t)n);
                weight[i] = (double)test_below(5);
            }
            for (int32_t kind = GATUN_CENTRALITY_EIGENVECTOR; kind <= GATUN_CENTRALITY_HITS; kind++) {
                check_against_loops(n, m, type, kind, 1);
                for (uint32_t workers = 2; workers <= most_workers; workers++) {
                    check_against_loops(n, m, type, kind, workers);
                    CHECK(memcmp(first_values, values, sizeof values) == 0);
                    CHECK(memcmp(first_hubs, hubs, sizeof hubs) == 0);
                }
            }
        }
    }
}

static void golden(uint32_t workers) {
    gatun_team team;
    /* a star with four leaves, both ways: bipartite; eigenvalue 2, hub 1 / sqrt(2), leaves 1 / sqrt(8) */
    for (int32_t i = 0; i < 4; i++) from[i] = to[4 + i] = 0, to[i] = from[4 + i] = i + 1;
    gatun_csr_centrality_args args = graph(5, 8, GATUN_WEIGHT_NONE, GATUN_CENTRALITY_EIGENVECTOR);
    args.tolerance = 1e-13;
    args.max_iterations = 1000;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(1, args.converged);
    CHECK(args.iterations < 100 && args.error < 1e-13);
    CHECK(fabs(values[0] - sqrt(0.5)) < 1e-12 && fabs(values[4] - sqrt(0.125)) < 1e-12);
    CHECK(fabs(args.eigenvalue - 2) < 1e-12);
    /* Katz: hub = 1 + 4 a leaf, leaf = 1 + a hub */
    args.kind = GATUN_CENTRALITY_KATZ;
    args.alpha = 0.25;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(1, args.converged);
    CHECK(fabs(values[0] - 8.0 / 3) < 1e-11 && fabs(values[1] - 5.0 / 3) < 1e-11);
    args.alpha = 1e6; /* above 1 / 2: grows for ever */
    args.tolerance = 0;
    args.max_iterations = 100000;
    CHECK_EQUAL(GATUN_STATUS_OVERFLOW, run(&args, workers, &team));
    /* out of the hub only: one hub, four authorities */
    args = graph(5, 4, GATUN_WEIGHT_NONE, GATUN_CENTRALITY_HITS);
    args.tolerance = 1e-13;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(1, args.converged);
    CHECK(fabs(hubs[0] - 1) < 1e-12 && hubs[1] == 0 && values[0] == 0 && fabs(values[1] - 0.5) < 1e-12);
    CHECK(fabs(args.eigenvalue - 4) < 1e-12);
    /* no edges at all, and no vertices */
    for (int32_t kind = GATUN_CENTRALITY_EIGENVECTOR; kind <= GATUN_CENTRALITY_HITS; kind++) {
        args = graph(4, 0, GATUN_WEIGHT_NONE, kind);
        args.tolerance = 1e-9;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(1, args.converged);
        CHECK(values[3] == (kind == GATUN_CENTRALITY_KATZ ? 1 : 0.5));
        args = graph(0, 0, GATUN_WEIGHT_NONE, kind);
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(1, args.converged);
        CHECK_EQUAL(0, args.iterations);
    }
}

static void hostile(void) {
    gatun_team team;
    from[0] = 0, to[0] = 1, from[1] = 1, to[1] = 2;
    for (int i = 0; i < 3; i++) {
        weight[0] = 1;
        weight[1] = (double[]){NAN, -1, INFINITY}[i];
        gatun_csr_centrality_args args = graph(3, 2, GATUN_WEIGHT_FLOAT64, GATUN_CENTRALITY_HITS);
        CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
        CHECK_EQUAL(1, team.error.position);
    }
    gatun_csr_centrality_args args = graph(3, 2, GATUN_WEIGHT_NONE, GATUN_CENTRALITY_HITS);
    args.hubs = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.kind = 3;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.kind = GATUN_CENTRALITY_KATZ;
    args.alpha = NAN;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.alpha = 0.1;
    args.in_graph.vertices = 2;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph.vertices = 3;
    args.scratch_bytes = gatun_csr_centrality_scratch(3, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_centrality(NULL, &team, 0, 1));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (uint32_t workers = 1; workers <= 4; workers++) golden(workers);
        hostile();
    }
    random_graphs(4);
    return test_result();
}
