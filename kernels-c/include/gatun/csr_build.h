/*
 * CSR from edge tuples: a stable radix partition by the high bits of the row into buckets that fit the L2 cache,
 * then a stable least-significant-digit radix sort inside each bucket.
 *
 * The caller drives four steps and owns the threads; each step is a plain function on its own part of the work:
 *   1. gatun_csr_build_count    checks the ids of a run of tuples and counts them by bucket
 *   2. gatun_csr_build_scatter  writes the run's entries to their buckets
 *   3. gatun_csr_build_sort     orders one bucket, merges duplicates, counts its rows
 *   4. gatun_csr_build_emit     copies one bucket to its place in the CSR
 * The caller cuts the tuples into as many consecutive runs as it has workers and gives run r the cursors
 *   cursor[r][b] = (entries of all buckets before b) + (entries of bucket b in all runs before r),
 * which makes the partition stable: the result does not depend on the number of runs. A run may be handed over in
 * several calls (chunks), in order.
 *
 * References: D. E. Knuth, The Art of Computer Programming 3, 5.2.5 (radix sorting); write-combining buffers as in
 * Satish et al., SIGMOD 2010.
 */
#ifndef GATUN_CSR_BUILD_H
#define GATUN_CSR_BUILD_H

#include "gatun/csr.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What to do with tuples that name the same (row, column) more than once. */
typedef enum gatun_duplicates {
    GATUN_DUPLICATES_KEEP = 0,
    GATUN_DUPLICATES_FIRST = 1, /* weight of the first in input order */
    GATUN_DUPLICATES_SUM = 2,   /* weights added in input order; OVERFLOW where an integer sum does not fit */
    GATUN_DUPLICATES_MIN = 3,
    GATUN_DUPLICATES_MAX = 4,
} gatun_duplicates;

/* Fixed for a whole build. Buckets: row v belongs to bucket v >> bucket_shift. */
typedef struct gatun_csr_build_plan {
    int64_t vertices;
    int32_t bucket_shift;
    int32_t buckets;      /* ((vertices - 1) >> bucket_shift) + 1; 0 when vertices is 0 */
    int32_t key_bytes;    /* of a partitioned key: 4 when bucket_shift + column bits <= 32, else 8 */
    int32_t weight_type;  /* a gatun_weight_type */
    int32_t symmetric;    /* non-zero: tuple (u, v) stands for (u, v) and (v, u); a self loop gives one entry */
    int32_t reversed;     /* non-zero: tuple (u, v) stands for (v, u); not together with symmetric */
    int32_t keep_loops;   /* zero: tuples with u = v are dropped */
    int32_t duplicates;   /* a gatun_duplicates; anything but KEEP needs sort_columns */
    int32_t sort_columns; /* non-zero: neighbours ascend in each row (equal ones in input order); zero: input order */
    int32_t reserved;
} gatun_csr_build_plan;

/* Fills a plan for `vertices` and the options already set in it (all other fields). O(1).
 * Statuses: OK, INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_csr_build_plan_init(gatun_csr_build_plan* plan, gatun_error* error);

/* Tuples are given as (source[i * stride], target[i * stride]) for i = 0 .. count - 1, stride (in int32) 1 for two
 * arrays and 2 for interleaved pairs; `first` is the index of tuple 0 in the whole input, for error positions. */

/* Adds the number of entries the tuples give to each bucket to counts[0 .. buckets). Untrusted ids: each is checked
 * against 0 .. vertices - 1. No allocation; at most 2 ns a tuple, fit for a critical call on heap arrays.
 * Statuses: OK; OUT_OF_RANGE (position = tuple, value = id; counts undefined); INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_csr_build_count(const gatun_csr_build_plan* plan, const int32_t* source,
    const int32_t* target, int64_t stride, int64_t count, int64_t first, int64_t* counts, gatun_error* error);

/* Bytes of the write-combining scratch of gatun_csr_build_scatter, one per run; zeroed before the run's first
 * chunk. */
GATUN_EXPORT uint64_t gatun_csr_build_scatter_scratch(const gatun_csr_build_plan* plan);

/* Writes the entries of the tuples at cursors[bucket], advancing the cursors. keys has room for `capacity` keys of
 * key_bytes, weights (when weighted) for as many weights. A last call with count = 0 flushes the scratch: only after
 * it is everything in place. Ids are checked again, and nothing is written past `capacity`.
 * Statuses: OK, OUT_OF_RANGE, CAPACITY, INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_csr_build_scatter(const gatun_csr_build_plan* plan, const int32_t* source,
    const int32_t* target, const void* tuple_weights, int64_t stride, int64_t count, int64_t first, int64_t* cursors,
    void* scratch, void* keys, void* weights, uint64_t capacity, gatun_error* error);

/* Bytes of scratch gatun_csr_build_sort needs for a bucket of `count` entries. */
GATUN_EXPORT uint64_t gatun_csr_build_sort_scratch(const gatun_csr_build_plan* plan, uint64_t count);

/* Orders the `count` keys (and weights) of one bucket in place, merges duplicates as the plan says, and writes the
 * degree of each of the bucket's rows to degrees[0 .. rows), where rows = min(2^bucket_shift, vertices - first row).
 * *kept receives the entries left, which stand first. O(count x digits).
 * Statuses: OK, OUT_OF_RANGE (a key outside the bucket), OVERFLOW, CAPACITY (scratch), INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_csr_build_sort(const gatun_csr_build_plan* plan, int32_t bucket, void* keys, void* weights,
    uint64_t count, void* scratch, uint64_t scratch_bytes, int32_t* degrees, uint64_t* kept, gatun_error* error);

/* Copies the first `count` entries of a sorted bucket to neighbours and out_weights (room for `count` each) and
 * writes offsets[0 .. rows) = base + running sum of degrees. O(count + rows).
 * Statuses: OK, INVALID_ARGUMENT (degrees do not sum to count). */
GATUN_EXPORT int32_t gatun_csr_build_emit(const gatun_csr_build_plan* plan, int32_t bucket, const void* keys,
    const void* weights, uint64_t count, const int32_t* degrees, int64_t base, int64_t* offsets, int32_t* neighbours,
    void* out_weights, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
