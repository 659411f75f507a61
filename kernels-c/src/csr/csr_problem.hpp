// Argument checks shared by kernels that take a CSR.
#pragma once

#include "core/error.hpp"
#include "gatun/csr.h"
#include "gatun/team.h"

namespace gatun::csr {

// What is wrong with a graph's sizes and pointers or with the number of workers, or NULL. Arrays are not looked at.
__attribute__((always_inline)) inline const char* problem(const gatun_csr& graph, uint32_t worker, uint32_t workers) {
    if (workers == 0 || workers > GATUN_MAX_WORKERS) return "workers not in 1 .. 256";
    if (worker >= workers) return "worker not in 0 .. workers - 1";
    if (graph.vertices < 0 || graph.vertices > INT32_MAX) return "vertices not in 0 .. 2^31 - 1";
    if (graph.entries < 0 || graph.entries > INT64_MAX / 8) return "entries not in 0 .. 2^60 - 1";
    if (graph.offsets == nullptr) return "offsets is NULL";
    if (graph.entries > 0 && graph.neighbours == nullptr) return "neighbours is NULL";
    if (graph.weight_type < GATUN_WEIGHT_NONE || graph.weight_type > GATUN_WEIGHT_FLOAT64) return "unknown weight type";
    if (graph.entries > 0 && graph.weight_type != GATUN_WEIGHT_NONE && graph.weights == nullptr) return "weights is NULL";
    return nullptr;
}

// Refuses a call before any work: all workers come to the same verdict, the first one says why.
__attribute__((always_inline)) inline int32_t refuse(gatun_team* team, uint32_t worker, const char* wrong) {
    return fail(worker == 0 ? &team->error : nullptr, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, wrong);
}

__attribute__((always_inline)) inline int32_t refuse_scratch(gatun_team* team, uint32_t worker, uint64_t bytes) {
    return fail(worker == 0 ? &team->error : nullptr, GATUN_STATUS_CAPACITY, -1, static_cast<int64_t>(bytes),
        "scratch is too small");
}

}  // namespace gatun::csr
