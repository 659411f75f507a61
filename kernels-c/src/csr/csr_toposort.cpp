// Topological order by levels. One build serves all CPU tiers: the work is random decrements of counters.
#define GATUN_TIER base

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"
#include "gatun/csr_toposort.h"

namespace {

using gatun::Scratch;
using gatun::base::RowBlocks;
using gatun::base::Team;

// Vertices, or work in entries, that a worker takes at a time.
constexpr int64_t chunk = 1 << 14;
constexpr int64_t chunk_work = 1 << 16;
constexpr int64_t queue_chunk = 256;

// A level of fewer vertices is not worth waking the other workers for.
constexpr int64_t worth_sharing = 2048;

// Entries between two looks at the cancel flag.
constexpr int64_t stride = 1 << 18;

// Counters are asked for so many entries ahead.
constexpr int64_t counters_ahead = 16;

// Vertices found are put into the queue in batches.
constexpr int64_t batch = 256;

struct State {
    int64_t head;  // the level at hand: places head .. tail - 1 of the queue
    int64_t tail;
    int64_t level;
    alignas(64) int64_t end;  // of the queue
};

// `Count` holds the number of entries of any graph that it is used for.
template <class Count>
struct ToposortScratch {
    ToposortScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        state = scratch.take<State>(1);
        before = scratch.take<Count>(n);
        starts = scratch.take<int32_t>(n + 1);
    }

    Scratch scratch;
    State* state;
    Count* before;    // entries that lead to the vertex from vertices not yet ordered
    int32_t* starts;  // place in the order of the first vertex of each level; then the cycle
};

// The queue is kept in `order`: it has each level's vertices together, so that sorting them is all that is left.
template <class Count>
class Toposort {
  public:
    Toposort(gatun_csr_toposort_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), offsets(args.graph.offsets),
          neighbours(args.graph.neighbours), s(n, args.scratch, args.scratch_bytes), state(*s.state) {}

    int32_t run() {
        if (!count_entries() || !find_sources() || !go_through_levels()) return team.status();
        if (team.first()) {
            a.ordered = state.end;
            a.level_count = state.level;
            a.cycle_length = 0;
            if (state.end == n) sort_levels();
            else find_cycle();
        }
        return team.running() ? GATUN_STATUS_OK : team.status();
    }

  private:
    bool count_entries() {
        if (team.first()) {
            team.set_total(n);
            state = State{};
        }
        const bool cleared = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) s.before[v] = 0;
        });
        const RowBlocks blocks(a.graph, chunk_work, INT32_MAX);
        return cleared && team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            each_entry(offsets[blocks.begin(block)], offsets[blocks.begin(block + 1)],
                [&](int32_t neighbour) { add(neighbour, 1); });
        });
    }

    bool find_sources() {
        const bool found = team.for_chunks(n, chunk, [&](int64_t from, int64_t to) {
            Found sources(*this);
            for (int64_t v = from; v < to; v++) {
                a.levels[v] = -1;
                if (s.before[v] == 0) sources.add(static_cast<int32_t>(v), 0);
            }
        });
        if (team.first()) begin_level();
        return found;
    }

    // A worker alone goes on for as long as levels are small; the others wait at the barrier.
    bool go_through_levels() {
        for (;;) {
            if (team.first()) {
                while (state.head < state.tail && !is_shared() && !team.stopping()) {
                    order_next(state.head, state.tail);
                    begin_level();
                }
            }
            if (!team.running()) return false;
            if (state.head == state.tail) return true;
            const int64_t from = state.head, size = state.tail - from;
            const bool done = team.for_chunks(size, queue_chunk,
                [&](int64_t begin, int64_t end) { order_next(from + begin, from + end); });
            if (!done) return false;
            if (team.first()) begin_level();
            if (!team.running()) return false;
        }
    }

    bool is_shared() const { return team.workers > 1 && state.tail - state.head >= worth_sharing; }

    void begin_level() {
        s.starts[state.level] = static_cast<int32_t>(state.tail);
        state.head = state.tail;
        state.tail = state.end;
        state.level += state.tail > state.head;
        team.set_progress(state.end);
    }

    // Takes vertices of the level at hand out of the graph.
    void order_next(int64_t begin, int64_t end) {
        Found next(*this);
        const int32_t level = static_cast<int32_t>(state.level);
        for (int64_t i = begin; i < end && !next.stopped(); i++) {
            const int32_t v = a.order[i];
            each_entry(offsets[v], offsets[v + 1], [&](int32_t neighbour) {
                if (add(neighbour, static_cast<Count>(-1)) == 0) next.add(neighbour, level);
            });
        }
    }

    // Vertices for the queue.
    class Found {
      public:
        explicit Found(Toposort& all) : all(all) {}
        ~Found() { flush(); }

        void add(int32_t v, int32_t level) {
            all.a.levels[v] = level;
            vertices[count++] = v;
            if (count == batch) flush();
        }

        bool stopped() { return count == 0 && all.team.stopping(); }

      private:
        void flush() {
            const int64_t at = __atomic_fetch_add(&all.state.end, count, __ATOMIC_RELAXED);
            for (int64_t i = 0; i < count; i++) all.a.order[at + i] = vertices[i];
            count = 0;
        }

        Toposort& all;
        int64_t count = 0;
        int32_t vertices[batch];
    };

    // The counter after adding to it.
    Count add(int32_t v, Count by) {
        if (team.workers == 1) return s.before[v] += by;
        return __atomic_add_fetch(&s.before[v], by, __ATOMIC_RELAXED);
    }

    template <class Body>
    void each_entry(int64_t from, int64_t to, Body&& body) {
        while (from < to && !team.stopping()) {
            const int64_t until = to - from > stride ? from + stride : to;
            for (; from < until; from++) {
                __builtin_prefetch(&s.before[neighbours[from + counters_ahead < to ? from + counters_ahead : from]], 1);
                body(neighbours[from]);
            }
        }
    }

    // Levels hold their vertices in any order as yet. By ascending id each goes to the next place of its level.
    void sort_levels() {
        for (int64_t v = 0; v < n; v++) {
            if (v % stride == 0 && team.stopping()) return;
            a.order[s.starts[a.levels[v]]++] = static_cast<int32_t>(v);
        }
    }

    // All vertices without a level have a predecessor without one. Smallest predecessors are kept in `order`.
    void find_cycle() {
        for (int64_t v = 0; v < n; v++) a.order[v] = -1;
        for (int64_t v = 0; v < n && !team.stopping(); v++) {
            if (a.levels[v] >= 0) continue;
            each_entry(offsets[v], offsets[v + 1], [&](int32_t neighbour) {
                if (a.order[neighbour] < 0) a.order[neighbour] = static_cast<int32_t>(v);
            });
        }
        if (team.stopping()) return;
        int32_t v = 0;
        while (a.levels[v] >= 0) v++;
        for (; s.before[v] != 0; v = a.order[v]) s.before[v] = 0;  // met once
        int64_t length = 0, least = 0;
        int32_t* const backwards = s.starts;
        const int32_t first = v;
        do {
            if (v < backwards[least]) least = length;
            backwards[length++] = v;
            v = a.order[v];
        } while (v != first);
        for (int64_t i = 0; i < length; i++) a.order[i] = backwards[(least + length - i) % length];
        a.cycle_length = length;
    }

    gatun_csr_toposort_args& a;
    Team& team;
    const int64_t n;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    const ToposortScratch<Count> s;
    State& state;
};

const char* problem(const gatun_csr_toposort_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.graph.vertices > 0 && a.order == nullptr) return "order is NULL";
    return a.graph.vertices > 0 && a.levels == nullptr ? "levels is NULL" : nullptr;
}

template <class Count>
int32_t sort(gatun_csr_toposort_args& args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (!ToposortScratch<Count>(args.graph.vertices, args.scratch, args.scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args.scratch_bytes);
    }
    Team all(team, worker, workers);
    return Toposort<Count>(args, all).run();
}

}  // namespace

extern "C" {

uint64_t gatun_csr_toposort_scratch(int64_t vertices, int64_t entries, uint32_t) {
    return entries <= UINT32_MAX ? ToposortScratch<uint32_t>(vertices, nullptr, 0).scratch.bytes()
                                 : ToposortScratch<uint64_t>(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_toposort(gatun_csr_toposort_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    return args->graph.entries <= UINT32_MAX ? sort<uint32_t>(*args, team, worker, workers)
                                             : sort<uint64_t>(*args, team, worker, workers);
}
}
