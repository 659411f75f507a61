/* Similarity of neighbourhoods: pairs and the most similar ones of random graphs against sets in a matrix, hostile
 * arguments; 1 to 4 workers. */
#include <math.h>

#include "check.h"
#include "csr_simple_graph.h"
#include "gatun/core.h"
#include "gatun/csr_similarity.h"
#include "team_run.h"

#define PAIRS 5000
#define TOP 7

static simple_graph g;
static int32_t first[PAIRS], second[PAIRS], neighbours[SIMPLE_MOST * TOP];
static double values[SIMPLE_MOST * TOP];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_similarity(args, team, worker, workers);
}

static int32_t run(gatun_csr_similarity_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_similarity_scratch(args->graph.vertices, args->top, workers);
    args->scratch = test_memory(args->scratch_bytes);
    if (args->scratch_bytes > 0) memset(args->scratch, 0xa5, args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static int32_t degree(int32_t u) { return (int32_t)(g.offsets[u + 1] - g.offsets[u]); }

static double similarity(int32_t measure, int32_t u, int32_t v) {
    double common = 0;
    for (int32_t w = 0; w < g.n; w++) common += g.adjacent[u][w] && g.adjacent[v][w];
    const double a = degree(u), b = degree(v);
    if (common == 0) return 0;
    if (measure == GATUN_SIMILARITY_JACCARD) return common / (a + b - common);
    return common / (measure == GATUN_SIMILARITY_OVERLAP ? (a < b ? a : b) : sqrt(a * b));
}

static void check_pairs(int32_t measure, uint32_t workers) {
    gatun_team team;
    uint64_t seed = 3;
    for (int32_t i = 0; i < PAIRS; i++) {
        first[i] = (int32_t)(simple_random(&seed) % (uint32_t)g.n);
        second[i] = i % 10 == 0 ? first[i] : (int32_t)(simple_random(&seed) % (uint32_t)g.n);
    }
    gatun_csr_similarity_args args = {
        .graph = simple_csr(&g), .measure = measure, .first = first, .second = second, .pairs = PAIRS, .values = values};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    for (int32_t i = 0; i < PAIRS; i++) CHECK(values[i] == similarity(measure, first[i], second[i]));
    second[70] = -1;
    first[4000] = g.n;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, workers, &team));
    CHECK_EQUAL(70, team.error.position);
    CHECK_EQUAL(-1, team.error.value);
}

/* Whether v may stand before w in the list of u. */
static int before(int32_t v, double of_v, int32_t w, double of_w) { return of_v > of_w || (of_v == of_w && v < w); }

static void check_top(int32_t measure, double least, int64_t least_degree, int64_t most_degree, uint32_t workers) {
    gatun_team team;
    gatun_csr_similarity_args args = {.graph = simple_csr(&g), .measure = measure, .top = TOP, .least = least,
        .least_degree = least_degree, .most_degree = most_degree, .neighbours = neighbours, .values = values};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(g.n, team.progress);
    for (int32_t u = 0; u < g.n; u++) {
        int32_t last = -1;
        double of_last = INFINITY;
        for (int32_t k = 0; k < TOP; k++) {
            int32_t next = -1;
            double of_next = 0;
            for (int32_t v = 0; v < g.n; v++) {
                if (v == u || degree(v) < least_degree || degree(v) > most_degree) continue;
                if (degree(u) < least_degree || degree(u) > most_degree) continue;
                const double here = similarity(measure, u, v);
                if (here == 0 || here < least || !before(last, of_last, v, here)) continue;
                if (next < 0 || before(v, here, next, of_next)) next = v, of_next = here;
            }
            CHECK_EQUAL(next, neighbours[u * TOP + k]);
            CHECK(values[u * TOP + k] == of_next);
            if (next < 0) continue;
            last = next;
            of_last = of_next;
        }
    }
}

static void hostile(void) {
    gatun_team team;
    simple_random_graph(&g, 100, 300, 2, 1);
    gatun_csr_similarity_args args = {.graph = simple_csr(&g), .top = TOP, .neighbours = neighbours};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team)); /* no values */
    args.values = values;
    args.measure = 3;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.measure = 0;
    args.scratch_bytes = gatun_csr_similarity_scratch(100, TOP, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 1));
    test_free(args.scratch);
    args.top = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_similarity(&args, &team, 0, 1));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_similarity(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        for (int32_t measure = GATUN_SIMILARITY_JACCARD; measure <= GATUN_SIMILARITY_COSINE; measure++) {
            simple_random_graph(&g, 120, 100 + 400 * measure, 3, workers);
            check_top(measure, 0, 0, INT64_MAX, workers);
            check_top(measure, 0.3, 2, 20, workers);
            simple_random_graph(&g, 1000, 9000, 8, workers);
            check_pairs(measure, workers);
        }
    }
    hostile();
    return test_result();
}
