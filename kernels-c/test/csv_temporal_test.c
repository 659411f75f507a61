/* Dates and times: known answers on every tier; random columns of right and wrong cells, where all tiers must agree;
 * texts, indexes and outputs in front of guard pages. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csv_temporal.h"
#include "guarded.h"
#include "random.h"

enum { MOST_ROWS = 200, MOST_SIZE = 40, MOST_WIDTH = 5, SLACK = GATUN_CSV_SLACK };

static guarded text_memory, start_memory, end_memory, value_memory, validity_memory, misfit_memory;
static gatun_error error;
static gatun_csv_outcome outcome;

static const char nulls[] = "\0\4NULL\xa" "1900-01-01";

/* A column of records of `width` cells, all alike. The text ends 64 bytes before a guard page, all else at one. */
static gatun_csv_cells column(const char* const* texts, const uint32_t* sizes, uint64_t rows, uint64_t width) {
    uint64_t total = 0;
    for (uint64_t i = 0; i < rows; i++) total += sizes[i] * width;
    uint8_t* const text = guarded_end(text_memory, SLACK + total + SLACK);
    uint32_t* const starts = (uint32_t*)(void*)guarded_end(start_memory, 4 * rows * width);
    uint32_t* const ends = (uint32_t*)(void*)guarded_end(end_memory, 4 * rows * width);
    uint32_t at = SLACK;
    for (uint64_t i = 0; i < rows * width; i++) {
        const uint64_t row = i / width;
        memcpy(text + at, texts[row], sizes[row]);
        starts[i] = at;
        ends[i] = at += sizes[row];
    }
    const uint64_t words = (rows + 63) / 64;
    memset(guarded_end(misfit_memory, 8 * words), 0, 8 * words);
    const uint64_t index = rows == 0 ? 0 : width - 1;
    return (gatun_csv_cells){.text = text, .starts = starts + index, .ends = ends + index, .stride = width,
        .rows = rows, .nulls = (const uint8_t*)nulls, .null_bytes = sizeof nulls - 1,
        .misfits = misfit_memory.end - 8 * words, .quote = '"', .escape = '"', .decimal = '.'};
}

static uint64_t width_of(const gatun_csv_temporal* type) {
    return type->kind == GATUN_CSV_DATE || (type->kind == GATUN_CSV_TIME && type->unit < GATUN_CSV_MICROSECOND) ? 4 : 8;
}

static int32_t convert(const gatun_csv_cells* cells, const gatun_csv_temporal* type) {
    return gatun_csv_temporal_convert(cells, type, guarded_end(value_memory, cells->rows * width_of(type)),
        guarded_end(validity_memory, (cells->rows + 63) / 64 * 8), &outcome, &error);
}

static const gatun_csv_temporal date = {GATUN_CSV_DATE, 0, 0, 0, NULL};
static const gatun_csv_temporal seconds = {GATUN_CSV_TIMESTAMP, GATUN_CSV_SECOND, GATUN_CSV_OFFSETS_OPTIONAL, 0, NULL};
static const gatun_csv_temporal nanos = {GATUN_CSV_TIMESTAMP, GATUN_CSV_NANOSECOND, GATUN_CSV_OFFSETS_NONE, 0, NULL};
static const gatun_csv_temporal clock_nanos = {GATUN_CSV_TIME, GATUN_CSV_NANOSECOND, 0, 0, NULL};
static const gatun_csv_temporal clock_millis = {GATUN_CSV_TIME, GATUN_CSV_MILLISECOND, 0, 0, NULL};

typedef struct known {
    const gatun_csv_temporal* type;
    const char* cell;
    char becomes; /* v a value, n null, m a misfit */
    int64_t value;
} known;

static const uint8_t german[] = {'d', 2, '\'', '.', 'M', 2, '\'', '.', 'y', 4, '\'', ' ', 'H', 2, '\'', ':', 'm', 2};
static const uint8_t american[] = {'M', 3, '\'', ' ', 'd', 1, '\'', ' ', 'y', 2, '\'', ' ', 'h', 1, 'a', 1, 'X', 3};
static const gatun_csv_temporal by_german = {GATUN_CSV_TIMESTAMP, GATUN_CSV_SECOND, 0, sizeof german, german};
static const gatun_csv_temporal by_american = {GATUN_CSV_TIMESTAMP, GATUN_CSV_SECOND, 0, sizeof american, american};

static const known answers[] = {
    {&date, "1970-01-01", 'v', 0},
    {&date, "0001-01-01", 'v', -719162},
    {&date, "9999-12-31", 'v', 2932896},
    {&date, "\"2000-02-29\"", 'v', 11016},
    {&date, "1900-02-29", 'm', 0},
    {&date, "0000-01-01", 'm', 0},
    {&date, "2021-17-01", 'm', 0},
    {&date, "2021-01-00", 'm', 0},
    {&date, "1900-01-01", 'n', 0},
    {&date, "\"1900-01-01\"", 'n', 0},
    {&date, "NULL", 'n', 0},
    {&date, "", 'n', 0},
    {&date, "\"\"", 'n', 0},
    {&seconds, "2015-01-15 19:05:39", 'v', 1421348739},
    {&seconds, "2015-01-15T19:05:39Z", 'v', 1421348739},
    {&seconds, "2015-01-15T19:05:39+01:00", 'v', 1421345139},
    {&seconds, "2015-01-15T19:05-18", 'v', 1421348700 + 18 * 3600},
    {&seconds, "2015-01-15T19:05-18:01", 'm', 0},
    {&seconds, "2015-01-15T19:05:39.000000000", 'v', 1421348739},
    {&seconds, "2015-01-15T19:05:39.000000001", 'm', 0},
    {&seconds, "2015-01-15T19:05:39.0000000000", 'm', 0},
    {&seconds, "2015-01-15T19:05:39.", 'm', 0},
    {&seconds, "2015-01-15x19:05:39", 'm', 0},
    {&seconds, "2015-01-15 19:05:60", 'm', 0},
    {&seconds, "2015-01-15 24:00:00", 'm', 0},
    {&seconds, "2015-01-15", 'v', 1421280000},
    {&nanos, "1677-09-21T00:12:43.145224192", 'v', INT64_MIN},
    {&nanos, "1677-09-21T00:12:43.145224191", 'm', 0},
    {&nanos, "2262-04-11T23:47:16.854775807", 'v', INT64_MAX},
    {&nanos, "2262-04-11T23:47:16.854775808", 'm', 0},
    {&nanos, "2015-01-15T19:05:39Z", 'm', 0},
    {&clock_nanos, "23:59:59.999999999", 'v', 86399999999999},
    {&clock_nanos, "23:59:60", 'm', 0},
    {&clock_millis, "01:02", 'v', 3720000},
    {&clock_millis, "01:02.5", 'm', 0},
    {&clock_millis, "01:02:03.4", 'v', 3723400},
    {&by_german, "15.01.2015 19:05", 'v', 1421348700},
    {&by_german, "15.01.2015 19:5", 'm', 0},
    {&by_american, "jan 15 15 7PM+00:00", 'v', 1421348400},
    {&by_american, "Jan 5 15 12am-00:30", 'v', 1420416000 + 1800},
    {&by_american, "Jan 5 15 13am-00:30", 'm', 0},
};

static void known_answers(void) {
    for (unsigned i = 0; i < sizeof answers / sizeof *answers; i++) {
        const known* const k = &answers[i];
        for (uint64_t rows = 1; rows <= 70; rows += 23) {
            const char* texts[MOST_ROWS];
            uint32_t sizes[MOST_ROWS];
            for (uint64_t row = 0; row < rows; row++) texts[row] = k->cell, sizes[row] = (uint32_t)strlen(k->cell);
            const gatun_csv_cells cells = column(texts, sizes, rows, 1 + rows % 3);
            CHECK_EQUAL(GATUN_STATUS_OK, convert(&cells, k->type));
            CHECK_EQUAL(k->becomes == 'v' ? 0 : rows, outcome.nulls);
            CHECK_EQUAL(k->becomes == 'm' ? rows : 0, outcome.misfits);
            CHECK_EQUAL(k->becomes == 'm' ? 0 : rows, outcome.first_misfit);
            for (uint64_t row = 0; row < rows; row++) {
                const uint64_t width = width_of(k->type);
                const uint8_t* const at = value_memory.end - (rows - row) * width;
                int64_t wide;
                int32_t narrow;
                memcpy(&narrow, at, 4);
                if (width == 8) memcpy(&wide, at, 8);
                CHECK_EQUAL(k->value, width == 8 ? wide : narrow);
                const unsigned valid = (validity_memory.end - (rows + 63) / 64 * 8)[row / 8] >> row % 8 & 1;
                CHECK_EQUAL(k->becomes == 'v', valid);
                const unsigned wrong = cells.misfits[row / 8] >> row % 8 & 1;
                CHECK_EQUAL(k->becomes == 'm', wrong);
            }
        }
    }
}

/* Random cells near to right ones: all tiers give what the scalar one gives. */
static void tiers_agree(void) {
    static const char* const forms[] = {"%04u-%02u-%02u", "%04u-%02u-%02uT%02u:%02u", "%04u-%02u-%02u %02u:%02u:%02u",
        "%04u-%02u-%02uT%02u:%02u:%02uZ", "%04u-%02u-%02uT%02u:%02u:%02u.25+01", "\"%04u-%02u-%02u %02u:%02u:%02u\""};
    const gatun_csv_temporal* const types[] = {&date, &seconds, &nanos, &clock_nanos, &clock_millis};
    static char cells[MOST_ROWS][MOST_SIZE];
    static uint8_t first[MOST_ROWS * 8], first_validity[MOST_ROWS], first_misfits[MOST_ROWS];
    const char* texts[MOST_ROWS];
    uint32_t sizes[MOST_ROWS];
    for (int round = 0; round < 3000; round++) {
        const uint64_t rows = test_below(MOST_ROWS), width = 1 + test_below(MOST_WIDTH), main_form = test_below(6);
        const gatun_csv_temporal* const type = types[test_below(5)];
        for (uint64_t row = 0; row < rows; row++) {
            const int odd = test_below(8) == 0;
            const unsigned year = (unsigned)(test_below(4) == 0 ? test_below(10000) : 1960 + test_below(100));
            const unsigned more = odd ? 2 : 0;
            snprintf(cells[row], MOST_SIZE, forms[odd ? test_below(6) : main_form], year,
                (unsigned)test_below(13 + more), (unsigned)test_below(31 + more), (unsigned)test_below(24 + more),
                (unsigned)test_below(60 + more), (unsigned)test_below(60 + more));
            texts[row] = cells[row];
            if (type->kind == GATUN_CSV_TIME && cells[row][0] != '"' && strlen(cells[row]) > 11) texts[row] += 11;
            sizes[row] = (uint32_t)strlen(texts[row]);
            if (test_below(16) == 0 && texts[row][0] != '"') {
                cells[row][test_below(19)] = (char)(test_below(3) == 0 ? test_random() : '0' + test_below(11));
                if (texts[row][0] == '"') cells[row][0] = ':', texts[row] = cells[row];
            }
            if (test_below(50) == 0) texts[row] = "NULL", sizes[row] = 4;
        }
        const uint64_t value_bytes = rows * width_of(type), bitmap_bytes = (rows + 63) / 64 * 8;
        gatun_csv_outcome first_outcome = {0, 0, 0};
        for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
            if (gatun_isa_cap(tier) != tier) continue;
            const gatun_csv_cells in = column(texts, sizes, rows, width);
            CHECK_EQUAL(GATUN_STATUS_OK, convert(&in, type));
            if (tier == GATUN_ISA_SCALAR) {
                memcpy(first, value_memory.end - value_bytes, value_bytes);
                memcpy(first_validity, validity_memory.end - bitmap_bytes, bitmap_bytes);
                memcpy(first_misfits, in.misfits, bitmap_bytes);
                first_outcome = outcome;
            }
            CHECK(memcmp(first, value_memory.end - value_bytes, value_bytes) == 0);
            CHECK(memcmp(first_validity, validity_memory.end - bitmap_bytes, bitmap_bytes) == 0);
            CHECK(memcmp(first_misfits, in.misfits, bitmap_bytes) == 0);
            CHECK(memcmp(&first_outcome, &outcome, sizeof outcome) == 0);
        }
    }
}

static void wrong_arguments(void) {
    const char* text = "1970-01-01";
    const uint32_t size = 10;
    const gatun_csv_cells cells = column(&text, &size, 1, 1);
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    CHECK_EQUAL(invalid, gatun_csv_temporal_convert(&cells, &date, NULL, validity_memory.end - 8, &outcome, &error));
    CHECK_EQUAL(invalid, gatun_csv_temporal_convert(&cells, &date, value_memory.end - 8, NULL, &outcome, &error));
    static const gatun_csv_temporal bad[] = {{3, 0, 0, 0, NULL}, {0, 4, 0, 0, NULL}, {0, 0, 3, 0, NULL},
        {0, 0, 0, 2, NULL}, {0, 0, 0, 2, (const uint8_t*)"y\3"}, {0, 0, 0, 1, (const uint8_t*)"y"},
        {0, 0, 0, 2, (const uint8_t*)"T\1"}, {0, 0, 0, 4, (const uint8_t*)"M\2M\2"},
        {0, 0, 0, 2, (const uint8_t*)"H\2"}, {1, 0, 0, 2, (const uint8_t*)"d\2"}};
    for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++) CHECK_EQUAL(invalid, convert(&cells, &bad[i]));
}

int main(void) {
    text_memory = guarded_make(MOST_ROWS * MOST_WIDTH * MOST_SIZE + 2 * SLACK);
    start_memory = guarded_make(4 * MOST_ROWS * MOST_WIDTH), end_memory = guarded_make(4 * MOST_ROWS * MOST_WIDTH);
    value_memory = guarded_make(8 * MOST_ROWS);
    validity_memory = guarded_make(MOST_ROWS), misfit_memory = guarded_make(MOST_ROWS);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        known_answers();
        wrong_arguments();
    }
    tiers_agree();
    return test_result();
}
