// The way outwards: levels and numbers of shortest paths.
//
// As long as these are whole numbers below 2^53, sums are exact in any order, and a level may hand them on to the next
// one: along its out-edges, or the next one's in-edges, whichever are fewer. Beyond, each vertex adds up along its
// in-edges when its own level is in work, and then looks for the next level.
#pragma once

#include "csr/csr_betweenness_crew.hpp"

namespace gatun::GATUN_TIER {

class Outwards {
  public:
    explicit Outwards(Crew& crew) : crew(crew), t(crew.t), state(*crew.t.state), team(crew.team) {}

    // Fills the tree; state.depth is the number of its levels then. False when the call is to end.
    bool run(int32_t source) {
        if (!begin(source)) return false;
        while (state.head < state.end) {
            if (is_small()) {
                if (!small_levels()) return false;
            } else if (!(state.exact ? hand_on() : shared_level())) {
                return false;
            }
        }
        return true;
    }

  private:
    // Levels of fewer edges are one worker's: barriers take longer. Those that find the next level share its lines too.
    static constexpr int64_t worth_sharing = 1 << 13, worth_sharing_search = 1 << 15;
    static constexpr int64_t chunk = 64;            // vertices of a level that a worker takes at a time
    static constexpr int64_t stride = 1 << 10;      // words of a bitmap
    static constexpr int64_t words_a_chunk = csr::chunk_vertices / 64;

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

    bool is_small() const {
        if (state.exact) return state.edges < worth_sharing;
        return crew.alone || team.workers == 1 || state.edges < worth_sharing_search;
    }

    int64_t words() const { return (crew.n + 63) / 64; }

    bool begin(int32_t source) {
        const bool cleared = crew.pieces(words(), stride, [&](int64_t from, int64_t to) {
            for (int64_t w = from; w < to; w++) t.visited[w] = 0;
        });
        if (cleared && crew.leads()) {
            t.visited[source >> 6] = 1ull << (source & 63);
            t.queue[0] = source;
            t.sigmas[0] = t.values[0][source] = 1;
            t.begins[0] = 0;
            t.traits[0] = csr::level_ascending;
            state = csr::TreeState{};
            state.end = state.tail = 1;
            state.edges = crew.out_degree(source);
            state.open = crew.in_graph.entries - crew.in_degree(source);
            state.scale = 1;
            state.exact = true;
        }
        return cleared && crew.running();
    }

    // The level in work is done; what it found is the next.
    void next_level(uint8_t traits, uint8_t next_traits) {
        t.traits[state.depth] |= traits;
        team.advance(state.end - state.head);
        state.head = state.end;
        state.end = state.tail;
        state.edges = state.next_edges;
        state.open -= state.next_in_edges;
        state.next_edges = state.next_in_edges = 0;
        state.depth++;
        const bool scaled = state.most > csr::most_sigma;
        state.scale = scaled ? csr::step_down : 1;
        if (state.most > csr::most_exact) state.exact = false;
        t.traits[state.depth] = next_traits | (scaled ? csr::level_scaled : 0);
        t.begins[state.depth] = static_cast<int32_t>(state.head);
        state.most = 0;
    }

    // Levels that one worker does alone, until there is a large one.
    bool small_levels() {
        if (!crew.alone) team.barrier();  // all have seen the state before it changes
        if (crew.leads()) {
            do {
                if (state.exact) {
                    hand_on_alone();
                } else {
                    double most = 0;
                    count<false>(state.head, state.end, nullptr, most);
                    for (int64_t i = state.end; i < state.tail; i++) state.next_edges += crew.out_degree(t.queue[i]);
                    state.most = most;
                }
                next_level(0, 0);
            } while (state.head < state.end && is_small() && !team.stopping());
        }
        return crew.running();
    }

    void hand_on_alone() {
        double* const next = t.values[(state.depth + 1) & 1];
        for (int64_t i = state.head; i < state.end; i++) {
            crew.ask(crew.graph, i, state.end);
            const int32_t u = t.queue[i];
            const double sigma = t.sigmas[i];
            for (int64_t e = crew.graph.offsets[u], end = crew.graph.offsets[u + 1]; e < end; e++) {
                const int32_t w = crew.graph.neighbours[e];
                if (t.visited[w >> 6] >> (w & 63) & 1) continue;
                if (next[w] == 0) t.queue[state.tail++] = w;
                next[w] += sigma;
            }
        }
        for (int64_t i = state.end; i < state.tail; i++) {
            const int32_t w = t.queue[i];
            t.visited[w >> 6] |= 1ull << (w & 63);
            t.sigmas[i] = next[w];
            if (next[w] > state.most) state.most = next[w];
            state.next_edges += crew.out_degree(w);
            state.next_in_edges += crew.in_degree(w);
        }
        crew.forget(state.depth - 1, next, 0, 1, 1);
    }

    // --- Large levels, exact ---

    bool hand_on() {
        const bool push = state.edges < state.open;
        double* const next = t.values[(state.depth + 1) & 1];
        if (push) {
            push_own(next);
            if (!crew.end([this] { number(); })) return false;
        } else if (!pull(next)) {
            return false;
        }
        return list(next);
    }

    // Hands sigmas to this worker's vertices.
    void push_own(double* next) {
        for (int64_t w = crew.low / 64; w < (crew.high + 63) / 64; w++) t.fresh[w] = 0;
        for (int64_t i = state.head; i < state.end; i++) {
            if ((i & (Crew::pause - 1)) == 0 && team.stopping()) return;
            crew.ask(crew.graph, i, state.end);
            const double sigma = t.sigmas[i];
            crew.each_own(crew.graph, t.queue[i], next, [&](int32_t w) {
                const uint64_t bit = 1ull << (w & 63);
                if (t.visited[w >> 6] & bit) return;
                const double known = next[w];
                if (known == 0) t.fresh[w >> 6] |= bit;
                next[w] = known + sigma;
            });
        }
        for (int64_t k = crew.low / csr::chunk_vertices; k * csr::chunk_vertices < crew.high; k++) {
            int32_t count = 0;
            for (int64_t w = k * words_a_chunk; w < (k + 1) * words_a_chunk && w < words(); w++) {
                count += __builtin_popcountll(t.fresh[w]);
            }
            t.counts[k] = count;
        }
    }

    // Lets vertices not reached yet add up along their in-edges.
    bool pull(double* next) {
        const double* const now = t.values[state.depth & 1];
        crew.take(crew.n, csr::chunk_vertices, [&](int64_t from, int64_t to) {
            int32_t count = 0;
            for (int64_t base = from; base < to; base += 64) {
                uint64_t open = ~t.visited[base >> 6], fresh = 0;
                if (base + 64 > crew.n) open &= (1ull << (crew.n & 63)) - 1;
                for (; open != 0; open &= open - 1) {
                    const int64_t v = base + __builtin_ctzll(open);
                    const double sigma = crew.sum<true>(crew.in_graph, now, v);
                    if (sigma == 0) continue;
                    next[v] = sigma;
                    fresh |= open & -open;
                    count++;
                }
                t.fresh[base >> 6] = fresh;
            }
            t.counts[from / csr::chunk_vertices] = count;
        });
        return crew.end([this] { number(); });
    }

    // Gives every chunk its place in the queue.
    void number() {
        int64_t at = state.tail;
        for (int64_t k = 0; k * csr::chunk_vertices < crew.n; k++) {
            const int32_t count = t.counts[k];
            t.counts[k] = static_cast<int32_t>(at);
            at += count;
        }
        state.tail = at;
    }

    // Lists the fresh vertices.
    bool list(double* next) {
        int64_t edges = 0, in_edges = 0;
        double most = 0;
        crew.take(crew.n, csr::chunk_vertices, [&](int64_t from, int64_t to) {
            int64_t at = t.counts[from / csr::chunk_vertices];
            for (int64_t w = from >> 6; w * 64 < to; w++) {
                t.visited[w] |= t.fresh[w];
                for (uint64_t bits = t.fresh[w]; bits != 0; bits &= bits - 1, at++) {
                    const int64_t v = w * 64 + __builtin_ctzll(bits);
                    t.queue[at] = static_cast<int32_t>(v);
                    t.sigmas[at] = next[v];
                    if (next[v] > most) most = next[v];
                    edges += crew.out_degree(v);
                    in_edges += crew.in_degree(v);
                }
            }
            crew.forget(state.depth - 1, next, from, to, crew.n);
        });
        crew.join(state.next_edges, edges);
        crew.join(state.next_in_edges, in_edges);
        crew.join_most(state.most, most);
        return crew.end([this] {
            // On the way back, the fewer edges again.
            const bool gets = (t.traits[state.depth] & csr::level_ascending) && crew.graph.sorted &&
                              2 * (state.next_in_edges + state.end - state.head) < state.edges;
            next_level(csr::level_shared | (gets ? csr::level_gets : 0), csr::level_ascending);
        });
    }

    // --- Levels that add up for themselves ---

    bool shared_level() {
        const int64_t head = state.head;
        Found found(t);
        double most = 0;
        int64_t edges = 0;
        team.take_chunks(state.end - head, chunk, [&](int64_t from, int64_t to) {
            edges += count<true>(head + from, head + to, &found, most);
        });
        found.flush();
        crew.join(state.next_edges, edges);
        crew.join_most(state.most, most);
        return team.end_chunks([this] { next_level(csr::level_shared, 0); });
    }

    // Sigmas of queue[from .. to), all of the level in work, and what is found from there. Returns that one's
    // out-edges when shared.
    template <bool shared>
    int64_t count(int64_t from, int64_t to, Found* found, double& most) {
        const double* const before = t.values[(state.depth + 1) & 1];
        double* const now = t.values[state.depth & 1];
        const double scale = state.scale;
        int64_t edges = 0;
        crew.forget(state.depth - 2, now, from - state.head, to - state.head, state.end - state.head);
        for (int64_t i = from; i < to; i++) {
            if ((i & (Crew::pause - 1)) == 0 && team.stopping()) break;
            crew.ask(crew.in_graph, i, to);
            const int32_t v = t.queue[i];
            double sigma = crew.sum_brief(crew.in_graph, before, v) * scale;
            if (sigma < csr::least_sigma) sigma = csr::least_sigma;
            now[v] = t.sigmas[i] = sigma;
            if (sigma > most) most = sigma;
            if constexpr (shared) edges += discover_shared(v, *found);
            else discover_alone(v);
        }
        return edges;
    }

    // One worker's way: without branches for short rows. Degrees are added up by the caller.
    void discover_alone(int32_t v) {
        const int64_t begin = crew.graph.offsets[v], length = crew.graph.offsets[v + 1] - begin;
        const int32_t* const row = crew.graph.neighbours + begin;
        int64_t tail = state.tail;
        const auto look = [&](int64_t k, bool counts) {
            const int32_t w = row[k];
            uint64_t& word = t.visited[w >> 6];
            const uint64_t fresh = (~word >> (w & 63)) & counts;
            word |= fresh << (w & 63);
            t.queue[tail] = w;
            tail += static_cast<int64_t>(fresh);
        };
        if (Crew::is_brief(crew.graph, begin, length)) {
            for (int64_t k = 0; k < Crew::brief; k++) look(k, k < length);
        } else {
            for (int64_t k = 0; k < length; k++) look(k, true);
        }
        state.tail = tail;
    }

    int64_t discover_shared(int32_t v, Found& found) {
        int64_t edges = 0;
        for (int64_t e = crew.graph.offsets[v], end = crew.graph.offsets[v + 1]; e < end; e++) {
            const int32_t w = crew.graph.neighbours[e];
            uint64_t& word = t.visited[w >> 6];
            const uint64_t bit = 1ull << (w & 63);
            if (__atomic_load_n(&word, __ATOMIC_RELAXED) & bit) continue;
            if (__atomic_fetch_or(&word, bit, __ATOMIC_RELAXED) & bit) continue;
            found.add(w);
            edges += crew.out_degree(w);
        }
        return edges;
    }

    Crew& crew;
    const csr::Tree& t;
    csr::TreeState& state;
    Team& team;
};

}  // namespace gatun::GATUN_TIER
