/* The cells of CSV texts: known answers; texts and outputs at the edge of a page, on every tier and without VBMI2. */
#include "gatun/core.h"
#include "gatun/csv_index.h"
#include "guarded.h"
#include "random.h"

enum { MOST = 20000, SLACK = 64 };

static guarded in, out_starts, out_ends;
static uint8_t compresses;
static gatun_csv_index_cursor cursor;
static uint32_t *starts, *ends, firsts[MOST];

static int32_t begin(char delimiter, char quote, char escape, char comment, uint32_t rules) {
    gatun_error error;
    const int32_t status = gatun_csv_index_begin(
        &cursor, (uint8_t)delimiter, (uint8_t)quote, (uint8_t)escape, (uint8_t)comment, rules, &error);
    if (status == GATUN_STATUS_OK && !compresses) cursor.compresses = 0;
    return status;
}

/* Puts the text and the room for cells at ends of pages but for the slack. */
static int32_t run(const void* text, uint64_t size, int32_t last, uint32_t width, uint64_t most_cells, uint64_t rows) {
    memset(in.end - SLACK, ',', SLACK);
    memcpy(in.end - SLACK - size, text, size);
    starts = (uint32_t*)(void*)out_starts.end - SLACK - most_cells;
    ends = (uint32_t*)(void*)out_ends.end - SLACK - most_cells;
    gatun_error error;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_index_run(&cursor, in.end - SLACK - size, 0, size, last, width, starts,
                                     ends, width == 0 ? firsts : NULL, most_cells, rows, &error));
    return cursor.stop;
}

static int32_t run_text(const char* text, uint32_t width) { return run(text, strlen(text), 1, width, 100, 100); }

static void known_answers(void) {
    CHECK_EQUAL(GATUN_STATUS_OK, begin(',', '"', 0, '#', GATUN_CSV_SKIP_EMPTY_LINES));
    CHECK_EQUAL(GATUN_CSV_END, run_text("#c\n\na,\"b\n\"\"\"\r\n\rc,", 2));
    CHECK_EQUAL(2, cursor.rows);
    CHECK_EQUAL(4, cursor.cells);
    CHECK_EQUAL(17, cursor.next);
    CHECK_EQUAL(5, cursor.lines);
    const uint32_t expected[] = {4, 5, 6, 12, 15, 16, 17, 17};
    for (int i = 0; i < 4; i++) {
        CHECK_EQUAL(expected[2 * i], starts[i]);
        CHECK_EQUAL(expected[2 * i + 1], ends[i]);
    }
    CHECK_EQUAL(GATUN_CSV_END, run("a,b\nc,d\r", 8, 0, 2, 100, 100));
    CHECK_EQUAL(4, cursor.next);
    CHECK_EQUAL(GATUN_CSV_FULL, run("a,b\nc,d\n", 8, 0, 2, 3, 100));
    CHECK_EQUAL(1, cursor.rows);
    CHECK_EQUAL(GATUN_CSV_FULL, run("a,b\nc,d\n", 8, 0, 0, 100, 1));
    CHECK_EQUAL(2, firsts[1]);
    CHECK_EQUAL(GATUN_CSV_END, run("\"a,b\nc", 6, 0, 2, 100, 100));
    CHECK_EQUAL(0, cursor.next);
}

static void problems(void) {
    CHECK_EQUAL(GATUN_STATUS_OK, begin(',', '"', 0, 0, GATUN_CSV_SKIP_EMPTY_LINES));
    const struct {
        const char* text;
        int32_t problem;
        uint64_t at, cell, resume;
    } cases[] = {
        {"a,b\n\"c\"d,e\nf,g", GATUN_CSV_TEXT_AFTER_QUOTE, 7, 0, 11},
        {"a,b\nc,d\"\nf,g", GATUN_CSV_STRAY_QUOTE, 7, 1, 9},
        {"a,b\nc,\"d\nf,g", GATUN_CSV_UNCLOSED_QUOTE, 6, 1, 12},
        {"a,b\nc\nf,g", GATUN_CSV_TOO_FEW, 5, 1, 6},
        {"a,b\nc,d,e\nf,g", GATUN_CSV_TOO_MANY, 9, 3, 10},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_EQUAL(GATUN_CSV_BAD, run_text(cases[i].text, 2));
        CHECK_EQUAL(1, cursor.rows);
        CHECK_EQUAL(4, cursor.next);
        CHECK_EQUAL(1, cursor.lines);
        CHECK_EQUAL(cases[i].problem, cursor.problem);
        CHECK_EQUAL(cases[i].at, cursor.problem_at);
        CHECK_EQUAL(cases[i].cell, cursor.problem_cell);
        CHECK_EQUAL(cases[i].resume, cursor.resume);
    }
}

static void wrong_arguments(void) {
    gatun_error error;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, begin(',', ',', 0, 0, 0));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, begin('\n', 0, 0, 0, 0));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, begin((char)200, 0, 0, 0, 0));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, begin(',', 0, 0, 0, 64));
    CHECK_EQUAL(GATUN_STATUS_OK, begin(',', '"', '"', 0, 0));
    const uint8_t* const text = in.end;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_csv_index_run(&cursor, text, 2, 1, 1, 1, starts, ends, NULL, 1, 1, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_csv_index_run(&cursor, text, 0, 1ull << 31, 1, 1, starts, ends, NULL, 1, 1, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_csv_index_run(&cursor, text, 0, 0, 1, 1, starts, ends, NULL, 1ull << 31, 1, &error));
}

/* Texts of some thousand bytes, right but for a few bytes, into much room and little. */
static void random_texts(void) {
    static char text[MOST];
    static const char odd[] = "a,\"\n\r#";
    for (int i = 0; i < 600; i++) {
        const uint64_t width = 1 + test_below(12), most = 64 * test_below(60);
        uint64_t size = 0;
        while (size < most) {
            const uint64_t cell = test_below(i % 2 ? 12 : 2);
            const int quoted = i % 3 == 0 && test_below(9) == 0;
            if (quoted) text[size++] = '"';
            for (uint64_t k = 0; k < cell; k++) text[size++] = quoted ? odd[test_below(2)] : 'x';
            if (quoted) text[size++] = '"';
            const int ends_line = test_below(width) == 0;
            if (ends_line && i % 5 == 0) text[size++] = '\r';
            text[size++] = ends_line ? '\n' : ',';
        }
        for (uint64_t k = test_below(4); size > 0 && k > 0; k--) text[test_below(size)] = odd[test_below(6)];
        const uint32_t rules = (uint32_t)test_below(64);
        CHECK_EQUAL(GATUN_STATUS_OK, begin(',', '"', 0, i % 7 == 0 ? '#' : 0, rules));
        const uint64_t room = i % 2 ? size + 1 : test_below(size / 4 + 1);
        const int32_t stop = run(text, size, i % 4 != 0, (uint32_t)test_below(width + 1), room, i % 11 ? MOST - 1 : 5);
        CHECK(cursor.cells <= room);
        CHECK(cursor.next <= size && (stop != GATUN_CSV_BAD || cursor.resume <= size));
        for (uint64_t k = 0; k < cursor.cells; k++) CHECK(starts[k] <= ends[k] && ends[k] <= cursor.next);
    }
}

int main(void) {
    in = guarded_make(MOST + SLACK);
    out_starts = guarded_make(4 * (MOST + SLACK));
    out_ends = guarded_make(4 * (MOST + SLACK));
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (compresses = 0; compresses < 2; compresses++) {
            known_answers();
            problems();
            wrong_arguments();
            random_texts();
        }
    }
    return test_result();
}
