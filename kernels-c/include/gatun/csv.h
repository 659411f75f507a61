/*
 * What the kernels that convert the cells of a CSV file share: where the cells of one column lie, and what came of
 * them.
 *
 * A cell is what lies between two delimiters: cell i of a column is text[starts[i * stride], ends[i * stride]), as
 * gatun_csv_index found it. A cell that begins with the quote character is quoted; it ends with one too, and
 * quotes, perhaps escapes, lie between. Numbers, booleans and times are read from what is between the quotes as it is
 * (no escape occurs in a value that converts). A cell equal to a null token, without its quotes if it has any, is null.
 *
 * A cell that is neither null nor a value of the type is a misfit: its slot becomes null, it is counted, and the
 * others are converted all the same.
 */
#ifndef GATUN_CSV_H
#define GATUN_CSV_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Readable bytes before the first and behind the last cell of a text, and writable ones behind every output. */
#define GATUN_CSV_SLACK 64

/* The cells of one column in a block of records. Starts and ends are trusted: they come from gatun_csv_index. */
typedef struct gatun_csv_cells {
    const uint8_t* text;
    const uint32_t* starts;  /* element of the column's cell in the first record */
    const uint32_t* ends;
    uint64_t stride;         /* elements from a cell to that of the next record: the width of a record */
    uint64_t rows;
    const uint8_t* nulls;    /* null tokens, each a byte with its length and then its bytes */
    uint64_t null_bytes;     /* of all tokens with their lengths, 0 for none */
    uint8_t* misfits;        /* NULL, or a bitmap of (rows + 63) / 64 words: bits of misfits are set, others stay */
    uint8_t quote;           /* 0: none */
    uint8_t escape;          /* inside quotes it goes before a quote or itself; equal to `quote` where quotes are doubled */
    uint8_t decimal;         /* before the fraction: '.' or ',' */
    uint8_t grouping;        /* between groups of three digits, 0: none */
    uint8_t reserved[4];     /* 0 */
} gatun_csv_cells;

typedef struct gatun_csv_outcome {
    uint64_t nulls;          /* null slots, misfits included */
    uint64_t misfits;
    uint64_t first_misfit;   /* row of the first one; rows when there is none */
} gatun_csv_outcome;

#ifdef __cplusplus
}
#endif

#endif
