/*
 * Compressed sparse row graphs, as every graph kernel takes them.
 */
#ifndef GATUN_CSR_H
#define GATUN_CSR_H

#include <stdint.h>

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

#endif
