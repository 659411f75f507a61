/* Integers: known answers, random numbers in cells of every kind against strtoll, between guard pages, on every
 * tier. */
#include <errno.h>

#include "check.h"
#include "csv_columns.h"
#include "gatun/core.h"
#include "gatun/csv_int64.h"

static guarded values_memory, bitmap_memory;
static uint8_t misfits[(MOST_ROWS + 63) / 64 * 8];
static gatun_csv_outcome outcome;
static gatun_error error;

/* Tokens "", "NA" and "-1", and what a cell of the test is to become. */
static const uint8_t null_tokens[] = {0, 2, 'N', 'A', 2, '-', '1'};
enum kind { VALUE, NULL_TOKEN, MISFIT };
static enum kind kinds[MOST_ROWS];
static int64_t numbers[MOST_ROWS];

static void expect(gatun_csv_cells cells) {
    const uint64_t rows = cells.rows, words = (rows + 63) / 64;
    uint8_t* const values = guarded_end(values_memory, 8 * rows + GATUN_CSV_SLACK);
    uint8_t* const validity = guarded_end(bitmap_memory, 8 * words);
    memset(misfits, 0, sizeof misfits);
    cells.nulls = null_tokens;
    cells.null_bytes = sizeof null_tokens;
    cells.misfits = misfits;
    CHECK_EQUAL(
        GATUN_STATUS_OK, gatun_csv_int64_convert(&cells, 0, (int64_t*)(void*)values, validity, &outcome, &error));
    uint64_t nulls = 0, wrong = 0, first = rows;
    for (uint64_t i = 0; i < rows; i++) {
        int64_t value;
        memcpy(&value, values + 8 * i, 8);
        CHECK_EQUAL(kinds[i] == VALUE, column_bit(validity, i));
        CHECK_EQUAL(kinds[i] == MISFIT, column_bit(misfits, i));
        CHECK_EQUAL(kinds[i] == VALUE ? numbers[i] : 0, value);
        nulls += kinds[i] != VALUE;
        if (kinds[i] == MISFIT && wrong++ == 0) first = i;
    }
    for (uint64_t i = rows; i < 64 * words; i++) CHECK_EQUAL(0, column_bit(validity, i));
    CHECK_EQUAL(nulls, outcome.nulls);
    CHECK_EQUAL(wrong, outcome.misfits);
    CHECK_EQUAL(first, outcome.first_misfit);
}

/* Writes a cell with its expected kind: strtoll is the judge of signs and digits. */
static void random_cell(uint64_t row, uint64_t odd) {
    char text[MOST_CELL];
    uint64_t size = 0;
    const uint64_t shape = test_below(odd);
    if (shape == 0) {
        const char* const tokens[] = {"", "NA", "-1", "N", "-", "+", "NAN", "1.5", " 1", "1 ", "--1", "0x1"};
        const uint64_t i = test_below(12);
        size = strlen(tokens[i]);
        memcpy(text, tokens[i], size + 1);
        kinds[row] = i < 3 ? NULL_TOKEN : MISFIT;
    } else {
        if (shape <= 3) text[size++] = test_below(3) == 0 ? '+' : '-';
        for (uint64_t n = 1 + test_below(shape == 1 ? 25 : shape % 2 == 0 ? 8 : 19); n > 0; n--) {
            text[size++] = (char)('0' + test_below(10));
        }
        text[size] = 0;
        errno = 0;
        numbers[row] = strtoll(text, NULL, 10);
        kinds[row] = errno == ERANGE ? MISFIT : size == 2 && memcmp(text, "-1", 2) == 0 ? NULL_TOKEN : VALUE;
    }
    if (test_below(odd) == 0) {
        memmove(text + 1, text, size);
        text[0] = text[size + 1] = '"';
        size += 2;
    }
    give(row, text, size);
}

static void random_columns(void) {
    for (int i = 0; i < 4000; i++) {
        const uint64_t rows = test_below(i % 50 == 0 ? MOST_ROWS : 40), width = 1 + test_below(MOST_WIDTH);
        const uint64_t odd = 5 + test_below(100);
        for (uint64_t row = 0; row < rows; row++) random_cell(row, odd);
        expect(column_of(rows, width, test_below(width)));
    }
}

/* Any byte in any place of a number of any length is a misfit unless it is a digit, or a sign in front. */
static void every_byte(void) {
    for (uint64_t size = 1; size <= 20; size++) {
        for (int byte = 0; byte < 256; byte++) {
            for (uint64_t at = 0; at < size; at++) {
                char text[20];
                memset(text, '0', sizeof text);
                text[at] = (char)byte;
                const int digit = byte >= '0' && byte <= '9',
                          sign = at == 0 && size > 1 && (byte == '-' || byte == '+');
                if (at == 0 && byte == '"') text[at] = '_';
                give(at, text, size);
                numbers[at] = 0;
                if (digit) {
                    uint64_t value = (uint64_t)(byte - '0');
                    for (uint64_t i = at + 1; i < size && value != 0; i++) {
                        value = value > (uint64_t)INT64_MAX / 10 ? UINT64_MAX : value * 10;
                        if (value == UINT64_MAX) break;
                    }
                    kinds[at] = value > INT64_MAX ? MISFIT : VALUE;
                    numbers[at] = (int64_t)value;
                } else {
                    kinds[at] = sign ? VALUE : MISFIT;
                }
            }
            expect(column_of(size, 1 + size % 3, 0));
        }
    }
}

static void one(const char* text, uint32_t flags, uint8_t grouping, enum kind kind, int64_t number) {
    /* Alone, and among others that go the vertical way. */
    for (uint64_t rows = 1; rows <= 9; rows += 8) {
        for (uint64_t row = 0; row < rows; row++) give(row, "12", 2);
        give(rows / 2, text, strlen(text));
        gatun_csv_cells cells = column_of(rows, 2, 1);
        cells.grouping = grouping;
        uint8_t* const values = guarded_end(values_memory, 8 * rows + GATUN_CSV_SLACK);
        uint8_t* const validity = guarded_end(bitmap_memory, 8);
        CHECK_EQUAL(GATUN_STATUS_OK,
            gatun_csv_int64_convert(&cells, flags, (int64_t*)(void*)values, validity, &outcome, &error));
        int64_t value;
        memcpy(&value, values + rows / 2 * 8, 8);
        CHECK_EQUAL(kind == VALUE, column_bit(validity, rows / 2));
        CHECK_EQUAL(kind == MISFIT, outcome.misfits);
        CHECK_EQUAL(kind == VALUE ? number : 0, value);
    }
}

static void known_answers(void) {
    const uint32_t canonical = GATUN_CSV_INT64_CANONICAL;
    one("9223372036854775807", 0, 0, VALUE, INT64_MAX);
    one("9223372036854775808", 0, 0, MISFIT, 0);
    one("-9223372036854775808", 0, 0, VALUE, INT64_MIN);
    one("-9223372036854775809", canonical, 0, MISFIT, 0);
    one("18446744073709551616", 0, 0, MISFIT, 0);
    one("99999999999999999999", 0, 0, MISFIT, 0);
    one("0000000000000000000000000000000000042", 0, 0, VALUE, 42);
    one("0000000000000000000000000000000000042", canonical, 0, MISFIT, 0);
    one("100000000", canonical, 0, VALUE, 100000000);
    one("99999999", canonical, 0, VALUE, 99999999);
    one("9999999999999999", canonical, 0, VALUE, 9999999999999999);
    one("10000000000000000", canonical, 0, VALUE, 10000000000000000);
    one("-0", 0, 0, VALUE, 0);
    one("-0", canonical, 0, MISFIT, 0);
    one("0", canonical, 0, VALUE, 0);
    one("00", canonical, 0, MISFIT, 0);
    one("-10", canonical, 0, VALUE, -10);
    one("+1", canonical, 0, MISFIT, 0);
    one("\"007\"", 0, 0, VALUE, 7);
    one("\"1234567890123456\"", 0, 0, VALUE, 1234567890123456);
    one("1,234", 0, 0, MISFIT, 0);
    one("1,234", 0, ',', VALUE, 1234);
    one("1,234", canonical, ',', MISFIT, 0);
    one("-9,223,372,036,854,775,808", 0, ',', VALUE, INT64_MIN);
    one("9,223,372,036,854,775,808", 0, ',', MISFIT, 0);
    one("1,23", 0, ',', MISFIT, 0);
    one("1234,567", 0, ',', MISFIT, 0);
    one(",123", 0, ',', MISFIT, 0);
    one("1,,23", 0, ',', MISFIT, 0);
    one("", 0, 0, MISFIT, 0);
    one("\"\"", 0, 0, MISFIT, 0);
}

static void hostile(void) {
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    give(0, "1", 1);
    gatun_csv_cells cells = column_of(1, 1, 0);
    int64_t values[1 + GATUN_CSV_SLACK / 8];
    uint8_t validity[8];
    const uint8_t tokens[] = {2, 'N'};
    CHECK_EQUAL(invalid, gatun_csv_int64_convert(NULL, 0, values, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_int64_convert(&cells, 2, values, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_int64_convert(&cells, 0, NULL, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_int64_convert(&cells, 0, values, NULL, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_int64_convert(&cells, 0, values, validity, NULL, &error));
    cells.nulls = tokens;
    for (cells.null_bytes = 1; cells.null_bytes <= 2; cells.null_bytes++) {
        CHECK_EQUAL(invalid, gatun_csv_int64_convert(&cells, 0, values, validity, &outcome, NULL));
    }
    cells.nulls = NULL;
    CHECK_EQUAL(invalid, gatun_csv_int64_convert(&cells, 0, values, validity, &outcome, &error));
    cells.null_bytes = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_int64_convert(&cells, 0, values, validity, &outcome, &error));
    CHECK_EQUAL(1, values[0]);
}

int main(void) {
    columns_make();
    values_memory = guarded_make(8 * MOST_ROWS + GATUN_CSV_SLACK), bitmap_memory = guarded_make(MOST_ROWS);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        random_columns();
        every_byte();
        known_answers();
        hostile();
    }
    return test_result();
}
