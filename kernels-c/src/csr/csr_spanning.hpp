// Memory of a search for the minimum spanning forest, and the order of weights.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_spanning.h"

namespace gatun::csr {

struct SpanningState {
    int32_t passed_over;          // the component that seems to be the largest, -1 when there is none yet
    alignas(64) int64_t edges;    // of the forest, found so far
    alignas(64) int64_t roots;    // counted at the end
};

struct SpanningScratch {
    SpanningScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        state = scratch.take<SpanningState>(1);
        labels = scratch.take<int32_t>(n);
        parents = scratch.take<int32_t>(n);
        best = scratch.take<int32_t>(n + 1);
        picks = scratch.take<int64_t>(n);
        goals = scratch.take<int32_t>(n);
    }

    Scratch scratch;
    SpanningState* state;
    int32_t* labels;   // a vertex that stands for each vertex's component; in the end, sources by target
    int32_t* parents;  // of such a vertex: what its component has been hung under; in the end, targets
    int32_t* best;     // of such a vertex: the vertex whose pick is lightest, or -1; in the end, counts
    int64_t* picks;    // each vertex's lightest entry that leads out of its component; in the end, weights
    int32_t* goals;    // where that leads, or -1
};

// Weights as numbers whose order is that of the weights, and as the caller gets them.
template <class W>
struct SpanningWeights {
    using Key = W;
    static constexpr bool integer = true, constant = false;

    explicit SpanningWeights(const gatun_csr& graph) : weights(static_cast<const W*>(graph.weights)) {}
    Key key(int64_t e) const { return weights[e]; }
    int64_t bits(int64_t e) const { return weights[e]; }
    bool is_nan(int64_t) const { return false; }

    const W* const weights;
};

// The bits of floating-point numbers are in order but for the sign.
template <class W, class Bits>
struct SpanningFloats {
    using Key = Bits;
    static constexpr bool integer = false, constant = false;

    explicit SpanningFloats(const gatun_csr& graph) : weights(static_cast<const W*>(graph.weights)) {}
    Key key(int64_t e) const {
        constexpr int sign = sizeof(Bits) * 8 - 1;
        const Bits all = __builtin_bit_cast(Bits, weights[e]);
        return all ^ ((all >> sign) & static_cast<Bits>(~(uint64_t{1} << 63) >> (63 - sign)));
    }
    int64_t bits(int64_t e) const { return __builtin_bit_cast(int64_t, static_cast<double>(weights[e])); }
    bool is_nan(int64_t e) const { return weights[e] != weights[e]; }

    const W* const weights;
};

template <>
struct SpanningWeights<float> : SpanningFloats<float, int32_t> {
    using SpanningFloats::SpanningFloats;
};

template <>
struct SpanningWeights<double> : SpanningFloats<double, int64_t> {
    using SpanningFloats::SpanningFloats;
};

// Every edge weighs 1.
template <>
struct SpanningWeights<void> {
    using Key = int32_t;
    static constexpr bool integer = true, constant = true;

    explicit SpanningWeights(const gatun_csr&) {}
    Key key(int64_t) const { return 1; }
    int64_t bits(int64_t) const { return 1; }
    bool is_nan(int64_t) const { return false; }
};

}  // namespace gatun::csr
