// Dependencies of one source: levels outwards with their numbers of shortest paths, then back.
//
// Neighbours along an out-edge are one level further away at most. So of two arrays that the levels write by turns, the
// one of the level before (or after) holds nothing else next to a vertex, and sums over rows need no look at levels.
#pragma once

#include "core/team.hpp"
#include "csr/csr_betweenness.hpp"

namespace gatun::GATUN_TIER {

class Dependencies {
  public:
    // Alone: this worker has the tree for itself.
    Dependencies(const gatun_csr_betweenness_args& a, Team& team, const csr::Tree& tree, bool alone)
        : a(a), n(a.graph.vertices), team(team), t(tree), state(*tree.state), alone(alone) {}

    // Makes the tree ready for its first source.
    bool prepare() {
        return all(n, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) t.values[0][v] = t.values[1][v] = 0;
        });
    }

    // Adds the dependencies of a source to sums. False when the call is to end.
    bool add(int32_t source, double* sums) { return begin(source) && outwards() && back(sums); }

  private:
    using State = csr::TreeState;

    static constexpr int64_t worth_sharing = 8192;  // edges; smaller levels are one worker's: barriers take longer
    static constexpr int64_t chunk = 64;            // vertices of a level that a worker takes at a time
    static constexpr int64_t stride = 1 << 16;      // the same of all vertices
    static constexpr int64_t pause = 1 << 10;          // vertices between two looks at the cancel flag,
    static constexpr int64_t longest_piece = 1 << 18;  // and entries of one row
    static constexpr int64_t offsets_ahead = 24, rows_ahead = 12;

    // Vertices found by one worker, on their way to the queue.
    class Found {
      public:
        explicit Found(const csr::Tree& t) : t(t) {}

        void add(int32_t v) {
            buffer[count++] = v;
            if (count == capacity) flush();
        }

        void flush() {
            const int64_t at = __atomic_fetch_add(&t.state->tail, count, __ATOMIC_RELAXED);
            __builtin_memcpy(t.queue + at, buffer, sizeof(int32_t) * static_cast<size_t>(count));
            count = 0;
        }

      private:
        static constexpr int32_t capacity = 512;
        const csr::Tree& t;
        int32_t count = 0;
        int32_t buffer[capacity];
    };

    template <class Body>
    bool all(int64_t total, const Body& body) {
        if (!alone) return team.for_chunks(total, stride, body);
        for (int64_t at = 0; at < total && !team.stopping(); at += stride) {
            body(at, at + stride < total ? at + stride : total);
        }
        return !team.stopping();
    }

    bool running() { return alone ? !team.stopping() : team.running(); }
    bool leads() const { return alone || team.first(); }

    bool begin(int32_t source) {
        const bool cleared = all((n + 63) / 64, [&](int64_t from, int64_t to) {
            for (int64_t w = from; w < to; w++) t.visited[w] = 0;
        });
        if (cleared && leads()) {
            t.visited[source >> 6] = 1ull << (source & 63);
            t.queue[0] = source;
            t.traits[0] = 0;
            state = State{};
            state.end = state.tail = 1;
            state.edges = a.graph.offsets[source + 1] - a.graph.offsets[source];
            state.scale = 1;
            state.least = csr::most_sigma;
        }
        return cleared && running();
    }

    // --- Outwards ---

    bool outwards() {
        while (state.head < state.end) {
            if (alone || state.edges < worth_sharing) {
                if (!alone) team.barrier();  // all have seen the state before it changes
                if (leads()) {
                    Found found(t);
                    do {
                        Range range;
                        state.next_edges = count<false>(state.depth, state.head, state.end, found, range);
                        found.flush();
                        join(range);
                        next_level(0);
                    } while (state.head < state.end && (alone || state.edges < worth_sharing) && !team.stopping());
                }
                if (!running()) return false;
            } else if (!shared_level()) {
                return false;
            }
        }
        return true;
    }

    bool shared_level() {
        const int64_t head = state.head;
        Found found(t);
        Range range;
        int64_t edges = 0;
        team.take_chunks(state.end - head, chunk, [&](int64_t from, int64_t to) {
            edges += count<true>(state.depth, head + from, head + to, found, range);
        });
        found.flush();
        __atomic_fetch_add(&state.next_edges, edges, __ATOMIC_RELAXED);
        join(range);
        return team.end_chunks([this] { next_level(csr::level_shared); });
    }

    // Smallest and largest sigma that a worker has met.
    struct Range {
        double most = 0, least = csr::most_sigma;
    };

    void join(const Range& range) {
        raise(state.most, range.most, [](double x, double y) { return x > y; });
        raise(state.least, range.least, [](double x, double y) { return x < y; });
    }

    template <class Before>
    static void raise(double& shared, double mine, Before before) {
        double known;
        __atomic_load(&shared, &known, __ATOMIC_RELAXED);
        while (before(mine, known) &&
               !__atomic_compare_exchange(&shared, &known, &mine, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
    }

    // The level in work is done; what it found is the next.
    void next_level(uint8_t traits) {
        t.begins[state.depth] = static_cast<int32_t>(state.head);
        t.traits[state.depth] |= traits;
        team.advance(state.end - state.head);
        state.head = state.end;
        state.end = state.tail;
        state.edges = state.next_edges;
        state.next_edges = 0;
        state.depth++;
        const bool scaled = state.most > csr::most_sigma;
        state.scale = scaled ? csr::step_down : 1;
        t.traits[state.depth] = scaled ? csr::level_scaled : 0;
        t.begins[state.depth] = static_cast<int32_t>(state.head);
        state.most = 0;
        state.least = csr::most_sigma;
    }

    // Sigmas of queue[from .. to), all of level d, and what is found from there. Returns the out-edges of that.
    template <bool shared>
    int64_t count(int64_t d, int64_t from, int64_t to, Found& found, Range& range) {
        const double* const before = t.values[(d + 1) & 1];
        double* const now = t.values[d & 1];
        const double scale = state.scale;
        int64_t edges = 0;
        forget(d - 2, now, from - state.head, to - state.head, state.end - state.head);
        for (int64_t i = from; i < to; i++) {
            if ((i & (pause - 1)) == 0 && team.stopping()) break;
            prefetch(a.in_graph, i, to);
            const int32_t v = t.queue[i];
            const double sigma = d == 0 ? 1 : sum(a.in_graph, before, v) * scale;
            now[v] = t.sigmas[i] = sigma;
            if (sigma > range.most) range.most = sigma;
            if (sigma < range.least) range.least = sigma;
            edges += discover<shared>(v, found);
        }
        return edges;
    }

    template <bool shared>
    int64_t discover(int32_t v, Found& found) {
        const int64_t* const offsets = a.graph.offsets;
        int64_t edges = 0;
        for (int64_t e = offsets[v], end = offsets[v + 1]; e < end; e++) {
            if ((e & (longest_piece - 1)) == 0 && team.stopping()) break;
            const int32_t w = a.graph.neighbours[e];
            uint64_t& word = t.visited[w >> 6];
            const uint64_t bit = 1ull << (w & 63);
            if (__atomic_load_n(&word, __ATOMIC_RELAXED) & bit) continue;
            if (shared) {
                if (__atomic_fetch_or(&word, bit, __ATOMIC_RELAXED) & bit) continue;
            } else {
                word |= bit;
            }
            found.add(w);
            edges += offsets[w + 1] - offsets[w];
        }
        return edges;
    }

    // --- Back ---

    bool back(double* sums) {
        const int64_t depth = state.depth - 1;
        for (int64_t d = depth; d > 0;) {
            if (alone || !(t.traits[d] & csr::level_shared)) {
                const int64_t first = d;
                while (d > 0 && (alone || !(t.traits[d] & csr::level_shared))) d--;
                if (leads()) {
                    for (int64_t k = first; k > d && !team.stopping(); k--) {
                        collect(k, depth, t.begins[k], t.begins[k + 1], sums);
                    }
                }
                if (!running()) return false;
            } else {
                const int64_t head = t.begins[d];
                const bool goes_on = team.for_chunks(t.begins[d + 1] - head, chunk, [&](int64_t from, int64_t to) {
                    collect(d, depth, head + from, head + to, sums);
                });
                if (!goes_on) return false;
                d--;
            }
        }
        return clear(depth);
    }

    // Dependencies on queue[from .. to), all of level d.
    void collect(int64_t d, int64_t depth, int64_t from, int64_t to, double* sums) {
        const double* const after = t.values[(d + 1) & 1];
        double* const now = t.values[d & 1];
        const double scale = t.traits[d + 1] & csr::level_scaled ? csr::step_down : 1;
        const int64_t head = t.begins[d], count = t.begins[d + 1] - head;
        if (d + 2 <= depth) forget(d + 2, now, from - head, to - head, count);
        for (int64_t i = from; i < to; i++) {
            if ((i & (pause - 1)) == 0 && team.stopping()) break;
            const int32_t v = t.queue[i];
            const double sigma = t.sigmas[i];
            double delta = 0;
            if (d < depth) {
                prefetch(a.graph, i, to);
                delta = sigma * sum(a.graph, after, v) * scale;
                sums[v] += delta;
            }
            now[v] = (1 + delta) / sigma;
        }
    }

    // Zeroes the values of the last levels.
    bool clear(int64_t depth) {
        for (int64_t d = 0; d <= 2 && d <= depth; d++) {
            const int64_t head = t.begins[d];
            const bool goes_on = all(t.begins[d + 1] - head, [&](int64_t from, int64_t to) {
                for (int64_t i = head + from; i < head + to; i++) t.values[d & 1][t.queue[i]] = 0;
            });
            if (!goes_on) return false;
        }
        return true;
    }

    // --- Both ways ---

    // Zeroes the part of level d that goes with [from, to) of `whole`, so that all of it is when all of those are done.
    void forget(int64_t d, double* values, int64_t from, int64_t to, int64_t whole) const {
        if (d < 0) return;
        const int64_t head = t.begins[d], count = t.begins[d + 1] - head;
        const auto place = [&](int64_t at) { return head + static_cast<int64_t>(
                                                              static_cast<__int128>(at) * count / whole); };
        const int64_t end = place(to);
        for (int64_t i = place(from); i < end; i++) values[t.queue[i]] = 0;
    }

    double sum(const gatun_csr& graph, const double* values, int32_t v) const {
        double sum = 0;
        const int64_t end = graph.offsets[v + 1];
        for (int64_t begin = graph.offsets[v]; begin < end; begin += longest_piece) {
            const int64_t to = end - begin < longest_piece ? end : begin + longest_piece;
            for (int64_t e = begin; e < to; e++) sum += values[graph.neighbours[e]];
            if (to < end && team.stopping()) break;
        }
        return sum;
    }

    void prefetch(const gatun_csr& graph, int64_t i, int64_t to) const {
        if (i + offsets_ahead < to) __builtin_prefetch(&graph.offsets[t.queue[i + offsets_ahead]]);
        if (i + rows_ahead < to) __builtin_prefetch(&graph.neighbours[graph.offsets[t.queue[i + rows_ahead]]]);
    }

    const gatun_csr_betweenness_args& a;
    const int64_t n;
    Team& team;
    const csr::Tree& t;
    State& state;
    const bool alone;
};

}  // namespace gatun::GATUN_TIER
