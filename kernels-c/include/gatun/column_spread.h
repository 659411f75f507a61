/*
 * Moves dense values apart, in place, so that each lies at its slot and the slots of nulls lie between them.
 *
 * Slot i of n is valid when bit bit_offset + i of `validity` is 1; `present` is the number of valid ones, which is
 * checked. O(n) time, no memory, thread-safe for different buffers. Statuses of all: OK, INVALID_ARGUMENT (NULL,
 * width 0, or `present` is not what the bitmap has: then nothing has been moved).
 */
#ifndef GATUN_COLUMN_SPREAD_H
#define GATUN_COLUMN_SPREAD_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Values of `width` bytes. `values` begins with `present` of them and has room for n; slots of nulls become zero. No
 * alignment is needed. */
GATUN_EXPORT int32_t gatun_column_spread_fixed(uint8_t* values, uint32_t width, const uint8_t* validity,
    uint64_t bit_offset, uint64_t n, uint64_t present, gatun_error* error);

/* Values of one bit, from bit `first` of `values` on. Bits before `first` and behind first + n stay. */
GATUN_EXPORT int32_t gatun_column_spread_bits(uint8_t* values, uint64_t first, const uint8_t* validity,
    uint64_t bit_offset, uint64_t n, uint64_t present, gatun_error* error);

/* Offsets of strings: present + 1 of them become n + 1, and a null slot is empty. No alignment is needed. */
GATUN_EXPORT int32_t gatun_column_spread_offsets(int32_t* offsets, const uint8_t* validity, uint64_t bit_offset,
    uint64_t n, uint64_t present, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
