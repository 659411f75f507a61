/* PageRank: ranks known in closed form, random graphs against the formula in the header, the same bits on any number
 * of workers, hostile arguments. */
#include <math.h>

#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_pagerank.h"
#include "team_run.h"

#define MOST 2000
#define MOST_ENTRIES 20000

static int64_t in_offsets[MOST + 1], out_offsets[MOST + 1];
static int32_t in_neighbours[MOST_ENTRIES];
static double in_weights[MOST_ENTRIES], out_sums[MOST], ranks[MOST], teleport[MOST];
static int32_t source[MOST_ENTRIES], target[MOST_ENTRIES];
static double weight[MOST_ENTRIES];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_pagerank(args, team, worker, workers);
}

static int32_t run(gatun_csr_pagerank_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_pagerank_scratch(args->in_graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

/* In-edges of source[i] -> target[i], in input order within a row. */
static void graph(int32_t n, int32_t m) {
    memset(in_offsets, 0, sizeof in_offsets);
    memset(out_offsets, 0, sizeof out_offsets);
    memset(out_sums, 0, sizeof out_sums);
    for (int32_t i = 0; i < m; i++) {
        in_offsets[target[i] + 1]++;
        out_offsets[source[i] + 1]++;
        out_sums[source[i]] += weight[i];
    }
    static int64_t at[MOST];
    for (int32_t v = 0; v < n; v++) {
        in_offsets[v + 1] += in_offsets[v];
        out_offsets[v + 1] += out_offsets[v];
        at[v] = in_offsets[v];
    }
    for (int32_t i = 0; i < m; i++) {
        in_weights[at[target[i]]] = weight[i];
        in_neighbours[at[target[i]]++] = source[i];
    }
}

static gatun_csr_pagerank_args arguments(int32_t n, int weighted) {
    const gatun_csr g = {n, in_offsets[n], in_offsets, in_neighbours, weighted ? in_weights : NULL,
        weighted ? GATUN_WEIGHT_FLOAT64 : GATUN_WEIGHT_NONE, 0};
    return (gatun_csr_pagerank_args){.in_graph = g, .out_offsets = out_offsets,
        .out_weight_sums = weighted ? out_sums : NULL, .alpha = 0.85, .tolerance = 1e-15, .max_iterations = 1000,
        .ranks = ranks};
}

static void closed_form(uint32_t workers) {
    gatun_team team;
    /* a cycle: all alike */
    for (int32_t i = 0; i < 5; i++) {
        source[i] = i;
        target[i] = (i + 1) % 5;
        weight[i] = 1;
    }
    graph(5, 5);
    gatun_csr_pagerank_args args = arguments(5, 0);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(1, args.converged);
    for (int32_t v = 0; v < 5; v++) CHECK(fabs(ranks[v] - 0.2) < 1e-15);
    /* 0 -> 1, 1 dangling, one step from the uniform start: 0.5 * (alpha + alpha / 2) + (1 - alpha) / 2 */
    source[0] = 0;
    target[0] = 1;
    graph(2, 1);
    args = arguments(2, 0);
    args.max_iterations = 1;
    args.tolerance = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK(fabs(ranks[1] - (0.5 * 0.85 * 1.5 + 0.075)) < 1e-15);
    CHECK(fabs(args.error - 2 * (ranks[1] - 0.5)) < 1e-15);
    CHECK_EQUAL(0, args.converged);
    CHECK_EQUAL(1, args.iterations);
    args.dangling = GATUN_DANGLING_DROP;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK(fabs(ranks[1] - (0.5 * 0.85 + 0.075)) < 1e-15);
    args.dangling = GATUN_DANGLING_SELF;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK(fabs(ranks[1] - (0.85 + 0.075)) < 1e-15);
    CHECK(fabs(ranks[0] - 0.075) < 1e-15);
    /* none asked for */
    args.max_iterations = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK(ranks[0] == 0.5 && ranks[1] == 0.5 && args.error == 0 && args.iterations == 0);
    /* nobody there */
    graph(0, 0);
    args = arguments(0, 0);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
}

/* One step of the formula, straight from the header. */
static double expected_rank(
    const gatun_csr_pagerank_args* a, int32_t n, int32_t v, const double* old, int weighted, double tp) {
    double sum = 0, dangling = 0;
    for (int32_t u = 0; u < n; u++) {
        const int64_t degree = out_offsets[u + 1] - out_offsets[u];
        if (weighted ? out_sums[u] == 0 : degree == 0) dangling += old[u];
    }
    for (int64_t e = in_offsets[v]; e < in_offsets[v + 1]; e++) {
        const int32_t u = in_neighbours[e];
        if (weighted) sum += out_sums[u] > 0 ? old[u] / out_sums[u] * in_weights[e] : 0;
        else sum += old[u] / (double)(out_offsets[u + 1] - out_offsets[u]);
    }
    const int is_dangling = weighted ? out_sums[v] == 0 : out_offsets[v + 1] == out_offsets[v];
    switch (a->dangling) {
        case GATUN_DANGLING_TELEPORT: sum += dangling * tp; break;
        case GATUN_DANGLING_UNIFORM: sum += dangling / n; break;
        case GATUN_DANGLING_SELF: sum += is_dangling ? old[v] : 0; break;
        default: break;
    }
    return a->alpha * sum + (1 - a->alpha) * tp;
}

static void random_graphs(uint32_t workers) {
    static double old[MOST], first_ranks[MOST];
    uint64_t state = 5;
    const int32_t n = 2000, m = 9000;
    double all = 0;
    for (int32_t i = 0; i < m; i++) {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        source[i] = (int32_t)((state >> 33) % 1700); /* the rest dangle */
        target[i] = (int32_t)((state >> 12) % (uint64_t)n);
        weight[i] = (double)((state >> 50) % 7);
    }
    graph(n, m);
    for (int32_t v = 0; v < n; v++) all += teleport[v] = v % 3;
    for (int32_t v = 0; v < n; v++) teleport[v] /= all;
    for (int weighted = 0; weighted < 2; weighted++) {
        for (int32_t dangling = GATUN_DANGLING_TELEPORT; dangling <= GATUN_DANGLING_DROP; dangling++) {
            gatun_csr_pagerank_args args = arguments(n, weighted);
            args.dangling = dangling;
            args.teleport = dangling % 2 ? teleport : NULL;
            args.tolerance = 0;
            args.max_iterations = 7;
            gatun_team team;
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
            memcpy(first_ranks, ranks, sizeof ranks);
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
            CHECK(memcmp(first_ranks, ranks, sizeof(double) * (size_t)n) == 0);
            memcpy(old, ranks, sizeof ranks);
            args.warm_start = 1;
            args.max_iterations = 1;
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
            double error = 0;
            for (int32_t v = 0; v < n; v++) {
                const double tp = args.teleport ? teleport[v] : 1.0 / n;
                const double expected = expected_rank(&args, n, v, old, weighted, tp);
                CHECK(fabs(ranks[v] - expected) <= 1e-13 * expected);
                error += fabs(ranks[v] - old[v]);
            }
            CHECK(fabs(args.error - error) <= 1e-12 * error);
        }
    }
}

/* Ids all over a graph that is too large for the L2 cache, where shares are asked for ahead, with rows that are short
 * on average and rows that are not: one step from the uniform start, in both precisions. */
static void wide_graphs(uint32_t workers) {
    enum { n = 80000, most = 12 * n };
    static int64_t offsets[n + 1], degrees[n + 1];
    static int32_t neighbours[most];
    static double wide_ranks[n], first_ranks[n];
    for (int32_t mean = 3; mean <= 12; mean += 9) {
        uint64_t state = 17;
        memset(degrees, 0, sizeof degrees);
        for (int32_t v = 0; v < n; v++) offsets[v + 1] = offsets[v] + (v % 5 == 0 ? 0 : mean);
        const int64_t entries = offsets[n];
        for (int64_t e = 0; e < entries; e++) {
            state = state * 6364136223846793005ull + 1442695040888963407ull;
            neighbours[e] = (int32_t)((state >> 33) % n);
            degrees[neighbours[e] + 1]++;
        }
        for (int32_t v = 0; v < n; v++) degrees[v + 1] += degrees[v];
        for (int32_t single = 0; single < 2; single++) {
            gatun_csr_pagerank_args args = {.in_graph = {n, entries, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 0},
                .out_offsets = degrees, .alpha = 0.85, .max_iterations = 1, .dangling = GATUN_DANGLING_DROP,
                .single_precision = single, .ranks = wide_ranks};
            gatun_team team;
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
            memcpy(first_ranks, wide_ranks, sizeof wide_ranks);
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
            CHECK(memcmp(first_ranks, wide_ranks, sizeof wide_ranks) == 0);
            for (int32_t v = 0; v < n; v++) {
                double sum = 0;
                for (int64_t e = offsets[v]; e < offsets[v + 1]; e++) {
                    sum += 1.0 / n / (double)(degrees[neighbours[e] + 1] - degrees[neighbours[e]]);
                }
                const double expected = 0.85 * sum + (1 - 0.85) / n;
                if (fabs(wide_ranks[v] - expected) > (single ? 1e-6 : 1e-14) * expected) CHECK_EQUAL(-1, v);
            }
        }
    }
}

static void hostile(void) {
    gatun_team team;
    source[0] = 0;
    target[0] = 1;
    weight[0] = 1;
    graph(2, 1);
    const double alphas[] = {-0.1, 1, 2, (double)NAN};
    for (int i = 0; i < 4; i++) {
        gatun_csr_pagerank_args args = arguments(2, 0);
        args.alpha = alphas[i];
        CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    }
    gatun_csr_pagerank_args args = arguments(2, 0);
    args.tolerance = (double)NAN;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(2, 0);
    args.max_iterations = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(2, 0);
    args.dangling = 17;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(2, 0);
    args.ranks = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(2, 1);
    args.out_weight_sums = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args = arguments(2, 0);
    args.out_offsets = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_pagerank(NULL, &team, 0, 1));
    args = arguments(2, 0);
    args.scratch_bytes = gatun_csr_pagerank_scratch(2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 2));
    test_free(args.scratch);
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        closed_form(workers);
        random_graphs(workers);
        wide_graphs(workers);
    }
    hostile();
    return test_result();
}
