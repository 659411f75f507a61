/*
 * Compressed sparse row graphs, as every graph kernel takes them.
 */
#ifndef GATUN_CSR_H
#define GATUN_CSR_H

#include "gatun/export.h"
#include "gatun/status.h"
#include "gatun/team.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_weight_type {
    GATUN_WEIGHT_NONE = 0,
    GATUN_WEIGHT_INT32 = 1,
    GATUN_WEIGHT_INT64 = 2,
    GATUN_WEIGHT_FLOAT32 = 3,
    GATUN_WEIGHT_FLOAT64 = 4,
} gatun_weight_type;

/* Row v holds neighbours[offsets[v] .. offsets[v + 1]) and, when weighted, the weights at the same places.
 * Precondition of every kernel that takes one: gatun_csr_check says OK. */
typedef struct gatun_csr {
    int64_t vertices;          /* n, 0 .. 2^31 - 1 */
    int64_t entries;           /* offsets[n] */
    const int64_t* offsets;    /* n + 1, ascending from 0 */
    const int32_t* neighbours; /* entries, each 0 .. n - 1 */
    const void* weights;       /* entries of weight_type, or NULL */
    int32_t weight_type;       /* a gatun_weight_type */
    int32_t sorted;            /* non-zero: neighbours ascend within each row */
} gatun_csr;

typedef struct gatun_csr_check_args {
    gatun_csr graph;
} gatun_csr_check_args;

/* Checks a CSR from an untrusted source: offsets ascend from 0 to entries, neighbours are inside 0 .. n - 1, and
 * rows ascend when `sorted` says so. O(n + entries), parallel. The arrays must be as long as the struct says; their
 * contents may be anything.
 * Statuses: OK; INVALID_ARGUMENT (sizes or pointers); OUT_OF_RANGE (position = row or entry, value = what was
 * found); FORMAT (a row is not sorted); CANCELLED. */
GATUN_EXPORT int32_t gatun_csr_check(
    const gatun_csr_check_args* args, gatun_team* team, uint32_t worker, uint32_t workers);

#ifdef __cplusplus
}
#endif

#endif
