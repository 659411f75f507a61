/*
 * Which rows pass a test: a column in Arrow layout against constants, into a bitmap.
 *
 * Every comparison is one form. A test is a list of bounds b0 < b1 < ..., and a value v passes when the number of
 * bounds at or below v is odd. `v >= 5` has the bounds {5}, `3 <= v < 7` {3, 7}, `v = 5` {5, 6}, `v in (1, 5)`
 * {1, 2, 5, 6}; with GATUN_FILTER_BELOW it is an even number, so `v < 5` has {5} and `v != 5` {5, 6}.
 */
#ifndef GATUN_COLUMN_FILTER_H
#define GATUN_COLUMN_FILTER_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is done with the result. The first three exclude each other. */
typedef enum gatun_filter_flags {
    GATUN_FILTER_SET = 0,   /* the bitmap becomes the result */
    GATUN_FILTER_AND = 1,   /* rows that pass stay selected; values of rows not selected are not looked at */
    GATUN_FILTER_OR = 2,    /* rows that pass are selected too; values of selected rows are not looked at */
    GATUN_FILTER_NULLS = 4, /* null rows pass; without it they never do */
    GATUN_FILTER_BELOW = 8, /* values below the first bound pass */
    GATUN_FILTER_NANS = 16, /* NaN passes, which no bound is compared with */
    GATUN_FILTER_ZEROES = 32,
    GATUN_FILTER_ONES = 64,
} gatun_filter_flags;

/* How a number is stored, little-endian. */
typedef enum gatun_filter_number {
    GATUN_FILTER_INT8 = 0,
    GATUN_FILTER_INT16 = 1,
    GATUN_FILTER_INT32 = 2,
    GATUN_FILTER_INT64 = 3,
    GATUN_FILTER_UINT8 = 4,
    GATUN_FILTER_UINT16 = 5,
    GATUN_FILTER_UINT32 = 6,
    GATUN_FILTER_UINT64 = 7,
    GATUN_FILTER_FLOAT16 = 8,
    GATUN_FILTER_FLOAT32 = 9,
    GATUN_FILTER_FLOAT64 = 10,
    GATUN_FILTER_INT128 = 11,
    GATUN_FILTER_INT256 = 12,
} gatun_filter_number;

/* Common to all functions: `rows` >= 0; `validity` has one bit a row, 1 = not null, or is NULL when no row is null;
 * `selection` has one bit a row. Both bitmaps are (rows + 7) / 8 bytes, no more is read or written; the bits behind
 * the last row become 0. Inputs may not overlap the selection. Return the number of selected rows, or a negative
 * gatun_status: INVALID_ARGUMENT. Thread-safe for different selections. O(rows) times the logarithm of the number of
 * bounds. Nothing that is not inside the given arrays is read. */

/* Numbers, `rows` of them at `values`, against `bound_count` ascending bounds of the same type. -0 equals 0. Neither
 * array needs any alignment. */
GATUN_EXPORT int64_t gatun_column_filter_numbers(int64_t rows, const uint8_t* validity, uint8_t* selection,
    int32_t flags, int32_t number, const void* values, const void* bounds, int64_t bound_count);

/* Byte strings in the order of their unsigned bytes, a prefix before what it begins. Row i is
 * bytes[offsets[i] .. offsets[i + 1]), or bytes[i * width .. (i + 1) * width) when offsets is NULL; bound i is
 * bounds[bound_offsets[i] .. bound_offsets[i + 1]). Offsets must ascend from 0 or more. */
GATUN_EXPORT int64_t gatun_column_filter_bytes(int64_t rows, const uint8_t* validity, uint8_t* selection,
    int32_t flags, const int32_t* offsets, int32_t width, const uint8_t* bytes, const int32_t* bound_offsets,
    const uint8_t* bounds, int64_t bound_count);

/* Booleans, one bit a row: GATUN_FILTER_ZEROES and GATUN_FILTER_ONES say which pass. `values` may be NULL when both
 * or neither do, and with neither, NULLS selects exactly the null rows. Joins two bitmaps when `values` is one. */
GATUN_EXPORT int64_t gatun_column_filter_bits(
    int64_t rows, const uint8_t* validity, uint8_t* selection, int32_t flags, const uint8_t* values);

/* Indexes into a dictionary, one bit an entry in `matches`. An index that is not in 0 .. entries - 1 does not pass. */
GATUN_EXPORT int64_t gatun_column_filter_indexes(int64_t rows, const uint8_t* validity, uint8_t* selection,
    int32_t flags, const int32_t* indexes, const uint8_t* matches, int64_t entries);

#ifdef __cplusplus
}
#endif

#endif
