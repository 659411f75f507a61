// How PageRank adds up the rows of a graph.
#pragma once

#include <cstdint>

#include "gatun/csr_pagerank.h"

namespace gatun::csr {

// What an entry hands on, and what a vertex can hand on in all. Unweighted: the share of the vertex it comes from, and
// its out-degree.
template <class Of>
class Unweighted {
  public:
    using Share = Of;
    static constexpr bool weighted = false;

    Unweighted(const gatun_csr_pagerank_args& a, const Share* shares)
        : neighbours(a.in_graph.neighbours), shares(shares), out_offsets(a.out_offsets) {}

    double operator[](int64_t e) const { return shares[neighbours[e]]; }
    double out(int64_t v) const { return static_cast<double>(out_offsets[v + 1] - out_offsets[v]); }
    void prefetch(int64_t e) const { __builtin_prefetch(&shares[neighbours[e]], 0, 2); }

  private:
    const int32_t* neighbours;
    const Share* shares;
    const int64_t* out_offsets;
};

// Weighted: the share times the entry's weight, and the sum of its out-weights.
template <class Of, class Weight>
class Weighted {
  public:
    using Share = Of;
    static constexpr bool weighted = true;

    Weighted(const gatun_csr_pagerank_args& a, const Share* shares)
        : neighbours(a.in_graph.neighbours), weights(static_cast<const Weight*>(a.in_graph.weights)), shares(shares),
          out_weights(a.out_weight_sums) {}

    double operator[](int64_t e) const {
        return static_cast<double>(shares[neighbours[e]]) * static_cast<double>(weights[e]);
    }
    double out(int64_t v) const { return out_weights[v]; }
    void prefetch(int64_t e) const { __builtin_prefetch(&shares[neighbours[e]], 0, 2); }

  private:
    const int32_t* neighbours;
    const Weight* weights;
    const Share* shares;
    const double* out_weights;
};

// Adds up rows, always in the order of their entries: several partial sums are no faster. `far`: shares are asked for
// ahead. `short_rows`: rows of up to four entries are added up without a branch.
template <class Edges, bool far, bool short_rows>
class RowSum {
  public:
    const Edges edges;

    RowSum(const Edges& edges, int64_t entries) : edges(edges), last(entries - (far ? ahead : 0) - brief) {}

    // Whether add() may be used for a row that ends there: it reads on.
    bool reaches(int64_t end) const { return end <= last; }

    double add(double sum, int64_t begin, int64_t end) const {
        if (short_rows && end - begin <= brief) return add_brief(sum, begin, end);
        for (int64_t e = begin; e < end; e++) {
            if constexpr (far) edges.prefetch(e + ahead);
            sum += edges[e];
        }
        return sum;
    }

    double add_last(double sum, int64_t begin, int64_t end) const {
        for (int64_t e = begin; e < end; e++) sum += edges[e];
        return sum;
    }

  private:
    // So many entries ahead, across the ends of rows, and into the L2 cache: on their way into L1 the shares would push
    // each other out.
    static constexpr int64_t ahead = 256;
    static constexpr int64_t brief = 4;

    // Always reads `brief` entries; those of later rows count as +0, which changes no sum. Vectors, because a plain
    // choice becomes the branch that this is here to avoid.
    double add_brief(double sum, int64_t begin, int64_t end) const {
        if constexpr (far) {
            for (int64_t k = 0; k < brief; k++) edges.prefetch(begin + ahead + k);
        }
        Bits low, high;
        __builtin_memcpy(&low, keep + brief - (end - begin), sizeof low);
        __builtin_memcpy(&high, keep + brief - (end - begin) + 2, sizeof high);
        const Pair first = reinterpret_cast<Pair>(reinterpret_cast<Bits>(Pair{edges[begin], edges[begin + 1]}) & low);
        const Pair second =
            reinterpret_cast<Pair>(reinterpret_cast<Bits>(Pair{edges[begin + 2], edges[begin + 3]}) & high);
        return sum + first[0] + first[1] + second[0] + second[1];
    }

    using Bits = int64_t __attribute__((vector_size(16)));
    using Pair = double __attribute__((vector_size(16)));
    static_assert(brief == 4);
    static constexpr int64_t keep[2 * brief] = {-1, -1, -1, -1, 0, 0, 0, 0};

    const int64_t last;
};

}  // namespace gatun::csr
