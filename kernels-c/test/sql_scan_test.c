/* Comments and quotes of SQL: known texts at every place around the borders of blocks, in front of guard pages, and random
 * ones, of which all tiers must say the same. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/sql_scan.h"
#include "guarded.h"
#include "random.h"

enum { MOST = 4096, READABLE = 64, SHIFTS = 140 };

enum {
    POSTGRES = GATUN_SQL_NESTED_COMMENTS | GATUN_SQL_E_STRINGS | GATUN_SQL_DOLLAR_QUOTES | GATUN_SQL_PSQL,
    MYSQL = GATUN_SQL_HASH_COMMENTS | GATUN_SQL_BLANK_AFTER_DASHES | GATUN_SQL_EXECUTABLE_COMMENTS |
            GATUN_SQL_BACKSLASHES | GATUN_SQL_BACKTICKS,
    SQLSERVER = GATUN_SQL_NESTED_COMMENTS | GATUN_SQL_BRACKETS,
    PLAIN = 0,
};

static guarded memory;

typedef struct known {
    int rules;
    const char* text;
    int open;
    int begin; /* all relative to the text; -1 for its end */
    int depth;
} known;

static const known texts[] = {
    {PLAIN, "", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "select 1; -- /*\n", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "select '/*', \"--\", '''' ;", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "a - b / c * d -", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "x -- y", GATUN_SQL_LINE_COMMENT, 2, 0},
    {PLAIN, "x -- y\r", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "x --", GATUN_SQL_LINE_COMMENT, 2, 0},
    {PLAIN, "/* a /* b */ c", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "x /*/", GATUN_SQL_BLOCK_COMMENT, 2, 1},
    {PLAIN, "x /**/ /***/ /****", GATUN_SQL_BLOCK_COMMENT, 13, 1},
    {PLAIN, "x /* ' */ 'it''s", GATUN_SQL_STRING, 10, 0},
    {PLAIN, "x '", GATUN_SQL_STRING, 2, 0},
    {PLAIN, "x ''''", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "x '''", GATUN_SQL_STRING, 2, 0},
    {PLAIN, "\"a\"\"b", GATUN_SQL_IDENTIFIER, 0, 0},
    {PLAIN, "'a\\'", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "`[$$#\\", GATUN_SQL_NOTHING, -1, 0},
    {PLAIN, "'\xc3\xa9", GATUN_SQL_STRING, 0, 0},
    {POSTGRES, "/* a /* b */ c", GATUN_SQL_BLOCK_COMMENT, 0, 1},
    {POSTGRES, "/* a /* b /*/ c */", GATUN_SQL_BLOCK_COMMENT, 0, 2},
    {POSTGRES, "/* a /* b */ c */ -- '", GATUN_SQL_LINE_COMMENT, 18, 0},
    {POSTGRES, "E'it\\'s'", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "x,e'it\\'s", GATUN_SQL_STRING, 3, 0},
    {POSTGRES, "E'a\\", GATUN_SQL_STRING, 1, 0},
    {POSTGRES, "some'it\\'", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "\"x\"E'\\''", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "E'a' \n\t'\\''", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "E'a' 'b\\' '", GATUN_SQL_STRING, 10, 0},
    {POSTGRES, "$$ ' /* $ $a$ $$;", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "$a$ $$ $ab$ $a$", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "$a$ $b$a$", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "x$a$ '", GATUN_SQL_STRING, 5, 0},
    {POSTGRES, "$a$x$a$$b$ ' $b$", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "$1$ '' $", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "y $\xc3\xa9_1$ $e", GATUN_SQL_DOLLAR_QUOTE, 2, 0},
    {POSTGRES, "$a$ $a", GATUN_SQL_DOLLAR_QUOTE, 0, 0},
    {POSTGRES, "\\echo it's /* \n select 1", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "a \\; '", GATUN_SQL_STRING, 5, 0},
    {POSTGRES, "copy t from stdin; -- '\n1\tO'Brien\n\\N\t/*\n\\.\nselect 1;", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "/* c */ COPY t (a) FROM  STDIN WITH (FORMAT csv);\r\n'\r\n\\.\r\n'", GATUN_SQL_STRING, 58, 0},
    {POSTGRES, "; copy t from stdin;\nit's\n \\.\nx\\.\n\\.x", GATUN_SQL_COPY_DATA, 2, 0},
    {POSTGRES, "\\copy t from stdin\nit's\n\\.", GATUN_SQL_NOTHING, -1, 0},
    {POSTGRES, "copy t from 'stdin'; '", GATUN_SQL_STRING, 21, 0},
    {POSTGRES, "copying t from stdin; '", GATUN_SQL_STRING, 22, 0},
    {MYSQL, "'it\\'s' \"\\\"\" `\\`", GATUN_SQL_NOTHING, -1, 0},
    {MYSQL, "# '\n5--3 '", GATUN_SQL_STRING, 9, 0},
    {MYSQL, "--\t'\n--\n'", GATUN_SQL_STRING, 8, 0},
    {MYSQL, "--", GATUN_SQL_LINE_COMMENT, 0, 0},
    {MYSQL, "/*! select '*/' */ `a``b`", GATUN_SQL_NOTHING, -1, 0},
    {MYSQL, "/*!50003 a /* b */ */", GATUN_SQL_NOTHING, -1, 0},
    {MYSQL, "x /*M!100 a /*! b */", GATUN_SQL_EXECUTABLE_COMMENT, 2, 1},
    {MYSQL, "x /*M 100 a /*! b */ '", GATUN_SQL_STRING, 21, 0},
    {MYSQL, "*/ /*! a */ */ `", GATUN_SQL_IDENTIFIER, 15, 0},
    {SQLSERVER, "[it's] [a]]'] [a", GATUN_SQL_IDENTIFIER, 14, 0},
};

static void check_known(const known* k, const char* before) {
    const uint64_t shift = strlen(before), size = strlen(k->text), to = shift + size;
    uint8_t* const text = guarded_end(memory, to + READABLE);
    memcpy(text, before, shift);
    memcpy(text + shift, k->text, size);
    gatun_sql_end end;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_sql_scan_run(text, 0, to, (uint32_t)k->rules, &end, NULL));
    if (end.open != k->open || end.begin != (k->begin < 0 ? to : shift + (uint64_t)k->begin) ||
        end.depth != (uint32_t)k->depth) {
        fprintf(stderr, "%d blanks, %s\n", (int)shift, k->text);
        CHECK_EQUAL(k->open, end.open);
        CHECK_EQUAL(k->begin, (int64_t)(end.begin - shift));
        CHECK_EQUAL(k->depth, end.depth);
    }
    checks_made++;
}

static void known_texts(void) {
    char blanks[SHIFTS + 1] = "";
    for (int shift = 0; shift < SHIFTS; shift++) {
        for (uint64_t i = 0; i < sizeof texts / sizeof *texts; i++) check_known(&texts[i], blanks);
        blanks[shift] = ' ', blanks[shift + 1] = '\0';
    }
}

static gatun_sql_end scan(const char* string, uint32_t rules) {
    const uint64_t size = strlen(string);
    uint8_t* const text = guarded_end(memory, size + READABLE);
    memcpy(text, string, size);
    gatun_sql_end end;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_sql_scan_run(text, 0, size, rules, &end, NULL));
    return end;
}

static void long_quotes(void) {
    CHECK_EQUAL(4, scan("'a' 'b\n' 'c\n'", PLAIN).first_long);
    CHECK_EQUAL(13, scan("'a' 'b' \n 'c'", PLAIN).first_long);
    CHECK_EQUAL(2, scan("x \"b\r", PLAIN).first_long);
    CHECK_EQUAL(6, scan("$$\n$$,'\n'", POSTGRES).first_long);
    CHECK_EQUAL(5, scan("`b`, ' `\n'", PLAIN).first_long);
}

static void last_code(void) {
    CHECK_EQUAL(0, scan("", PLAIN).last_code);
    CHECK_EQUAL(4, scan(" \n\t ", PLAIN).last_code);
    CHECK_EQUAL(8, scan("select 1; -- x\n/* ; */ ", PLAIN).last_code);
    CHECK_EQUAL(2, scan("'a' ", PLAIN).last_code);
    CHECK_EQUAL(2, scan("'a ", PLAIN).last_code);
    CHECK_EQUAL(0, scan("x/*", PLAIN).last_code);
    CHECK_EQUAL(4, scan("$$ $$ ", POSTGRES).last_code);
    CHECK_EQUAL(9, scan("x \\echo a", POSTGRES).last_code);
    CHECK_EQUAL(10, scan("x \\echo a\ny", POSTGRES).last_code);
    CHECK_EQUAL(25, scan("copy t from stdin;\n;\n\\.\n ", POSTGRES).last_code);
    CHECK_EQUAL(4, scan("/*! a */", MYSQL).last_code);
}

static void wrong_arguments(void) {
    gatun_error error;
    gatun_sql_end end;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_sql_scan_run((const uint8_t*)"", 1, 0, PLAIN, &end, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, error.status);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_sql_scan_run((const uint8_t*)"", 0, 0, 1024, &end, NULL));
}

/* From the middle on, what lies before does not count. */
static void from_the_middle(void) {
    uint8_t* const text = guarded_end(memory, 10 + READABLE);
    memcpy(text, "xE'$a'\\'  ", 10);
    gatun_sql_end end;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_sql_scan_run(text, 2, 10, POSTGRES, &end, NULL));
    CHECK_EQUAL(GATUN_SQL_NOTHING, end.open);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_sql_scan_run(text, 1, 9, POSTGRES, &end, NULL));
    CHECK_EQUAL(GATUN_SQL_NOTHING, end.open);
    CHECK_EQUAL(9, end.begin);
}

static void line_counts(void) {
    static const uint8_t choice[] = "\n\r\r\nab";
    for (int i = 0; i < 2000; i++) {
        const uint64_t size = test_below(300), from = test_below(size + 1);
        uint8_t* const text = guarded_end(memory, size + READABLE);
        for (uint64_t k = 0; k < size; k++) text[k] = choice[test_below(6)];
        memset(text + size, '\n', READABLE);
        uint64_t ends = 0, returns = 0;
        for (uint64_t k = from; k < size; k++) {
            returns += text[k] == '\r';
            ends += text[k] == '\r' || (text[k] == '\n' && (k == from || text[k - 1] != '\r'));
        }
        gatun_sql_lines lines;
        gatun_sql_scan_lines(text, from, size, &lines);
        if (ends != lines.ends || returns != lines.returns) CHECK_EQUAL(ends, lines.ends);
        checks_made++;
    }
    gatun_sql_lines none;
    gatun_sql_scan_lines(memory.end, 1, 0, &none);
    CHECK(none.ends == 0 && none.returns == 0);
}

static uint64_t random_text(uint8_t* text) {
    static const char* const parts[] = {"'", "'", "\"", "`", "[", "]", "--", "-", "/*", "*/", "*", "/", "$", "$$", "$a$", "a",
        "E'", " ", "\n", "\r", "\\", ";", "#", "!", "\\.", "\n\\.\n", "copy t from stdin;\n", "\xc3\xa9", "1", "/*!"};
    const uint64_t most = test_below(MOST - 400), fill = test_below(100);
    uint64_t size = 0;
    while (size < most) {
        const char* const part = parts[test_below(sizeof parts / sizeof *parts)];
        memcpy(text + size, part, strlen(part));
        size += strlen(part);
        for (uint64_t k = test_below(fill + 1); k > 0; k--) text[size++] = (uint8_t)(test_below(9) ? 'x' : ' ');
    }
    return size;
}

static void tiers_agree(void) {
    static uint8_t bytes[MOST];
    for (int i = 0; i < 20000; i++) {
        const uint64_t size = random_text(bytes);
        const uint32_t rules = (uint32_t)test_below(1024);
        uint8_t* const text = guarded_end(memory, size + READABLE);
        memcpy(text, bytes, size);
        gatun_sql_end wanted, end;
        gatun_isa_cap(GATUN_ISA_SCALAR);
        gatun_sql_scan_run(text, 0, size, rules, &wanted, NULL);
        for (int32_t tier = GATUN_ISA_SCALAR + 1; tier <= GATUN_ISA_AVX512; tier++) {
            if (gatun_isa_cap(tier) != tier) continue;
            gatun_sql_scan_run(text, 0, size, rules, &end, NULL);
            CHECK(memcmp(&wanted, &end, sizeof end) == 0);
        }
    }
}

int main(void) {
    memory = guarded_make(MOST + READABLE);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        known_texts();
        long_quotes();
        last_code();
        wrong_arguments();
        from_the_middle();
        line_counts();
    }
    tiers_agree();
    return test_result();
}
