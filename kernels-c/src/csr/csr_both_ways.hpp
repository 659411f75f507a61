// The edges of a vertex whatever their direction: its row among the out-edges and, in a directed graph, its row among
// the in-edges.
#pragma once

#include <cstdint>

#include "gatun/csr.h"

namespace gatun::GATUN_TIER {

class BothWays {
  public:
    BothWays(const gatun_csr& out, const gatun_csr& in)
        : out(out), in(in), rows(out.offsets == in.offsets && out.neighbours == in.neighbours ? 1 : 2) {}

    // What is wrong with the two together, or NULL.
    static const char* problem(const gatun_csr& out, const gatun_csr& in) {
        const bool alike = out.vertices == in.vertices && out.entries == in.entries;
        return alike ? nullptr : "in_graph is not as large as graph";
    }

    int64_t degree(int64_t v) const {
        const int64_t there = out.offsets[v + 1] - out.offsets[v];
        return rows == 1 ? there : there + in.offsets[v + 1] - in.offsets[v];
    }

    // Calls body(neighbours, count) for pieces of the rows, the next of which it is not called for when it is false.
    // Returns whether it always was true.
    template <class Body>
    bool each_piece(int64_t v, int64_t longest, Body&& body) const {
        for (int row = 0; row < rows; row++) {
            const gatun_csr& graph = row == 0 ? out : in;
            for (int64_t at = graph.offsets[v], end = graph.offsets[v + 1]; at < end; at += longest) {
                if (!body(&graph.neighbours[at], end - at < longest ? end - at : longest)) return false;
            }
        }
        return true;
    }

    void prefetch(int64_t v) const {
        __builtin_prefetch(&out.neighbours[out.offsets[v]]);
        if (rows == 2) __builtin_prefetch(&in.neighbours[in.offsets[v]]);
    }

  private:
    const gatun_csr& out;
    const gatun_csr& in;
    const int rows;
};

}  // namespace gatun::GATUN_TIER
