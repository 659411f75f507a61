/* Row filters: known answers on every tier, all arrays right before a page that may not be touched. */
#include "gatun/column_filter.h"

#include "gatun/core.h"
#include "guarded.h"

enum { ROWS = 200 };

static guarded values_end, bounds_end, validity_end, selection_end, offsets_end;

/* A bitmap of the rows for which `one` holds, in guarded memory. */
static uint8_t* bitmap(guarded memory, int rows, int (*one)(int)) {
    uint8_t* bits = memory.end - (rows + 7) / 8;
    memset(bits, 0, (size_t)(rows + 7) / 8);
    for (int i = 0; i < rows; i++) {
        if (one(i)) bits[i / 8] |= (uint8_t)(1 << (i % 8));
    }
    return bits;
}

static int is_valid(int row) { return row % 7 != 3; }
static int was_selected(int row) { return row % 2 == 0 || (row > 64 && row < 130); }

/* Checks a selection against `passes`, and that nothing is set behind the last row. */
static void expect(const uint8_t* selection, int rows, int32_t flags, int64_t count, int (*passes)(int)) {
    int64_t expected = 0;
    for (int row = 0; row < (rows + 7) / 8 * 8; row++) {
        const int passed = row < rows && (is_valid(row) ? passes(row) : (flags & GATUN_FILTER_NULLS) != 0);
        const int before = row < rows && was_selected(row);
        const int after = flags & GATUN_FILTER_AND ? before && passed
            : flags & GATUN_FILTER_OR              ? before || passed
                                                   : passed;
        CHECK_EQUAL(after, selection[row / 8] >> (row % 8) & 1);
        expected += after;
    }
    CHECK_EQUAL(expected, count);
}

static const int32_t joins[] = {GATUN_FILTER_SET, GATUN_FILTER_AND, GATUN_FILTER_OR,
    GATUN_FILTER_SET | GATUN_FILTER_NULLS, GATUN_FILTER_AND | GATUN_FILTER_NULLS,
    GATUN_FILTER_OR | GATUN_FILTER_NULLS};

static int number(int row) { return row % 23; }
static int from_5_to_9(int row) { return number(row) >= 5 && number(row) < 10; }
static int not_5_to_9(int row) { return !from_5_to_9(row); }

#define NUMBERS(TYPE, NUMBER)                                                                                    \
    static void numbers_##NUMBER(int rows, int32_t join) {                                                       \
        TYPE* values = (TYPE*)values_end.end - rows;                                                             \
        TYPE* bounds = (TYPE*)bounds_end.end - 2;                                                                \
        for (int i = 0; i < rows; i++) values[i] = (TYPE)number(i);                                              \
        bounds[0] = (TYPE)5;                                                                                     \
        bounds[1] = (TYPE)10;                                                                                    \
        const uint8_t* validity = bitmap(validity_end, rows, is_valid);                                          \
        uint8_t* selection = bitmap(selection_end, rows, was_selected);                                          \
        int64_t count = gatun_column_filter_numbers(                                                             \
            rows, validity, selection, join, GATUN_FILTER_##NUMBER, values, bounds, 2);                          \
        expect(selection, rows, join, count, from_5_to_9);                                                       \
        selection = bitmap(selection_end, rows, was_selected);                                                   \
        count = gatun_column_filter_numbers(rows, validity, selection, join | GATUN_FILTER_BELOW,                \
            GATUN_FILTER_##NUMBER, values, bounds, 2);                                                           \
        expect(selection, rows, join, count, not_5_to_9);                                                        \
    }
NUMBERS(int8_t, INT8)
NUMBERS(int16_t, INT16)
NUMBERS(int32_t, INT32)
NUMBERS(int64_t, INT64)
NUMBERS(uint8_t, UINT8)
NUMBERS(uint16_t, UINT16)
NUMBERS(uint32_t, UINT32)
NUMBERS(uint64_t, UINT64)
NUMBERS(float, FLOAT32)
NUMBERS(double, FLOAT64)
#undef NUMBERS

/* Row i is "x", "xa", "xab" ... of i % 5 letters. */
static int length_is_2(int row) { return row % 5 == 2; }
static int begins_xab(int row) { return row % 5 >= 3; }
static int set_of_two(int row) { return row % 5 == 0 || row % 5 == 3; }

static void strings(int rows, int32_t join) {
    static const char word[] = "xabc";
    int32_t* offsets = (int32_t*)offsets_end.end - (rows + 1);
    int32_t size = 0;
    for (int i = 0; i < rows; i++) size += i % 5;
    uint8_t* bytes = values_end.end - size;
    offsets[0] = 0;
    for (int i = 0; i < rows; i++) {
        memcpy(bytes + offsets[i], word, (size_t)(i % 5));
        offsets[i + 1] = offsets[i] + i % 5;
    }
    const uint8_t* validity = bitmap(validity_end, rows, is_valid);
    const int32_t equal[] = {0, 2, 5}, prefix[] = {0, 3, 6}, set[] = {0, 0, 1, 4, 8};
    uint8_t* selection = bitmap(selection_end, rows, was_selected);
    int64_t count = gatun_column_filter_bytes(rows, validity, selection, join, offsets, 0, bytes, equal,
        guarded_copy(bounds_end, (const uint8_t*)"xaxa\0", 5), 2);
    expect(selection, rows, join, count, length_is_2);
    selection = bitmap(selection_end, rows, was_selected);
    count = gatun_column_filter_bytes(rows, validity, selection, join, offsets, 0, bytes, prefix,
        guarded_copy(bounds_end, (const uint8_t*)"xabxac", 6), 2);
    expect(selection, rows, join, count, begins_xab);
    selection = bitmap(selection_end, rows, was_selected);
    count = gatun_column_filter_bytes(rows, validity, selection, join, offsets, 0, bytes, set,
        guarded_copy(bounds_end, (const uint8_t*)"\0xabxab\0", 8), 4);
    expect(selection, rows, join, count, set_of_two);
}

static void others(int rows, int32_t join) {
    const uint8_t* validity = bitmap(validity_end, rows, is_valid);
    uint8_t* selection = bitmap(selection_end, rows, was_selected);
    int64_t count = gatun_column_filter_bits(
        rows, validity, selection, join | GATUN_FILTER_ONES, bitmap(values_end, rows, from_5_to_9));
    expect(selection, rows, join, count, from_5_to_9);
    int32_t* indexes = (int32_t*)values_end.end - rows;
    for (int i = 0; i < rows; i++) indexes[i] = number(i) == 0 ? -1 : number(i);
    selection = bitmap(selection_end, rows, was_selected);
    count = gatun_column_filter_indexes(
        rows, validity, selection, join, indexes, bitmap(bounds_end, 20, from_5_to_9), 20);
    expect(selection, rows, join, count, from_5_to_9);
}

static void hostile(void) {
    uint8_t selection[8] = {0};
    const int32_t bound = 0;
    const int64_t bad = GATUN_STATUS_INVALID_ARGUMENT;
    CHECK_EQUAL(bad, gatun_column_filter_numbers(-1, NULL, selection, 0, 2, &bound, &bound, 1));
    CHECK_EQUAL(bad, gatun_column_filter_numbers(1, NULL, NULL, 0, 2, &bound, &bound, 1));
    CHECK_EQUAL(bad, gatun_column_filter_numbers(1, NULL, selection, 3, 2, &bound, &bound, 1));
    CHECK_EQUAL(bad, gatun_column_filter_numbers(1, NULL, selection, 0, 13, &bound, &bound, 1));
    CHECK_EQUAL(bad, gatun_column_filter_numbers(1, NULL, selection, 0, 2, NULL, &bound, 1));
    CHECK_EQUAL(bad, gatun_column_filter_numbers(1, NULL, selection, 0, 2, &bound, NULL, 1));
    CHECK_EQUAL(bad, gatun_column_filter_bytes(1, NULL, selection, 0, NULL, -1, selection, &bound, NULL, 0));
    CHECK_EQUAL(bad, gatun_column_filter_bits(1, NULL, selection, GATUN_FILTER_ONES, NULL));
    CHECK_EQUAL(bad, gatun_column_filter_indexes(1, NULL, selection, 0, NULL, selection, 1));
    CHECK_EQUAL(0, gatun_column_filter_bits(0, NULL, NULL, GATUN_FILTER_ONES | GATUN_FILTER_ZEROES, NULL));
    CHECK_EQUAL(3, gatun_column_filter_bits(3, NULL, selection, GATUN_FILTER_ONES | GATUN_FILTER_ZEROES, NULL));
    CHECK_EQUAL(7, selection[0]);
}

int main(void) {
    values_end = guarded_make(1 << 16);
    bounds_end = guarded_make(1 << 10);
    validity_end = guarded_make(1 << 10);
    selection_end = guarded_make(1 << 10);
    offsets_end = guarded_make(1 << 12);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (int rows = 0; rows <= ROWS; rows += rows % 64 < 3 || rows % 64 > 60 ? 1 : 19) {
            for (int i = 0; i < 6; i++) {
                numbers_INT8(rows, joins[i]);
                numbers_INT16(rows, joins[i]);
                numbers_INT32(rows, joins[i]);
                numbers_INT64(rows, joins[i]);
                numbers_UINT8(rows, joins[i]);
                numbers_UINT16(rows, joins[i]);
                numbers_UINT32(rows, joins[i]);
                numbers_UINT64(rows, joins[i]);
                numbers_FLOAT32(rows, joins[i]);
                numbers_FLOAT64(rows, joins[i]);
                strings(rows, joins[i]);
                others(rows, joins[i]);
            }
        }
        hostile();
    }
    return test_result();
}
