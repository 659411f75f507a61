/* Columns of cells for the tests of converters: laid out between guard pages, with the slack the contract promises and
 * not a byte more. */
#ifndef GATUN_TEST_CSV_COLUMNS_H
#define GATUN_TEST_CSV_COLUMNS_H

#include "gatun/csv.h"
#include "guarded.h"
#include "random.h"

enum { MOST_ROWS = 300, MOST_WIDTH = 9, MOST_CELL = 64 };

/* A cell as it is in the text. */
typedef struct cell {
    char bytes[MOST_CELL];
    uint64_t size;
} cell;

static cell cells_given[MOST_ROWS];

static guarded_pages column_text;
static guarded column_starts, column_ends;

static void columns_make(void) {
    column_text = guarded_pages_make(2 * GATUN_CSV_SLACK + MOST_ROWS * MOST_WIDTH * (MOST_CELL + 1));
    column_starts = guarded_make(MOST_ROWS * MOST_WIDTH * 4);
    column_ends = guarded_make(MOST_ROWS * MOST_WIDTH * 4);
}

/* Lays the first `rows` of cells_given out as column `column` of records of `width` cells; the text at one end of its
 * memory, what surrounds the cells full of digits. */
static gatun_csv_cells column_of(uint64_t rows, uint64_t width, uint64_t column) {
    const uint64_t n = rows * width;
    uint64_t size = 2 * GATUN_CSV_SLACK;
    for (uint64_t i = 0; i < n; i++) size += i % width == column ? cells_given[i / width].size : 1;
    uint8_t* const text = test_below(2) == 0 ? column_text.begin : column_text.begin + column_text.size - size;
    uint32_t* const starts = (uint32_t*)(void*)guarded_end(column_starts, 4 * n);
    uint32_t* const ends = (uint32_t*)(void*)guarded_end(column_ends, 4 * n);
    memset(text, '7', size);
    /* Cells touch each other: nothing between them helps. */
    for (uint64_t i = 0, at = GATUN_CSV_SLACK; i < n; i++) {
        starts[i] = (uint32_t)at;
        if (i % width == column) {
            memcpy(text + at, cells_given[i / width].bytes, cells_given[i / width].size);
            at += cells_given[i / width].size;
        } else {
            at += 1;
        }
        ends[i] = (uint32_t)at;
    }
    gatun_csv_cells cells = {0};
    cells.text = text;
    cells.starts = starts + (n == 0 ? 0 : column);
    cells.ends = ends + (n == 0 ? 0 : column);
    cells.stride = width;
    cells.rows = rows;
    cells.quote = cells.escape = '"';
    cells.decimal = '.';
    return cells;
}

static void give(uint64_t row, const char* bytes, uint64_t size) {
    cells_given[row].size = size;
    memcpy(cells_given[row].bytes, bytes, size);
}

static inline unsigned column_bit(const uint8_t* bitmap, uint64_t i) { return bitmap[i / 8] >> i % 8 & 1; }

#endif
