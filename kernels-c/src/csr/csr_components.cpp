// Connected components by Afforest. One build serves all CPU tiers: the work is random reads of labels, which wider
// registers do not speed up.
#define GATUN_TIER base

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_forest.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"
#include "gatun/csr_components.h"

namespace {

using gatun::Scratch;
using gatun::base::RowBlocks;
using gatun::base::Team;
using gatun::csr::Forest;

// Vertices, or work in entries, that a worker takes at a time.
constexpr int64_t chunk = 1 << 14;
constexpr int64_t chunk_work = 1 << 16;

// Entries of one row between two looks at the cancel flag.
constexpr int64_t longest_piece = 1 << 18;

// Neighbours are asked for so many rows ahead, labels so many links ahead.
constexpr int64_t rows_ahead = 16;
constexpr int64_t links_ahead = 32;

// Vertices looked through before any of their rows is linked.
constexpr int64_t piece = 512;

struct State {
    int32_t giant;  // a vertex of the component that most seem to be in
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
    int32_t* roots;   // in each chunk of vertices, then in all chunks before it
    int32_t* second;  // a neighbour of each vertex, or itself; at the end, sizes of components by their label
};

class Components {
  public:
    Components(gatun_csr_components_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), s(n, args.scratch, args.scratch_bytes), forest(args.labels) {}

    int32_t run() {
        const bool done = plant() && link_second() && find_giant() && link_rest() && finish() && find_largest() &&
                          (a.compact == nullptr || number());
        if (!done) return team.status();
        if (team.first()) {
            a.count = s.state->count;
            a.largest = s.state->largest;
        }
        return GATUN_STATUS_OK;
    }

  private:
    // Hangs every vertex under its first neighbour when that is smaller, and notes another neighbour. Large parts:
    // inside one, labels are final when later vertices refer to them, and are copied at once.
    bool plant() {
        if (team.first()) {
            team.set_total(n);
            *s.state = State{};
        }
        const int64_t part = n / (4 * team.workers) + 1;
        return team.for_chunks(n, team.workers == 1 ? n : part, [&](int64_t from, int64_t to) {
            forest.set(from, static_cast<int32_t>(from));
            for (int64_t v = from; v < to && !team.stopping(); v += chunk) {
                plant_some(from, v, v + chunk < to ? v + chunk : to);
            }
        });
    }

    // Free of branches: degrees and the order of ids are not to be predicted. So it always reads two neighbours.
    void plant_some(int64_t part, int64_t from, int64_t to) {
        const int64_t* const offsets = a.graph.offsets;
        const int64_t entries = a.graph.entries;
        const int32_t none[1] = {0};
        const int32_t* const neighbours = entries > 0 ? a.graph.neighbours : none;
        const int64_t last = entries > 0 ? entries - 1 : 0;
        int64_t begin = offsets[from];
        for (int64_t v = from; v < to; v++) {
            __builtin_prefetch(&neighbours[offsets[v + rows_ahead < n ? v + rows_ahead : n]]);
            const int64_t end = offsets[v + 1];
            const int32_t self = static_cast<int32_t>(v);
            const int32_t first = neighbours[begin < last ? begin : last];
            const int32_t second = neighbours[begin < last ? begin + 1 : last];
            const int32_t above = begin < end && first < self ? first : self;
            const bool copy = above >= part && above < self;
            const int32_t label = forest.label(copy ? above : part);
            forest.set(v, copy ? label : above);
            s.second[v] = begin + 1 < end ? second : begin < end ? first : self;
            begin = end;
        }
    }

    bool link_second() {
        return team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) {
                if (v + links_ahead < to) forest.prefetch(s.second[v + links_ahead]);
                forest.link(static_cast<int32_t>(v), s.second[v]);
            }
        });
    }

    // Draws vertices and keeps their most frequent root. Which one it is has no influence on the result.
    bool find_giant() {
        if (team.first()) {
            constexpr int32_t samples = 1024;
            constexpr uint32_t slot_bits = 11;
            int32_t roots[1 << slot_bits], counts[1 << slot_bits] = {}, most = 0;
            uint64_t random = 1;
            for (int32_t i = 0; i < samples; i++) {
                random = random * 6364136223846793005u + 1442695040888963407u;
                const int32_t root = forest.root(static_cast<int32_t>((random >> 32) * static_cast<uint64_t>(n) >> 32));
                uint32_t slot = static_cast<uint32_t>(root) * 2654435769u >> (32 - slot_bits);
                while (counts[slot] != 0 && roots[slot] != root) slot = (slot + 1) % (1u << slot_bits);
                roots[slot] = root;
                if (++counts[slot] > most) {
                    most = counts[slot];
                    s.state->giant = root;
                }
            }
        }
        return team.running();
    }

    // Links the edges left. Vertices of the giant component are passed over where in-edges are at hand: the other end
    // of an edge of theirs is in it already, or links the edge.
    bool link_rest() {
        const RowBlocks blocks(a.graph, chunk_work, INT32_MAX);
        return team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            const int64_t from = blocks.begin(block), to = blocks.begin(block + 1);
            for (int64_t v = from; v < to; v += piece) link_some(v, v + piece < to ? v + piece : to);
            team.advance(to - from);
        });
    }

    // Lists first, links then: for nearly all vertices there is nothing to do, and the rest are not to be predicted.
    void link_some(int64_t from, int64_t to) {
        const int32_t giant = s.state->giant;
        const int64_t* const offsets = a.graph.offsets;
        const int64_t* const in_offsets = a.in_graph.offsets;
        const bool both = a.in_graph.vertices == n;
        const bool undirected = both && in_offsets == offsets && a.in_graph.neighbours == a.graph.neighbours;
        const bool directed = both && !undirected;
        int32_t open[piece];
        int32_t count = 0;
        for (int64_t v = from; v < to; v++) {
            const int32_t root = forest.flatten(static_cast<int32_t>(v), giant);
            open[count] = static_cast<int32_t>(v);
            int64_t degree = offsets[v + 1] - offsets[v] - undirected;  // an only neighbour has been linked
            if (directed) degree += in_offsets[v + 1] - in_offsets[v];
            count += degree > 0 && !(both && root == giant);
        }
        for (int32_t i = 0; i < count; i++) {
            link_row(a.graph, open[i]);
            if (directed) link_row(a.in_graph, open[i]);
        }
    }

    void link_row(const gatun_csr& graph, int32_t v) {
        const int64_t end = graph.offsets[v + 1];
        const int32_t label = forest.label(v);
        for (int64_t begin = graph.offsets[v]; begin < end && !team.stopping(); begin += longest_piece) {
            const int64_t to = begin + longest_piece < end ? begin + longest_piece : end;
            for (int64_t e = begin; e < to; e++) {
                if (e + links_ahead < graph.entries) forest.prefetch(graph.neighbours[e + links_ahead]);
                const int32_t neighbour = graph.neighbours[e];
                if (forest.label(neighbour) != label) forest.link(v, neighbour);
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
                const int32_t root = forest.flatten(static_cast<int32_t>(v));
                roots += root == v;
                in_giant += root == giant;
            }
            s.roots[from / chunk] = roots;
            __atomic_fetch_add(&s.state->count, roots, __ATOMIC_RELAXED);
            __atomic_fetch_add(&s.state->in_giant, in_giant, __ATOMIC_RELAXED);
        });
    }

    // The giant component is the largest when it has no fewer vertices than are outside it; else all are counted.
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
            int64_t known = __atomic_load_n(&s.state->largest, __ATOMIC_RELAXED);
            while (largest > known && !__atomic_compare_exchange_n(
                                          &s.state->largest, &known, largest, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
            }
        });
    }

    // Numbers the roots, then gives every vertex its root's number.
    bool number() {
        if (team.first()) {
            int32_t before = 0;
            for (int64_t k = 0; k * chunk < n; k++) {
                const int32_t roots = s.roots[k];
                s.roots[k] = before;
                before += roots;
            }
        }
        const bool rooted = team.running() && team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            int32_t next = s.roots[from / chunk];
            for (int64_t v = from; v < to; v++) {
                a.compact[v] = next;
                next += a.labels[v] == v;
            }
        });
        return rooted && team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            // A root is given the number it has, possibly while others read it.
            for (int64_t v = from; v < to; v++) {
                const int32_t number = __atomic_load_n(&a.compact[a.labels[v]], __ATOMIC_RELAXED);
                __atomic_store_n(&a.compact[v], number, __ATOMIC_RELAXED);
            }
        });
    }

    gatun_csr_components_args& a;
    Team& team;
    const int64_t n;
    const ComponentsScratch s;
    const Forest forest;
};

const char* problem(const gatun_csr_components_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr && a.in_graph.vertices != 0) {
        wrong = gatun::csr::problem(a.in_graph, worker, workers);
        if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries) {
            wrong = "in_graph is not as large as graph";
        }
    }
    if (wrong == nullptr && a.graph.vertices > 0 && a.labels == nullptr) wrong = "labels is NULL";
    return wrong;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_components_scratch(int64_t vertices, uint32_t) {
    return ComponentsScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_components(gatun_csr_components_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices == 0) {
        if (worker == 0) args->count = args->largest = 0;
        return GATUN_STATUS_OK;
    }
    if (!ComponentsScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return Components(*args, all).run();
}
}
