/* Doubles from cells: known answers to the last bit, and random numbers against the C library's strtod, in front of
 * guard pages, on every tier. */
#include "csv_cells.h"
#include "gatun/core.h"
#include "gatun/csv_double.h"
#include "random.h"

static gatun_csv_outcome outcome;
static gatun_error error;
static uint8_t *values, *validity;

static void convert(const char* nulls, uint64_t null_bytes, uint32_t flags) {
    const gatun_csv_cells cells = csv_cells(nulls, null_bytes, sizeof(double), &values, &validity);
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_csv_double_convert(&cells, flags, (double*)(void*)values, validity, &outcome, &error));
}

static uint64_t value(uint64_t row) {
    uint64_t bits;
    memcpy(&bits, values + 8 * row, sizeof bits);
    return bits;
}

static unsigned valid(uint64_t row) { return validity[row / 8] >> row % 8 & 1; }

static const struct known {
    const char* text;
    uint64_t bits;
} knowns[] = {
    {"0", 0}, {"-0.0", 0x8000000000000000}, {"1", 0x3ff0000000000000}, {"0.1", 0x3fb999999999999a},
    {"-73.926528930664063", 0xc0527b4c40000000}, {"1.0344055466757786E24", 0x44eb616795e344cd},
    {"9007199254740993", 0x4340000000000000}, {"9007199254740993.00000000000000000001", 0x4340000000000001},
    {"9007199254740992.99999999999999999999", 0x4340000000000000}, {"5e-324", 1}, {"4.9406564584124654e-324", 1},
    {"2.4703282292062327e-324", 0}, {"2.4703282292062328e-324", 1}, {"2.2250738585072011e-308", 0x000fffffffffffff},
    {"1.7976931348623157e308", 0x7fefffffffffffff}, {"1.7976931348623158e308", 0x7fefffffffffffff},
    {"1.7976931348623159e308", 0x7ff0000000000000}, {"1e400", 0x7ff0000000000000}, {"-1e-400", 0x8000000000000000},
    {"1e99999999999999999999", 0x7ff0000000000000}, {"0e99999999999999999999", 0},
    {"123456789012345678901234567890", 0x45f8ee90ff6c373e}, {"-Infinity", 0xfff0000000000000},
    {"nan", 0x7ff8000000000000}, {"-NaN", 0x7ff8000000000000}, {"\"2.5\"", 0x4004000000000000}, {"+.5e1", 0x4014000000000000},
};

static void known_answers(void) {
    enum { count = sizeof knowns / sizeof *knowns };
    for (unsigned times = 1; times < 10; times++) { /* each alone among the others and in a row of its like */
        csv_begin();
        for (unsigned i = 0; i < count; i++) csv_add(knowns[i].text, strlen(knowns[i].text));
        for (unsigned i = 0; i < 2 * times; i++) csv_add(knowns[times].text, strlen(knowns[times].text));
        convert("", 0, 0);
        for (unsigned i = 0; i < count; i++) {
            CHECK(value(i) == knowns[i].bits);
            CHECK(valid(i));
        }
        for (uint64_t i = count; i < csv_rows; i++) CHECK(value(i) == knowns[times].bits);
        CHECK_EQUAL(0, outcome.nulls);
        CHECK_EQUAL(csv_rows, outcome.first_misfit);
    }
}

static void others(void) {
    static const char* const cells[] = {"", "NA", "0", "00", "-0", ".", "-", "+", "e", "1e", "1e+", "1.2.3", "--1", "1 ",
        "inf1", "nanx", "0x1", "9223372036854775808", "-9223372036854775808", "\"0\"", "\"\"", "1e5e5", "1,5"};
    csv_begin();
    for (unsigned i = 0; i < sizeof cells / sizeof *cells; i++) csv_add(cells[i], strlen(cells[i]));
    convert("\0\2NA\1" "0", 6, GATUN_CSV_DOUBLE_EXACT_INTEGERS);
    CHECK_EQUAL(18 + 2, outcome.nulls);
    CHECK_EQUAL(15, outcome.misfits);
    CHECK_EQUAL(5, outcome.first_misfit);
    for (uint64_t i = 0; i < csv_rows; i++) {
        CHECK_EQUAL(i == 3 || i == 4 || i == 18, valid(i));
        CHECK_EQUAL((i >= 5 && i <= 17) || i >= 21, csv_misfits[i / 8] >> i % 8 & 1);
        if (!valid(i)) CHECK(value(i) == 0);
    }
}

/* A number of up to 24 characters, now and then more, perhaps with an exponent. */
static uint64_t number(char* text) {
    char* at = text;
    if (test_below(3) == 0) *at++ = '-';
    const uint64_t digits = 1 + test_below(test_below(8) == 0 ? 60 : 20), point = test_below(2 * digits);
    for (uint64_t i = 0; i < digits; i++) {
        if (i == point) *at++ = '.';
        *at++ = (char)('0' + test_below(10));
    }
    if (test_below(4) == 0) at += sprintf(at, "%c%d", test_below(2) ? 'e' : 'E', (int)test_below(700) - 350);
    *at = '\0';
    return (uint64_t)(at - text);
}

static void random_numbers(void) {
    static double expected[CSV_MOST_ROWS];
    for (int round = 0; round < 400; round++) {
        char text[100];
        csv_begin();
        for (uint64_t n = test_below(CSV_MOST_ROWS); csv_rows < n;) {
            const uint64_t size = number(text);
            expected[csv_rows] = strtod(text, NULL);
            csv_add(text, size);
        }
        convert("\0", 1, 0);
        CHECK_EQUAL(0, outcome.nulls);
        CHECK(memcmp(expected, values, 8 * csv_rows) == 0);
    }
}

/* Bytes that are nearly numbers. */
static void junk(void) {
    static const char alphabet[] = "0123456789..--+eE,\"x ";
    for (int round = 0; round < 2000; round++) {
        char text[40];
        csv_begin();
        for (uint64_t n = test_below(100); csv_rows < n;) {
            const uint64_t size = test_below(30);
            for (uint64_t i = 0; i < size; i++) text[i] = alphabet[test_below(sizeof alphabet - 1)];
            if (size > 0 && text[0] == '"') text[0] = 'y';
            csv_add(text, size);
        }
        convert("\0\1" "1", 3, 0);
        CHECK(outcome.misfits <= outcome.nulls && outcome.nulls <= csv_rows);
    }
}

static void arguments(void) {
    csv_begin();
    csv_add("1", 1);
    const gatun_csv_cells cells = csv_cells("", 0, 8, &values, &validity);
    double* const out = (double*)(void*)values;
    uint64_t high, low;
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    CHECK_EQUAL(invalid, gatun_csv_double_convert(NULL, 0, out, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_double_convert(&cells, 0, NULL, validity, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_double_convert(&cells, 0, out, NULL, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_double_convert(&cells, 0, out, validity, NULL, &error));
    CHECK_EQUAL(invalid, gatun_csv_double_convert(&cells, 2, out, validity, &outcome, &error));
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, gatun_csv_double_power(-343, &high, &low, &error));
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, gatun_csv_double_power(309, &high, &low, &error));
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_double_power(1, &high, &low, &error));
    CHECK(high == 0xa000000000000000 && low == 0);
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        known_answers();
        others();
        random_numbers();
        junk();
    }
    arguments();
    return test_result();
}
