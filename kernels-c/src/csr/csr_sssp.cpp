// Shortest paths: argument checks, scratch size, and the way to the active CPU tier.
#include "core/dispatch.hpp"
#include "csr/csr_problem.hpp"
#include "csr/csr_sssp.hpp"

GATUN_DISPATCH(int32_t, csr_sssp, (gatun_csr_sssp_args & args, gatun_team* team, uint32_t worker, uint32_t workers),
    (args, team, worker, workers))

namespace {

const char* problem(const gatun_csr& graph, uint32_t workers) {
    if (graph.vertices < 0 || graph.vertices > INT32_MAX) return "vertices not in 0 .. 2^31 - 1";
    if (graph.entries < 0) return "entries is negative";
    if (graph.weight_type < GATUN_WEIGHT_NONE || graph.weight_type > GATUN_WEIGHT_FLOAT64) return "unknown weight type";
    if (workers == 0 || workers > GATUN_MAX_WORKERS) return "workers not in 1 .. 256";
    return nullptr;
}

const char* problem(const gatun_csr_sssp_args& args, uint32_t workers) {
    const gatun_csr& graph = args.graph;
    const char* const wrong = problem(graph, workers);
    if (wrong != nullptr) return wrong;
    if (graph.offsets == nullptr || (graph.entries > 0 && graph.neighbours == nullptr)) return "graph is NULL";
    if (graph.weight_type != GATUN_WEIGHT_NONE && graph.entries > 0 && graph.weights == nullptr) return "weights is NULL";
    if (args.source_count < 0 || (args.source_count > 0 && args.sources == nullptr)) return "sources is NULL";
    if (args.method < GATUN_SSSP_AUTO || args.method > GATUN_SSSP_DELTA_STEPPING) return "unknown method";
    if (args.parents_mode != GATUN_PARENTS_NONE && args.parents_mode != GATUN_PARENTS_SMALLEST) {
        return "parents mode is neither NONE nor SMALLEST";
    }
    if (!(args.delta >= 0) || args.delta > 1.7976931348623157e308) return "delta is negative or not finite";
    if (graph.vertices > 0 && args.distances == nullptr) return "distances is NULL";
    if (graph.vertices > 0 && args.parents_mode != GATUN_PARENTS_NONE && args.parents == nullptr) {
        return "parents is NULL";
    }
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_sssp_scratch(const gatun_csr* graph, uint32_t workers) {
    if (graph == nullptr || problem(*graph, workers) != nullptr) return 0;
    return gatun::csr::SsspScratch(*graph, workers, nullptr, 0).bytes();
}

int32_t gatun_csr_sssp(gatun_csr_sssp_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (!gatun::csr::SsspScratch(args->graph, workers, args->scratch, args->scratch_bytes).fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    return gatun::dispatch_csr_sssp(*args, team, worker, workers);
}
}
