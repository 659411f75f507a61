/*
 * Is this a CSR? For arrays that this library has not made itself.
 */
#ifndef GATUN_CSR_CHECK_H
#define GATUN_CSR_CHECK_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is wrong at the position reported. */
typedef enum gatun_csr_fault {
    GATUN_CSR_FAULT_NONE = 0,
    GATUN_CSR_FAULT_OFFSET = 1,    /* position: row whose offset does not ascend from 0 to entries */
    GATUN_CSR_FAULT_NEIGHBOUR = 2, /* position: entry whose neighbour is not in 0 .. n - 1 */
    GATUN_CSR_FAULT_ORDER = 3,     /* position: entry that is less than the one before it in a sorted row */
} gatun_csr_fault;

typedef struct gatun_csr_check_args {
    gatun_csr graph;
    int32_t fault; /* out: a gatun_csr_fault */
    int32_t reserved;
} gatun_csr_check_args;

/* Checks that offsets ascend from 0 to entries, then that neighbours are inside 0 .. n - 1 and that rows ascend when
 * `sorted` says so. The first fault in that order is reported, whatever the number of workers. O(n + entries). The
 * arrays must be as long as the struct says; their contents may be anything. Progress: rows, of n.
 * Statuses: OK; INVALID_ARGUMENT (sizes or pointers: fault NONE; else see fault; position and value = where and what
 * was found); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_check(
    gatun_csr_check_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
