/* Betweenness: known graphs, random graphs against path counting by definition, numbers of paths beyond any double,
 * hostile arguments; 1 to 4 workers. */
#include <math.h>

#include "check.h"
#include "gatun/csr_betweenness.h"
#include "team_run.h"

#define MOST 2000
#define MOST_ENTRIES 60000

typedef struct rows {
    int64_t offsets[MOST + 1];
    int32_t neighbours[MOST_ENTRIES];
} rows;

static rows out, in;
static double scores[MOST], expected[MOST];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_betweenness(args, team, worker, workers);
}

static gatun_csr view(rows* r, int64_t n) {
    return (gatun_csr){n, r->offsets[n], r->offsets, r->neighbours, NULL, GATUN_WEIGHT_NONE, 0};
}

static int32_t run(gatun_csr_betweenness_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_betweenness_scratch(args->graph.vertices, args->source_count, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void fill(rows* r, int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    memset(r->offsets, 0, sizeof r->offsets);
    for (int32_t i = 0; i < count; i++) r->offsets[from[i] + 1]++;
    for (int32_t v = 0; v < n; v++) r->offsets[v + 1] += r->offsets[v];
    static int64_t at[MOST];
    for (int32_t v = 0; v < n; v++) at[v] = r->offsets[v];
    for (int32_t i = 0; i < count; i++) r->neighbours[at[from[i]]++] = to[i];
}

static void graph(int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    fill(&out, n, from, to, count);
    fill(&in, n, to, from, count);
}

static void both_ways(int32_t n, const int32_t* from, const int32_t* to, int32_t count) {
    static int32_t u[MOST_ENTRIES], v[MOST_ENTRIES];
    for (int32_t i = 0; i < count; i++) {
        u[2 * i] = v[2 * i + 1] = from[i];
        v[2 * i] = u[2 * i + 1] = to[i];
    }
    graph(n, u, v, 2 * count);
}

/* Brandes with long double and lists of levels. */
static void by_definition(int32_t n, const int32_t* sources, int32_t count) {
    static int32_t level[MOST], queue[MOST];
    static long double sigma[MOST], delta[MOST];
    memset(expected, 0, sizeof expected);
    for (int32_t s = 0; s < count; s++) {
        for (int32_t v = 0; v < n; v++) level[v] = -1, sigma[v] = delta[v] = 0;
        int32_t end = 1;
        queue[0] = sources[s], level[sources[s]] = 0, sigma[sources[s]] = 1;
        for (int32_t head = 0; head < end; head++) {
            const int32_t v = queue[head];
            for (int64_t e = out.offsets[v]; e < out.offsets[v + 1]; e++) {
                const int32_t w = out.neighbours[e];
                if (level[w] < 0) level[w] = level[v] + 1, queue[end++] = w;
                if (level[w] == level[v] + 1) sigma[w] += sigma[v];
            }
        }
        while (--end > 0) {
            const int32_t v = queue[end];
            for (int64_t e = out.offsets[v]; e < out.offsets[v + 1]; e++) {
                const int32_t w = out.neighbours[e];
                if (level[w] == level[v] + 1) delta[v] += sigma[v] / sigma[w] * (1 + delta[w]);
            }
            expected[v] += (double)delta[v];
        }
    }
}

static void check(int32_t n, const int32_t* sources, int32_t count, double factor, uint32_t workers) {
    gatun_team team;
    gatun_csr_betweenness_args args = {
        .graph = view(&out, n), .in_graph = view(&in, n), .sources = sources, .source_count = count, .factor = factor,
        .scores = scores};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL((int64_t)count * n, team.total);
    for (int32_t v = 0; v < n; v++) {
        CHECK(fabs(scores[v] - expected[v] * factor) <= 1e-11 * fabs(expected[v] * factor));
    }
}

static void golden(uint32_t workers) {
    const int32_t all[] = {0, 1, 2, 3, 4};
    /* A path: 1 is between 0 and 2, 3, 4; and so on. */
    both_ways(5, (int32_t[]){0, 1, 2, 3}, (int32_t[]){1, 2, 3, 4}, 4);
    memcpy(expected, (double[]){0, 6, 8, 6, 0}, 5 * sizeof(double));
    check(5, all, 5, 0.5, workers);
    /* Two ways round a square, one of them doubled, with a tail; a loop counts for nothing. */
    graph(5, (int32_t[]){0, 0, 0, 1, 2, 3, 1}, (int32_t[]){1, 2, 2, 3, 3, 4, 1}, 7);
    memcpy(expected, (double[]){0, 2 / 3.0, 4 / 3.0, 1, 0}, 5 * sizeof(double));
    check(5, all, 1, 1, workers);
    graph(1, NULL, NULL, 0);
    memset(expected, 0, sizeof expected);
    check(1, all, 1, 1, workers);
    check(1, all, 0, 1, workers);
    graph(0, NULL, NULL, 0);
    check(0, all, 0, 1, workers);
}

static void random_graphs(uint32_t workers) {
    static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES], sources[200];
    const int32_t shapes[][3] = {{60, 90, 60}, {2000, 2500, 3}, {2000, 30000, 40}, {700, 9000, 200}};
    uint64_t state = 5;
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        const int32_t n = shapes[s][0], m = shapes[s][1], count = shapes[s][2];
        for (int32_t i = 0; i < m; i++) {
            state = state * 6364136223846793005ull + 1442695040888963407ull;
            from[i] = (int32_t)((state >> 33) % (uint64_t)n);
            to[i] = (int32_t)((state >> 11) % (uint64_t)n);
        }
        for (int32_t i = 0; i < count; i++) sources[i] = i * 7 % n;
        graph(n, from, to, m);
        by_definition(n, sources, count);
        check(n, sources, count, 1, workers);
        both_ways(n, from, to, m);
        by_definition(n, sources, count);
        check(n, sources, count, 0.25, workers);
    }
}

/* A chain of diamonds of `width` vertices: width^links paths. Half of each diamond's dependencies are known. */
static void many_paths(uint32_t workers) {
    static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES];
    const int32_t width = 30, links = 60;
    int32_t m = 0;
    for (int32_t k = 0; k < links; k++) {
        const int32_t first = k * (width + 1);
        for (int32_t i = 1; i <= width; i++) {
            from[m] = first, to[m++] = first + i;
            from[m] = first + i, to[m++] = first + width + 1;
        }
    }
    const int32_t n = links * (width + 1) + 1, source = 0;
    for (int32_t k = 0; k < links; k++) {
        const int32_t first = k * (width + 1);
        expected[first] = k == 0 ? 0 : n - 1 - first;
        for (int32_t i = 1; i <= width; i++) expected[first + i] = (n - first - width - 1) / (double)width;
    }
    expected[n - 1] = 0;
    both_ways(n, from, to, m);
    check(n, &source, 1, 1, workers);
    /* The same with every edge eight times: 240^(2 * 60) paths are more than a double holds. */
    for (int32_t i = 7; i >= 1; i--) {
        memcpy(from + i * m, from, sizeof(int32_t) * (size_t)m);
        memcpy(to + i * m, to, sizeof(int32_t) * (size_t)m);
    }
    both_ways(n, from, to, 8 * m);
    check(n, &source, 1, 1, workers);
}

static void hostile(void) {
    gatun_team team;
    const int32_t from[] = {0}, to[] = {1}, good[] = {0, 1}, bad[] = {1, 2}, negative[] = {-1};
    graph(2, from, to, 1);
    gatun_csr_betweenness_args args = {
        .graph = view(&out, 2), .in_graph = view(&in, 2), .sources = good, .source_count = 2, .factor = 1};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.scores = scores;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
    args.in_graph.vertices = 0;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph = args.graph;
    args.sources = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.sources = bad;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 3, &team));
    CHECK_EQUAL(1, team.error.position);
    CHECK_EQUAL(2, team.error.value);
    args.sources = negative;
    args.source_count = 1;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 1, &team));
    args.sources = good;
    args.scratch_bytes = gatun_csr_betweenness_scratch(2, 1, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_betweenness(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) {
        golden(workers);
        random_graphs(workers);
        many_paths(workers);
    }
    hostile();
    return test_result();
}
