// Core numbers. One build serves all CPU tiers: the work is random reads and writes of remaining degrees, which wider
// registers do not speed up.
#define GATUN_TIER base

#include <cstring>

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "gatun/csr_core.h"

namespace {

using gatun::Scratch;
using gatun::base::Team;

// Steps between two looks at the cancel flag.
constexpr int64_t stride = 1 << 14;

struct State {
    int64_t level;               // core number being given
    alignas(64) int64_t done;    // vertices taken off
    alignas(64) int64_t found;   // of this level before any was taken off
    alignas(64) int64_t least;   // degree of all others
};

struct CoreScratch {
    CoreScratch(int64_t vertices, uint32_t workers, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        state = scratch.take<State>(1);
        first = scratch.take<int32_t>(n + 1);
        second = scratch.take<int32_t>(n);
        third = scratch.take<int32_t>(workers > 1 ? 0 : n);
    }

    Scratch scratch;
    State* state;
    int32_t* first;
    int32_t* second;
    int32_t* third;
};

// Degrees that only matter up to a bound: no core number is larger than n - 1.
int32_t degree(const gatun_csr& graph, int64_t v) {
    const int64_t d = graph.offsets[v + 1] - graph.offsets[v], most = graph.vertices - 1;
    return static_cast<int32_t>(d < most ? d : most);
}

// Batagelj and Zaversnik: all vertices in one array in the order of their degrees, which a vertex moves in by changing
// places with the first one of its degree.
class Buckets {
  public:
    Buckets(gatun_csr_core_args& args, Team& team, const CoreScratch& s)
        : a(args), team(team), n(args.graph.vertices), begin(s.first), order(s.second), place(s.third) {}

    int32_t run() {
        team.set_total(n);
        sort();
        int64_t steps = 0;
        int32_t most = 0;
        for (int64_t i = 0; i < n; i++) {
            const int32_t v = order[i], core = a.cores[v];
            most = core > most ? core : most;
            for (int64_t e = a.graph.offsets[v]; e < a.graph.offsets[v + 1]; e++) {
                const int32_t w = a.graph.neighbours[e];
                if (a.cores[w] > core) lower(w);
                if (++steps % stride == 0 && team.stopping()) break;
            }
            if (++steps % stride == 0 || i + 1 == n) {
                team.set_progress(i + 1);
                if (team.stopping()) break;
            }
        }
        a.most = most;
        return team.running() ? GATUN_STATUS_OK : team.status();
    }

  private:
    void sort() {
        memset(begin, 0, sizeof *begin * static_cast<size_t>(n + 1));
        for (int64_t v = 0; v < n; v++) {
            a.cores[v] = degree(a.graph, v);
            begin[a.cores[v]]++;
        }
        int32_t sum = 0;
        for (int64_t d = 0; d <= n; d++) {
            const int32_t here = begin[d];
            begin[d] = sum;
            sum += here;
        }
        for (int64_t v = 0; v < n; v++) {
            place[v] = begin[a.cores[v]]++;
            order[place[v]] = static_cast<int32_t>(v);
        }
        for (int64_t d = n; d > 0; d--) begin[d] = begin[d - 1];
        begin[0] = 0;
    }

    // One neighbour less: from the first place of its degree to the last of the one below.
    void lower(int32_t w) {
        const int32_t d = a.cores[w]--, at = begin[d]++, first = order[at];
        order[place[w]] = first;
        place[first] = place[w];
        order[at] = w;
        place[w] = at;
    }

    gatun_csr_core_args& a;
    Team& team;
    const int64_t n;
    int32_t* const begin;  // of each degree in `order`
    int32_t* const order;
    int32_t* const place;  // of each vertex in `order`
};

int32_t load(const int32_t& at) { return __atomic_load_n(&at, __ATOMIC_RELAXED); }

// Kabir and Madduri: at each level every worker looks for vertices of that degree in its share of those left, and then
// takes them off, and whatever comes down to the level thereby.
class Levels {
  public:
    Levels(gatun_csr_core_args& args, Team& team, const CoreScratch& s)
        : a(args), team(team), n(args.graph.vertices), state(*s.state), left(s.first), under(s.second) {}

    int32_t run() {
        begin();
        while (team.running() && load(state.done) < n) {
            look();
            if (!team.running()) break;
            take_off();
            if (!end_level()) break;
        }
        if (team.status() != GATUN_STATUS_OK || !team.running()) return team.status();
        if (team.first()) {
            a.most = most();
            team.set_progress(n);
        }
        return GATUN_STATUS_OK;
    }

  private:
    static int64_t load(const int64_t& at) { return __atomic_load_n(&at, __ATOMIC_RELAXED); }

    void begin() {
        if (team.first()) {
            team.set_total(n);
            state = State{0, 0, 0, INT32_MAX};
        }
        int64_t to;
        team.share(n, 16, from, to);
        for (int64_t v = from; v < to; v++) {
            a.cores[v] = degree(a.graph, v);
            left[v] = static_cast<int32_t>(v);
        }
        left_end = to;
    }

    // Puts vertices of this level on the stack, the others back into the list.
    void look() {
        const int32_t level = static_cast<int32_t>(state.level);
        int64_t kept = from;
        int32_t least = INT32_MAX;
        for (int64_t i = from; i < left_end; i++) {
            const int32_t v = left[i], core = a.cores[v];
            if (core > level) {
                left[kept++] = v;
                least = core < least ? core : least;
            } else if (core == level) {
                push(v);
            }
        }
        left_end = kept;
        if (top >= 0) __atomic_store_n(&state.found, 1, __ATOMIC_RELAXED);
        int64_t known = load(state.least);
        while (least < known &&
               !__atomic_compare_exchange_n(&state.least, &known, least, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
    }

    // What is pushed once is nobody else's: the one who takes a degree down to the level pushes.
    void take_off() {
        const int32_t level = static_cast<int32_t>(state.level);
        int64_t steps = 0, count = 0;
        while (top >= 0) {
            const int32_t v = top;
            top = under[v];
            count++;
            for (int64_t e = a.graph.offsets[v]; e < a.graph.offsets[v + 1]; e++) {
                const int32_t w = a.graph.neighbours[e];
                if (::load(a.cores[w]) <= level) continue;
                const int32_t before = __atomic_fetch_sub(&a.cores[w], 1, __ATOMIC_RELAXED);
                if (before == level + 1) push(w);
                if (before <= level) __atomic_fetch_add(&a.cores[w], 1, __ATOMIC_RELAXED); // somebody was faster
                if (++steps % stride == 0 && team.stopping()) return;
            }
            if (++steps % stride == 0 && team.stopping()) return;
        }
        __atomic_fetch_add(&state.done, count, __ATOMIC_RELAXED);
        team.advance(count);
    }

    // The next level is the least degree left when nothing has been taken off, else perhaps the very next.
    bool end_level() {
        if (!team.running()) return false;
        if (team.first()) {
            state.level = state.found != 0 ? state.level + 1 : state.least;
            state.found = 0;
            state.least = INT32_MAX;
        }
        return true;
    }

    void push(int32_t v) {
        under[v] = top;
        top = v;
    }

    int32_t most() const {
        int32_t most = 0;
        for (int64_t v = 0; v < n; v++) most = a.cores[v] > most ? a.cores[v] : most;
        return most;
    }

    gatun_csr_core_args& a;
    Team& team;
    const int64_t n;
    State& state;
    int32_t* const left;   // this worker's share from `from` on: vertices not taken off when it looked last
    int32_t* const under;  // of each vertex on a stack, the one under it
    int64_t from = 0, left_end = 0;
    int32_t top = -1;  // of this worker's stack
};

const char* problem(const gatun_csr_core_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    return a.graph.vertices > 0 && a.cores == nullptr ? "cores is NULL" : nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_core_scratch(int64_t vertices, uint32_t workers) {
    return CoreScratch(vertices, workers, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_core(gatun_csr_core_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    const CoreScratch scratch(args->graph.vertices, workers, args->scratch, args->scratch_bytes);
    if (!scratch.scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return workers == 1 ? Buckets(*args, all, scratch).run() : Levels(*args, all, scratch).run();
}
}
