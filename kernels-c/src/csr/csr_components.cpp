// Connected components by Afforest. Scalar code: the work is random reads of labels, which no wider register speeds up.
#define GATUN_TIER base

#include "core/error.hpp"
#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"
#include "gatun/csr_components.h"

namespace {

using gatun::Scratch;
using gatun::base::RowBlocks;
using gatun::base::Team;

// Vertices, and entries' work, that a worker takes at a time.
constexpr int64_t chunk = 1 << 14;
constexpr int64_t chunk_work = 1 << 16;

// Entries of one row between two looks at the cancel flag.
constexpr int64_t longest_piece = 1 << 18;

// Labels are asked for so many links ahead.
constexpr int64_t ahead = 32;

// Labels drawn to find the giant component.
constexpr int32_t samples = 1024;

struct State {
    int32_t giant;  // label of the component that most vertices seem to be in
    alignas(64) int64_t count;
    alignas(64) int64_t in_giant;  // vertices
    alignas(64) int64_t largest;
};

struct ComponentsScratch {
    ComponentsScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        state = scratch.take<State>(1);
        roots = scratch.take<int32_t>((n + chunk - 1) / chunk);
        second = scratch.take<int32_t>(n);
    }

    Scratch scratch;
    State* state;
    int32_t* roots;   // roots in each chunk of vertices, then in all chunks before it
    int32_t* second;  // each vertex's second neighbour; at the end, sizes of components by their label
};

template <class T>
inline T load(const T& at) { return __atomic_load_n(&at, __ATOMIC_RELAXED); }

template <class T>
inline void store(T& at, T value) { __atomic_store_n(&at, value, __ATOMIC_RELAXED); }

inline int64_t add(int64_t& at, int64_t value) { return __atomic_fetch_add(&at, value, __ATOMIC_RELAXED); }

// A forest in the array of labels: a vertex's label is an earlier vertex of its component, or itself for a root. Roots
// are hung under smaller ones only, so the root of a finished tree is the smallest vertex of its component.
class Forest {
  public:
    explicit Forest(int32_t* labels) : labels(labels) {}

    // Joins the trees of two vertices, also while others join theirs: only a root's label is fought for, everything
    // else may be old without harm, since an ancestor once is one for ever.
    void link(int32_t a, int32_t b) const {
        for (;;) {
            a = load(labels[a]);
            b = load(labels[b]);
            if (a == b) return;
            int32_t& high = a > b ? a : b;
            const int32_t low = a > b ? b : a, above = load(labels[high]);
            if (above != high) {
                store(labels[high], load(labels[above]));  // halves the way of whoever comes next
                high = above;
                continue;
            }
            int32_t root = high;
            if (__atomic_compare_exchange_n(&labels[high], &root, low, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) return;
        }
    }

    int32_t root(int32_t v) const {
        int32_t up = load(labels[v]);
        while (up != v) {
            v = up;
            up = load(labels[v]);
        }
        return v;
    }

    int32_t label(int64_t v) const { return load(labels[v]); }
    void set(int64_t v, int32_t label) const { store(labels[v], label); }
    void prefetch(int32_t v) const { __builtin_prefetch(&labels[v], 0, 3); }

  private:
    int32_t* const labels;
};

class Components {
  public:
    Components(gatun_csr_components_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), s(n, args.scratch, args.scratch_bytes), forest(args.labels) {}

    int32_t run() {
        const bool done = plant() && flatten() && link_second() && flatten() && find_giant() && link_rest() && finish() &&
                          find_largest() && (a.compact == nullptr || number());
        if (!done) return team.status();
        if (team.first()) {
            a.count = s.state->count;
            a.largest = s.state->largest;
        }
        return GATUN_STATUS_OK;
    }

  private:
    // Every vertex under its first neighbour when that is smaller, or, when its label is final on this worker, right
    // under that.
    bool plant() {
        if (team.first()) {
            team.set_total(n);
            *s.state = State{};
        }
        const int64_t* const offsets = a.graph.offsets;
        const int32_t* const neighbours = a.graph.neighbours;
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t begin = offsets[from];
            for (int64_t v = from; v < to; v++) {
                const int64_t end = offsets[v + 1];
                const int32_t self = static_cast<int32_t>(v);
                const int32_t first = begin < end ? neighbours[begin] : self;
                s.second[v] = begin + 1 < end ? neighbours[begin + 1] : self;
                forest.set(v, first >= self ? self : first >= from ? forest.label(first) : first);
                begin = end;
            }
        });
    }

    // Every vertex right under its root.
    bool flatten() {
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) forest.set(v, forest.root(static_cast<int32_t>(v)));
        });
    }

    bool link_second() {
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                if (v + ahead < to) forest.prefetch(s.second[v + ahead]);
                forest.link(static_cast<int32_t>(v), s.second[v]);
            }
        });
    }

    // Draws labels and keeps the most frequent. Which one it is has no influence on the result.
    bool find_giant() {
        if (team.first()) {
            constexpr uint32_t slots = 2 * samples;
            int32_t labels[slots], counts[slots] = {};
            uint64_t random = 1;
            int32_t most = 0;
            for (int32_t i = 0; i < samples; i++) {
                random = random * 6364136223846793005u + 1442695040888963407u;
                const int32_t label = forest.label(static_cast<int64_t>((random >> 32) * static_cast<uint64_t>(n) >> 32));
                uint32_t slot = static_cast<uint32_t>(label) * 2654435769u >> 21;
                while (counts[slot] != 0 && labels[slot] != label) slot = (slot + 1) % slots;
                labels[slot] = label;
                if (++counts[slot] > most) {
                    most = counts[slot];
                    s.state->giant = label;
                }
            }
            static_assert(slots == 1u << (32 - 21));
        }
        return team.running();
    }

    // The edges not linked yet. Those of the giant component's vertices are left out: both ends are in it already, or
    // the other end links them.
    bool link_rest() {
        const int32_t giant = s.state->giant;
        const bool undirected = a.in_graph.offsets == a.graph.offsets && a.in_graph.neighbours == a.graph.neighbours;
        const bool both = a.in_graph.vertices == n;
        const RowBlocks blocks(a.graph, chunk_work, INT32_MAX);
        return team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            const int64_t from = blocks.begin(block), to = blocks.begin(block + 1);
            for (int64_t v = from; v < to; v++) {
                const int32_t label = forest.label(v);
                if (label == giant && both) continue;
                link_row(a.graph, v);
                if (both && !undirected) link_row(a.in_graph, v);
            }
            team.advance(to - from);
        });
    }

    void link_row(const gatun_csr& graph, int64_t v) {
        const int64_t end = graph.offsets[v + 1];
        for (int64_t begin = graph.offsets[v]; begin < end && !team.stopping(); begin += longest_piece) {
            const int64_t to = begin + longest_piece < end ? begin + longest_piece : end;
            for (int64_t e = begin; e < to; e++) {
                if (e + ahead < graph.entries) forest.prefetch(graph.neighbours[e + ahead]);
                forest.link(static_cast<int32_t>(v), graph.neighbours[e]);
            }
        }
    }

    // Final labels; counts the roots, and the vertices of the giant component.
    bool finish() {
        const int32_t giant = forest.root(s.state->giant);
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int32_t roots = 0;
            int64_t in_giant = 0;
            for (int64_t v = from; v < to; v++) {
                const int32_t root = forest.root(static_cast<int32_t>(v));
                forest.set(v, root);
                roots += root == v;
                in_giant += root == giant;
            }
            s.roots[from / chunk] = roots;
            add(s.state->count, roots);
            add(s.state->in_giant, in_giant);
        });
    }

    // The giant component is the largest when no more vertices than it has are outside it; else sizes are counted.
    bool find_largest() {
        const int64_t in_giant = s.state->in_giant;
        if (team.first()) s.state->largest = in_giant;
        if (n - in_giant <= in_giant) return true;
        int32_t* const sizes = s.second;
        const bool cleared = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) sizes[v] = 0;
        });
        return cleared && team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int64_t largest = 0;
            for (int64_t v = from; v < to;) {
                const int32_t label = forest.label(v);
                int32_t run = 0;
                for (; v < to && forest.label(v) == label; v++) run++;
                const int64_t size = __atomic_add_fetch(&sizes[label], run, __ATOMIC_RELAXED);
                if (size > largest) largest = size;
            }
            int64_t known = load(s.state->largest);
            while (largest > known && !__atomic_compare_exchange_n(
                                          &s.state->largest, &known, largest, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
            }
        });
    }

    // Numbers of the roots, then of all.
    bool number() {
        if (team.first()) {
            int32_t before = 0;
            for (int64_t k = 0; k < (n + chunk - 1) / chunk; k++) {
                const int32_t roots = s.roots[k];
                s.roots[k] = before;
                before += roots;
            }
        }
        const auto each = [&](auto&& body) {
            return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
                for (int64_t v = from; v < to; v++) body(v);
            });
        };
        if (!team.running()) return false;
        const bool roots = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int32_t next = s.roots[from / chunk];
            for (int64_t v = from; v < to; v++) {
                if (a.labels[v] == v) a.compact[v] = next++;
            }
        });
        return roots && each([&](int64_t v) {
            if (a.labels[v] != v) a.compact[v] = a.compact[a.labels[v]];
        });
    }

    gatun_csr_components_args& a;
    Team& team;
    const int64_t n;
    const ComponentsScratch s;
    const Forest forest;
};

const char* problem(const gatun_csr_components_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.in_graph.vertices != 0) {
        if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries) {
            return "in_graph is not as large as graph";
        }
        const char* const in_wrong = gatun::csr::problem(a.in_graph, worker, workers);
        if (in_wrong != nullptr) return in_wrong;
    }
    return a.graph.vertices > 0 && a.labels == nullptr ? "labels is NULL" : nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_components_scratch(int64_t vertices, uint32_t) {
    return ComponentsScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_components(gatun_csr_components_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    gatun_error* const error = worker == 0 ? &team->error : nullptr;  // all workers come to the same verdict
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, wrong);
    if (args->graph.vertices == 0) {
        if (worker == 0) args->count = args->largest = 0;
        return GATUN_STATUS_OK;
    }
    if (!ComponentsScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::fail(error, GATUN_STATUS_CAPACITY, -1, static_cast<int64_t>(args->scratch_bytes),
            "scratch is too small");
    }
    Team all(team, worker, workers);
    return Components(*args, all).run();
}
}
