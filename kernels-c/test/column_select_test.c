/* Keeping rows: all widths, in place and not, right before a page that may not be touched, on every tier. */
#include "gatun/column_select.h"

#include "gatun/core.h"
#include "guarded.h"

enum { MOST = 300, WIDEST = 20 };

static guarded values_end, out_end, selection_end, offsets_end, out_offsets_end;

/* Whole words, empty ones, dense and sparse ones. */
static int is_kept(int row, int kind) {
    const unsigned mixed = (unsigned)row * 2654435761u >> 24;
    switch (kind) {
        case 0: return 0;
        case 1: return 1;
        case 2: return mixed < 10;
        case 3: return mixed < 200;
        default: return row / 64 % 2 == 0;
    }
}

static uint8_t* select_rows(int rows, int kind, int64_t* kept) {
    uint8_t* bits = selection_end.end - (rows + 7) / 8;
    memset(bits, 0, (size_t)(rows + 7) / 8);
    *kept = 0;
    for (int i = 0; i < rows; i++) {
        if (!is_kept(i, kind)) continue;
        bits[i / 8] |= (uint8_t)(1 << (i % 8));
        ++*kept;
    }
    if (rows % 8 != 0) bits[rows / 8] |= (uint8_t)(0xff << (rows % 8)); /* not looked at */
    return bits;
}

static uint8_t byte_of(int row, int i) { return (uint8_t)(row * 31 + i * 7 + row / 8); }

static void fixed(int rows, int kind, int width) {
    int64_t kept;
    const uint8_t* bits = select_rows(rows, kind, &kept);
    uint8_t* values = values_end.end - rows * width;
    for (int i = 0; i < rows * width; i++) values[i] = byte_of(i / width, i % width);
    uint8_t* out = out_end.end - kept * width;
    CHECK_EQUAL(kept, gatun_column_select_fixed(rows, bits, kept, width, values, out));
    CHECK_EQUAL(kept, gatun_column_select_fixed(rows, bits, kept, width, values, values));
    int64_t at = 0;
    for (int row = 0; row < rows; row++) {
        if (!is_kept(row, kind)) continue;
        for (int i = 0; i < width; i++, at++) {
            CHECK(out[at] == byte_of(row, i));
            CHECK(values[at] == byte_of(row, i));
        }
    }
    if (kept > 0) {
        CHECK_EQUAL(GATUN_STATUS_CAPACITY,
            gatun_column_select_fixed(rows, bits, kept - 1, width, values, out_end.end - (kept - 1) * width));
    }
}

static void bits_of(int rows, int kind) {
    int64_t kept;
    const uint8_t* bits = select_rows(rows, kind, &kept);
    uint8_t* values = values_end.end - (rows + 7) / 8;
    for (int i = 0; i < (rows + 7) / 8; i++) values[i] = byte_of(i, 0);
    uint8_t original[MOST];
    memcpy(original, values, (size_t)(rows + 7) / 8);
    uint8_t* out = out_end.end - (kept + 7) / 8;
    const int64_t ones = gatun_column_select_bits(rows, bits, kept, values, out);
    CHECK_EQUAL(ones, gatun_column_select_bits(rows, bits, kept, values, values));
    int64_t at = 0, expected = 0;
    for (int row = 0; row < rows; row++) {
        if (!is_kept(row, kind)) continue;
        const int bit = original[row / 8] >> (row % 8) & 1;
        CHECK_EQUAL(bit, out[at / 8] >> (at % 8) & 1);
        CHECK_EQUAL(bit, values[at / 8] >> (at % 8) & 1);
        expected += bit;
        at++;
    }
    CHECK_EQUAL(expected, ones);
}

static void strings(int rows, int kind) {
    int64_t kept;
    const uint8_t* bits = select_rows(rows, kind, &kept);
    int32_t* offsets = (int32_t*)offsets_end.end - (rows + 1);
    offsets[0] = 0;
    for (int row = 0; row < rows; row++) offsets[row + 1] = offsets[row] + row % 6;
    const int32_t elements = offsets[rows];
    uint8_t* bytes = values_end.end - elements;
    int32_t size = 0;
    for (int row = 0; row < rows; row++) {
        for (int i = 0; i < row % 6; i++) bytes[offsets[row] + i] = byte_of(row, i);
        if (is_kept(row, kind)) size += row % 6;
    }
    int32_t* out_offsets = (int32_t*)out_offsets_end.end - (kept + 1);
    uint8_t* child = out_end.end - (elements + 7) / 8;
    CHECK_EQUAL(size, gatun_column_select_lists(rows, bits, kept, offsets, out_offsets, child, elements));
    for (int row = 0; row < rows; row++) {
        for (int i = offsets[row]; i < offsets[row + 1]; i++) {
            CHECK_EQUAL(is_kept(row, kind), child[i / 8] >> (i % 8) & 1);
        }
    }
    uint8_t* out = out_end.end - size;
    CHECK_EQUAL(size, gatun_column_select_strings(rows, bits, kept, offsets, bytes, out_offsets, out, size));
    CHECK_EQUAL(size, gatun_column_select_strings(rows, bits, kept, offsets, bytes, offsets, bytes, elements));
    int64_t at = 0;
    int32_t byte = 0;
    for (int row = 0; row < rows; row++) {
        if (!is_kept(row, kind)) continue;
        CHECK_EQUAL(byte, out_offsets[at]);
        CHECK_EQUAL(byte, offsets[at]);
        for (int i = 0; i < row % 6; i++, byte++) {
            CHECK(out[byte] == byte_of(row, i));
            CHECK(bytes[byte] == byte_of(row, i));
        }
        at++;
    }
    CHECK_EQUAL(byte, out_offsets[at]);
    CHECK_EQUAL(byte, offsets[at]);
}

static void hostile(void) {
    uint8_t bits[8] = {0xff};
    int32_t offsets[9] = {0, 4, 8, 12, 16, 20, 24, 28, 32}, out[9];
    uint8_t bytes[32] = {0};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_column_select_fixed(-1, bits, 0, 4, bytes, bytes));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_column_select_fixed(8, bits, 9, 4, bytes, bytes));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_column_select_fixed(8, bits, 8, 0, bytes, bytes));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_column_select_bits(8, NULL, 8, bytes, bytes));
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_column_select_bits(8, bits, 7, bytes, bytes));
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_column_select_strings(8, bits, 8, offsets, bytes, out, bytes, 31));
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_column_select_lists(8, bits, 8, offsets, out, bytes, 31));
}

int main(void) {
    values_end = guarded_make(MOST * WIDEST);
    out_end = guarded_make(MOST * WIDEST);
    selection_end = guarded_make(MOST);
    offsets_end = guarded_make(4 * MOST + 4);
    out_offsets_end = guarded_make(4 * MOST + 4);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (int rows = 0; rows < MOST; rows += rows % 64 < 2 || rows % 64 > 61 ? 1 : 17) {
            for (int kind = 0; kind < 5; kind++) {
                for (int width = 1; width <= WIDEST; width++) fixed(rows, kind, width);
                bits_of(rows, kind);
                strings(rows, kind);
            }
        }
        hostile();
    }
    return test_result();
}
