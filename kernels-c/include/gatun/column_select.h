/*
 * Keeping the selected rows of a column in Arrow layout, in order and close together.
 *
 * Common to all functions: `selection` has one bit for each of `rows` rows in (rows + 7) / 8 bytes; bits behind the
 * last row are not looked at. `selected` is the number of ones among them, and at most as many rows are written.
 * The output may be the input (in place); any other overlap is not allowed. Return a number that each function names,
 * or a negative gatun_status: INVALID_ARGUMENT (sizes, NULL), CAPACITY (more ones than `selected`, or too many bytes:
 * the output is then undefined). Thread-safe for different outputs. O(rows) and the bytes moved. Nothing outside the
 * arrays is read or written.
 */
#ifndef GATUN_COLUMN_SELECT_H
#define GATUN_COLUMN_SELECT_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Values of `width` bytes, 1 or more. No alignment needed. Returns the rows written. */
GATUN_EXPORT int64_t gatun_column_select_fixed(
    int64_t rows, const uint8_t* selection, int64_t selected, int64_t width, const void* values, void* out);

/* Values of one bit. Writes (selected + 7) / 8 bytes, the bits behind the last row 0. Returns the ones written. */
GATUN_EXPORT int64_t gatun_column_select_bits(
    int64_t rows, const uint8_t* selection, int64_t selected, const uint8_t* values, uint8_t* out);

/* Byte strings: row i is bytes[offsets[i] .. offsets[i + 1]), offsets ascending from 0 or more. Writes selected + 1
 * offsets from 0 and the bytes of the selected rows, of which there may be `capacity`. Returns the bytes written. */
GATUN_EXPORT int64_t gatun_column_select_strings(int64_t rows, const uint8_t* selection, int64_t selected,
    const int32_t* offsets, const uint8_t* bytes, int32_t* out_offsets, uint8_t* out_bytes, int64_t capacity);

/* Lists: row i has the elements offsets[i] .. offsets[i + 1] - 1, offsets ascending from 0 to `elements` at most.
 * Writes selected + 1 offsets from 0, and into `element_selection`, (elements + 7) / 8 bytes, a bit for each element:
 * 1 = its list is selected. Returns the elements selected. */
GATUN_EXPORT int64_t gatun_column_select_lists(int64_t rows, const uint8_t* selection, int64_t selected,
    const int32_t* offsets, int32_t* out_offsets, uint8_t* element_selection, int64_t elements);

#ifdef __cplusplus
}
#endif

#endif
