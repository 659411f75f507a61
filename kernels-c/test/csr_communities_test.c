/* Communities: known partitions, random graphs whose result is checked for what it must be (canonical labels, the
 * modularity it says, connected communities of Leiden's), the same for every weight type and 1 to 4 workers, scores of
 * given partitions, hostile arguments. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_communities.h"
#include "random.h"
#include "team_run.h"

#define MOST 4000
#define MOST_ENTRIES 60000

typedef struct rows {
    int64_t offsets[MOST + 1];
    int32_t neighbours[MOST_ENTRIES];
    double weights[MOST_ENTRIES];
} rows;

typedef struct outcome {
    int32_t labels[MOST], compact[MOST];
    int64_t count, levels, iterations, rounds;
    double modularity;
} outcome;

static rows out, in;
static int32_t from[MOST_ENTRIES], to[MOST_ENTRIES];
static double weight_of[MOST_ENTRIES];
static int32_t labels[MOST], compact[MOST];
static int32_t narrow[2][MOST_ENTRIES];
static outcome alone, together;

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_communities(args, team, worker, workers);
}

static void fill(rows* r, int32_t n, const int32_t* source, const int32_t* target, int32_t count) {
    static int64_t at[MOST];
    memset(r->offsets, 0, sizeof r->offsets);
    for (int32_t i = 0; i < count; i++) r->offsets[source[i] + 1]++;
    for (int32_t v = 0; v < n; v++) r->offsets[v + 1] += r->offsets[v];
    memcpy(at, r->offsets, sizeof at);
    for (int32_t i = 0; i < count; i++) {
        r->weights[at[source[i]]] = weight_of[i];
        r->neighbours[at[source[i]]++] = target[i];
    }
}

static int32_t both_ways(int32_t m) {
    int32_t more = m;
    for (int32_t i = 0; i < m; i++) {
        if (from[i] == to[i]) continue; /* a loop is stored once */
        from[more] = to[i];
        to[more] = from[i];
        weight_of[more++] = weight_of[i];
    }
    return more;
}

static gatun_csr view(rows* r, int64_t n, int32_t type) {
    return (gatun_csr){
        n, r->offsets[n], r->offsets, r->neighbours, type == GATUN_WEIGHT_NONE ? NULL : r->weights, type, 0};
}

static gatun_csr_communities_args arguments(int64_t n, int directed, int32_t type, int32_t method) {
    gatun_csr_communities_args args = {.graph = view(&out, n, type),
        .method = method,
        .resolution = 1,
        .max_rounds = 3,
        .max_levels = 100,
        .labels = labels,
        .compact = compact};
    if (directed) args.in_graph = view(&in, n, type);
    return args;
}

static int32_t run(gatun_csr_communities_args* args, uint32_t workers, gatun_team* team) {
    const int64_t entries = args->graph.entries + (args->in_graph.vertices != 0 ? args->in_graph.entries : 0);
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_communities_scratch(args->method, args->graph.vertices, entries, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

static void keep(outcome* kept, const gatun_csr_communities_args* args) {
    memset(kept, 0, sizeof *kept);
    memcpy(kept->labels, labels, sizeof(int32_t) * (size_t)args->graph.vertices);
    memcpy(kept->compact, compact, sizeof(int32_t) * (size_t)args->graph.vertices);
    kept->count = args->count;
    kept->levels = args->levels;
    kept->iterations = args->iterations;
    kept->rounds = args->rounds;
    kept->modularity = args->modularity;
}

static double modularity(int32_t n, int directed, int weighted, double resolution) {
    static double strengths[MOST];
    double inside = 0, total = 0, squares = 0;
    memset(strengths, 0, sizeof strengths);
    for (int32_t v = 0; v < n; v++) {
        for (int64_t e = out.offsets[v]; e < out.offsets[v + 1]; e++) {
            const int32_t u = out.neighbours[e];
            const double w = (weighted ? out.weights[e] : 1) * (directed || u == v ? 2 : 1);
            total += w;
            inside += labels[u] == labels[v] ? w : 0;
            strengths[labels[v]] += directed ? w / 2 : w;
            if (directed) strengths[labels[u]] += w / 2;
        }
    }
    for (int32_t v = 0; v < n && total > 0; v++) squares += strengths[v] / total * (strengths[v] / total);
    return total > 0 ? inside / total - resolution * squares : 0;
}

static int is_near(double a, double b) { return a - b < 1e-9 && b - a < 1e-9; }

static void check_canonical(int32_t n, int64_t count) {
    int32_t next = 0;
    for (int32_t v = 0; v < n; v++) {
        CHECK(labels[v] >= 0 && labels[v] <= v && labels[labels[v]] == labels[v]);
        if (labels[v] == v) CHECK_EQUAL(next++, compact[v]);
        CHECK_EQUAL(compact[labels[v]], compact[v]);
    }
    CHECK_EQUAL(count, next);
}

/* Every community is reached from its first vertex without leaving it. */
static void check_connected(int32_t n, int directed, int weighted) {
    static int32_t root[MOST];
    for (int32_t v = 0; v < n; v++) root[v] = v;
    for (int changed = 1; changed;) {
        changed = 0;
        for (int32_t v = 0; v < n; v++) {
            for (int64_t e = out.offsets[v]; e < out.offsets[v + 1]; e++) {
                const int32_t u = out.neighbours[e];
                if (labels[u] != labels[v] || root[u] == root[v] || (weighted && out.weights[e] == 0)) continue;
                if (root[u] < root[v]) root[v] = root[u];
                else root[u] = root[v];
                changed = 1;
            }
        }
    }
    (void)directed;
    for (int32_t v = 0; v < n; v++) CHECK_EQUAL(labels[v], root[v]);
}

static void search(int32_t n, int directed, int32_t type, int32_t method, double resolution) {
    gatun_team team;
    for (uint32_t workers = 1; workers <= 4; workers++) {
        gatun_csr_communities_args args = arguments(n, directed, type, method);
        args.resolution = resolution;
        args.seed = 3;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
        keep(workers == 1 ? &alone : &together, &args);
        if (workers > 1) CHECK(memcmp(&alone, &together, sizeof alone) == 0);
        check_canonical(n, args.count);
    }
    CHECK(is_near(modularity(n, directed, type != GATUN_WEIGHT_NONE, resolution), alone.modularity));
    if (method == GATUN_COMMUNITIES_LEIDEN) check_connected(n, directed, type != GATUN_WEIGHT_NONE);
}

/* Cliques in a ring, one edge between neighbours. */
static void cliques(void) {
    int32_t m = 0;
    for (int32_t c = 0; c < 30; c++) {
        for (int32_t i = 0; i < 6; i++) {
            for (int32_t j = 0; j < i; j++) {
                from[m] = 6 * c + i;
                to[m++] = 6 * c + j;
            }
        }
        from[m] = 6 * c;
        to[m++] = (6 * c + 7) % 180;
    }
    for (int32_t i = 0; i < m; i++) weight_of[i] = 1;
    m = both_ways(m);
    fill(&out, 180, from, to, m);
    for (int32_t method = GATUN_COMMUNITIES_LOUVAIN; method <= GATUN_COMMUNITIES_LEIDEN; method++) {
        search(180, 0, GATUN_WEIGHT_NONE, method, 4);
        CHECK_EQUAL(30, alone.count);
        for (int32_t v = 0; v < 180; v++) CHECK_EQUAL(v / 6 * 6, alone.labels[v]);
        const outcome unweighted = alone;
        search(180, 0, GATUN_WEIGHT_FLOAT64, method, 4);
        CHECK(memcmp(unweighted.labels, alone.labels, sizeof alone.labels) == 0);
        search(180, 0, GATUN_WEIGHT_NONE, method, 1e9); /* nobody gains by joining */
        CHECK_EQUAL(180, alone.count);
        search(180, 0, GATUN_WEIGHT_NONE, method, 0);
        CHECK_EQUAL(1, alone.count);
    }
}

static void random_graphs(void) {
    const int32_t shapes[][2] = {{1, 0}, {2, 1}, {40, 90}, {700, 1500}, {4000, 9000}, {4000, 28000}};
    for (unsigned shape = 0; shape < sizeof shapes / sizeof *shapes; shape++) {
        const uint64_t n = (uint64_t)shapes[shape][0];
        const int32_t m = shapes[shape][1];
        for (int32_t i = 0; i < m; i++) {
            const uint64_t u = test_below(n);
            from[i] = (int32_t)u;
            to[i] = (int32_t)(test_below(4) == 0 ? test_below(n) * test_below(n) / n : (u / 50 * 50 + test_below(50)) % n);
            weight_of[i] = (double)test_below(6);
        }
        const int32_t entries = both_ways(m);
        for (int directed = 0; directed < 2; directed++) {
            fill(&out, (int32_t)n, from, to, directed ? m : entries);
            fill(&in, (int32_t)n, to, from, directed ? m : entries);
            for (int32_t method = GATUN_COMMUNITIES_LOUVAIN; method <= GATUN_COMMUNITIES_LEIDEN; method++) {
                search((int32_t)n, directed, GATUN_WEIGHT_NONE, method, 1);
                search((int32_t)n, directed, GATUN_WEIGHT_FLOAT64, method, 1.5);
            }
        }
    }
}

/* Small whole numbers weigh the same in every type. */
static void weight_types(void) {
    gatun_team team;
    static int64_t wide[MOST_ENTRIES];
    static float single[MOST_ENTRIES];
    const int32_t n = 300;
    for (int32_t i = 0; i < 2000; i++) {
        from[i] = (int32_t)test_below((uint64_t)n);
        to[i] = (int32_t)test_below((uint64_t)n);
        weight_of[i] = (double)test_below(100);
    }
    const int32_t entries = both_ways(2000);
    fill(&out, n, from, to, entries);
    search(n, 0, GATUN_WEIGHT_FLOAT64, GATUN_COMMUNITIES_LEIDEN, 1);
    for (int32_t i = 0; i < entries; i++) {
        narrow[0][i] = (int32_t)out.weights[i];
        wide[i] = (int64_t)out.weights[i];
        single[i] = (float)out.weights[i];
    }
    const void* const arrays[] = {narrow[0], wide, single};
    for (int32_t type = GATUN_WEIGHT_INT32; type <= GATUN_WEIGHT_FLOAT32; type++) {
        gatun_csr_communities_args args = arguments(n, 0, type, GATUN_COMMUNITIES_LEIDEN);
        args.graph.weights = arrays[type - GATUN_WEIGHT_INT32];
        args.seed = 3;
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
        CHECK(memcmp(alone.labels, labels, sizeof(int32_t) * (size_t)n) == 0);
        CHECK(is_near(alone.modularity, args.modularity));
    }
    /* As heavy as can be, and as light. */
    for (int32_t i = 0; i < entries; i++) wide[i] *= INT64_MAX / 100;
    gatun_csr_communities_args args = arguments(n, 0, GATUN_WEIGHT_INT64, GATUN_COMMUNITIES_LOUVAIN);
    args.graph.weights = wide;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
    CHECK(is_near(modularity(n, 0, 1, 1), args.modularity));
    const double scales[] = {1e306, 5e-324};
    for (int i = 0; i < 2; i++) {
        for (int32_t e = 0; e < entries; e++) out.weights[e] *= scales[i];
        args = arguments(n, 0, GATUN_WEIGHT_FLOAT64, GATUN_COMMUNITIES_LEIDEN);
        CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team));
        for (int32_t e = 0; e < entries; e++) out.weights[e] = i == 0 ? out.weights[e] / scales[i] : 0;
        if (i == 0) CHECK(is_near(modularity(n, 0, 1, 1), args.modularity));
    }
    args = arguments(n, 0, GATUN_WEIGHT_FLOAT64, GATUN_COMMUNITIES_LEIDEN);
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 2, &team)); /* all weights 0 */
    CHECK_EQUAL(n, args.count);
    CHECK(args.modularity == 0);
}

static void given(uint32_t workers) {
    gatun_team team;
    const int32_t u[] = {0, 0, 1, 3, 3, 4, 2, 5}, v[] = {1, 2, 2, 4, 5, 5, 3, 5};
    memcpy(from, u, sizeof u);
    memcpy(to, v, sizeof v);
    for (int i = 0; i < 8; i++) weight_of[i] = i;
    for (int directed = 0; directed < 2; directed++) {
        fill(&out, 6, from, to, directed ? 8 : both_ways(8));
        fill(&in, 6, to, from, 8);
        for (int32_t type = GATUN_WEIGHT_NONE; type <= GATUN_WEIGHT_FLOAT64; type += 4) {
            gatun_csr_communities_args args = arguments(6, directed, type, GATUN_COMMUNITIES_GIVEN);
            const int32_t names[] = {5, 5, 5, 2, 2, 2};
            memcpy(labels, names, sizeof names);
            args.resolution = 0.5;
            CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
            CHECK_EQUAL(2, args.count);
            CHECK(memcmp(labels, names, sizeof names) == 0);
            CHECK_EQUAL(0, compact[2]);
            CHECK_EQUAL(1, compact[3]);
            CHECK(is_near(modularity(6, directed, type != GATUN_WEIGHT_NONE, 0.5), args.modularity));
        }
    }
    gatun_csr_communities_args args = arguments(0, 0, GATUN_WEIGHT_NONE, GATUN_COMMUNITIES_LEIDEN);
    args.graph.entries = 0;
    args.count = 7;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(0, args.count);
}

static void refuse(gatun_csr_communities_args args) {
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 2, &team));
}

static void hostile(void) {
    gatun_team team;
    for (int32_t i = 0; i < 200; i++) {
        from[i] = i;
        to[i] = i + 1;
        weight_of[i] = 1;
    }
    fill(&out, 201, from, to, 200);
    fill(&in, 201, to, from, 200);
    const gatun_csr_communities_args good = arguments(201, 1, GATUN_WEIGHT_FLOAT64, GATUN_COMMUNITIES_LEIDEN);
    gatun_csr_communities_args args = good;
    args.labels = NULL;
    refuse(args);
    args = good, args.compact = NULL;
    refuse(args);
    args = good, args.in_graph.vertices = 200;
    refuse(args);
    args = good, args.in_graph.weight_type = GATUN_WEIGHT_NONE;
    refuse(args);
    args = good, args.max_levels = 0;
    refuse(args);
    args = good, args.max_rounds = 0;
    refuse(args);
    args = good, args.resolution = -1;
    refuse(args);
    args = good, args.resolution = __builtin_nan("");
    refuse(args);
    args = good, args.min_gain = __builtin_nan("");
    refuse(args);
    args = good, args.method = 3;
    args.scratch_bytes = 0;
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, team_run(call, &args, &team, 1));
    const double bad[] = {-1, __builtin_nan(""), __builtin_huge_val()};
    for (int i = 0; i < 3; i++) {
        out.weights[150] = bad[i];
        out.weights[199] = -2;
        args = good;
        CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 3, &team));
        CHECK_EQUAL(150, team.error.position);
    }
    out.weights[150] = out.weights[199] = 1;
    const int32_t names[] = {-1, 201};
    for (int i = 0; i < 2; i++) {
        args = good, args.method = GATUN_COMMUNITIES_GIVEN;
        memset(labels, 0, sizeof labels);
        labels[77] = names[i];
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 3, &team));
        CHECK_EQUAL(77, team.error.position);
        CHECK_EQUAL(names[i], team.error.value);
    }
    args = good;
    args.scratch_bytes = gatun_csr_communities_scratch(args.method, 201, 400, 3) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 3));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_communities(NULL, &team, 0, 1));
}

int main(void) {
    for (uint32_t workers = 1; workers <= 4; workers++) given(workers);
    cliques();
    random_graphs();
    weight_types();
    hostile();
    return test_result();
}
