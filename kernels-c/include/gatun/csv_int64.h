/*
 * Integers of a CSV column: [+-]?[0-9]+ within 64 bits, leading zeros allowed; where there is a grouping character also
 * one to three digits and then groups of three, each behind that character.
 */
#ifndef GATUN_CSV_INT64_H
#define GATUN_CSV_INT64_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Only integers as they print: no '+', no leading zero, no "-0", no grouping. */
#define GATUN_CSV_INT64_CANONICAL 1u

/* Converts all cells of a column.
 *
 * values     one a row, 0 where the slot is null; GATUN_CSV_SLACK bytes behind the last may be written
 * validity   (rows + 63) / 64 words: 1 for a value, 0 for a null and behind the last row
 *
 * Neither has to be aligned. The contents of the cells are not trusted. O(bytes of the cells) time, no memory,
 * thread-safe for different outputs. OK, or INVALID_ARGUMENT: NULL, an unknown flag, or a null token that runs past
 * null_bytes; then nothing is written. */
GATUN_EXPORT int32_t gatun_csv_int64_convert(const gatun_csv_cells* cells, uint32_t flags, int64_t* values,
    uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
