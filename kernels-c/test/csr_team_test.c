/* The kernels that run on a team, on a graph large enough that every worker has a part in every pass: 4 workers give
 * what 1 gives, byte for byte, on every tier. What ThreadSanitizer watches. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_bfs.h"
#include "gatun/csr_check.h"
#include "gatun/csr_communities.h"
#include "gatun/csr_components.h"
#include "gatun/csr_label_propagation.h"
#include "gatun/csr_pagerank.h"
#include "gatun/csr_sssp.h"
#include "random.h"
#include "team_run.h"

#define VERTICES ((1 << 16) + 5000) /* passes over all vertices take up to 1 << 16 at once */
#define EDGES 150000
#define ENTRIES (2 * EDGES)
#define SPINE 12 /* see make_spine */
#define WORKERS 4

typedef struct result {
    int32_t status;
    int64_t figures[4];
    int64_t numbers[VERTICES];  /* distances or ranks */
    int32_t vertices[VERTICES]; /* parents or labels */
    int32_t more[VERTICES];
} result;

static int64_t offsets[VERTICES + 1];
static int32_t neighbours[SPINE * VERTICES];
static double weights[SPINE * VERTICES]; /* or as many int32_t */
static double weight_sums[VERTICES];
static result alone, together;
static gatun_team team;

static gatun_csr graph(int32_t weight_type) {
    return (gatun_csr){
        VERTICES, ENTRIES, offsets, neighbours, weight_type == GATUN_WEIGHT_NONE ? NULL : weights, weight_type, 1};
}

/* Both directions of random edges, rows sorted. Low ids have most of them, so that rows differ much in length. */
static void make_graph(void) {
    static int32_t from[ENTRIES], to[ENTRIES], row_of[ENTRIES];
    static int64_t at[VERTICES];
    for (int64_t i = 0; i < EDGES; i++) {
        const uint64_t u = test_below(VERTICES), v = test_below(VERTICES);
        from[i] = to[EDGES + i] = (int32_t)(u * u / VERTICES * u / VERTICES);
        to[i] = from[EDGES + i] = (int32_t)v;
    }
    for (int64_t i = 0; i < ENTRIES; i++) offsets[from[i] + 1]++;
    for (int64_t v = 0; v < VERTICES; v++) offsets[v + 1] += offsets[v];
    memcpy(at, offsets, sizeof at);
    for (int64_t i = 0; i < ENTRIES; i++) row_of[at[from[i]]++] = to[i];
    /* row_of holds the rows unsorted; since the graph is its own transpose, reading it by rows sorts them */
    memcpy(at, offsets, sizeof at);
    for (int32_t v = 0; v < VERTICES; v++) {
        for (int64_t e = offsets[v]; e < offsets[v + 1]; e++) neighbours[at[row_of[e]]++] = v;
    }
}

static void set_weights(int32_t type, uint32_t heaviest) {
    memset(weight_sums, 0, sizeof weight_sums);
    for (int64_t v = 0; v < VERTICES; v++) {
        for (int64_t e = offsets[v]; e < offsets[v + 1]; e++) {
            const int32_t weight = (int32_t)test_below((uint64_t)heaviest + 1);
            weight_sums[v] += weight;
            if (type == GATUN_WEIGHT_INT32) ((int32_t*)weights)[e] = weight;
            else weights[e] = weight;
        }
    }
}

/* A path of a few vertices, each with edges to all others: the further along, the shorter the way to them. So they
 * are reached again and again, and the entries that wait outgrow the queue's memory, which then is filled anew. */
static void make_spine(void) {
    int64_t at = 0;
    for (int32_t u = 0; u < VERTICES; u++) {
        offsets[u] = at;
        for (int32_t v = u + 1; u < SPINE && v < VERTICES; v++) {
            if (v > u + 1 && v < SPINE) continue;
            neighbours[at] = v;
            ((int32_t*)weights)[at++] = v < SPINE ? 1 : 5000 - 2 * u;
        }
    }
    offsets[VERTICES] = at;
}

static int32_t run(spmd_kernel kernel, void* args, uint64_t scratch_bytes, void** scratch, uint32_t workers) {
    memset(&team, 0, sizeof team);
    *scratch = test_memory(scratch_bytes);
    const int32_t status = team_run(kernel, args, &team, workers);
    test_free(*scratch);
    return status;
}

typedef void (*job)(result* out, uint32_t workers, int32_t variant);

/* The job on one worker and on four. */
static void compare(job body, int32_t variant, int32_t status) {
    memset(&alone, 0, sizeof alone);
    memset(&together, 0, sizeof together);
    body(&alone, 1, variant);
    body(&together, WORKERS, variant);
    CHECK_EQUAL(status, alone.status);
    CHECK_EQUAL(status, together.status);
    CHECK(memcmp(&alone, &together, sizeof alone) == 0);
}

static int32_t call_check(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_check(args, t, worker, workers);
}

static void check_job(result* out, uint32_t workers, int32_t variant) {
    (void)variant;
    gatun_csr_check_args args = {.graph = graph(GATUN_WEIGHT_NONE)};
    memset(&team, 0, sizeof team);
    out->status = team_run(call_check, &args, &team, workers);
    out->figures[0] = args.fault;
    out->figures[1] = team.error.position;
    out->figures[2] = team.error.value;
}

static int32_t call_bfs(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_bfs(args, t, worker, workers);
}

/* variant 0: top-down only, 1: both ways, 2: any parents, which are then not compared */
static void bfs_job(result* out, uint32_t workers, int32_t variant) {
    static int32_t any[VERTICES];
    static const int32_t source = 5;
    gatun_csr_bfs_args args = {.graph = graph(GATUN_WEIGHT_NONE),
        .sources = &source,
        .source_count = 1,
        .max_depth = -1,
        .parents_mode = variant == 2 ? GATUN_PARENTS_ANY : GATUN_PARENTS_SMALLEST,
        .distances = out->more,
        .parents = variant == 2 ? any : out->vertices};
    if (variant == 1) args.in_graph = args.graph;
    args.scratch_bytes = gatun_csr_bfs_scratch(VERTICES, workers);
    out->status = run(call_bfs, &args, args.scratch_bytes, &args.scratch, workers);
    out->figures[0] = args.reached;
    out->figures[1] = args.depth;
}

static int32_t call_components(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_components(args, t, worker, workers);
}

/* variant: whether the in-edges are at hand */
static void components_job(result* out, uint32_t workers, int32_t variant) {
    gatun_csr_components_args args = {.graph = graph(GATUN_WEIGHT_NONE), .labels = out->vertices, .compact = out->more};
    if (variant == 1) args.in_graph = args.graph;
    args.scratch_bytes = gatun_csr_components_scratch(VERTICES, workers);
    out->status = run(call_components, &args, args.scratch_bytes, &args.scratch, workers);
    out->figures[0] = args.count;
    out->figures[1] = args.largest;
}

static int32_t call_label_propagation(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_label_propagation(args, t, worker, workers);
}

/* variant: whether directed */
static void label_propagation_job(result* out, uint32_t workers, int32_t variant) {
    gatun_csr_label_propagation_args args = {
        .graph = graph(GATUN_WEIGHT_NONE), .max_iterations = 6, .labels = out->vertices};
    if (variant == 1) args.in_graph = args.graph;
    args.scratch_bytes = gatun_csr_label_propagation_scratch(VERTICES, (1 + variant) * (int64_t)ENTRIES, workers);
    out->status = run(call_label_propagation, &args, args.scratch_bytes, &args.scratch, workers);
    out->figures[0] = args.iterations;
}

static int32_t call_communities(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_communities(args, t, worker, workers);
}

/* variant: the method */
static void communities_job(result* out, uint32_t workers, int32_t variant) {
    gatun_csr_communities_args args = {.graph = graph(GATUN_WEIGHT_NONE),
        .method = variant,
        .resolution = 1,
        .max_rounds = 1,
        .max_levels = 100,
        .labels = out->vertices,
        .compact = out->more};
    args.scratch_bytes = gatun_csr_communities_scratch(variant, VERTICES, ENTRIES, workers);
    out->status = run(call_communities, &args, args.scratch_bytes, &args.scratch, workers);
    out->figures[0] = args.count;
    out->figures[1] = args.iterations;
    memcpy(&out->figures[2], &args.modularity, sizeof args.modularity);
}

static int32_t call_pagerank(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_pagerank(args, t, worker, workers);
}

/* variant: the weight type */
static void pagerank_job(result* out, uint32_t workers, int32_t variant) {
    gatun_csr_pagerank_args args = {.in_graph = graph(variant),
        .out_offsets = offsets,
        .out_weight_sums = variant == GATUN_WEIGHT_NONE ? NULL : weight_sums,
        .alpha = 0.85,
        .max_iterations = 5,
        .ranks = (double*)out->numbers};
    args.scratch_bytes = gatun_csr_pagerank_scratch(VERTICES, workers);
    out->status = run(call_pagerank, &args, args.scratch_bytes, &args.scratch, workers);
    out->figures[0] = args.iterations;
    memcpy(&out->figures[1], &args.error, sizeof args.error);
}

static int32_t call_sssp(void* args, gatun_team* t, uint32_t worker, uint32_t workers) {
    return gatun_csr_sssp(args, t, worker, workers);
}

/* variant: the weight type; Dijkstra's method is one worker's, so delta-stepping */
static void sssp_from(int32_t source, double delta, result* out, uint32_t workers, int32_t variant) {
    gatun_csr_sssp_args args = {.graph = graph(variant),
        .sources = &source,
        .source_count = 1,
        .delta = delta,
        .method = GATUN_SSSP_DELTA_STEPPING,
        .parents_mode = GATUN_PARENTS_SMALLEST,
        .distances = out->numbers,
        .parents = out->vertices};
    args.scratch_bytes = gatun_csr_sssp_scratch(&args.graph, workers);
    out->status = run(call_sssp, &args, args.scratch_bytes, &args.scratch, workers);
    out->figures[0] = args.reached;
    memcpy(&out->figures[1], &args.used_delta, sizeof args.used_delta);
}

static void sssp_job(result* out, uint32_t workers, int32_t variant) { sssp_from(5, 0, out, workers, variant); }

static void spine_job(result* out, uint32_t workers, int32_t variant) { sssp_from(0, 1, out, workers, variant); }

/* Two faults far apart: the first is reported, whoever meets it. */
static void faults(void) {
    const int64_t places[] = {ENTRIES / 3, ENTRIES - 1};
    int32_t right[2];
    for (int i = 0; i < 2; i++) {
        right[i] = neighbours[places[i]];
        neighbours[places[i]] = VERTICES + i;
    }
    compare(check_job, 0, GATUN_STATUS_INVALID_ARGUMENT);
    CHECK_EQUAL(GATUN_CSR_FAULT_NEIGHBOUR, together.figures[0]);
    CHECK_EQUAL(places[0], together.figures[1]);
    CHECK_EQUAL(VERTICES, together.figures[2]);
    for (int i = 0; i < 2; i++) neighbours[places[i]] = right[i];
}

int main(void) {
    make_graph();
    for (int32_t method = GATUN_COMMUNITIES_GIVEN; method <= GATUN_COMMUNITIES_LEIDEN; method++) {
        compare(communities_job, method, GATUN_STATUS_OK);
    }
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        compare(check_job, 0, GATUN_STATUS_OK);
        faults();
        for (int32_t variant = 0; variant < 3; variant++) compare(bfs_job, variant, GATUN_STATUS_OK);
        for (int32_t variant = 0; variant < 2; variant++) compare(components_job, variant, GATUN_STATUS_OK);
        for (int32_t variant = 0; variant < 2; variant++) compare(label_propagation_job, variant, GATUN_STATUS_OK);
        const int32_t types[] = {GATUN_WEIGHT_NONE, GATUN_WEIGHT_INT32, GATUN_WEIGHT_FLOAT64};
        for (int i = 0; i < 3; i++) {
            set_weights(types[i], 1000);
            compare(pagerank_job, types[i], GATUN_STATUS_OK);
            compare(sssp_job, types[i], GATUN_STATUS_OK);
        }
        /* Distances above 2^32: the search with 32-bit ones is gone on with in 64 bits. */
        set_weights(GATUN_WEIGHT_INT32, INT32_MAX);
        compare(sssp_job, GATUN_WEIGHT_INT32, GATUN_STATUS_OK);
    }
    make_spine();
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        compare(spine_job, GATUN_WEIGHT_INT32, GATUN_STATUS_OK);
        for (int32_t v = 0; v < VERTICES; v++) {
            CHECK_EQUAL(v < SPINE ? v : 5000 - (SPINE - 1), together.numbers[v]);
            CHECK_EQUAL(v < SPINE ? v - 1 : SPINE - 1, together.vertices[v]);
        }
    }
    return test_result();
}
