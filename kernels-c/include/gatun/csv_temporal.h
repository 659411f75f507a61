/*
 * Cells of a CSV column to dates, times of day and timestamps.
 *
 * Without a program they are as in ISO 8601: a date is YYYY-MM-DD, years 0001 to 9999; a time is HH:MM, HH:MM:SS or
 * HH:MM:SS.f with 1 to 9 digits of fraction; a timestamp is a date, or a date and a time with 'T' or a blank between
 * them and perhaps an offset from UTC behind: Z, +HH, +HHMM, +HH:MM or the same with '-', up to 18:00. There is no
 * hour 24 and no second 60. The decimal separator of numbers means nothing here.
 *
 * A program describes another form as pairs of bytes, a letter and its count, which come one after the other in a cell:
 *     y 4, y 2      year, in four digits, or in two of 2000 to 2099
 *     M d H h m s   month, day, hour of 24, hour of 12 (1 to 12), minute, second: 2: two digits, 1: one or two
 *     M 3           English short name of a month, any case
 *     a 1           AM or PM, any case
 *     S n           fraction of a second in n digits, 1 to 9
 *     X 1 2 3       offset: Z or +HH[MM], Z or +HHMM, Z or +HH:MM; Z 1: +HHMM
 *     ' b           the byte b
 * A date has the fields y M d only, a time none of y M d X Z; a letter may come once. What is not in the program is 0,
 * and day and month are of 1970-01-01.
 *
 * A fraction finer than the unit is a misfit unless its further digits are 0, and so is what 64 bits cannot hold.
 */
#ifndef GATUN_CSV_TEMPORAL_H
#define GATUN_CSV_TEMPORAL_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_csv_temporal_kind {
    GATUN_CSV_DATE = 0,      /* days since 1970-01-01, int32 */
    GATUN_CSV_TIME = 1,      /* units since midnight, int32 for seconds and milliseconds, else int64 */
    GATUN_CSV_TIMESTAMP = 2, /* units since 1970-01-01T00:00, in UTC where there is an offset, int64 */
} gatun_csv_temporal_kind;

typedef enum gatun_csv_temporal_unit {
    GATUN_CSV_SECOND = 0,
    GATUN_CSV_MILLISECOND = 1,
    GATUN_CSV_MICROSECOND = 2,
    GATUN_CSV_NANOSECOND = 3,
} gatun_csv_temporal_unit;

/* The offsets of ISO timestamps. A program has an offset or has none. */
typedef enum gatun_csv_temporal_offsets {
    GATUN_CSV_OFFSETS_NONE = 0,
    GATUN_CSV_OFFSETS_OPTIONAL = 1,
    GATUN_CSV_OFFSETS_REQUIRED = 2, /* a date alone is a misfit */
} gatun_csv_temporal_offsets;

/* What the cells are. */
typedef struct gatun_csv_temporal {
    uint32_t kind;
    uint32_t unit;
    uint32_t offsets;
    uint32_t program_bytes;  /* 0: ISO 8601 */
    const uint8_t* program;
} gatun_csv_temporal;

/* Converts the cells of a column. `values` has room for a value a row and `validity` for (rows + 63) / 64 words; all
 * of these are written, zero where there is none, and nothing else. No alignment is needed. O(bytes of the cells),
 * thread-safe for different outputs. Contents of the cells are untrusted.
 * Statuses: OK; INVALID_ARGUMENT (NULL, or no such kind, unit, offsets or program: nothing is written). */
GATUN_EXPORT int32_t gatun_csv_temporal_convert(const gatun_csv_cells* cells, const gatun_csv_temporal* type,
    uint8_t* values, uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
