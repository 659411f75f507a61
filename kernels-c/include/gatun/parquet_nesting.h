/*
 * From Parquet's repetition and definition levels to validity bitmaps and list offsets (Melnik et al., "Dremel", 2010).
 *
 * Levels are a byte each. `rep` may be NULL when nothing is repeated: all levels 0. An entry is a slot of a node when
 * rep <= slot_rep and def >= slot_def. Levels may be anything: bad ones give wrong slots, never an access outside of
 * the buffers. O(n) time, no memory, thread-safe.
 */
#ifndef GATUN_PARQUET_NESTING_H
#define GATUN_PARQUET_NESTING_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is found among levels. */
typedef struct gatun_parquet_nesting_counts {
    uint64_t slots; /* of _records: records begun */
    uint64_t found; /* of _records: entries; of _validity: ones; of _offsets: elements */
} gatun_parquet_nesting_counts;

/* Finds where record want + 1 begins. counts->slots: entries with rep 0 before it, at most `want`; counts->found:
 * entries before it, or n. Statuses: OK, INVALID_ARGUMENT (NULL). */
GATUN_EXPORT int32_t gatun_parquet_nesting_records(
    const uint8_t* rep, uint64_t n, uint64_t want, gatun_parquet_nesting_counts* counts, gatun_error* error);

/* Appends a bit for each slot: 1 where def >= valid_def. `bitmap` keeps its first `bit_offset` bits and has room for
 * `capacity` more; the bits behind the last one, up to the end of its byte, become 0. Writes no other byte.
 * Statuses: OK, CAPACITY, INVALID_ARGUMENT (NULL, or a level to compare with outside 0 .. 255). */
GATUN_EXPORT int32_t gatun_parquet_nesting_validity(const uint8_t* def, const uint8_t* rep, uint64_t n,
    int32_t slot_rep, int32_t slot_def, int32_t valid_def, uint8_t* bitmap, uint64_t bit_offset, uint64_t capacity,
    gatun_parquet_nesting_counts* counts, gatun_error* error);

/* Writes the list offset of each slot: `base` plus the elements begun before it. An element is an entry with
 * rep <= slot_rep + 1 and def >= element_def. One more offset than slots is written, the end of the last list; `out`
 * has room for `capacity` and needs no alignment.
 * Statuses: OK, CAPACITY, OVERFLOW (base is negative or an offset does not fit), INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_parquet_nesting_offsets(const uint8_t* def, const uint8_t* rep, uint64_t n,
    int32_t slot_rep, int32_t slot_def, int32_t element_def, int32_t base, int32_t* out, uint64_t capacity,
    gatun_parquet_nesting_counts* counts, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
