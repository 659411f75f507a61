/*
 * Booleans of a CSV column: cells that are equal, byte by byte and without their quotes, to a token for true or to one
 * for false. A token that is in several lists is a null token first, then one for true.
 */
#ifndef GATUN_CSV_BOOL_H
#define GATUN_CSV_BOOL_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Converts all cells of a column.
 *
 * yes, no            tokens, each a byte with its length and then its bytes
 * yes_bytes, no_bytes of all tokens of a list with their lengths, 0 for none
 * values             (rows + 63) / 64 words: a bit a row, 0 for false, for nulls and behind the last row
 * validity           (rows + 63) / 64 words: 1 for a value, 0 for a null and behind the last row
 *
 * Nothing has to be aligned. The contents of the cells are not trusted. O(rows * tokens) time, no memory, thread-safe
 * for different outputs. OK, or INVALID_ARGUMENT: NULL, or a token that runs past the end of its list; then nothing is
 * written. */
GATUN_EXPORT int32_t gatun_csv_bool_convert(const gatun_csv_cells* cells, const uint8_t* yes, uint64_t yes_bytes,
    const uint8_t* no, uint64_t no_bytes, uint8_t* values, uint8_t* validity, gatun_csv_outcome* outcome,
    gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
