// Reading the rows of a level's graph, with weights as integers.
#pragma once

#include <cstdint>

#include "gatun/csr.h"

namespace gatun::csr {

// What a row's neighbours are read for is asked for so many entries ahead.
constexpr int64_t entries_ahead = 16;

inline int bit_length(uint64_t value) { return value == 0 ? 0 : 64 - __builtin_clzll(value); }

// Weight of an entry of the graph given, in units such that the sum of 2 * entries of the heaviest stays below 2^61.
template <class Weight>
class Units {
  public:
    Units(const gatun_csr& graph, int64_t heaviest) : weights(static_cast<const Weight*>(graph.weights)) {
        const int spare = 61 - bit_length(2 * static_cast<uint64_t>(graph.entries));
        if constexpr (whole) {
            const int excess = bit_length(static_cast<uint64_t>(heaviest)) - spare;
            shift = excess > 0 ? excess : 0;
        } else {
            const int above = static_cast<int>(heaviest >> 52) - 1022;  // the heaviest is less than 2^above
            const int exponent = spare - above < 1000 ? spare - above : 1000;
            scale = __builtin_bit_cast(double, static_cast<uint64_t>(exponent + 1023) << 52);
        }
    }

    int64_t operator[](int64_t e) const {
        if constexpr (whole) return static_cast<int64_t>(weights[e]) >> shift;
        else return static_cast<int64_t>(static_cast<double>(weights[e]) * scale + 0.5);
    }

    // Bits by which weights from 0 up compare: the value itself or that of its double.
    static int64_t bits(Weight weight) {
        if constexpr (whole) return weight;
        else return __builtin_bit_cast(int64_t, static_cast<double>(weight));
    }

    static bool is_valid(Weight weight) {
        if constexpr (whole) return weight >= 0;
        else return weight >= 0 && weight < static_cast<Weight>(__builtin_huge_val());
    }

  private:
    static constexpr bool whole = static_cast<Weight>(0.5) == 0;

    const Weight* const weights;
    int shift = 0;
    double scale = 0;
};

struct Ones {
    Ones(const gatun_csr&, int64_t) {}
    int64_t operator[](int64_t) const { return 1; }
};

// The graph given: a row is its out-edges and its in-edges; what an undirected one stores once, a loop, counts twice.
template <class Weights>
class GivenRows {
  public:
    GivenRows(const gatun_csr& graph, const gatun_csr& in_graph, int64_t heaviest)
        : vertices(graph.vertices), out(graph), in(in_graph), directed(in_graph.vertices != 0), out_weights(graph, heaviest),
          in_weights(directed ? in_graph : graph, heaviest) {}

    const int64_t vertices;

    int64_t entries() const { return directed ? out.entries + in.entries : out.entries; }

    int64_t degree(int64_t v) const {
        const int64_t own = out.offsets[v + 1] - out.offsets[v];
        return directed ? own + in.offsets[v + 1] - in.offsets[v] : own;
    }

    // Calls body(neighbour, weight) for the entries of a row, which will read hot[neighbour].
    template <class Body, class Hot>
    __attribute__((always_inline)) void for_row(int64_t v, const Hot* hot, Body&& body) const {
        for (int64_t e = out.offsets[v], end = out.offsets[v + 1]; e < end; e++) {
            if (e + entries_ahead < out.entries) __builtin_prefetch(&hot[out.neighbours[e + entries_ahead]]);
            const int32_t u = out.neighbours[e];
            const int64_t weight = out_weights[e];
            body(u, !directed && u == v ? 2 * weight : weight);
        }
        if (!directed) return;
        for (int64_t e = in.offsets[v], end = in.offsets[v + 1]; e < end; e++) {
            if (e + entries_ahead < in.entries) __builtin_prefetch(&hot[in.neighbours[e + entries_ahead]]);
            body(in.neighbours[e], in_weights[e]);
        }
    }

    void prefetch_offset(int64_t v) const { __builtin_prefetch(&out.offsets[v]); }
    void prefetch_row(int64_t v) const { __builtin_prefetch(&out.neighbours[out.offsets[v]]); }

  private:
    const gatun_csr& out;
    const gatun_csr& in;
    const bool directed;
    const Weights out_weights, in_weights;
};

// The graph of a later level: each edge in both rows, each loop once with its whole weight.
class LevelRows {
  public:
    LevelRows(int64_t vertices, const int64_t* offsets, const int32_t* neighbours, const int64_t* weights)
        : vertices(vertices), offsets(offsets), neighbours(neighbours), weights(weights) {}

    const int64_t vertices;

    int64_t entries() const { return offsets[vertices]; }
    int64_t degree(int64_t v) const { return offsets[v + 1] - offsets[v]; }

    template <class Body, class Hot>
    __attribute__((always_inline)) void for_row(int64_t v, const Hot* hot, Body&& body) const {
        const int64_t last = offsets[vertices] - entries_ahead;
        for (int64_t e = offsets[v], end = offsets[v + 1]; e < end; e++) {
            if (e < last) __builtin_prefetch(&hot[neighbours[e + entries_ahead]]);
            body(neighbours[e], weights[e]);
        }
    }

    void prefetch_offset(int64_t v) const { __builtin_prefetch(&offsets[v]); }
    void prefetch_row(int64_t v) const { __builtin_prefetch(&neighbours[offsets[v]]); }

  private:
    const int64_t* const offsets;
    const int32_t* const neighbours;
    const int64_t* const weights;
};

}  // namespace gatun::csr
