// Triangles: argument checks, scratch size, and the way to the active CPU tier.
#include "csr/csr_triangles.hpp"
#include "core/dispatch.hpp"
#include "csr/csr_problem.hpp"

GATUN_DISPATCH(int32_t, csr_triangles,
    (gatun_csr_triangles_args & args, gatun_team* team, uint32_t worker, uint32_t workers),
    (args, team, worker, workers))

namespace {

gatun::csr::TrianglesScratch cut(const gatun_csr_triangles_args& a, uint32_t workers) {
    return {a.graph.vertices, a.graph.entries, a.per_vertex != nullptr, a.arcs != nullptr, workers, a.scratch,
        a.scratch_bytes};
}

const char* problem(const gatun_csr_triangles_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.graph.entries % 2 != 0) return "the graph is not symmetric";
    if (a.arcs != nullptr && a.per_vertex == nullptr) return "arcs is given, per_vertex is NULL";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_triangles_scratch(
    int64_t vertices, int64_t entries, int32_t per_vertex, int32_t arcs, uint32_t workers) {
    if (vertices < 0 || entries < 0) return 0;
    return gatun::csr::TrianglesScratch(vertices, entries, per_vertex != 0, arcs != 0, workers, nullptr, 0).bytes();
}

int32_t gatun_csr_triangles(gatun_csr_triangles_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (!cut(*args, workers).fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    return gatun::dispatch_csr_triangles(*args, team, worker, workers);
}
}
