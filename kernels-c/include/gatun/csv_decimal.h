/*
 * Converts the cells of a CSV column to decimal numbers: 128-bit unscaled integers of one precision and scale.
 *
 * A number is what gatun_csv_double_convert reads (gatun/csv_double.h), with the same characters, but for infinities
 * and NaN. Nothing is rounded: one with more than `precision` digits once it has `scale` of them behind the point, or
 * with digits other than 0 behind those, is a misfit. Contents of cells are not trusted. Time is linear in the bytes;
 * no memory, thread-safe for different outputs.
 */
#ifndef GATUN_CSV_DECIMAL_H
#define GATUN_CSV_DECIMAL_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* `values` has room for 16 bytes a row (little-endian two's complement, no alignment) and the slack, `validity` for
 * (rows + 63) / 64 words of 64 bits. A null slot is 0 in both. `precision` is 1 to 38, `scale` 0 to `precision`.
 * Statuses: OK, INVALID_ARGUMENT (NULL, a precision or scale out of range). */
GATUN_EXPORT int32_t gatun_csv_decimal_convert(const gatun_csv_cells* cells, uint32_t precision, uint32_t scale,
    uint8_t* values, uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
