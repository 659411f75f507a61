// The calls that are simulated.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gatun/csr_betweenness.h"
#include "gatun/csr_bfs.h"
#include "gatun/csr_components.h"
#include "gatun/csr_core.h"
#include "gatun/csr_label_propagation.h"
#include "gatun/csr_pagerank.h"
#include "gatun/csr_sssp.h"
#include "gatun/csr_triangles.h"
#include "graphs.hpp"

struct Case {
    std::string name;
    int32_t (*kernel)(void* args, gatun_team* team, uint32_t worker, uint32_t workers);
    std::function<void*(uint32_t workers)> prepare;  // fresh arguments for so many workers
};

// Memory for outputs and scratch, kept between calls of a case.
class Memory {
  public:
    template <class T>
    T* take(uint64_t count) {
        blocks.push_back(std::unique_ptr<char[]>(new char[count * sizeof(T) + 64]));
        return reinterpret_cast<T*>((reinterpret_cast<uintptr_t>(blocks.back().get()) + 63) & ~uintptr_t{63});
    }
    void clear() { blocks.clear(); }

  private:
    std::vector<std::unique_ptr<char[]>> blocks;
};

// A kernel whose arguments are the struct Args: `fill` sets them for a number of workers.
template <class Args, class Fill>
Case make_case(const char* name, int32_t (*kernel)(void*, gatun_team*, uint32_t, uint32_t), Fill fill) {
    auto args = std::make_shared<Args>();
    auto memory = std::make_shared<Memory>();
    return {name, kernel, [=](uint32_t workers) {
                memory->clear();
                *args = Args{};
                fill(*args, *memory, workers);
                return static_cast<void*>(args.get());
            }};
}

#define GATUN_KERNEL(name)                                                                    \
    [](void* args, gatun_team* team, uint32_t worker, uint32_t workers) {                     \
        return gatun_##name(static_cast<gatun_##name##_args*>(args), team, worker, workers);  \
    }

inline std::vector<Case> cases(const Graph& graph) {
    const gatun_csr plain = graph.csr(false), weighted = graph.csr(true);
    const int64_t n = plain.vertices;
    const int32_t source = graph.busiest();
    std::vector<Case> all;
    const auto scratch = [](auto& a, Memory& memory, uint64_t bytes) {
        a.scratch = memory.take<char>(bytes);
        a.scratch_bytes = bytes;
    };
    all.push_back(make_case<gatun_csr_bfs_args>("csr_bfs", GATUN_KERNEL(csr_bfs), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = a.in_graph = plain;
        int32_t* const sources = memory.take<int32_t>(1);
        *sources = source;
        a.sources = sources;
        a.source_count = 1;
        a.max_depth = -1;
        a.parents_mode = GATUN_PARENTS_SMALLEST;
        a.distances = memory.take<int32_t>(n);
        a.parents = memory.take<int32_t>(n);
        scratch(a, memory, gatun_csr_bfs_scratch(n, workers));
    }));
    all.push_back(make_case<gatun_csr_pagerank_args>("csr_pagerank", GATUN_KERNEL(csr_pagerank), [=](auto& a, Memory& memory, uint32_t workers) {
        a.in_graph = plain;
        a.out_offsets = plain.offsets;
        a.alpha = 0.85;
        a.max_iterations = 10;
        a.single_precision = 1;
        a.ranks = memory.take<double>(n);
        scratch(a, memory, gatun_csr_pagerank_scratch(n, workers));
    }));
    all.push_back(make_case<gatun_csr_components_args>("csr_components", GATUN_KERNEL(csr_components), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = a.in_graph = plain;
        a.labels = memory.take<int32_t>(n);
        scratch(a, memory, gatun_csr_components_scratch(n, workers));
    }));
    all.push_back(make_case<gatun_csr_sssp_args>("csr_sssp", GATUN_KERNEL(csr_sssp), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = weighted;
        int32_t* const sources = memory.take<int32_t>(1);
        *sources = source;
        a.sources = sources;
        a.source_count = 1;
        a.distances = memory.take<int64_t>(n);
        scratch(a, memory, gatun_csr_sssp_scratch(&weighted, workers));
    }));
    all.push_back(make_case<gatun_csr_triangles_args>("csr_triangles", GATUN_KERNEL(csr_triangles), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = plain;
        scratch(a, memory, gatun_csr_triangles_scratch(n, plain.entries, 0, 0, workers));
    }));
    all.push_back(make_case<gatun_csr_betweenness_args>("csr_betweenness", GATUN_KERNEL(csr_betweenness), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = a.in_graph = plain;
        int32_t* const sources = memory.take<int32_t>(1);
        *sources = source;
        a.sources = sources;
        a.source_count = 1;
        a.factor = 1;
        a.scores = memory.take<double>(n);
        scratch(a, memory, gatun_csr_betweenness_scratch(n, 1, workers));
    }));
    all.push_back(make_case<gatun_csr_core_args>("csr_core", GATUN_KERNEL(csr_core), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = plain;
        a.cores = memory.take<int32_t>(n);
        scratch(a, memory, gatun_csr_core_scratch(n, workers));
    }));
    all.push_back(make_case<gatun_csr_label_propagation_args>("csr_label_propagation", GATUN_KERNEL(csr_label_propagation), [=](auto& a, Memory& memory, uint32_t workers) {
        a.graph = plain;
        a.max_iterations = 10;
        a.labels = memory.take<int32_t>(n);
        scratch(a, memory, gatun_csr_label_propagation_scratch(n, plain.entries, workers));
    }));
    return all;
}
