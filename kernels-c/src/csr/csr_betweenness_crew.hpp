// Who works on a tree, and how rows are walked: all workers of a team, or one that has the tree for itself.
#pragma once

#include "core/team.hpp"
#include "csr/csr_betweenness.hpp"

namespace gatun::GATUN_TIER {

class Crew {
  public:
    Crew(const gatun_csr_betweenness_args& a, Team& team, const csr::Tree& tree, bool alone)
        : graph(a.graph), in_graph(a.in_graph), n(a.graph.vertices), team(team), t(tree), alone(alone) {
        low = alone ? 0 : boundary(team.worker);
        high = alone ? n : boundary(team.worker + 1);
    }

    // Runs body(from, to) over 0 .. total in pieces. False on all alike when the call is to end.
    template <class Body>
    bool pieces(int64_t total, int64_t piece, const Body& body) {
        take(total, piece, body);
        return end([] {});
    }

    // The two halves of pieces(). One of the workers calls last() when all of them have come to the end.
    template <class Body>
    void take(int64_t total, int64_t piece, const Body& body) {
        if (!alone) return team.take_chunks(total, piece, body);
        for (int64_t at = 0; at < total && !team.stopping(); at += piece) {
            body(at, at + piece < total ? at + piece : total);
        }
    }

    template <class Last>
    bool end(const Last& last) {
        if (!alone) return team.end_chunks(last);
        last();
        return !team.stopping();
    }

    bool running() { return alone ? !team.stopping() : team.running(); }
    bool leads() const { return alone || team.first(); }

    // Adds to what others add to as well.
    void join(int64_t& sum, int64_t part) const {
        if (alone) sum += part;
        else __atomic_fetch_add(&sum, part, __ATOMIC_RELAXED);
    }

    void join_most(double& shared, double mine) const {
        double known;
        __atomic_load(&shared, &known, __ATOMIC_RELAXED);
        while (mine > known &&
               !__atomic_compare_exchange(&shared, &known, &mine, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
    }

    int64_t out_degree(int64_t v) const { return graph.offsets[v + 1] - graph.offsets[v]; }
    int64_t in_degree(int64_t v) const { return in_graph.offsets[v + 1] - in_graph.offsets[v]; }

    // Sum of a value over the neighbours of a row, in their order. In turn: rows are asked for as they stand in memory,
    // so that values of the next ones may be asked for ahead.
    template <bool in_turn>
    double sum(const gatun_csr& of, const double* values, int64_t v) const {
        double sum = 0;
        const int64_t end = of.offsets[v + 1];
        for (int64_t begin = of.offsets[v]; begin < end; begin += longest_piece) {
            const int64_t to = end - begin < longest_piece ? end : begin + longest_piece;
            if (in_turn && to + values_ahead <= of.entries) {
                for (int64_t e = begin; e < to; e++) {
                    __builtin_prefetch(&values[of.neighbours[e + values_ahead]], 0, 2);
                    sum += values[of.neighbours[e]];
                }
            } else {
                for (int64_t e = begin; e < to; e++) sum += values[of.neighbours[e]];
            }
            if (to < end && team.stopping()) break;
        }
        return sum;
    }

    // The same for rows of any order. Those of up to `brief` entries are added up without a branch, which could not be
    // foreseen: what follows in memory counts as +0, which changes no sum.
    double sum_brief(const gatun_csr& of, const double* values, int64_t v) const {
        const int64_t begin = of.offsets[v], length = of.offsets[v + 1] - begin;
        if (!is_brief(of, begin, length)) return sum<false>(of, values, v);
        double sum = 0;
        for (int64_t k = 0; k < brief; k++) {
            uint64_t bits;
            __builtin_memcpy(&bits, &values[of.neighbours[begin + k]], sizeof bits);
            bits &= 0 - static_cast<uint64_t>(k < length);
            double value;
            __builtin_memcpy(&value, &bits, sizeof value);
            sum += value;
        }
        return sum;
    }

    static bool is_brief(const gatun_csr& of, int64_t begin, int64_t length) {
        return length <= brief && begin + brief <= of.entries;
    }

    static constexpr int64_t brief = 4;

    // Calls body(w) for the neighbours in a row that are this worker's: of its range of vertices. `ahead` is an array
    // of doubles by vertex that body will look at.
    template <class Body>
    void each_own(const gatun_csr& of, int64_t v, const double* ahead, const Body& body) const {
        int64_t begin = of.offsets[v], end = of.offsets[v + 1];
        const bool whole = low == 0 && high == n;
        if (!whole && of.sorted && end - begin > 32) {
            begin = lower_bound(of.neighbours, begin, end, low);
            end = lower_bound(of.neighbours, begin, end, high);
        }
        const uint32_t from = static_cast<uint32_t>(low), span = static_cast<uint32_t>(high - low);
        for (; begin < end; begin += longest_piece) {
            const int64_t to = end - begin < longest_piece ? end : begin + longest_piece;
            for (int64_t e = begin; e < to; e++) {
                if (e + own_ahead < to) __builtin_prefetch(&ahead[of.neighbours[e + own_ahead]], 1, 3);
                const int32_t w = of.neighbours[e];
                if (static_cast<uint32_t>(w) - from < span) body(w);
            }
            if (to < end && team.stopping()) break;
        }
    }

    // First place in [begin, end) of an ascending array with a value that is not less.
    static int64_t lower_bound(const int32_t* values, int64_t begin, int64_t end, int64_t value) {
        while (begin < end) {
            const int64_t middle = (begin + end) / 2;
            if (values[middle] < value) begin = middle + 1;
            else end = middle;
        }
        return begin;
    }

    // Asks for the rows of vertices further on in the queue.
    void ask(const gatun_csr& of, int64_t i, int64_t to) const {
        if (i + offsets_ahead < to) __builtin_prefetch(&of.offsets[t.queue[i + offsets_ahead]]);
        if (i + rows_ahead < to) __builtin_prefetch(&of.neighbours[of.offsets[t.queue[i + rows_ahead]]]);
    }

    // Zeroes the values of level d, which they are no more needed for: the part that goes with [from, to) of `whole`.
    void forget(int64_t d, double* values, int64_t from, int64_t to, int64_t whole) const {
        if (d < 0) return;
        const int64_t head = t.begins[d], count = t.begins[d + 1] - head;
        const auto place = [&](int64_t at) {
            return head + static_cast<int64_t>(static_cast<__int128>(at) * count / whole);
        };
        const int64_t end = place(to);
        for (int64_t i = place(from); i < end; i++) values[t.queue[i]] = 0;
    }

    static constexpr int64_t pause = 1 << 10;  // vertices between two looks at the cancel flag

    const gatun_csr& graph;
    const gatun_csr& in_graph;
    const int64_t n;
    Team& team;
    const csr::Tree& t;
    const bool alone;
    int64_t low, high;  // this worker's vertices, where vertices have owners: whole chunks

  private:
    static constexpr int64_t longest_piece = 1 << 18;  // entries of one row between two looks at the cancel flag
    static constexpr int64_t offsets_ahead = 24, rows_ahead = 12;
    static constexpr int64_t values_ahead = 64, own_ahead = 24;

    // Where the range of a worker begins: all of them have about as many in-edges.
    int64_t boundary(uint32_t worker) const {
        if (worker == team.workers) return n;
        const int64_t before = in_graph.entries / team.workers * worker;
        int64_t begin = 0, end = n;
        while (begin < end) {
            const int64_t middle = (begin + end) / 2;
            if (in_graph.offsets[middle] < before) begin = middle + 1;
            else end = middle;
        }
        return begin / csr::chunk_vertices * csr::chunk_vertices;
    }
};

}  // namespace gatun::GATUN_TIER
