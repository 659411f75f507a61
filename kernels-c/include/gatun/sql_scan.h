/*
 * Where comments and quotes of an SQL text begin and end, and whether one is still open at its end: then what follows
 * would be taken for a part of it. The grammar is that of a database, put together from rules.
 *
 * Always: a line comment goes from "--" to the end of its line (LF or CR), a block comment from slash-star to star-slash,
 * a string from ' to the next ' that is not doubled, a quoted identifier from " to the next " that is not doubled. Inside
 * one of them nothing else begins. The rules add to that.
 *
 * Untrusted input: the text may be anything. Nothing but text[from, to) is relied on, but the 64 bytes behind it are
 * read, so they must be readable.
 */
#ifndef GATUN_SQL_SCAN_H
#define GATUN_SQL_SCAN_H

#include <stdint.h>

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Of a grammar, to be added up. */
typedef enum gatun_sql_rule {
    GATUN_SQL_NESTED_COMMENTS = 1,     /* block comments nest */
    GATUN_SQL_HASH_COMMENTS = 2,       /* '#' begins a line comment */
    GATUN_SQL_BLANK_AFTER_DASHES = 4,  /* "--" does so only before a blank, a control character or the end */
    GATUN_SQL_EXECUTABLE_COMMENTS = 8, /* what stands between slash-star-'!' (or "M!") and star-slash is code: comments
                                          and quotes in it count. They nest */
    GATUN_SQL_BACKSLASHES = 16,        /* in '…' and "…" a backslash makes the byte behind it an ordinary one */
    GATUN_SQL_E_STRINGS = 32,          /* the same in '…' behind an E that is a word of its own, and in the strings behind
                                          it with nothing but blanks and at least one line end between */
    GATUN_SQL_DOLLAR_QUOTES = 64,      /* $tag$…$tag$; a tag is letters, digits, '_' and bytes from 0x80, the first no
                                          digit, or nothing. Not directly behind a byte of a tag or '$' */
    GATUN_SQL_BACKTICKS = 128,         /* `…` is a quoted identifier, the backtick inside is doubled */
    GATUN_SQL_BRACKETS = 256,          /* […] is a quoted identifier, the closing bracket inside is doubled */
    GATUN_SQL_PSQL = 512,              /* a backslash that is no "\;" or "\:" begins a command that goes to the end of its
                                          line. Behind the line of a COPY … FROM STDIN that ends with ';', and of the
                                          command copy with these words, come data, up to a line that is "\." */
} gatun_sql_rule;

typedef enum gatun_sql_open {
    GATUN_SQL_NOTHING = 0,
    GATUN_SQL_LINE_COMMENT = 1, /* a line end closes it */
    GATUN_SQL_BLOCK_COMMENT = 2,
    GATUN_SQL_EXECUTABLE_COMMENT = 3,
    GATUN_SQL_STRING = 4,
    GATUN_SQL_IDENTIFIER = 5,
    GATUN_SQL_DOLLAR_QUOTE = 6,
    GATUN_SQL_COPY_DATA = 7,
} gatun_sql_open;

/* What a text ends in. */
typedef struct gatun_sql_end {
    int32_t open;       /* gatun_sql_open: the innermost */
    uint32_t depth;     /* of a block or executable comment: how many are open inside each other; else 0 */
    uint64_t begin;     /* first byte of what is open, the outermost of comments; `to` when nothing is. For data the
                           statement */
    uint64_t first_long; /* first byte of the first string or quoted identifier that goes over a line end; `to` when there
                           is none. Where a quote is missing, it is likely missing there */
    uint64_t last_code; /* last byte that is quoted, or neither blank nor in a comment; `to` when there is none, and when
                           a command or data of psql come after it */
} gatun_sql_end;

/* Line ends of a text. */
typedef struct gatun_sql_lines {
    uint64_t ends;    /* LF, CR LF and CR */
    uint64_t returns; /* CR */
} gatun_sql_lines;

/* Scans text[from, to), which begins outside comments and quotes. O(to - from), no memory, thread-safe.
 * Statuses: OK; INVALID_ARGUMENT (`to` before `from`, rules that do not exist). */
GATUN_EXPORT int32_t gatun_sql_scan_run(const uint8_t* text, uint64_t from, uint64_t to, uint32_t rules,
    gatun_sql_end* end, gatun_error* error);

/* Counts the line ends in text[from, to), whatever they stand in; nothing when `to` is not behind `from`.
 * O(to - from), no memory, thread-safe. */
GATUN_EXPORT void gatun_sql_scan_lines(const uint8_t* text, uint64_t from, uint64_t to, gatun_sql_lines* lines);

#ifdef __cplusplus
}
#endif

#endif
