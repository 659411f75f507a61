/* Decimals from cells: known answers, random ones that were written from their values, in front of guard pages, on every
 * tier. */
#include "csv_cells.h"
#include "gatun/core.h"
#include "gatun/csv_decimal.h"
#include "random.h"

static gatun_csv_outcome outcome;
static gatun_error error;
static uint8_t *values, *validity;

static void convert(uint32_t precision, uint32_t scale) {
    const gatun_csv_cells cells = csv_cells("\0\1" "0", 3, 16, &values, &validity);
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_csv_decimal_convert(&cells, precision, scale, values, validity, &outcome, &error));
}

/* Whether a row's value is that of an int64_t. */
static int is(uint64_t row, int64_t expected) {
    int64_t words[2];
    memcpy(words, values + 16 * row, 16);
    return words[0] == expected && words[1] == (expected < 0 ? -1 : 0);
}

static void known_answers(void) {
    static const struct {
        const char* text;
        int64_t value; /* INT64_MAX: a misfit; INT64_MIN: null */
    } knowns[] = {{"1", 100}, {"-1.5", -150}, {"1.500", 150}, {"1.501", INT64_MAX}, {"999.99", 99999}, {"1000", INT64_MAX},
        {"1e2", 10000}, {"1e3", INT64_MAX}, {"15e-3", INT64_MAX}, {"150e-3", 15}, {"", INT64_MIN}, {"0", INT64_MIN},
        {"\"0\"", INT64_MIN}, {"0.0", 0}, {".", INT64_MAX}, {"nan", INT64_MAX}, {"0e99999999999999999999", 0},
        {"1e99999999999999999999", INT64_MAX}, {"\"-2\"", -200}, {"00000000000000000000000000000000000000001.10", 110}};
    csv_begin();
    for (unsigned i = 0; i < sizeof knowns / sizeof *knowns; i++) csv_add(knowns[i].text, strlen(knowns[i].text));
    convert(5, 2);
    uint64_t nulls = 0, misfits = 0;
    for (unsigned i = 0; i < sizeof knowns / sizeof *knowns; i++) {
        const int wrong = knowns[i].value == INT64_MAX, null = wrong || knowns[i].value == INT64_MIN;
        CHECK(is(i, null ? 0 : knowns[i].value));
        CHECK_EQUAL(!null, validity[i / 8] >> i % 8 & 1);
        CHECK_EQUAL(wrong, csv_misfits[i / 8] >> i % 8 & 1);
        nulls += (uint64_t)null, misfits += (uint64_t)wrong;
    }
    CHECK_EQUAL(nulls, outcome.nulls);
    CHECK_EQUAL(misfits, outcome.misfits);
    CHECK_EQUAL(3, outcome.first_misfit);
}

static void random_numbers(void) {
    static int64_t expected[CSV_MOST_ROWS];
    for (int round = 0; round < 300; round++) {
        char text[64];
        csv_begin();
        for (uint64_t n = test_below(CSV_MOST_ROWS); csv_rows < n;) {
            const int64_t value = (int64_t)(test_random() >> (2 + test_below(60))) + 1;
            const char* const sign = test_below(2) ? "-" : "";
            expected[csv_rows] = *sign ? -value : value;
            csv_add(text, (uint64_t)sprintf(text, "%s%" PRId64 ".%04" PRId64, sign, value / 10000, value % 10000));
        }
        convert(19 + (uint32_t)test_below(20), 4);
        CHECK_EQUAL(0, outcome.nulls);
        for (uint64_t i = 0; i < csv_rows; i++) CHECK(is(i, expected[i]));
    }
}

static void arguments(void) {
    csv_begin();
    csv_add("1", 1);
    const gatun_csv_cells cells = csv_cells("", 0, 16, &values, &validity);
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(NULL, 5, 2, values, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(&cells, 5, 2, NULL, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(&cells, 5, 2, values, NULL, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(&cells, 5, 2, values, validity, NULL, &error));
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(&cells, 0, 0, values, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(&cells, 39, 0, values, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_decimal_convert(&cells, 5, 6, values, validity, &outcome, &error));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        known_answers();
        random_numbers();
    }
    arguments();
    return test_result();
}
