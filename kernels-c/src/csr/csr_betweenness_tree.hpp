// Dependencies of one source: levels outwards with their numbers of shortest paths, then back.
//
// Neighbours along an out-edge are one level further away at most. So of two arrays that the levels write by turns, the
// one of the level before (or after) holds nothing else next to a vertex, and sums over rows need no look at levels.
#pragma once

#include "csr/csr_betweenness_out.hpp"

namespace gatun::GATUN_TIER {

class Dependencies {
  public:
    // Alone: this worker has the tree for itself.
    Dependencies(const gatun_csr_betweenness_args& a, Team& team, const csr::Tree& tree, bool alone)
        : crew(a, team, tree, alone), t(tree), team(team) {}

    // Makes the tree ready for its first source.
    bool prepare() {
        return crew.pieces(crew.n, stride, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) t.values[0][v] = t.values[1][v] = 0;
        });
    }

    // Adds the dependencies of a source to sums. False when the call is to end.
    bool add(int32_t source, double* sums) { return Outwards(crew).run(source) && back(sums); }

  private:
    static constexpr int64_t chunk = 64;        // vertices of a level that a worker takes at a time
    static constexpr int64_t sums_ahead = 16;
    static constexpr int64_t stride = 1 << 16;  // the same of all vertices

    bool is_shared(int64_t d) const { return t.traits[d] & csr::level_shared; }

    bool back(double* sums) {
        const int64_t depth = t.state->depth - 1;
        for (int64_t d = depth; d > 0;) {
            if (t.traits[d] & csr::level_gets) {
                if (!get(d--, depth, sums)) return false;
            } else if (crew.alone || !is_shared(d)) {
                const int64_t first = d;
                while (d > 0 && (crew.alone || !is_shared(d)) && !(t.traits[d] & csr::level_gets)) d--;
                if (crew.leads()) {
                    for (int64_t k = first; k > d && !team.stopping(); k--) {
                        collect(k, depth, t.begins[k], t.begins[k + 1], sums);
                    }
                }
                if (!crew.running()) return false;
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

    double scale_after(int64_t d) const { return t.traits[d + 1] & csr::level_scaled ? csr::step_down : 1; }

    // Dependencies on queue[from .. to), all of level d.
    void collect(int64_t d, int64_t depth, int64_t from, int64_t to, double* sums) {
        const double* const after = t.values[(d + 1) & 1];
        double* const now = t.values[d & 1];
        const double scale = scale_after(d);
        const int64_t head = t.begins[d], count = t.begins[d + 1] - head;
        const bool in_turn = t.traits[d] & csr::level_ascending;
        if (d + 2 <= depth) crew.forget(d + 2, now, from - head, to - head, count);
        for (int64_t i = from; i < to; i++) {
            if (!in_turn && i + sums_ahead < to) __builtin_prefetch(&sums[t.queue[i + sums_ahead]], 1);
            if ((i & (Crew::pause - 1)) == 0 && team.stopping()) break;
            const int32_t v = t.queue[i];
            const double sigma = t.sigmas[i];
            double delta = 0;
            if (d < depth) {
                double sum;
                if (in_turn) {
                    sum = crew.sum<true>(crew.graph, after, v);
                } else {
                    crew.ask(crew.graph, i, to);
                    sum = crew.sum_brief(crew.graph, after, v);
                }
                delta = sigma * sum * scale;
                sums[v] += delta;
            }
            now[v] = (1 + delta) / sigma;
        }
    }

    // The same for a level whose successors have few in-edges: they hand their values back along these. They do so in
    // ascending order, in which they stand in the rows too. Values of level d are 0 before.
    bool get(int64_t d, int64_t depth, double* sums) {
        double* const now = t.values[d & 1];
        const double* const after = t.values[(d + 1) & 1];
        hand_back(d, after, now);
        if (!crew.running()) return false;
        const int64_t head = t.begins[d], count = t.begins[d + 1] - head;
        const double scale = scale_after(d);
        return crew.pieces(count, stride / 16, [&](int64_t from, int64_t to) {
            if (d + 2 <= depth) crew.forget(d + 2, now, from, to, count);
            for (int64_t i = head + from; i < head + to; i++) {
                const int32_t v = t.queue[i];
                const double sigma = t.sigmas[i], delta = sigma * now[v] * scale;
                sums[v] += delta;
                now[v] = (1 + delta) / sigma;
            }
        });
    }

    // What this worker's vertices of level d get.
    void hand_back(int64_t d, const double* after, double* now) {
        for (int64_t w = crew.low / 64; w < (crew.high + 63) / 64; w++) t.fresh[w] = 0;
        const int64_t begin = t.begins[d], middle = t.begins[d + 1], end = t.begins[d + 2];
        const int64_t first = Crew::lower_bound(t.queue, begin, middle, crew.low);
        for (int64_t i = first; i < middle && t.queue[i] < crew.high; i++) {
            const int32_t v = t.queue[i];
            t.fresh[v >> 6] |= 1ull << (v & 63);
            now[v] = 0;
        }
        for (int64_t i = middle; i < end; i++) {
            if ((i & (Crew::pause - 1)) == 0 && team.stopping()) return;
            crew.ask(crew.in_graph, i, end);
            const int32_t w = t.queue[i];
            const double value = after[w];
            crew.each_own(crew.in_graph, w, now, [&](int32_t v) {
                if (t.fresh[v >> 6] >> (v & 63) & 1) now[v] += value;
            });
        }
    }

    // Zeroes the values of the last levels.
    bool clear(int64_t depth) {
        for (int64_t d = 0; d <= 2 && d <= depth; d++) {
            const int64_t head = t.begins[d];
            const bool goes_on = crew.pieces(t.begins[d + 1] - head, stride, [&](int64_t from, int64_t to) {
                for (int64_t i = head + from; i < head + to; i++) t.values[d & 1][t.queue[i]] = 0;
            });
            if (!goes_on) return false;
        }
        return true;
    }

    Crew crew;
    const csr::Tree& t;
    Team& team;
};

}  // namespace gatun::GATUN_TIER
