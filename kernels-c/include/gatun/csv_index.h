/*
 * The cells of a CSV text: where each begins and ends, record by record. The grammar is checked, not assumed.
 *
 * A record ends at LF, CR LF or CR outside quotes, or with the input; cells lie between delimiters. A cell that begins
 * with the quote is quoted: it goes to the next quote that is neither doubled nor, where there is an escape character,
 * escaped (the escape before a quote or before itself), and must be followed by a delimiter, a line end or the end of
 * the input; delimiters and line ends inside belong to it. A line that begins with the comment character, outside
 * quotes, is no record.
 *
 * Lines of edge lists: blanks and tabs at the beginning of a line do not count. A line of nothing else is no record, nor
 * is one that then begins with '#' or '%'. A quoted cell that does not end on its line is not closed: it ends there. One
 * empty cell too many at the end of a record does not count. Where the delimiter is a blank, tabs are delimiters too.
 *
 * Untrusted input: the text may be anything. Nothing but text[from, to) is relied on, but the 64 bytes behind it are
 * read, so they must be readable.
 */
#ifndef GATUN_CSV_INDEX_H
#define GATUN_CSV_INDEX_H

#include "gatun/csv.h"
#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Of a grammar. */
typedef enum gatun_csv_rule {
    GATUN_CSV_SKIP_EMPTY_LINES = 1, /* a line of no bytes is no record; else one of one empty cell */
    GATUN_CSV_STRAY_QUOTES = 2,     /* a quote inside a cell that does not begin with one is a byte like others; else
                                       it is wrong */
    GATUN_CSV_TRIM = 4,             /* blanks and tabs around cells do not belong to them */
    GATUN_CSV_MERGE = 8,            /* runs of the delimiter count as one, at the ends of a line as none */
    GATUN_CSV_PAD = 16,             /* cells that a record lacks are empty; else it is wrong */
    GATUN_CSV_TRUNCATE = 32,        /* cells that a record has too many are left out; else it is wrong */
    GATUN_CSV_EDGE_LINES = 64,      /* lines are as edge lists have them, see below */
} gatun_csv_rule;

typedef enum gatun_csv_stop {
    GATUN_CSV_END = 0,  /* at the end of the text, or where a record begins that is not complete */
    GATUN_CSV_FULL = 1, /* there is no room for another record */
    GATUN_CSV_BAD = 2,  /* the next record is not right */
} gatun_csv_stop;

typedef enum gatun_csv_problem {
    GATUN_CSV_TEXT_AFTER_QUOTE = 0, /* a byte behind a closing quote that is neither delimiter nor line end */
    GATUN_CSV_STRAY_QUOTE = 1,      /* a quote inside a cell that does not begin with one */
    GATUN_CSV_UNCLOSED_QUOTE = 2,   /* the input ends inside quotes */
    GATUN_CSV_TOO_FEW = 3,          /* fewer cells than the width */
    GATUN_CSV_TOO_MANY = 4,         /* more cells than the width */
} gatun_csv_problem;

/* A grammar, and what the last run found. Begin fills it; the caller reads the second part. */
typedef struct gatun_csv_index_cursor {
    uint8_t delimiter; /* 0: none, as for the others */
    uint8_t quote;
    uint8_t escape; /* 0: quotes are doubled */
    uint8_t comment;
    uint32_t rules;      /* gatun_csv_rule, added up */
    uint8_t classes[256]; /* what each byte is outside quotes */
    uint8_t compresses;  /* whether the CPU has AVX-512 VBMI2; a test may clear it */
    uint8_t returns;     /* whether the text was seen to have CRs */
    uint8_t quotes;      /* whether the text was seen to have quotes */
    uint8_t reserved[5];

    int32_t stop;      /* gatun_csv_stop */
    int32_t problem;   /* the rest after BAD only: gatun_csv_problem */
    uint64_t rows;     /* records found, all right and complete */
    uint64_t cells;    /* cells found: rows times width, unless the width was 0 */
    uint64_t next;     /* where the first record begins that was not taken */
    uint64_t lines;    /* line ends (LF, CR LF, CR), quoted ones too, in text[from, next) */
    uint64_t problem_at;    /* the byte that is wrong; for a wrong number of cells the record's end; for an unclosed
                               quote the quote */
    uint64_t problem_cell;  /* number of the cell that is wrong; for a wrong number of cells how many there are */
    uint64_t problem_lines; /* line ends in text[next, resume) */
    uint64_t resume;        /* where the record behind the wrong one begins, `to` at most */
} gatun_csv_index_cursor;

/* Takes a grammar: ASCII characters that differ from each other, LF and CR, or 0 for none. An escape equal to the quote
 * is none. O(1), thread-safe for different cursors. A cursor belongs to one thread at a time.
 * Statuses: OK; INVALID_ARGUMENT (characters, or rules that do not exist). */
GATUN_EXPORT int32_t gatun_csv_index_begin(gatun_csv_index_cursor* cursor, uint8_t delimiter, uint8_t quote,
    uint8_t escape, uint8_t comment, uint32_t rules, gatun_error* error);

/* Finds whole records in text[from, to), `to` below 2^31. `from` is where a record, an empty line or a comment begins.
 * Record r has the cells text[starts[i], ends[i]), quotes included, i from r * width; with width 0 from firsts[r] up to
 * firsts[r + 1]. Without `last` more text may follow: a record needs its line end, and a CR as the last byte is none, as
 * an LF may follow. Comments and empty lines that are no records are passed over, behind the last record too.
 *
 * Stops at the end; before a record when there are most_rows, or no room for it among most_cells; or at a record that is
 * wrong (and complete): the first of its cells that is wrong counts, else their number. A wrong record's cells, those
 * before the wrong one and at most `width`, are in `starts` and `ends` behind those that count, as far as there is room.
 * A cell with text behind its closing quote ends at the next delimiter or line end.
 *
 * starts, ends: room for most_cells, and 64 elements behind them that may be overwritten. firsts: for width 0, room for
 * most_rows + 1; else NULL. O(to - from).
 * Statuses: OK (see cursor->stop); INVALID_ARGUMENT (from, to, most_cells of 2^31 or more). */
GATUN_EXPORT int32_t gatun_csv_index_run(gatun_csv_index_cursor* cursor, const uint8_t* text, uint64_t from,
    uint64_t to, int32_t last, uint32_t width, uint32_t* starts, uint32_t* ends, uint32_t* firsts, uint64_t most_cells,
    uint64_t most_rows, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
