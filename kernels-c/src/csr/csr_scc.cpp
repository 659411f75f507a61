// Strongly connected components by one depth-first search. One build serves all CPU tiers: each step waits for the row
// of a vertex that the step before has found.
#define GATUN_TIER base

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "gatun/csr_scc.h"

namespace {

using gatun::Scratch;
using gatun::base::Team;

// Steps and entries between two looks at the cancel flag, and the most of a row that is looked through in one step.
constexpr int64_t stride = 1 << 18;

// Rows are asked for so many steps before the search comes back to them, states so many entries ahead.
constexpr int64_t frames_ahead = 16;
constexpr int64_t states_ahead = 16;

// A vertex between the root and the current one. `low` is the earliest vertex known to be in its component.
struct Frame {
    int64_t next;
    int64_t end;
    int32_t vertex;
    int32_t low;
};

struct SccScratch {
    SccScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        frames = scratch.take<Frame>(n);
        waiting = scratch.take<int32_t>(n);
    }

    Scratch scratch;
    Frame* frames;
    int32_t* waiting;  // vertices left whose component is not complete
};

// The state of a vertex is kept in `labels`: -1 unreached; while its component is not complete a number below that,
// ascending in the order of discovery, which is its own until the search leaves it, then its low; at last the label. So
// completed components are later than everything, and change no low.
class StrongComponents {
  public:
    StrongComponents(gatun_csr_scc_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), s(n, args.scratch, args.scratch_bytes), states(args.labels) {}

    int32_t run() {
        if (team.first()) {
            team.set_total(n);
            for (int64_t v = 0; v < n && !stopped; v++) {
                states[v] = unreached;
                pace(1);
            }
            number = static_cast<int32_t>(-n - 1);
            for (int64_t v = 0; v < n && !stopped; v++) {
                if (states[v] == unreached) search(static_cast<int32_t>(v));
                pace(1);
            }
            if (a.compact != nullptr) number_components();
            a.count = count;
            a.largest = largest;
            team.set_progress(n);
        }
        return team.running() ? GATUN_STATUS_OK : team.status();
    }

  private:
    static constexpr int32_t unreached = -1;

    void search(int32_t root) {
        const int64_t* const offsets = a.graph.offsets;
        const int32_t* const neighbours = a.graph.neighbours;
        int64_t depth = 0;
        Frame top = discover(root);
        for (;;) {
            const int64_t from = top.next;
            look(top);
            if (top.next < top.end && states[neighbours[top.next]] == unreached) {
                const int32_t next = neighbours[top.next++];
                if (offsets[next] == offsets[next + 1]) {
                    complete(next, next, 1);
                } else {
                    const Frame below = discover(next);
                    look(top);  // while that row is on its way
                    s.frames[depth++] = top;
                    if (pace(1 + top.next - from)) return;
                    top = below;
                    continue;
                }
            } else if (top.next == top.end) {
                leave(top);
                if (depth == 0) return;
                const int32_t low = states[top.vertex] < 0 ? top.low : 0;
                top = s.frames[--depth];
                if (low < top.low) top.low = low;
                if (depth > frames_ahead) __builtin_prefetch(&neighbours[s.frames[depth - frames_ahead].next]);
                if (pace(1)) return;
                continue;
            }
            if (pace(1 + top.next - from)) return;
        }
    }

    // Looks through a row as far as its next unreached vertex. That the search goes below this row in between makes no
    // difference: vertices reached before have the same states after it.
    void look(Frame& top) const {
        const int32_t* const neighbours = a.graph.neighbours;
        const int64_t to = top.end - top.next > stride ? top.next + stride : top.end;
        int64_t at = top.next;
        for (; at < to; at++) {
            __builtin_prefetch(&states[neighbours[at + states_ahead < to ? at + states_ahead : at]]);
            const int32_t state = states[neighbours[at]];
            if (state == unreached) break;
            if (state < top.low) top.low = state;
        }
        top.next = at;
    }

    Frame discover(int32_t v) {
        const int64_t* const offsets = a.graph.offsets;
        __builtin_prefetch(&a.graph.neighbours[offsets[v]]);
        states[v] = number;
        return {offsets[v], offsets[v + 1], v, number++};
    }

    // A vertex that reaches nothing earlier is the first of its component, and all that wait since are in it.
    void leave(const Frame& top) {
        if (top.low < states[top.vertex]) {
            states[top.vertex] = top.low;
            s.waiting[waiting++] = top.vertex;
            return;
        }
        int64_t first = waiting;
        int32_t label = top.vertex;
        while (first > 0 && states[s.waiting[first - 1]] >= top.low) {
            first--;
            if (s.waiting[first] < label) label = s.waiting[first];
            if (pace(1)) return;
        }
        for (int64_t i = first; i < waiting && !pace(1); i++) states[s.waiting[i]] = label;
        complete(top.vertex, label, 1 + waiting - first);
        waiting = first;
    }

    void complete(int32_t first, int32_t label, int64_t size) {
        states[first] = label;
        count++;
        reached += size;
        if (size > largest) largest = size;
    }

    void number_components() {
        int32_t next = 0;
        for (int64_t v = 0; v < n && !stopped; v++) {
            a.compact[v] = states[v] == v ? next++ : a.compact[states[v]];
            pace(1);
        }
    }

    // Looks at the cancel flag now and then. Whether the call ends.
    bool pace(int64_t work) {
        if ((work_left -= work) > 0) return false;
        work_left = stride;
        team.set_progress(reached);
        return stopped = team.stopping();
    }

    gatun_csr_scc_args& a;
    Team& team;
    const int64_t n;
    const SccScratch s;
    int32_t* const states;
    int32_t number = 0;
    int64_t waiting = 0;
    int64_t work_left = stride;
    int64_t reached = 0;
    int64_t count = 0;
    int64_t largest = 0;
    bool stopped = false;
};

const char* problem(const gatun_csr_scc_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    return a.graph.vertices > 0 && a.labels == nullptr ? "labels is NULL" : nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_scc_scratch(int64_t vertices, uint32_t) {
    return SccScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_scc(gatun_csr_scc_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices > 0 &&
        !SccScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return StrongComponents(*args, all).run();
}
}
