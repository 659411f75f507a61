/* Random walks: known numbers, every step along an edge, frequencies of steps against their exact chances (seeds are
 * fixed), batches, dead ends, weights, node2vec's extremes, hostile arguments; 1 to 4 workers. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_walks.h"
#include "random.h"
#include "team_run.h"

#include <math.h>

#define MOST 2000
#define MOST_ENTRIES 30000
#define MOST_CELLS 2000000

static int64_t offsets[MOST + 1];
static int32_t neighbours[MOST_ENTRIES];
static double weights[MOST_ENTRIES]; /* or of any other type */
static int32_t walks[MOST_CELLS], others[MOST_CELLS];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_walks(args, team, worker, workers);
}

static int32_t run(gatun_csr_walks_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_walks_scratch(&args->graph, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void put_weight(int32_t type, int64_t at, double w) {
    switch (type) {
        case GATUN_WEIGHT_INT32: ((int32_t*)weights)[at] = (int32_t)w; break;
        case GATUN_WEIGHT_INT64: ((int64_t*)weights)[at] = (int64_t)w; break;
        case GATUN_WEIGHT_FLOAT32: ((float*)weights)[at] = (float)w; break;
        case GATUN_WEIGHT_FLOAT64: weights[at] = w; break;
        default: break;
    }
}

static double weight_at(int32_t type, int64_t at) {
    switch (type) {
        case GATUN_WEIGHT_INT32: return ((int32_t*)weights)[at];
        case GATUN_WEIGHT_INT64: return (double)((int64_t*)weights)[at];
        case GATUN_WEIGHT_FLOAT32: return ((float*)weights)[at];
        case GATUN_WEIGHT_FLOAT64: return weights[at];
        default: return 1;
    }
}

/* Random sorted rows of a length below `widest`, weights 0 .. 3. */
static gatun_csr_walks_args graph(int32_t n, int32_t widest, int32_t type) {
    int64_t at = 0;
    for (int32_t v = 0; v < n; v++) {
        offsets[v] = at;
        int32_t degree = (int32_t)test_below((uint64_t)widest);
        for (int32_t u = 0; u < n && degree > 0; u++) {
            if (test_below((uint64_t)(n - u)) >= (uint64_t)degree) continue;
            put_weight(type, at, (double)test_below(4));
            neighbours[at++] = u;
            degree--;
        }
    }
    offsets[n] = at;
    return (gatun_csr_walks_args){
        .graph = {n, at, offsets, neighbours, type == GATUN_WEIGHT_NONE ? NULL : weights, type, 1},
        .seed = 42,
        .length = 10,
        .p = 1,
        .q = 1,
        .walks = walks};
}

static int64_t entry(int32_t u, int32_t v) {
    for (int64_t e = offsets[u]; e < offsets[u + 1]; e++) {
        if (neighbours[e] == v) return e;
    }
    return -1;
}

static double row_weight(int32_t type, int32_t v) {
    double sum = 0;
    for (int64_t e = offsets[v]; e < offsets[v + 1]; e++) sum += weight_at(type, e);
    return sum;
}

static void every_step_is_an_edge(uint32_t most_workers) {
    gatun_team team;
    for (int32_t type = GATUN_WEIGHT_NONE; type <= GATUN_WEIGHT_FLOAT64; type++) {
        for (int32_t second = 0; second < 3; second++) {
            gatun_csr_walks_args args = graph(second == 2 ? 30 : 2000, 9, type);
            args.walk_count = 3 * args.graph.vertices + 7;
            args.p = second == 0 ? 1 : second == 1 ? 0.25 : 1e6;
            args.q = second == 0 ? 1 : second == 1 ? 4 : 1e7;
            int wrong = 0;
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
            for (int64_t k = 0; k < args.walk_count; k++) {
                const int32_t* const walk = walks + k * args.length;
                wrong += walk[0] != k % args.graph.vertices;
                for (int32_t i = 1; i < args.length; i++) {
                    if (walk[i - 1] < 0) {
                        wrong += walk[i] != -1;
                    } else if (walk[i] < 0) {
                        wrong += row_weight(type, walk[i - 1]) > 0;
                    } else {
                        const int64_t e = entry(walk[i - 1], walk[i]);
                        wrong += e < 0 || weight_at(type, e) == 0;
                    }
                }
            }
            CHECK_EQUAL(0, wrong);
            args.walks = others;
            for (uint32_t workers = 2; workers <= most_workers; workers++) {
                memset(others, 0, sizeof others);
                CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
                CHECK(memcmp(walks, others, 4 * (size_t)(args.walk_count * args.length)) == 0);
            }
            /* a batch of them, and rows that are not said to be sorted */
            args.graph.sorted = 0;
            args.first_walk = 17;
            args.walk_count = 20;
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
            CHECK(memcmp(walks + 17 * args.length, others, 4 * (size_t)(20 * args.length)) == 0);
        }
    }
}

/* Walks t -> v -> x on a small graph: how often each x follows, against its chance. 30 is far out in the tail of
 * chi-square with 3 degrees of freedom; the seed is fixed. */
static void frequencies(double p, double q, int32_t type) {
    /* 0 -> 1; 1 -> 0, 2, 3, 4; 0 -> 2: seen from 0, 2 is near and 3 and 4 are far; 1 -> 4 weighs 3 */
    const int32_t rows[][4] = {{1, 2, -1}, {0, 2, 3, 4}, {-1}, {-1}, {-1}};
    int64_t at = 0;
    for (int32_t v = 0; v < 5; v++) {
        offsets[v] = at;
        for (int32_t i = 0; i < 4 && rows[v][i] >= 0; i++) {
            put_weight(type, at, v == 0 ? (i == 0) : i == 3 ? 3 : 1);
            neighbours[at++] = rows[v][i];
            if (rows[v][i] == 4) break;
        }
    }
    offsets[5] = at;
    const int32_t start = 0;
    gatun_csr_walks_args args = {
        .graph = {5, at, offsets, neighbours, type == GATUN_WEIGHT_NONE ? NULL : weights, type, 1},
        .starts = &start,
        .start_count = 1,
        .seed = 7,
        .walk_count = 200000,
        .length = 3,
        .p = p,
        .q = q,
        .walks = walks};
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
    const double heavy = type == GATUN_WEIGHT_NONE ? 1 : 3;
    double chances[5] = {1 / p, 0, 1, 1 / q, heavy / q}, all = 1 / p + 1 + (1 + heavy) / q;
    if (p == 1 && q == 1) all = 3 + heavy;
    int64_t counts[5] = {0}, in_all = 0;
    for (int64_t k = 0; k < args.walk_count; k++) {
        const int32_t* const walk = walks + 3 * k;
        if (walk[1] != 1) continue;
        counts[walk[2]]++;
        in_all++;
    }
    CHECK(type == GATUN_WEIGHT_NONE ? in_all > 99000 && in_all < 101000 : in_all == args.walk_count);
    double chi_square = 0;
    for (int32_t x = 0; x < 5; x++) {
        const double expected = chances[x] / all * (double)in_all;
        if (expected == 0) CHECK_EQUAL(0, counts[x]);
        else chi_square += ((double)counts[x] - expected) * ((double)counts[x] - expected) / expected;
    }
    CHECK(chi_square < 30);
}

static void hostile(void) {
    gatun_team team;
    gatun_csr_walks_args args = graph(50, 5, GATUN_WEIGHT_FLOAT64);
    args.walk_count = 10;
    const double bad[] = {NAN, -1, INFINITY};
    for (int i = 0; i < 3; i++) {
        weights[11] = bad[i];
        weights[40] = -1;
        CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1 + (uint32_t)i, &team));
        CHECK_EQUAL(11, team.error.position);
    }
    weights[11] = weights[40] = 1;
    const int32_t starts[] = {3, 50, -1};
    args.starts = starts;
    args.start_count = 3;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 2, &team));
    CHECK_EQUAL(1, team.error.position);
    CHECK_EQUAL(50, team.error.value);
    args.start_count = 0;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.starts = NULL;
    args.p = 0;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.p = 1;
    args.q = NAN;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.q = 1e-320; /* its inverse is infinite */
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.q = 1;
    args.length = 0;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.length = 3;
    args.walks = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.walk_count = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
    args.walks = walks;
    args.walk_count = INT64_MAX;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.walk_count = 10;
    args.graph.vertices = 0;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.graph.vertices = 50;
    args.scratch_bytes = 8;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    test_free(args.scratch);
    args.scratch_bytes = gatun_csr_walks_scratch(&args.graph, 3);
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_walks(NULL, &team, 0, 1));
}

int main(void) {
    every_step_is_an_edge(4);
    const double factors[][2] = {{1, 1}, {0.25, 4}, {4, 0.25}, {1e5, 1e5}, {1e-4, 1}, {2, 2}};
    for (int i = 0; i < 6; i++) {
        frequencies(factors[i][0], factors[i][1], GATUN_WEIGHT_NONE);
        frequencies(factors[i][0], factors[i][1], GATUN_WEIGHT_INT32);
        frequencies(factors[i][0], factors[i][1], GATUN_WEIGHT_FLOAT64);
    }
    hostile();
    return test_result();
}
