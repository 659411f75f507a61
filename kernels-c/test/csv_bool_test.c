/* Booleans: tokens of every length and neighbours of them, against a comparison one by one, between guard pages, on
 * every tier. */
#include "gatun/csv_bool.h"
#include "check.h"
#include "csv_columns.h"
#include "gatun/core.h"

static guarded values_memory, bitmap_memory;
static uint8_t misfits[(MOST_ROWS + 63) / 64 * 8];
static gatun_csv_outcome outcome;
static gatun_error error;

enum { MOST_TOKENS = 24 };
enum list { NULLS, YES, NO, NONE };

/* A list as the kernel takes it. */
typedef struct tokens {
    uint8_t bytes[MOST_TOKENS * MOST_CELL];
    uint64_t size;
} tokens;

static tokens lists[3];

static void add(enum list list, const char* bytes, uint64_t size) {
    tokens* const to = &lists[list];
    to->bytes[to->size] = (uint8_t)size;
    memcpy(to->bytes + to->size + 1, bytes, size);
    to->size += 1 + size;
}

static int has(enum list list, const char* bytes, uint64_t size) {
    const tokens* const in = &lists[list];
    for (uint64_t at = 0; at < in->size; at += 1 + in->bytes[at]) {
        if (in->bytes[at] == size && memcmp(in->bytes + at + 1, bytes, size) == 0) return 1;
    }
    return 0;
}

static enum list meaning(const cell* cell) {
    const int quoted = cell->size > 0 && cell->bytes[0] == '"';
    const char* const bytes = cell->bytes + quoted;
    const uint64_t size = cell->size - (quoted ? 2 : 0);
    for (int list = NULLS; list < NONE; list++) {
        if (has((enum list)list, bytes, size)) return (enum list)list;
    }
    return NONE;
}

static int32_t convert(const gatun_csv_cells* cells, uint8_t* values, uint8_t* validity) {
    return gatun_csv_bool_convert(
        cells, lists[YES].bytes, lists[YES].size, lists[NO].bytes, lists[NO].size, values, validity, &outcome, &error);
}

static void expect(gatun_csv_cells cells) {
    const uint64_t rows = cells.rows, words = (rows + 63) / 64;
    uint8_t* const values = guarded_end(values_memory, 8 * words);
    uint8_t* const validity = guarded_end(bitmap_memory, 8 * words);
    memset(misfits, 0, sizeof misfits);
    cells.nulls = lists[NULLS].bytes;
    cells.null_bytes = lists[NULLS].size;
    cells.misfits = misfits;
    CHECK_EQUAL(GATUN_STATUS_OK, convert(&cells, values, validity));
    uint64_t nulls = 0, wrong = 0, first = rows;
    for (uint64_t i = 0; i < rows; i++) {
        const enum list is = meaning(&cells_given[i]);
        CHECK_EQUAL(is == YES, column_bit(values, i));
        CHECK_EQUAL(is == YES || is == NO, column_bit(validity, i));
        CHECK_EQUAL(is == NONE, column_bit(misfits, i));
        nulls += is == NULLS || is == NONE;
        if (is == NONE && wrong++ == 0) first = i;
    }
    for (uint64_t i = rows; i < 64 * words; i++) CHECK(!column_bit(validity, i) && !column_bit(values, i));
    CHECK_EQUAL(nulls, outcome.nulls);
    CHECK_EQUAL(wrong, outcome.misfits);
    CHECK_EQUAL(first, outcome.first_misfit);
}

/* Of few letters and few lengths, so that tokens are alike. */
static uint64_t random_token(char* bytes) {
    const uint64_t size = test_below(test_below(4) == 0 ? 14 : 4);
    for (uint64_t i = 0; i < size; i++) bytes[i] = "ab\0"[test_below(3)];
    return size;
}

static void random_columns(void) {
    for (int i = 0; i < 4000; i++) {
        for (int list = NULLS; list < NONE; list++) {
            lists[list].size = 0;
            for (uint64_t n = test_below(i % 20 == 0 ? MOST_TOKENS : 5); n > 0; n--) {
                char bytes[16];
                add((enum list)list, bytes, random_token(bytes));
            }
        }
        const uint64_t rows = test_below(i % 50 == 0 ? MOST_ROWS : 40), width = 1 + test_below(MOST_WIDTH);
        const uint64_t quoted = 1 + test_below(10);
        for (uint64_t row = 0; row < rows; row++) {
            char bytes[18] = {'"'};
            const uint64_t size = random_token(bytes + 1);
            bytes[size + 1] = '"';
            if (test_below(quoted) == 0) {
                give(row, bytes, size + 2);
            } else {
                give(row, bytes + 1, size);
            }
        }
        expect(column_of(rows, width, test_below(width)));
    }
}

static void hostile(void) {
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    give(0, "1", 1);
    lists[YES].size = lists[NO].size = 0;
    add(YES, "1", 1);
    add(NO, "", 0);
    gatun_csv_cells cells = column_of(1, 1, 0);
    uint8_t values[8], validity[8];
    CHECK_EQUAL(invalid, convert(NULL, values, validity));
    CHECK_EQUAL(invalid, convert(&cells, NULL, validity));
    CHECK_EQUAL(invalid, convert(&cells, values, NULL));
    CHECK_EQUAL(invalid, gatun_csv_bool_convert(&cells, NULL, 1, NULL, 0, values, validity, &outcome, &error));
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_csv_bool_convert(&cells, NULL, 0, NULL, 0, values, validity, &outcome, &error));
    CHECK_EQUAL(1, outcome.misfits);
    lists[YES].size = 1;
    CHECK_EQUAL(invalid, convert(&cells, values, validity));
    lists[YES].size = 2;
    CHECK_EQUAL(GATUN_STATUS_OK, convert(&cells, values, validity));
    CHECK_EQUAL(1, values[0]);
}

int main(void) {
    columns_make();
    values_memory = guarded_make(MOST_ROWS), bitmap_memory = guarded_make(MOST_ROWS);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        random_columns();
        hostile();
    }
    return test_result();
}
