// Label propagation: argument checks, scratch size, and the way to the active CPU tier.
#include "csr/csr_label_propagation.hpp"

#include "core/dispatch.hpp"
#include "csr/csr_problem.hpp"

GATUN_DISPATCH(int32_t, csr_label_propagation,
    (gatun_csr_label_propagation_args & args, gatun_team* team, uint32_t worker, uint32_t workers),
    (args, team, worker, workers))

namespace {

using gatun::csr::LabelScratch;

const char* problem(const gatun_csr_label_propagation_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr && a.in_graph.vertices != 0) {
        wrong = gatun::csr::problem(a.in_graph, worker, workers);
        if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries) {
            wrong = "in_graph is not as large as graph";
        }
    }
    if (wrong != nullptr) return wrong;
    if (a.graph.vertices > 0 && a.labels == nullptr) return "labels is NULL";
    if (a.max_iterations < 0) return "max_iterations is negative";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_label_propagation_scratch(int64_t vertices, int64_t entries, uint32_t workers) {
    return LabelScratch(vertices, entries, workers, nullptr, 0).bytes();
}

int32_t gatun_csr_label_propagation(
    gatun_csr_label_propagation_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices == 0) {
        if (worker == 0) {
            args->iterations = 0;
            args->converged = 1;
        }
        return GATUN_STATUS_OK;
    }
    const int64_t entries = args->graph.entries + (args->in_graph.vertices != 0 ? args->in_graph.entries : 0);
    if (!LabelScratch(args->graph.vertices, entries, workers, args->scratch, args->scratch_bytes).fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    return gatun::dispatch_csr_label_propagation(*args, team, worker, workers);
}
}
