/*
 * Converts the cells of a CSV column to 64-bit floating-point numbers: to the nearest of what is written, ties to
 * even.
 *
 * A number is  [+-]? ([0-9]+ [.]? [0-9]* | [.] [0-9]+) ([eE] [+-]? [0-9]+)?  with the decimal character for the point.
 * With a grouping character the digits before the point may also be one to three and then groups of three, each behind
 * that character. [+-]? (inf | infinity | nan) in any case are numbers too; every NaN has the bits
 * 0x7ff8000000000000. What is beyond the range becomes infinity, what is below it zero, with the sign written.
 *
 * The grouping character is neither the decimal character nor a digit, sign, 'e' or 'E'. Contents of cells are not
 * trusted. Time is linear in the bytes, with a large constant only for numbers of more than 19 digits that lie next to
 * the middle of two neighbours. No memory, thread-safe for different outputs. Locale and rounding mode of the C library
 * do not matter (the mode of the CPU is to be the default, nearest).
 */
#ifndef GATUN_CSV_DOUBLE_H
#define GATUN_CSV_DOUBLE_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An integer (no point, no exponent) beyond 64 bits with sign is a misfit: it may be an identifier. */
#define GATUN_CSV_DOUBLE_EXACT_INTEGERS 1

/* `values` has room for `rows` of them and the slack, `validity` for (rows + 63) / 64 words of 64 bits. A null slot is
 * 0 in both. Statuses: OK, INVALID_ARGUMENT (NULL, an unknown flag). */
GATUN_EXPORT int32_t gatun_csv_double_convert(const gatun_csv_cells* cells, uint32_t flags, double* values,
    uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error);

/* The table behind it, for a test: the first 128 bits of 10^exponent (those of 5^exponent), high word first, for
 * exponents from -342 to 308. Cut off, but rounded up from -27 to -1. Statuses: OK, OUT_OF_RANGE. */
GATUN_EXPORT int32_t gatun_csv_double_power(int32_t exponent, uint64_t* high, uint64_t* low, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
