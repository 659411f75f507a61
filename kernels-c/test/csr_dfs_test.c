/* Depth-first search: golden graphs, random graphs against recursion, a path too deep for recursion, hostile arguments;
 * 1 to 4 workers. */
#include "check.h"
#include "gatun/csr_dfs.h"
#include "graph_of.h"
#include "team_run.h"

#define DEEP 1000000

static graph_rows out;
static int32_t preorder[DEEP], postorder[DEEP], discovery[DEEP], finish[DEEP], parents[DEEP], depths[DEEP];

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_dfs(args, team, worker, workers);
}

static gatun_csr_dfs_args args_of(gatun_csr graph) {
    return (gatun_csr_dfs_args){.graph = graph,
        .max_depth = -1,
        .preorder = preorder,
        .postorder = postorder,
        .discovery = discovery,
        .finish = finish,
        .parents = parents,
        .depths = depths};
}

static int32_t run(gatun_csr_dfs_args* args, uint32_t workers, gatun_team* team) {
    memset(team, 0, sizeof *team);
    args->scratch_bytes = gatun_csr_dfs_scratch(args->graph.vertices, workers);
    args->scratch = test_memory(args->scratch_bytes);
    const int32_t status = team_run(call, args, team, workers);
    test_free(args->scratch);
    return status;
}

/* What the definition says, by recursion. */
static struct {
    const gatun_csr_dfs_args* args;
    int64_t reached, left, trees, deepest;
    int32_t preorder[GRAPH_MOST], postorder[GRAPH_MOST], parents[GRAPH_MOST], depths[GRAPH_MOST];
} expected;

static void visit(int32_t v, int32_t parent, int32_t depth) {
    const gatun_csr* g = &expected.args->graph;
    expected.preorder[expected.reached++] = v;
    expected.parents[v] = parent;
    expected.depths[v] = depth;
    if (depth > expected.deepest) expected.deepest = depth;
    if (depth != expected.args->max_depth) {
        for (int64_t e = g->offsets[v]; e < g->offsets[v + 1]; e++) {
            if (expected.depths[g->neighbours[e]] < 0) visit(g->neighbours[e], v, depth + 1);
        }
    }
    expected.postorder[expected.left++] = v;
}

static void check(gatun_csr_dfs_args args, uint32_t workers) {
    const int64_t n = args.graph.vertices;
    memset(&expected, 0, sizeof expected);
    memset(expected.parents, -1, sizeof expected.parents);
    memset(expected.depths, -1, sizeof expected.depths);
    expected.args = &args;
    for (int64_t i = 0; i < (args.sources == NULL ? n : args.source_count); i++) {
        const int32_t root = args.sources == NULL ? (int32_t)i : args.sources[i];
        if (expected.depths[root] >= 0) continue;
        expected.trees++;
        visit(root, -1, 0);
    }
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, workers, &team));
    CHECK_EQUAL(expected.reached, args.reached);
    CHECK_EQUAL(expected.trees, args.trees);
    CHECK_EQUAL(expected.deepest, args.deepest);
    CHECK(memcmp(expected.preorder, preorder, 4 * (size_t)args.reached) == 0);
    CHECK(memcmp(expected.postorder, postorder, 4 * (size_t)args.reached) == 0);
    CHECK(memcmp(expected.parents, parents, 4 * (size_t)n) == 0);
    CHECK(memcmp(expected.depths, depths, 4 * (size_t)n) == 0);
    for (int64_t v = 0; v < n; v++) {
        CHECK(depths[v] < 0 ? discovery[v] == -1 : preorder[discovery[v]] == v);
        CHECK(depths[v] < 0 ? finish[v] == -1 : postorder[finish[v]] == v);
    }
}

static void golden(void) {
    const int32_t from[] = {0, 0, 0, 2, 1, 4}, to[] = {0, 1, 2, 1, 3, 0};
    graph_fill(&out, 6, from, to, 6);
    gatun_csr_dfs_args args = args_of(graph_view(&out, 6));
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
    CHECK(memcmp((int32_t[]){0, 1, 3, 2, 4, 5}, preorder, 24) == 0);
    CHECK(memcmp((int32_t[]){3, 1, 2, 0, 4, 5}, postorder, 24) == 0);
    CHECK(memcmp((int32_t[]){-1, 0, 0, 1, -1, -1}, parents, 24) == 0);
    CHECK(memcmp((int32_t[]){0, 1, 1, 2, 0, 0}, depths, 24) == 0);
    CHECK_EQUAL(3, args.trees);
    CHECK_EQUAL(2, args.deepest);
    CHECK_EQUAL(6, team.progress);
    args.graph.vertices = args.graph.entries = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
    CHECK_EQUAL(0, args.reached + args.trees + args.deepest);
}

static void random_graphs(uint32_t workers) {
    const int32_t shapes[][2] = {{1, 0}, {40, 30}, {40, 80}, {3000, 2000}, {3000, 9000}};
    const int32_t sources[] = {0, 0, 17, 39};
    uint64_t state = 5;
    for (unsigned s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        const int32_t n = shapes[s][0];
        graph_random(&out, NULL, n, shapes[s][1], &state);
        for (int32_t limit = -1; limit < 4; limit++) {
            gatun_csr_dfs_args args = args_of(graph_view(&out, n));
            args.max_depth = limit;
            check(args, workers);
            args.sources = sources;
            args.source_count = n < 40 ? 1 : 4;
            check(args, workers);
            args.source_count = 0;
            check(args, workers);
        }
    }
}

static void deep_path(void) {
    int64_t* offsets = test_memory(8 * (DEEP + 1));
    int32_t* neighbours = test_memory(4 * DEEP);
    for (int32_t v = 0; v < DEEP; v++) {
        offsets[v] = v;
        neighbours[v] = v + 1;
    }
    offsets[DEEP] = DEEP - 1;
    gatun_csr_dfs_args args =
        args_of((gatun_csr){DEEP, DEEP - 1, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, 1});
    gatun_team team;
    CHECK_EQUAL(GATUN_STATUS_OK, run(&args, 1, &team));
    CHECK_EQUAL(DEEP, args.reached);
    CHECK_EQUAL(DEEP - 1, args.deepest);
    CHECK_EQUAL(1, args.trees);
    CHECK_EQUAL(DEEP - 1, postorder[0]);
    CHECK_EQUAL(0, postorder[DEEP - 1]);
    test_free(offsets);
    test_free(neighbours);
}

static void hostile(void) {
    gatun_team team;
    graph_fill(&out, 2, (int32_t[]){0}, (int32_t[]){1}, 1);
    gatun_csr_dfs_args args = args_of(graph_view(&out, 2));
    args.sources = (int32_t[]){0, 2};
    args.source_count = 2;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 2, &team));
    CHECK_EQUAL(1, team.error.position);
    CHECK_EQUAL(2, team.error.value);
    args.sources = (int32_t[]){-1};
    args.source_count = 1;
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, run(&args, 1, &team));
    args.source_count = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.sources = NULL;
    args.source_count = 1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.source_count = 0;
    args.finish = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(&args, 1, &team));
    args.finish = finish;
    args.scratch_bytes = gatun_csr_dfs_scratch(2, 1) - 1;
    args.scratch = test_memory(args.scratch_bytes);
    memset(&team, 0, sizeof team);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, team_run(call, &args, &team, 1));
    args.scratch_bytes++;
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 3));
    test_free(args.scratch);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_dfs(NULL, &team, 0, 1));
}

int main(void) {
    golden();
    for (uint32_t workers = 1; workers <= 4; workers++) random_graphs(workers);
    deep_path();
    hostile();
    return test_result();
}
