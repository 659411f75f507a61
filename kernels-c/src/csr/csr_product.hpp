// Rows of a graph times a vector.
#pragma once

#include <cstdint>

#include "gatun/csr.h"

namespace gatun::csr {

template <class Weight>
class EntryWeights {
  public:
    explicit EntryWeights(const gatun_csr& graph) : weights(static_cast<const Weight*>(graph.weights)) {}
    double times(int64_t e, double value) const { return value * static_cast<double>(weights[e]); }

    // Whether a weight is a number that sums can bear: finite, 0 or more.
    bool usable(int64_t e) const {
        const double weight = static_cast<double>(weights[e]);
        return weight >= 0 && weight < __builtin_huge_val();
    }

  private:
    const Weight* const weights;
};

template <>
class EntryWeights<void> {
  public:
    explicit EntryWeights(const gatun_csr&) {}
    double times(int64_t, double value) const { return value; }
    bool usable(int64_t) const { return true; }
};

// Sums weight(e) * values[neighbour(e)] over a row, in the order of its entries.
template <class Weight>
class RowProduct {
  public:
    RowProduct(const gatun_csr& graph, const double* values)
        : neighbours(graph.neighbours), weights(graph), values(values), entries(graph.entries),
          far(graph.vertices > cached) {}

    double add(double sum, int64_t begin, int64_t end) const {
        return far && end + ahead <= entries ? add_far(sum, begin, end) : add_near(sum, begin, end);
    }

  private:
    // Vectors of so many values stay in the L2 cache. Longer ones are read so many entries ahead, across the ends of
    // rows.
    static constexpr int64_t cached = (256 << 10) / sizeof(double);
    static constexpr int64_t ahead = 256;

    double add_near(double sum, int64_t begin, int64_t end) const {
        for (int64_t e = begin; e < end; e++) sum += weights.times(e, values[neighbours[e]]);
        return sum;
    }

    double add_far(double sum, int64_t begin, int64_t end) const {
        for (int64_t e = begin; e < end; e++) {
            __builtin_prefetch(&values[neighbours[e + ahead]], 0, 2);
            sum += weights.times(e, values[neighbours[e]]);
        }
        return sum;
    }

    const int32_t* const neighbours;
    const EntryWeights<Weight> weights;
    const double* const values;
    const int64_t entries;
    const bool far;
};

}  // namespace gatun::csr
