// Many breadth-first searches: argument checks, scratch size, and the way to the active CPU tier.
#include "csr/csr_msbfs.hpp"

#include "core/dispatch.hpp"
#include "csr/csr_problem.hpp"

GATUN_DISPATCH(int32_t, csr_msbfs, (gatun_csr_msbfs_args & args, gatun_team* team, uint32_t worker, uint32_t workers),
    (args, team, worker, workers))

namespace {

const char* problem(const gatun_csr_msbfs_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr) wrong = gatun::csr::problem(a.in_graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries) {
        return "in_graph is not as large as graph";
    }
    if (a.source_count < 0 || a.source_count > INT32_MAX) return "source_count not in 0 .. 2^31 - 1";
    if (a.source_count > 0 && a.sources == nullptr) return "sources is NULL";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_msbfs_scratch(int64_t vertices, int64_t source_count, uint32_t) {
    return gatun::csr::MsbfsScratch(vertices, source_count, nullptr, 0).bytes();
}

int32_t gatun_csr_msbfs(gatun_csr_msbfs_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    const gatun::csr::MsbfsScratch scratch(
        args->graph.vertices, args->source_count, args->scratch, args->scratch_bytes);
    if (!scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    return gatun::dispatch_csr_msbfs(*args, team, worker, workers);
}
}
