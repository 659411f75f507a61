// Checking a CSR: argument checks, and the way to the active CPU tier.
#include "gatun/csr_check.h"

#include "core/dispatch.hpp"
#include "csr/csr_problem.hpp"

GATUN_DISPATCH(int32_t, csr_check, (gatun_csr_check_args & args, gatun_team* team, uint32_t worker, uint32_t workers),
    (args, team, worker, workers))

extern "C" int32_t gatun_csr_check(
    gatun_csr_check_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = gatun::csr::problem(args->graph, worker, workers);
    if (wrong != nullptr) {
        if (worker == 0) args->fault = GATUN_CSR_FAULT_NONE;
        return gatun::csr::refuse(team, worker, wrong);
    }
    return gatun::dispatch_csr_check(*args, team, worker, workers);
}
