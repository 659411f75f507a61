// Depth-first search with a stack of its own. One build serves all CPU tiers: each step waits for the row of a vertex
// that the step before has found, which wider registers do not speed up. That wait, for an offset and then for a row,
// is what the search takes; the entries of the row above are looked through meanwhile.
#define GATUN_TIER base

#include "core/error.hpp"
#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "gatun/csr_dfs.h"

namespace {

using gatun::Scratch;
using gatun::base::Team;

// Steps and entries between two looks at the cancel flag, and the most of a row that is looked through in one step.
constexpr int64_t stride = 1 << 18;

// Rows are asked for so many steps before the search comes back to them.
constexpr int64_t frames_ahead = 16;

// Entries of a row still to be followed.
struct Frame {
    int64_t next;
    int64_t end;
};

struct DfsScratch {
    DfsScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        visited = scratch.take<uint64_t>((n + 63) / 64);
        frames = scratch.take<Frame>(n);
    }

    Scratch scratch;
    uint64_t* visited;  // a bit per vertex: it stays in a near cache when the vertices' other values do not
    Frame* frames;      // of the vertices above the current one, by depth
};

class DepthFirst {
  public:
    DepthFirst(gatun_csr_dfs_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), s(n, args.scratch, args.scratch_bytes) {}

    int32_t run() {
        if (team.first()) {
            team.set_total(n);
            if (a.sources == nullptr) {
                clear();
                for (int64_t v = 0; v < n && !stopped; v++) start(static_cast<int32_t>(v));
            } else if (sources_are_vertices()) {
                clear();
                for (int64_t i = 0; i < a.source_count && !stopped; i++) start(a.sources[i]);
            }
            a.reached = reached;
            a.trees = trees;
            a.deepest = static_cast<int32_t>(deepest);
            team.set_progress(reached);
        }
        return team.running() ? GATUN_STATUS_OK : team.status();
    }

  private:
    bool sources_are_vertices() {
        for (int64_t i = 0; i < a.source_count; i++) {
            if (a.sources[i] < 0 || a.sources[i] >= n) {
                team.fail(GATUN_STATUS_OUT_OF_RANGE, i, a.sources[i], "a source is no vertex");
                return false;
            }
        }
        return true;
    }

    void clear() {
        for (int64_t i = 0; i < (n + 63) / 64; i++) s.visited[i] = 0;
        int32_t* const outputs[] = {a.discovery, a.finish, a.parents, a.depths};
        for (int32_t* const values : outputs) {
            for (int64_t from = 0; from < n && !team.stopping(); from += stride) {
                const int64_t to = from + stride < n ? from + stride : n;
                for (int64_t v = from; v < to; v++) values[v] = -1;
            }
        }
        stopped = team.stopping();
    }

    void start(int32_t root) {
        if (is_visited(root)) {
            pace(1);
            return;
        }
        trees++;
        discover(root, -1, 0);
        search(root);
    }

    // The vertices above the current one are kept at the end of `postorder`, the root last: those and the vertices left
    // are never more than n.
    void search(int32_t root) {
        const int64_t* const offsets = a.graph.offsets;
        const int32_t* const neighbours = a.graph.neighbours;
        int32_t* const above = a.postorder + n - 1;
        const int64_t limit = a.max_depth < 0 ? INT64_MAX : a.max_depth;
        int32_t v = root;
        int64_t depth = 0;
        int64_t at = offsets[v], end = limit > 0 ? offsets[v + 1] : at;
        for (;;) {
            const int64_t from = at;
            at = skip_visited(at, end);
            if (at < end && !is_visited(neighbours[at])) {
                const int32_t next = neighbours[at++];
                const int64_t next_at = offsets[next], next_end = offsets[next + 1];
                __builtin_prefetch(&neighbours[next_at]);
                discover(next, v, depth + 1);
                at = skip_visited(at, end);  // while that row is on its way
                s.frames[depth] = {at, end};
                above[-depth] = v;
                depth++;
                work_left -= at - from;
                v = next;
                at = next_at;
                end = depth < limit ? next_end : next_at;
            } else {
                work_left -= at - from;
                if (at == end) {
                    a.finish[v] = static_cast<int32_t>(left);
                    a.postorder[left++] = v;
                    if (depth == 0) return;
                    depth--;
                    at = s.frames[depth].next;
                    end = s.frames[depth].end;
                    v = above[-depth];
                    if (depth > frames_ahead) __builtin_prefetch(&neighbours[s.frames[depth - frames_ahead].next]);
                }
            }
            if (pace(1)) return;
        }
    }

    // The next place of a row with an unvisited vertex, or where to stop for now.
    int64_t skip_visited(int64_t at, int64_t end) const {
        const int64_t to = end - at > stride ? at + stride : end;
        while (at < to && is_visited(a.graph.neighbours[at])) at++;
        return at;
    }

    void discover(int32_t v, int32_t parent, int64_t depth) {
        s.visited[v >> 6] |= 1ull << (v & 63);
        a.discovery[v] = static_cast<int32_t>(reached);
        a.preorder[reached++] = v;
        a.parents[v] = parent;
        a.depths[v] = static_cast<int32_t>(depth);
        if (depth > deepest) deepest = depth;
    }

    bool is_visited(int32_t v) const { return (s.visited[v >> 6] >> (v & 63) & 1) != 0; }

    // Looks at the cancel flag now and then. Whether the call ends.
    bool pace(int64_t work) {
        if ((work_left -= work) > 0) return false;
        work_left = stride;
        team.set_progress(reached);
        return stopped = team.stopping();
    }

    gatun_csr_dfs_args& a;
    Team& team;
    const int64_t n;
    const DfsScratch s;
    int64_t work_left = stride;
    int64_t reached = 0;
    int64_t left = 0;
    int64_t trees = 0;
    int64_t deepest = 0;
    bool stopped = false;
};

const char* problem(const gatun_csr_dfs_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.source_count < 0 || (a.sources == nullptr && a.source_count != 0)) return "sources is NULL";
    if (a.graph.vertices > 0) {
        if (a.preorder == nullptr || a.postorder == nullptr) return "an order is NULL";
        if (a.discovery == nullptr || a.finish == nullptr) return "discovery or finish is NULL";
        if (a.parents == nullptr || a.depths == nullptr) return "parents or depths is NULL";
    }
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_dfs_scratch(int64_t vertices, uint32_t) {
    return DfsScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_dfs(gatun_csr_dfs_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices > 0 &&
        !DfsScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return DepthFirst(*args, all).run();
}
}
