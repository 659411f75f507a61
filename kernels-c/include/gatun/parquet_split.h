/*
 * BYTE_STREAM_SPLIT of Parquet (Encodings.md): the first bytes of all values, then their second bytes, and so on.
 */
#ifndef GATUN_PARQUET_SPLIT_H
#define GATUN_PARQUET_SPLIT_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Values first .. first + n - 1 of the `values` in `data`, `width` bytes each, one behind the other to `out`: `data` is
 * values * width bytes, `out` n * width; nothing outside them is touched. Any bytes are valid. No alignment needed.
 * O(n * width). Thread-safe for different outputs.
 * Statuses: OK; INVALID_ARGUMENT (width 0, the sizes beyond 2^63 - 1, first + n above values). */
GATUN_EXPORT int32_t gatun_parquet_split_join(const uint8_t* data, uint64_t values, uint64_t width, uint64_t first,
    uint64_t n, uint8_t* out, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
