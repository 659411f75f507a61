/*
 * From the values Parquet stores to those of the Arrow type. No alignment needed; input and output do not overlap;
 * nothing outside them is touched. Thread-safe for different outputs.
 */
#ifndef GATUN_PARQUET_CONVERT_H
#define GATUN_PARQUET_CONVERT_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_conversion {
    GATUN_CONVERSION_INT32_TO_INT8 = 0,     /* the low 8 bits */
    GATUN_CONVERSION_INT32_TO_INT16 = 1,    /* the low 16 bits */
    GATUN_CONVERSION_INT96_TO_NANOS = 2,    /* 8 bytes nanoseconds of the day, 4 bytes Julian day; wraps at 64 bits */
    GATUN_CONVERSION_BIG_ENDIAN_TO_128 = 3, /* two's complement to 16 bytes little-endian */
    GATUN_CONVERSION_BIG_ENDIAN_TO_256 = 4, /* the same to 32 bytes */
} gatun_conversion;

/* Converts `n` values of `width` bytes: 4, 12, 1 .. 16 or 1 .. 32, by conversion. Any bytes are valid. O(n).
 * Statuses: OK; INVALID_ARGUMENT (no such conversion, or not of that width). */
GATUN_EXPORT int32_t gatun_parquet_convert_fixed(
    int32_t conversion, uint64_t width, const uint8_t* in, uint64_t n, uint8_t* out, gatun_error* error);

/* Converts `n` big-endian numbers, value i in bytes[offsets[i]] .. bytes[offsets[i + 1] - 1]; an empty one is 0. The
 * n + 1 offsets must ascend from 0 or more. O(n + bytes).
 * Statuses: OK; INVALID_ARGUMENT (not a big-endian conversion); OVERFLOW (position: the value that does not fit). */
GATUN_EXPORT int32_t gatun_parquet_convert_decimals(
    int32_t conversion, const int32_t* offsets, const uint8_t* bytes, uint64_t n, uint8_t* out, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
