/*
 * Text cells of a CSV file to Arrow's int32 offsets and bytes. Quotes around a cell do not belong to its value, nor does
 * the first of two quotes inside them; where there is an escape character, that one does not when it is before a quote
 * or before itself, and any other does.
 *
 * Two steps, so that the bytes can be allocated exactly. Contents of cells may be anything; see gatun/csv.h for what is
 * trusted and for the bytes around cells that are read. O(rows + bytes) time, no memory, thread-safe for different
 * outputs. A string is never a misfit: `misfits` of the cells is not used.
 */
#ifndef GATUN_CSV_STRING_H
#define GATUN_CSV_STRING_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which cells equal to a null token are null. */
typedef enum gatun_csv_nulls {
    GATUN_CSV_NULLS_NONE = 0,
    GATUN_CSV_NULLS_UNQUOTED = 1, /* those without quotes */
    GATUN_CSV_NULLS_ALL = 2,      /* those whose value, without quotes and escapes, is a token */
} gatun_csv_nulls;

/* What measuring found: for copying the same cells. */
typedef struct gatun_csv_strings {
    uint64_t nulls;    /* null slots */
    uint32_t plain;    /* 1 when every string is its cell as it is, or null and empty */
    uint32_t reserved; /* 0 */
} gatun_csv_strings;

/* Where each string begins: rows + 1 offsets, the first one 0; a null slot is empty. `validity` has a bit for each row
 * that is not null; (rows + 63) / 64 words are written. `nulls` is a gatun_csv_nulls.
 * Statuses: OK; INVALID_ARGUMENT (`nulls`); OVERFLOW (value: bytes, more than 2^31 - 1; the offsets are worthless). */
GATUN_EXPORT int32_t gatun_csv_string_measure(const gatun_csv_cells* cells, int32_t nulls, int32_t* offsets,
    uint8_t* validity, gatun_csv_strings* strings, gatun_error* error);

/* Writes the bytes of the strings: offsets[rows] of them; GATUN_CSV_SLACK bytes behind them may be overwritten. The
 * offsets and *strings are what measure found for the same cells, which is trusted. Statuses: OK. */
GATUN_EXPORT int32_t gatun_csv_string_copy(const gatun_csv_cells* cells, const gatun_csv_strings* strings,
    const int32_t* offsets, uint8_t* bytes, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
