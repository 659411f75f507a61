// Graphs to simulate on, the same in every run: both directions of each edge, no loops, no duplicates, rows sorted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "gatun/csr.h"

struct Graph {
    std::vector<int64_t> offsets;
    std::vector<int32_t> neighbours;
    std::vector<int32_t> weights;  // 1 .. 255, the same in both directions

    gatun_csr csr(bool weighted) const {
        return {static_cast<int64_t>(offsets.size()) - 1, static_cast<int64_t>(neighbours.size()), offsets.data(),
            neighbours.data(), weighted ? weights.data() : nullptr, weighted ? GATUN_WEIGHT_INT32 : GATUN_WEIGHT_NONE, 1};
    }

    // A vertex of the largest degree.
    int32_t busiest() const {
        int32_t best = 0;
        for (size_t v = 0; v + 1 < offsets.size(); v++) {
            if (offsets[v + 1] - offsets[v] > offsets[best + 1] - offsets[best]) best = static_cast<int32_t>(v);
        }
        return best;
    }
};

// SplitMix64.
class Random {
  public:
    uint64_t next() {
        uint64_t z = state += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    uint32_t below(uint32_t bound) { return static_cast<uint32_t>((next() >> 32) * bound >> 32); }

  private:
    uint64_t state = 42;
};

inline Graph of_edges(int64_t n, std::vector<uint64_t> edges) {
    const size_t m = edges.size();
    for (size_t i = 0; i < m; i++) edges.push_back(edges[i] << 32 | edges[i] >> 32);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    Graph graph;
    graph.offsets.assign(n + 1, 0);
    for (const uint64_t edge : edges) {
        const uint64_t u = edge >> 32, v = edge & UINT32_MAX;
        if (u == v) continue;
        graph.offsets[u + 1]++;
        graph.neighbours.push_back(static_cast<int32_t>(v));
        const uint64_t mixed = (std::min(u, v) * 2654435761u + std::max(u, v) * 40503u) & UINT32_MAX;
        graph.weights.push_back(static_cast<int32_t>(1 + mixed % 255));
    }
    std::partial_sum(graph.offsets.begin(), graph.offsets.end(), graph.offsets.begin());
    return graph;
}

// `kron`: R-MAT with the parameters of Graph500; `uniform`: Erdos-Renyi; both 16 edges a vertex; `road`: a grid.
inline Graph make(const std::string& shape, int scale) {
    const int64_t n = int64_t{1} << scale;
    Random random;
    std::vector<uint64_t> edges;
    if (shape == "road") {
        const int64_t side = int64_t{1} << (scale / 2);
        for (int64_t v = 0; v < side * side; v++) {
            if ((v + 1) % side != 0 && random.below(100) < 85) edges.push_back(static_cast<uint64_t>(v << 32 | (v + 1)));
            if (v + side < side * side && random.below(100) < 85) edges.push_back(static_cast<uint64_t>(v << 32 | (v + side)));
        }
        return of_edges(side * side, std::move(edges));
    }
    std::vector<uint32_t> name(n);
    std::iota(name.begin(), name.end(), 0);
    for (int64_t v = n - 1; v > 0; v--) std::swap(name[v], name[random.below(static_cast<uint32_t>(v + 1))]);
    for (int64_t i = 0; i < 16 * n; i++) {
        uint64_t u = 0, v = 0;
        for (int bit = 0; bit < scale; bit++) {
            const uint32_t draw = random.below(100);
            const bool skewed = shape == "kron";
            u = u << 1 | (draw >= (skewed ? 76 : 50));
            v = v << 1 | (skewed ? (draw >= 57 && draw < 76) || draw >= 95 : draw % 2);
        }
        edges.push_back(static_cast<uint64_t>(name[u]) << 32 | name[v]);
    }
    return of_edges(n, std::move(edges));
}
