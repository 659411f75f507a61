/* Text cells to strings: known answers, random cells against a plain copy byte by byte, in front of guard pages, on every
 * tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csv_string.h"
#include "guarded.h"
#include "random.h"

enum { MOST_ROWS = 200, MOST_BYTES = 1 << 16 };

static guarded texts, starts, ends, offset_memory, validities, outputs;
static uint8_t text[MOST_BYTES];
static uint64_t text_size;
static uint32_t begins[MOST_ROWS], behinds[MOST_ROWS];
static uint64_t rows;
static gatun_csv_cells cells;
static gatun_error error;

static void start_column(uint8_t quote, uint8_t escape, const char* nulls, uint64_t null_bytes) {
    memset(&cells, 0, sizeof cells);
    cells.quote = quote, cells.escape = escape;
    cells.nulls = (const uint8_t*)nulls, cells.null_bytes = null_bytes;
    rows = 0, text_size = 0;
}

static void add(const char* cell, uint64_t size) {
    begins[rows] = (uint32_t)text_size;
    memcpy(text + text_size, cell, size);
    text_size += size;
    behinds[rows++] = (uint32_t)text_size;
}

/* The text with what may be read around it, and nothing else that can be read behind that. */
static void place(uint64_t stride) {
    const uint64_t slack = GATUN_CSV_SLACK, entries = rows == 0 ? 0 : (rows - 1) * stride + 1;
    uint8_t* const whole = guarded_end(texts, text_size + 2 * slack);
    memset(whole, cells.quote, text_size + 2 * slack);
    memcpy(whole + slack, text, text_size);
    cells.text = whole + slack;
    uint32_t* const s = (uint32_t*)guarded_end(starts, 4 * entries);
    uint32_t* const e = (uint32_t*)guarded_end(ends, 4 * entries);
    for (uint64_t i = 0; i < rows; i++) s[i * stride] = begins[i], e[i * stride] = behinds[i];
    cells.starts = s, cells.ends = e, cells.stride = stride, cells.rows = rows;
}

/* Byte by byte. Returns the size of the value. */
static uint64_t value_of(uint64_t row, uint8_t* value, int* quoted) {
    const uint8_t *at = text + begins[row], *end = text + behinds[row];
    uint64_t size = 0;
    *quoted = cells.quote != 0 && at != end && *at == cells.quote;
    if (*quoted) at++, end--;
    for (; at < end; at++) {
        const int drop = *quoted && *at == cells.escape && at + 1 < end && (at[1] == cells.quote || at[1] == cells.escape);
        value[size++] = drop ? *++at : *at;
    }
    return size;
}

static int is_token(const uint8_t* value, uint64_t size) {
    for (uint64_t at = 0; at < cells.null_bytes; at += 1 + cells.nulls[at]) {
        if (cells.nulls[at] == size && memcmp(cells.nulls + at + 1, value, size) == 0) return 1;
    }
    return 0;
}

static void expect(int32_t nulls, uint64_t stride) {
    static uint8_t value[MOST_BYTES];
    const uint64_t words = (rows + 63) / 64;
    place(stride);
    int32_t* const offsets = (int32_t*)guarded_end(offset_memory, 4 * (rows + 1));
    uint8_t* const validity = guarded_end(validities, 8 * words);
    gatun_csv_strings strings;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_string_measure(&cells, nulls, offsets, validity, &strings, &error));
    uint8_t* const bytes = guarded_end(outputs, (uint64_t)offsets[rows] + GATUN_CSV_SLACK);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_string_copy(&cells, &strings, offsets, bytes, &error));
    uint64_t at = 0, null_slots = 0;
    int right = offsets[0] == 0;
    for (uint64_t i = 0; i < rows; i++) {
        int quoted;
        uint64_t size = value_of(i, value, &quoted);
        const int null = is_token(value, size) &&
                         (nulls == GATUN_CSV_NULLS_ALL || (nulls == GATUN_CSV_NULLS_UNQUOTED && !quoted));
        if (null) size = 0, null_slots++;
        right &= (validity[i / 8] >> i % 8 & 1) == !null && (uint64_t)offsets[i + 1] == at + size;
        right &= memcmp(bytes + at, value, size) == 0;
        at += size;
    }
    for (uint64_t i = rows; i < 64 * words; i++) right &= (validity[i / 8] >> i % 8 & 1) == 0;
    CHECK(right);
    CHECK_EQUAL(null_slots, strings.nulls);
}

/* Values of several kinds, written as a file would have them. */
static void random_column(void) {
    static const char tokens[] = "\0\2NA\1\"\4null\3\"a\"";
    static const uint8_t odd[] = "\"\"\"'\\\\,\nNa";
    const uint8_t quote = test_below(5) == 0 ? 0 : '"';
    const uint8_t escape = test_below(3) == 0 ? '\\' : quote;
    const uint64_t sizes[] = {2, 8, 20, 70, 300}, most = sizes[test_below(5)];
    const uint64_t quoted_odds = test_below(4), odd_odds = 1 + test_below(12), count = test_below(MOST_ROWS);
    start_column(quote, escape, tokens, test_below(2) == 0 ? sizeof tokens - 1 : test_below(2));
    for (uint64_t row = 0; row < count && text_size + 700 < MOST_BYTES; row++) {
        char cell[700];
        uint64_t size = 0;
        const int quoted = quote != 0 && test_below(3) < quoted_odds;
        if (quoted) cell[size++] = (char)quote;
        for (uint64_t i = test_below(most); i > 0; i--) {
            const uint8_t byte = test_below(odd_odds) == 0 ? odd[test_below(sizeof odd - 1)] : 'x';
            if (!quoted && size == 0 && byte == quote) continue;
            if (quoted && (byte == quote || byte == escape)) cell[size++] = (char)escape;
            cell[size++] = (char)byte;
        }
        if (quoted) cell[size++] = (char)quote;
        add(cell, size);
    }
    expect((int32_t)test_below(3), 1 + test_below(4));
}

static void known_answers(void) {
    start_column('"', '"', "\0\2NA", 4);
    add("plain", 5), add("", 0), add("\"\"", 2), add("\"\"\"\"", 4), add("NA", 2), add("\"NA\"", 4);
    add("\"a\"\"b\"", 6), add("mid\"dle", 7);
    for (int32_t nulls = GATUN_CSV_NULLS_NONE; nulls <= GATUN_CSV_NULLS_ALL; nulls++) expect(nulls, 1);
    start_column('"', '\\', NULL, 0);
    add("\"\\\"\"", 4), add("\"\\\\\"", 4), add("\"\\n\"", 4), add("\"\\\\\\\"\\\"", 8), add("\\\"", 2);
    expect(GATUN_CSV_NULLS_NONE, 3);
    start_column('"', '"', NULL, 0);
    expect(GATUN_CSV_NULLS_ALL, 1);
}

/* What the index never makes: the bytes are then anything, but nothing outside is touched. */
static void lone_quotes(void) {
    start_column('"', '"', NULL, 0);
    while (rows < 100) {
        char cell[200];
        const uint64_t size = 2 + test_below(198);
        for (uint64_t i = 0; i < size; i++) cell[i] = test_below(3) == 0 ? '"' : 'x';
        cell[0] = cell[size - 1] = '"';
        add(cell, size);
    }
    place(1);
    int32_t* const offsets = (int32_t*)guarded_end(offset_memory, 4 * (rows + 1));
    uint8_t* const validity = guarded_end(validities, 16);
    gatun_csv_strings strings;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_string_measure(&cells, 0, offsets, validity, &strings, &error));
    uint8_t* const bytes = guarded_end(outputs, (uint64_t)offsets[rows] + GATUN_CSV_SLACK);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_string_copy(&cells, &strings, offsets, bytes, &error));
}

static void refused(void) {
    gatun_csv_strings strings;
    int32_t offsets[5];
    uint8_t validity[8];
    start_column('"', '"', NULL, 0);
    cells.rows = 4, cells.stride = 1, cells.text = text;
    const uint32_t from[4] = {0, 0, 0, 0}, to[4] = {1u << 29, 1u << 29, 1u << 29, 1u << 29};
    cells.starts = from, cells.ends = to;
    text[0] = 'x';
    CHECK_EQUAL(GATUN_STATUS_OVERFLOW, gatun_csv_string_measure(&cells, 0, offsets, validity, &strings, &error));
    CHECK_EQUAL(INT64_C(1) << 31, error.value);
    cells.rows = 3;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_string_measure(&cells, 0, offsets, validity, &strings, &error));
    CHECK_EQUAL(3 << 29, offsets[3]);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_csv_string_measure(&cells, 3, offsets, validity, &strings, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_csv_string_measure(&cells, -1, offsets, validity, &strings, &error));
}

int main(void) {
    texts = guarded_make(MOST_BYTES + 2 * GATUN_CSV_SLACK);
    outputs = guarded_make(MOST_BYTES + GATUN_CSV_SLACK);
    starts = guarded_make(16 * MOST_ROWS), ends = guarded_make(16 * MOST_ROWS);
    offset_memory = guarded_make(4 * (MOST_ROWS + 1)), validities = guarded_make(MOST_ROWS);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        known_answers();
        for (int i = 0; i < 2000; i++) random_column();
        for (int i = 0; i < 100; i++) lone_quotes();
        refused();
    }
    return test_result();
}
