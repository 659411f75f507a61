/* Shortest paths: golden graphs, random graphs of every weight type against Bellman-Ford, parents by their definition,
 * both methods, several bucket widths, 1 to 4 workers, every tier, hostile arguments. */
#include <math.h>

#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_sssp.h"
#include "team_run.h"

#define MOST 400
#define MOST_ENTRIES 4000

static int64_t offsets[MOST + 1];
static int32_t neighbours[MOST_ENTRIES];
static int64_t weights[MOST_ENTRIES]; /* room for any weight type */
static double plain[MOST_ENTRIES];    /* the same weights as doubles */
static int64_t distances[MOST];       /* room for either type */
static int32_t parents[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_sssp(args, team, worker, workers);
}

static gatun_csr_sssp_args arguments(int32_t n, int32_t type, const int32_t* sources, int64_t count) {
    const gatun_csr g = {n, offsets[n], offsets, neighbours, type == GATUN_WEIGHT_NONE ? NULL : weights, type, 0};
    return (gatun_csr_sssp_args){.graph = g, .sources = sources, .source_count = count,
        .parents_mode = GATUN_PARENTS_SMALLEST, .distances = distances, .parents = parents};
}

static int32_t run(gatun_csr_sssp_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_sssp_scratch(&args->graph, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void set_weight(int32_t type, int64_t entry, int32_t value) {
    plain[entry] = type == GATUN_WEIGHT_NONE ? 1 : type == GATUN_WEIGHT_FLOAT64 ? value / 10.0 : value;
    switch (type) {
        case GATUN_WEIGHT_INT32: ((int32_t*)weights)[entry] = value; break;
        case GATUN_WEIGHT_INT64: weights[entry] = value; break;
        case GATUN_WEIGHT_FLOAT32: ((float*)weights)[entry] = (float)value; break;
        case GATUN_WEIGHT_FLOAT64: ((double*)weights)[entry] = value / 10.0; break;
        default: break;
    }
}

static uint64_t random_state = 3;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * 6364136223846793005ull + 1442695040888963407ull;
    return (uint32_t)((random_state >> 33) % bound);
}

static void random_graph(int32_t n, int32_t degree, int32_t type, uint32_t heaviest) {
    int64_t at = 0;
    for (int32_t u = 0; u < n; u++) {
        offsets[u] = at;
        for (uint32_t i = random_below((uint32_t)(2 * degree + 1)); i > 0; i--) {
            neighbours[at] = (int32_t)random_below((uint32_t)n);
            set_weight(type, at++, (int32_t)random_below(heaviest + 1));
        }
    }
    offsets[n] = at;
}

/* Distances by relaxing every edge until nothing changes; then parents as the header defines them. */
static void expect(int32_t n, int32_t source, double* distance, int32_t* parent) {
    for (int32_t v = 0; v < n; v++) {
        distance[v] = INFINITY;
        parent[v] = -1;
    }
    distance[source] = 0;
    for (int changed = 1; changed;) {
        changed = 0;
        for (int32_t u = 0; u < n; u++) {
            for (int64_t e = offsets[u]; e < offsets[u + 1]; e++) {
                if (distance[u] + plain[e] < distance[neighbours[e]]) {
                    distance[neighbours[e]] = distance[u] + plain[e];
                    changed = 1;
                }
            }
        }
    }
    static int32_t level[MOST];
    for (int32_t v = 0; v < n; v++) level[v] = -1;
    for (int32_t u = 0; u < n; u++) {
        for (int64_t e = offsets[u]; e < offsets[u + 1]; e++) {
            const int32_t v = neighbours[e];
            const int tight = v != source && distance[u] < distance[v] && distance[u] + plain[e] == distance[v];
            if (tight && (parent[v] == -1 || u < parent[v])) parent[v] = u;
        }
    }
    for (int32_t v = 0; v < n; v++) level[v] = v == source || parent[v] != -1 ? 0 : -1;
    for (int32_t depth = 0, found = 1; found; depth++) {
        found = 0;
        for (int32_t u = 0; u < n; u++) {
            for (int64_t e = offsets[u]; level[u] == depth && e < offsets[u + 1]; e++) {
                const int32_t v = neighbours[e];
                if (distance[u] + plain[e] != distance[v] || (level[v] != -1 && level[v] != depth + 1)) continue;
                if (distance[u] == INFINITY) continue;
                if (level[v] == -1 || u < parent[v]) parent[v] = u;
                level[v] = depth + 1;
                found = 1;
            }
        }
    }
}

static void random_graphs(uint32_t workers) {
    static double distance[MOST];
    static int32_t parent[MOST];
    gatun_team team;
    const double deltas[] = {0, 2.5};
    for (int32_t type = GATUN_WEIGHT_NONE; type <= GATUN_WEIGHT_FLOAT64; type++) {
        const int integer = type <= GATUN_WEIGHT_INT64;
        for (int32_t shape = 0; shape < 4; shape++) {
            const int32_t n = shape == 0 ? 1 : MOST;
            random_graph(n, shape + 1, type, shape == 3 ? 2 : 50); /* weights 0..2: many ties and zeroes */
            const int32_t source = (int32_t)random_below((uint32_t)n);
            expect(n, source, distance, parent);
            for (int32_t method = GATUN_SSSP_AUTO; method <= GATUN_SSSP_DELTA_STEPPING; method++) {
                for (int d = 0; d < 2; d++) {
                    gatun_csr_sssp_args args = arguments(n, type, &source, 1);
                    args.method = method;
                    args.delta = deltas[d];
                    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
                    int64_t reached = 0;
                    for (int32_t v = 0; v < n; v++) {
                        reached += distance[v] != INFINITY;
                        if (!integer) CHECK(((double*)distances)[v] == distance[v]);
                        else CHECK_EQUAL(distance[v] == INFINITY ? INT64_MAX : (int64_t)distance[v], distances[v]);
                        CHECK_EQUAL(parent[v], parents[v]);
                    }
                    CHECK_EQUAL(reached, args.reached);
                }
            }
        }
    }
}

/* 0 -> 1 -> 2 with given int64 weights */
static void chain(int64_t first, int64_t second) {
    const int64_t o[] = {0, 1, 2, 2};
    memcpy(offsets, o, sizeof o);
    neighbours[0] = 1;
    neighbours[1] = 2;
    weights[0] = first;
    weights[1] = second;
}

static void golden(uint32_t workers) {
    gatun_team team;
    const int32_t zero = 0, two[] = {2, 0, 2};
    for (int32_t method = GATUN_SSSP_DIJKSTRA; method <= GATUN_SSSP_DELTA_STEPPING; method++) {
        chain(5, INT64_MAX / 2);
        gatun_csr_sssp_args args = arguments(3, GATUN_WEIGHT_INT64, &zero, 1);
        args.method = method;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(5 + INT64_MAX / 2, distances[2]);
        CHECK_EQUAL(method, args.used_method);
        args.sources = two;
        args.source_count = 3;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(0, distances[2]);
        CHECK_EQUAL(-1, parents[2]);
        args.source_count = 0;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK_EQUAL(INT64_MAX, distances[0]);
        CHECK_EQUAL(0, args.reached);
        chain(INT64_MAX - 1, 5);
        args = arguments(3, GATUN_WEIGHT_INT64, &zero, 1);
        args.method = method;
        CHECK_EQUAL(GATUN_STATUS_OVERFLOW, run(&args, workers, &team));
        chain(1, -1);
        CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, workers, &team));
        CHECK_EQUAL(1, team.error.position);
        args = arguments(3, GATUN_WEIGHT_FLOAT64, &zero, 1);
        args.method = method;
        ((double*)weights)[0] = 1;
        ((double*)weights)[1] = (double)NAN;
        CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, workers, &team));
        CHECK_EQUAL(1, team.error.position);
        ((double*)weights)[1] = (double)INFINITY; /* an edge that never arrives */
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        CHECK(((double*)distances)[2] == (double)INFINITY);
        CHECK_EQUAL(2, args.reached);
    }
}

static void hostile(void) {
    gatun_team team;
    chain(1, 1);
    const int32_t outside[] = {0, 3};
    for (uint32_t workers = 1; workers <= 2; workers++) {
        gatun_csr_sssp_args args = arguments(3, GATUN_WEIGHT_INT64, outside, 2);
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, workers, &team));
        CHECK_EQUAL(1, team.error.position);
        CHECK_EQUAL(3, team.error.value);
        args = arguments(3, GATUN_WEIGHT_INT64, outside, 1);
        args.scratch_bytes = gatun_csr_sssp_scratch(&args.graph, workers);
        args.scratch = test_memory(args.scratch_bytes);
        memset(&team, 0, sizeof team);
        team.cancel = 1;
        CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, workers));
        args.scratch_bytes--;
        memset(&team, 0, sizeof team);
        CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, workers));
        test_free(args.scratch);
    }
    gatun_csr_sssp_args args = arguments(3, GATUN_WEIGHT_INT64, NULL, 1);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(3, GATUN_WEIGHT_INT64, outside, 1);
    args.delta = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(3, GATUN_WEIGHT_INT64, outside, 1);
    args.method = 9;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(3, GATUN_WEIGHT_INT64, outside, 1);
    args.parents = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_sssp(NULL, &team, 0, 1));
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
