/* Cells of a column for the tests of CSV converters: the text lies in front of a page that may not be touched, but for
 * the slack. */
#ifndef GATUN_TEST_CSV_CELLS_H
#define GATUN_TEST_CSV_CELLS_H

#include "gatun/csv.h"
#include "guarded.h"

enum { CSV_MOST_ROWS = 256, CSV_MOST_TEXT = 1 << 16 };

static guarded csv_text_memory, csv_start_memory, csv_end_memory, csv_value_memory, csv_validity_memory;
static uint8_t csv_misfits[CSV_MOST_ROWS / 8];
static uint8_t csv_text[CSV_MOST_TEXT];
static uint32_t csv_starts[CSV_MOST_ROWS], csv_ends[CSV_MOST_ROWS];
static uint32_t csv_size;
static uint64_t csv_rows;

static void csv_begin(void) {
    if (csv_text_memory.end == NULL) {
        csv_text_memory = guarded_make(CSV_MOST_TEXT), csv_start_memory = guarded_make(sizeof csv_starts);
        csv_end_memory = guarded_make(sizeof csv_ends), csv_value_memory = guarded_make(CSV_MOST_ROWS * 16 + 64);
        csv_validity_memory = guarded_make(sizeof csv_misfits);
    }
    memset(csv_text, '7', sizeof csv_text);
    csv_rows = 0, csv_size = GATUN_CSV_SLACK;
}

/* Adds a cell; the byte behind it is a delimiter, now and then there is none. */
static void csv_add(const char* cell, uint64_t size) {
    csv_starts[csv_rows] = csv_size;
    memcpy(csv_text + csv_size, cell, size);
    csv_size += (uint32_t)size;
    csv_ends[csv_rows++] = csv_size;
    if (csv_rows % 3 != 0) csv_text[csv_size++] = ',';
}

/* What was added. With it come the values, whose slack ends at the page, and the validity. */
static gatun_csv_cells csv_cells(const char* nulls, uint64_t null_bytes, uint64_t width, uint8_t** values,
    uint8_t** validity) {
    const uint64_t index = 4 * csv_rows, size = csv_size + GATUN_CSV_SLACK;
    *values = guarded_end(csv_value_memory, csv_rows * width + GATUN_CSV_SLACK);
    *validity = guarded_end(csv_validity_memory, (csv_rows + 63) / 64 * 8);
    memset(csv_misfits, 0, sizeof csv_misfits);
    gatun_csv_cells cells = {guarded_copy(csv_text_memory, csv_text, size), NULL, NULL, 1, csv_rows,
        (const uint8_t*)nulls, null_bytes, csv_misfits, '"', '"', '.', 0, {0}};
    cells.starts = (const uint32_t*)(void*)guarded_copy(csv_start_memory, csv_starts, index);
    cells.ends = (const uint32_t*)(void*)guarded_copy(csv_end_memory, csv_ends, index);
    return cells;
}

#endif
