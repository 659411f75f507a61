// Breadth-first search: argument checks, scratch size, and the way to the active CPU tier.
#include "csr/csr_bfs.hpp"
#include "core/dispatch.hpp"
#include "csr/csr_problem.hpp"

GATUN_DISPATCH(int32_t, csr_bfs, (gatun_csr_bfs_args & args, gatun_team* team, uint32_t worker, uint32_t workers),
    (args, team, worker, workers))

namespace {

const char* problem(const gatun_csr_bfs_args& args, uint32_t workers) {
    if (args.graph.vertices < 0 || args.graph.vertices > INT32_MAX) return "vertices not in 0 .. 2^31 - 1";
    if (args.graph.offsets == nullptr) return "graph is NULL";
    if (args.in_graph.vertices != 0 && args.in_graph.vertices != args.graph.vertices)
        return "in_graph is of another size";
    if (args.source_count < 0 || (args.source_count > 0 && args.sources == nullptr)) return "sources is NULL";
    if (args.parents_mode < GATUN_PARENTS_NONE || args.parents_mode > GATUN_PARENTS_SMALLEST)
        return "unknown parents mode";
    if (args.graph.vertices > 0 && args.distances == nullptr) return "distances is NULL";
    if (args.graph.vertices > 0 && args.parents_mode != GATUN_PARENTS_NONE && args.parents == nullptr) {
        return "parents is NULL";
    }
    if (workers == 0 || workers > GATUN_MAX_WORKERS) return "workers not in 1 .. 256";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_bfs_scratch(int64_t vertices, uint32_t workers) {
    (void)workers;
    return gatun::csr::BfsScratch(vertices, nullptr, 0).bytes();
}

int32_t gatun_csr_bfs(gatun_csr_bfs_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (!gatun::csr::BfsScratch(args->graph.vertices, args->scratch, args->scratch_bytes).fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    return gatun::dispatch_csr_bfs(*args, team, worker, workers);
}
}
