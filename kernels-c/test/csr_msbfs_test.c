/* Searches from many sources: known graphs, random graphs against one search at a time, hostile arguments; 1 to 4
 * workers and every tier. */
#include <math.h>

#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_msbfs.h"
#include "team_run.h"

#define MOST 2000
#define MOST_ENTRIES 40000
#define MOST_SOURCES 1100

typedef struct rows {
    int64_t offsets[MOST + 1];
    int32_t neighbours[MOST_ENTRIES];
} rows;

typedef struct figures {
    int64_t reached[MOST_SOURCES], distances[MOST_SOURCES];
    double inverses[MOST_SOURCES];
    int32_t eccentricities[MOST_SOURCES];
    int64_t vertex_reached[MOST], vertex_distances[MOST];
    double vertex_inverses[MOST];
} figures;

static rows out, in;
static figures expected, actual;

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_msbfs(args, team, worker, workers);
}

static gatun_csr view(rows* r, int64_t n) {
    return (gatun_csr){n, r->offsets[n], r->offsets, r->neighbours, NULL, GATUN_WEIGHT_NONE, 0};
}

static int32_t run(gatun_csr_msbfs_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_msbfs_scratch(args->graph.vertices, args->source_count, workers);
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

static void one_at_a_time(int32_t n, const int32_t* sources, int32_t count) {
    static int32_t level[MOST], queue[MOST];
    memset(&expected, 0, sizeof expected);
    for (int32_t s = 0; s < count; s++) {
        for (int32_t v = 0; v < n; v++) level[v] = -1;
        int32_t end = 1;
        queue[0] = sources[s], level[sources[s]] = 0;
        for (int32_t head = 0; head < end; head++) {
            const int32_t v = queue[head];
            expected.reached[s]++;
            expected.vertex_reached[v]++;
            expected.eccentricities[s] = level[v];
            expected.distances[s] += level[v];
            expected.vertex_distances[v] += level[v];
            if (level[v] > 0) {
                expected.inverses[s] += 1.0 / level[v];
                expected.vertex_inverses[v] += 1.0 / level[v];
            }
            for (int64_t e = out.offsets[v]; e < out.offsets[v + 1]; e++) {
                const int32_t w = out.neighbours[e];
                if (level[w] < 0) level[w] = level[v] + 1, queue[end++] = w;
            }
        }
    }
}

static int alike(double x, double y) { return fabs(x - y) <= 1e-12 * fabs(x); }

static void check(int32_t n, const int32_t* sources, int32_t count, uint32_t workers) {
    gatun_team team;
    memset(&actual, 0xa5, sizeof actual);
    gatun_csr_msbfs_args args = {
        .graph = view(&out, n), .in_graph = view(&in, n), .sources = sources, .source_count = count};
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team)); /* nothing is wanted */
    args.reached = actual.reached, args.distances = actual.distances, args.inverses = actual.inverses;
    args.eccentricities = actual.eccentricities, args.vertex_reached = actual.vertex_reached;
    args.vertex_distances = actual.vertex_distances, args.vertex_inverses = actual.vertex_inverses;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL((int64_t)count * n, team.total);
    CHECK_EQUAL(team.total, team.progress);
    for (int32_t s = 0; s < count; s++) {
        CHECK_EQUAL(expected.reached[s], actual.reached[s]);
        CHECK_EQUAL(expected.distances[s], actual.distances[s]);
        CHECK_EQUAL(expected.eccentricities[s], actual.eccentricities[s]);
        CHECK(alike(expected.inverses[s], actual.inverses[s]));
    }
    for (int32_t v = 0; v < n; v++) {
        CHECK_EQUAL(expected.vertex_reached[v], actual.vertex_reached[v]);
        CHECK_EQUAL(expected.vertex_distances[v], actual.vertex_distances[v]);
        CHECK(alike(expected.vertex_inverses[v], actual.vertex_inverses[v]));
    }
}

static void golden(uint32_t workers) {
    const int32_t sources[] = {0, 3, 0};
    graph(4, (int32_t[]){0, 0, 1, 2, 2}, (int32_t[]){1, 2, 2, 1, 2}, 5);
    one_at_a_time(4, sources, 3);
    CHECK_EQUAL(3, expected.reached[0]);
    CHECK_EQUAL(1, expected.reached[1]);
    check(4, sources, 3, workers);
    graph(1, NULL, NULL, 0);
    one_at_a_time(1, sources, 1);
    check(1, sources, 1, workers);
    one_at_a_time(1, sources, 0);
    check(1, sources, 0, workers);
    graph(0, NULL, NULL, 0);
    check(0, sources, 0, workers);
}

static void random_graphs(uint32_t workers) {
    static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES], sources[MOST_SOURCES];
    const int32_t shapes[][3] = {{60, 90, 64}, {2000, 2600, 65}, {1500, 30000, 200}, {700, 1500, 512}, {63, 200, 1100},
        {900, -1, 513}};
    uint64_t state = 3;
    for (unsigned k = 0; k < sizeof shapes / sizeof *shapes; k++) {
        const int32_t n = shapes[k][0], m = shapes[k][1] < 0 ? n - 1 : shapes[k][1], count = shapes[k][2];
        for (int32_t i = 0; i < m; i++) {
            state = state * 6364136223846793005ull + 1442695040888963407ull;
            from[i] = shapes[k][1] < 0 ? i : (int32_t)((state >> 33) % (uint64_t)n); /* -1: a path */
            to[i] = shapes[k][1] < 0 ? i + 1 : (int32_t)((state >> 11) % (uint64_t)n);
        }
        for (int32_t i = 0; i < count; i++) sources[i] = i * 7 % n;
        graph(n, from, to, m);
        one_at_a_time(n, sources, count);
        check(n, sources, count, workers);
    }
}

static void hostile(void) {
    gatun_team team;
    const int32_t from[] = {0}, to[] = {1}, good[] = {0, 1}, bad[] = {1, 2};
    graph(2, from, to, 1);
    gatun_csr_msbfs_args args = {.graph = view(&out, 2), .in_graph = view(&in, 2), .sources = NULL, .source_count = 2};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
    args.sources = bad;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 3, &team));
    CHECK_EQUAL(1, team.error.position);
    CHECK_EQUAL(2, team.error.value);
    args.sources = good;
    args.in_graph.vertices = 1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.in_graph = view(&in, 2);
    args.scratch_bytes = gatun_csr_msbfs_scratch(2, 2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_msbfs(NULL, &team, 0, 1));
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
