/* Checking a CSR: good ones, each fault at each place, the first of several, on 1 to 4 workers and every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csr_check.h"
#include "team_run.h"

static int64_t offsets[] = {0, 2, 2, 5, 6};
static int32_t neighbours[] = {1, 3, 0, 1, 2, 0};

static int32_t call(void* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    return gatun_csr_check(args, team, worker, workers);
}

static gatun_csr_check_args arguments(int32_t sorted) {
    const gatun_csr graph = {4, 6, offsets, neighbours, NULL, GATUN_WEIGHT_NONE, sorted};
    return (gatun_csr_check_args){.graph = graph, .fault = 99};
}

static void expect_on(uint32_t workers, gatun_csr_check_args args, int32_t fault, int64_t position, int64_t value) {
    gatun_team team = {0};
    const int32_t status = team_run(call, &args, &team, workers);
    CHECK_EQUAL(fault == GATUN_CSR_FAULT_NONE ? GATUN_STATUS_OK : GATUN_STATUS_INVALID_ARGUMENT, status);
    CHECK_EQUAL(fault, args.fault);
    if (fault != GATUN_CSR_FAULT_NONE) {
        CHECK_EQUAL(position, team.error.position);
        CHECK_EQUAL(value, team.error.value);
    }
}

static void expect(int32_t sorted, int32_t fault, int64_t position, int64_t value) {
    for (uint32_t workers = 1; workers <= 4; workers++) expect_on(workers, arguments(sorted), fault, position, value);
}

static void bad_offsets(void) {
    const int64_t values[] = {INT64_MIN, -1, 7, INT64_MAX};
    for (int row = 0; row <= 4; row++) {
        const int64_t right = offsets[row];
        for (int i = 0; i < 4; i++) {
            offsets[row] = values[i];
            expect(1, GATUN_CSR_FAULT_OFFSET, row, values[i]);
        }
        offsets[row] = right;
    }
    offsets[1] = 3; /* too large for the row that follows */
    expect(1, GATUN_CSR_FAULT_OFFSET, 2, 2);
    offsets[1] = 2;
}

static void bad_neighbours(void) {
    const int32_t values[] = {INT32_MIN, -1, 4, INT32_MAX};
    for (int e = 0; e < 6; e++) {
        const int32_t right = neighbours[e];
        for (int i = 0; i < 4; i++) {
            neighbours[e] = values[i];
            expect(0, GATUN_CSR_FAULT_NEIGHBOUR, e, values[i]);
        }
        neighbours[e] = right;
    }
    neighbours[4] = 0;
    expect(1, GATUN_CSR_FAULT_ORDER, 4, 0);
    expect(0, GATUN_CSR_FAULT_NONE, 0, 0);
    neighbours[5] = -7; /* the first fault is reported */
    expect(1, GATUN_CSR_FAULT_ORDER, 4, 0);
    neighbours[4] = 2;
    neighbours[5] = 0;
}

static void hostile(void) {
    gatun_team team = {0};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_check(NULL, &team, 0, 1));
    gatun_csr_check_args args = arguments(1);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_check(&args, NULL, 0, 1));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_check(&args, &team, 1, 1));
    args.graph.offsets = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_check(&args, &team, 0, 1));
    CHECK_EQUAL(GATUN_CSR_FAULT_NONE, args.fault);
    args = arguments(1);
    args.graph.vertices = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_check(&args, &team, 0, 1));
    args = arguments(1);
    args.graph.entries = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_csr_check(&args, &team, 0, 1));
    args = arguments(1);
    memset(&team, 0, sizeof team);
    team.cancel = 1;
    CHECK_EQUAL(GATUN_STATUS_CANCELLED, team_run(call, &args, &team, 2));
    /* no vertices: one offset, which must be 0 */
    int64_t zero = 0;
    args = (gatun_csr_check_args){.graph = {0, 0, &zero, NULL, NULL, GATUN_WEIGHT_NONE, 1}};
    expect_on(2, args, GATUN_CSR_FAULT_NONE, 0, 0);
    zero = 1;
    expect_on(2, args, GATUN_CSR_FAULT_OFFSET, 0, 1);
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        expect(1, GATUN_CSR_FAULT_NONE, 0, 0);
        bad_offsets();
        bad_neighbours();
        hostile();
    }
    return test_result();
}
