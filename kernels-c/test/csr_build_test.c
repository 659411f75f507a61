/* CSR build: golden graphs through all four steps, cut into runs and chunks in every way, and hostile arguments. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_build.h"

#define MOST 4096

typedef struct graph {
    int64_t offsets[MOST + 1];
    int32_t neighbours[2 * MOST];
    int64_t weights[2 * MOST]; /* large enough for any weight type */
    int64_t entries;
} graph;

/* Builds with `runs` runs and chunks of `chunk` tuples. Returns the first status that is not OK. */
static int32_t build(gatun_csr_build_plan* plan, const int32_t* source, const int32_t* target, int64_t stride,
    const void* weights, int64_t weight_bytes, int64_t count, int64_t runs, int64_t chunk, graph* out,
    gatun_error* error) {
    int32_t status = gatun_csr_build_plan_init(plan, error);
    if (status != GATUN_STATUS_OK) return status;
    const int64_t buckets = plan->buckets;
    int64_t* cursors = test_memory(sizeof(int64_t) * (runs * buckets + 1));
    memset(cursors, 0, sizeof(int64_t) * (runs * buckets + 1));
    for (int64_t r = 0; r < runs && status == GATUN_STATUS_OK; r++) {
        status = gatun_csr_build_count(plan, source + count * r / runs * stride, target + count * r / runs * stride,
            stride, count * (r + 1) / runs - count * r / runs, count * r / runs, cursors + r * buckets, error);
    }
    int64_t starts[MOST + 1], sum = 0;
    for (int64_t b = 0; b < buckets && status == GATUN_STATUS_OK; b++) {
        starts[b] = sum;
        for (int64_t r = 0; r < runs; r++) {
            const int64_t here = cursors[r * buckets + b];
            cursors[r * buckets + b] = sum;
            sum += here;
        }
    }
    starts[buckets] = sum;
    char* keys = test_memory(sum * plan->key_bytes);
    char* entry_weights = test_memory(sum * 8);
    for (int64_t r = 0; r < runs && status == GATUN_STATUS_OK; r++) {
        const uint64_t bytes = gatun_csr_build_scatter_scratch(plan);
        void* scratch = test_memory(bytes);
        memset(scratch, 0, bytes);
        const int64_t end = count * (r + 1) / runs;
        for (int64_t at = count * r / runs; at < end && status == GATUN_STATUS_OK; at += chunk) {
            const int64_t n = at + chunk < end ? chunk : end - at;
            status = gatun_csr_build_scatter(plan, source + at * stride, target + at * stride,
                (const char*)weights + at * weight_bytes, stride, n, at, cursors + r * buckets, scratch, keys,
                entry_weights, (uint64_t)sum, error);
        }
        if (status == GATUN_STATUS_OK) {
            status = gatun_csr_build_scatter(plan, NULL, NULL, NULL, stride, 0, end, cursors + r * buckets, scratch,
                keys, entry_weights, (uint64_t)sum, error);
        }
        test_free(scratch);
    }
    out->entries = 0;
    for (int32_t b = 0; b < buckets && status == GATUN_STATUS_OK; b++) {
        const uint64_t here = (uint64_t)(starts[b + 1] - starts[b]);
        const uint64_t bytes = gatun_csr_build_sort_scratch(plan, here);
        void* scratch = test_memory(bytes);
        int32_t* degrees = test_memory(sizeof(int32_t) << plan->bucket_shift);
        uint64_t kept = 0;
        char* k = keys + starts[b] * plan->key_bytes;
        char* w = entry_weights + starts[b] * weight_bytes;
        status = gatun_csr_build_sort(plan, b, k, w, here, scratch, bytes, degrees, &kept, error);
        if (status == GATUN_STATUS_OK) {
            status = gatun_csr_build_emit(plan, b, k, w, kept, degrees, out->entries,
                out->offsets + ((int64_t)b << plan->bucket_shift), out->neighbours + out->entries,
                (char*)out->weights + out->entries * weight_bytes, error);
            out->entries += (int64_t)kept;
        }
        test_free(scratch);
        test_free(degrees);
    }
    out->offsets[plan->vertices] = out->entries;
    test_free(cursors);
    test_free(keys);
    test_free(entry_weights);
    return status;
}

static void check_row(const graph* g, int64_t row, const int32_t* expected, int64_t degree) {
    CHECK_EQUAL(degree, g->offsets[row + 1] - g->offsets[row]);
    for (int64_t i = 0; i < degree && i < g->offsets[row + 1] - g->offsets[row]; i++) {
        CHECK_EQUAL(expected[i], g->neighbours[g->offsets[row] + i]);
    }
}

static const int32_t source[] = {2, 0, 0, 2, 1, 0};
static const int32_t target[] = {0, 1, 1, 2, 0, 2};

static void options(void) {
    static graph g;
    gatun_error error;
    /* undirected, merged, no loops */
    gatun_csr_build_plan plan = {.vertices = 4, .symmetric = 1, .duplicates = GATUN_DUPLICATES_FIRST, .sort_columns = 1};
    CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, source, target, 1, NULL, 0, 6, 1, 100, &g, &error));
    CHECK_EQUAL(4, g.entries);
    check_row(&g, 0, (int32_t[]){1, 2}, 2);
    check_row(&g, 1, (int32_t[]){0}, 1);
    check_row(&g, 2, (int32_t[]){0}, 1);
    check_row(&g, 3, NULL, 0);
    /* directed, everything kept, input order */
    plan = (gatun_csr_build_plan){.vertices = 4, .keep_loops = 1};
    CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, source, target, 1, NULL, 0, 6, 1, 100, &g, &error));
    check_row(&g, 0, (int32_t[]){1, 1, 2}, 3);
    check_row(&g, 1, (int32_t[]){0}, 1);
    check_row(&g, 2, (int32_t[]){0, 2}, 2);
    /* reversed; interleaved pairs */
    const int32_t pairs[] = {2, 0, 0, 1, 0, 1, 2, 2, 1, 0, 0, 2};
    plan = (gatun_csr_build_plan){.vertices = 4, .reversed = 1, .sort_columns = 1};
    CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, pairs, pairs + 1, 2, NULL, 0, 6, 1, 100, &g, &error));
    check_row(&g, 0, (int32_t[]){1, 2}, 2);
    check_row(&g, 1, (int32_t[]){0, 0}, 2);
    check_row(&g, 2, (int32_t[]){0}, 1);
}

static void merging(void) {
    static graph g;
    gatun_error error;
    const int32_t u[] = {0, 0, 0, 0}, v[] = {1, 1, 1, 1};
    const int32_t ints[] = {5, 3, 9, 4};
    const int32_t policies[] = {GATUN_DUPLICATES_FIRST, GATUN_DUPLICATES_SUM, GATUN_DUPLICATES_MIN, GATUN_DUPLICATES_MAX};
    const int32_t merged[] = {5, 21, 3, 9};
    for (int i = 0; i < 4; i++) {
        gatun_csr_build_plan plan = {.vertices = 2, .weight_type = GATUN_WEIGHT_INT32, .duplicates = policies[i],
            .sort_columns = 1};
        CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, u, v, 1, ints, 4, 4, 1, 100, &g, &error));
        CHECK_EQUAL(1, g.entries);
        CHECK_EQUAL(merged[i], *(int32_t*)g.weights);
    }
    const double doubles[] = {-0.0, 0.0, 1.5, 0.25};
    gatun_csr_build_plan plan = {.vertices = 2, .weight_type = GATUN_WEIGHT_FLOAT64,
        .duplicates = GATUN_DUPLICATES_MIN, .sort_columns = 1};
    CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, u, v, 1, doubles, 8, 4, 1, 100, &g, &error));
    CHECK(*(double*)g.weights == 0.0 && 1 / *(double*)g.weights < 0); /* -0 is less than +0 */
    const int64_t large[] = {INT64_MAX, 1, 0, 0};
    plan = (gatun_csr_build_plan){.vertices = 2, .weight_type = GATUN_WEIGHT_INT64,
        .duplicates = GATUN_DUPLICATES_SUM, .sort_columns = 1};
    CHECK_EQUAL(GATUN_STATUS_OVERFLOW, build(&plan, u, v, 1, large, 8, 4, 1, 100, &g, &error));
}

/* The result must not depend on how the tuples are cut, and must equal a plain counting sort. */
static void cuts(int64_t vertices, int64_t count, int32_t symmetric) {
    static int32_t u[MOST], v[MOST], weights[MOST];
    static graph whole, cut;
    gatun_error error;
    uint64_t state = 42 + (uint64_t)vertices;
    for (int64_t i = 0; i < count; i++) {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        u[i] = (int32_t)((state >> 33) % (uint64_t)vertices);
        v[i] = (int32_t)((state >> 13) % (uint64_t)vertices);
        weights[i] = (int32_t)i;
    }
    const gatun_csr_build_plan fresh = {.vertices = vertices, .symmetric = symmetric, .sort_columns = 1,
        .duplicates = GATUN_DUPLICATES_FIRST, .weight_type = GATUN_WEIGHT_INT32};
    gatun_csr_build_plan plan = fresh;
    CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, u, v, 1, weights, 4, count, 1, count, &whole, &error));
    for (int64_t row = 0; row < vertices; row++) {
        for (int64_t e = whole.offsets[row]; e < whole.offsets[row + 1]; e++) {
            const int32_t column = whole.neighbours[e];
            CHECK(e == whole.offsets[row] || column > whole.neighbours[e - 1]);
            const int32_t i = ((int32_t*)whole.weights)[e];
            CHECK((u[i] == row && v[i] == column) || (symmetric && v[i] == row && u[i] == column));
            for (int32_t j = 0; j < i; j++) { /* no earlier tuple names this edge */
                if ((u[j] == row && v[j] == column) || (symmetric && v[j] == row && u[j] == column)) CHECK(j == i);
            }
        }
    }
    const int64_t ways[][2] = {{1, 1}, {2, 7}, {3, 1000}, {7, 16}, {16, 3}};
    for (unsigned i = 0; i < sizeof ways / sizeof *ways; i++) {
        plan = fresh;
        CHECK_EQUAL(
            GATUN_STATUS_OK, build(&plan, u, v, 1, weights, 4, count, ways[i][0], ways[i][1], &cut, &error));
        CHECK_EQUAL(whole.entries, cut.entries);
        CHECK(memcmp(whole.offsets, cut.offsets, sizeof(int64_t) * (size_t)(vertices + 1)) == 0);
        CHECK(memcmp(whole.neighbours, cut.neighbours, 4 * (size_t)whole.entries) == 0);
        CHECK(memcmp(whole.weights, cut.weights, 4 * (size_t)whole.entries) == 0);
    }
}

static void hostile(void) {
    static graph g;
    gatun_error error = {0};
    gatun_csr_build_plan plan = {.vertices = 3};
    const int32_t bad[] = {0, 1, 3, -1};
    const int32_t good[] = {0, 1, 2, 0};
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, build(&plan, good, bad, 1, NULL, 0, 4, 1, 100, &g, &error));
    CHECK_EQUAL(2, error.position);
    CHECK_EQUAL(3, error.value);
    plan = (gatun_csr_build_plan){.vertices = 0};
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, build(&plan, good, good, 1, NULL, 0, 4, 1, 100, &g, &error));
    plan = (gatun_csr_build_plan){.vertices = 0};
    CHECK_EQUAL(GATUN_STATUS_OK, build(&plan, good, good, 1, NULL, 0, 0, 1, 100, &g, &error));
    CHECK_EQUAL(0, g.entries);
    plan = (gatun_csr_build_plan){.vertices = -1};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(&plan, &error));
    plan = (gatun_csr_build_plan){.vertices = 1ll << 31};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(&plan, &error));
    plan = (gatun_csr_build_plan){.vertices = 3, .symmetric = 1, .reversed = 1};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(&plan, &error));
    plan = (gatun_csr_build_plan){.vertices = 3, .duplicates = GATUN_DUPLICATES_MIN};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(&plan, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(NULL, &error));

    plan = (gatun_csr_build_plan){.vertices = 3, .keep_loops = 1};
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csr_build_plan_init(&plan, &error));
    int64_t cursors[4] = {0};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_count(&plan, NULL, good, 1, 4, 0, cursors, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_count(&plan, good, good, 3, 4, 0, cursors, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_count(&plan, good, good, 1, -4, 0, cursors, &error));
    /* more entries than the capacity given: nothing is written behind it */
    const uint64_t bytes = gatun_csr_build_scatter_scratch(&plan);
    void* scratch = test_memory(bytes);
    memset(scratch, 0, bytes);
    int32_t keys[1] = {0};
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csr_build_scatter(
        &plan, good, good, NULL, 1, 3, 0, cursors, scratch, keys, NULL, 1, &error));
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_csr_build_scatter(
        &plan, NULL, NULL, NULL, 1, 0, 3, cursors, scratch, keys, NULL, 0, &error));
    test_free(scratch);
    /* keys that belong to no row of the bucket */
    uint32_t foreign[] = {UINT32_MAX};
    int32_t degrees[8];
    uint64_t kept;
    const uint64_t need = gatun_csr_build_sort_scratch(&plan, 1);
    scratch = test_memory(need);
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, gatun_csr_build_sort(
        &plan, 0, foreign, NULL, 1, scratch, need, degrees, &kept, &error));
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_csr_build_sort(
        &plan, 0, foreign, NULL, 1, scratch, need - 1, degrees, &kept, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_sort(
        &plan, 99, foreign, NULL, 1, scratch, need, degrees, &kept, &error));
    test_free(scratch);
}

/* What a weighted build cannot do without, and arguments that fit no step. */
static void missing_arguments(void) {
    gatun_error error = {0};
    const int32_t ids[] = {0, 1, 2};
    uint64_t keys[3] = {0}, kept;
    double weights[3] = {0};
    int64_t cursors[4] = {0}, offsets[4] = {0};
    int32_t degrees[8] = {0}, neighbours[3];
    gatun_csr_build_plan plan = {.vertices = 3, .duplicates = 99, .sort_columns = 1};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(&plan, &error));
    plan = (gatun_csr_build_plan){.vertices = 3, .weight_type = 99};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_plan_init(&plan, &error));
    plan = (gatun_csr_build_plan){.vertices = 3, .weight_type = GATUN_WEIGHT_FLOAT64};
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csr_build_plan_init(&plan, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_count(&plan, ids, ids, 1, 3, 0, NULL, &error));
    void* scratch = test_memory(gatun_csr_build_scatter_scratch(&plan));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_scatter(
        &plan, ids, NULL, weights, 1, 3, 0, cursors, scratch, keys, weights, 3, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_scatter(
        &plan, ids, ids, weights, 1, 3, 0, NULL, scratch, keys, weights, 3, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_scatter(
        &plan, ids, ids, NULL, 1, 3, 0, cursors, scratch, keys, weights, 3, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_scatter(
        &plan, ids, ids, weights, 1, 3, 0, cursors, scratch, keys, NULL, 3, &error));
    test_free(scratch);
    const uint64_t bytes = gatun_csr_build_sort_scratch(&plan, 3);
    scratch = test_memory(bytes);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_sort(
        &plan, 0, keys, weights, 3, scratch, bytes, NULL, &kept, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_sort(
        &plan, 0, NULL, weights, 3, scratch, bytes, degrees, &kept, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_sort(
        &plan, 0, keys, NULL, 3, scratch, bytes, degrees, &kept, &error));
    CHECK_EQUAL(GATUN_STATUS_UNSUPPORTED, gatun_csr_build_sort(
        &plan, 0, keys, weights, 1ull << 31, scratch, bytes, degrees, &kept, &error));
    test_free(scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_emit(
        &plan, 0, keys, weights, 3, degrees, 0, NULL, neighbours, weights, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_emit(
        &plan, 0, keys, weights, 3, degrees, 0, offsets, NULL, weights, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_emit(
        &plan, 0, keys, weights, 3, degrees, 0, offsets, neighbours, NULL, &error));
    /* degrees that are not those of the entries */
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_build_emit(
        &plan, 0, keys, weights, 3, degrees, 0, offsets, neighbours, weights, &error));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        options();
        merging();
        cuts(1, 300, 0);
        cuts(3, 500, 1);
        cuts(700, 1500, 0);
        cuts(2100, 1500, 1);
        hostile();
        missing_arguments();
    }
    return test_result();
}
