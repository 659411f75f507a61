/* Levels to records, validity and offsets, against entry by entry; in front of guard pages, on every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/parquet_nesting.h"
#include "guarded.h"
#include "random.h"

enum { MOST = 700 };

static guarded defs, reps, output;
static uint8_t def_levels[MOST], rep_levels[MOST];
static uint8_t expected[8 * MOST];
static const uint8_t *def, *rep;
static uint64_t n;
static gatun_parquet_nesting_counts counts;
static gatun_error error;

/* n entries with levels up to `most_def` and `most_rep`; without repetition levels when that is 0. */
static void levels(uint64_t entries, uint64_t most_def, uint64_t most_rep) {
    n = entries;
    for (uint64_t i = 0; i < n; i++) {
        def_levels[i] = (uint8_t)(test_below(3) == 0 ? most_def : test_below(most_def + 1));
        rep_levels[i] = (uint8_t)test_below(most_rep + 1);
    }
    def = guarded_copy(defs, def_levels, n);
    rep = most_rep == 0 ? NULL : guarded_copy(reps, rep_levels, n);
}

static void expect_records(uint64_t want) {
    uint64_t records = 0, entries = 0;
    for (; entries < n && (rep_levels[entries] != 0 || records < want); entries++) records += rep_levels[entries] == 0;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_records(rep, n, want, &counts, &error));
    CHECK_EQUAL(records, counts.slots);
    CHECK_EQUAL(entries, counts.found);
}

static void expect_validity(int slot_rep, int slot_def, int valid_def, uint64_t offset) {
    uint64_t slots = 0, ones = 0;
    memset(expected, 0xa5, sizeof expected);
    for (uint64_t i = 0; i < n; i++) {
        if (rep_levels[i] > slot_rep || def_levels[i] < slot_def) continue;
        const unsigned bit = def_levels[i] >= valid_def;
        uint8_t* const byte = &expected[(offset + slots) / 8];
        const unsigned low = (1u << (offset + slots) % 8) - 1;
        *byte = (uint8_t)((*byte & low) | bit << (offset + slots) % 8);
        slots++, ones += bit;
    }
    const uint64_t bytes = (offset + slots + 7) / 8;
    if (slots == 0 && n != 0 && offset % 8 != 0) expected[offset / 8] &= (uint8_t)((1u << offset % 8) - 1);
    uint8_t* const out = guarded_end(output, bytes);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_validity(def, rep, n, slot_rep, slot_def, valid_def, out, offset,
                                     slots, &counts, &error));
    CHECK_EQUAL(slots, counts.slots);
    CHECK_EQUAL(ones, counts.found);
    CHECK(memcmp(expected, out, bytes) == 0);
    if (slots == 0) return;
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_parquet_nesting_validity(def, rep, n, slot_rep, slot_def, valid_def, out,
                                           offset, slots - 1, &counts, &error));
}

static void expect_offsets(int slot_rep, int slot_def, int element_def, int32_t base) {
    int32_t* const want = (int32_t*)expected;
    uint64_t slots = 0, elements = 0;
    for (uint64_t i = 0; i < n; i++) {
        if (rep_levels[i] <= slot_rep && def_levels[i] >= slot_def) want[slots++] = base + (int32_t)elements;
        if (rep_levels[i] <= slot_rep + 1 && def_levels[i] >= element_def) elements++;
    }
    want[slots] = base + (int32_t)elements;
    int32_t* const out = (int32_t*)guarded_end(output, 4 * (slots + 1));
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_offsets(def, rep, n, slot_rep, slot_def, element_def, base, out,
                                     slots + 1, &counts, &error));
    CHECK_EQUAL(slots, counts.slots);
    CHECK_EQUAL(elements, counts.found);
    CHECK(memcmp(want, out, 4 * (slots + 1)) == 0);
    CHECK_EQUAL(GATUN_STATUS_CAPACITY, gatun_parquet_nesting_offsets(def, rep, n, slot_rep, slot_def, element_def, base,
                                           out, slots, &counts, &error));
    if (elements == 0) return;
    CHECK_EQUAL(GATUN_STATUS_OVERFLOW, gatun_parquet_nesting_offsets(def, rep, n, slot_rep, slot_def, element_def,
                                           INT32_MAX, out, slots + 1, &counts, &error));
}

static void random_levels(void) {
    static const uint64_t tops[] = {0, 1, 2, 3, 4, 127, 128, 255};
    for (int i = 0; i < 4000; i++) {
        const uint64_t most_def = tops[test_below(8)], most_rep = tops[test_below(8)];
        levels(test_below(i % 8 == 0 ? MOST : 140), most_def, most_rep);
        const int slot_rep = (int)test_below(most_rep + 1), slot_def = (int)test_below(most_def + 1);
        const int item_def = slot_def + (int)test_below(most_def + 1 - (uint64_t)slot_def);
        expect_records(test_below(n + 2));
        expect_validity(slot_rep, slot_def, item_def, test_below(20));
        expect_offsets(slot_rep, slot_def, item_def, (int32_t)test_below(1000));
    }
}

/* [[1, null], [], null, [2]] of optional lists of optional values, begun by the rest of a list. */
static void known_answer(void) {
    const uint8_t d[] = {3, 3, 2, 1, 0, 3}, r[] = {1, 0, 1, 0, 0, 0};
    const int32_t offsets[] = {8, 10, 10, 10, 11};
    int32_t out[5];
    uint8_t bitmap[1] = {0};
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_offsets(d, r, 6, 0, 0, 2, 7, out, 5, &counts, &error));
    CHECK(memcmp(offsets, out, sizeof out) == 0);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_validity(d, r, 6, 0, 0, 1, bitmap, 0, 8, &counts, &error));
    CHECK_EQUAL(0x0b, bitmap[0]);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_validity(d, r, 6, 1, 2, 3, bitmap, 0, 8, &counts, &error));
    CHECK_EQUAL(0x0b, bitmap[0]);
    CHECK_EQUAL(4, counts.slots);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_nesting_records(r, 6, 1, &counts, &error));
    CHECK_EQUAL(3, counts.found);
}

static void hostile(void) {
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    uint8_t bytes[8] = {0};
    int32_t out[2];
    CHECK_EQUAL(invalid, gatun_parquet_nesting_records(bytes, 8, 1, NULL, &error));
    CHECK_EQUAL(invalid, gatun_parquet_nesting_validity(NULL, NULL, 8, 0, 0, 0, bytes, 0, 8, &counts, &error));
    CHECK_EQUAL(invalid, gatun_parquet_nesting_validity(bytes, NULL, 8, 0, 0, 256, bytes, 0, 8, &counts, &error));
    CHECK_EQUAL(invalid, gatun_parquet_nesting_validity(bytes, NULL, 8, -1, 0, 0, bytes, 0, 8, &counts, NULL));
    CHECK_EQUAL(invalid, gatun_parquet_nesting_offsets(bytes, NULL, 8, 0, 256, 0, 0, out, 2, &counts, &error));
    CHECK_EQUAL(GATUN_STATUS_CAPACITY,
        gatun_parquet_nesting_offsets(bytes, NULL, 0, 0, 0, 0, 0, out, 0, &counts, &error));
    CHECK_EQUAL(GATUN_STATUS_OVERFLOW,
        gatun_parquet_nesting_offsets(bytes, NULL, 1, 0, 0, 0, -1, out, 2, &counts, &error));
}

int main(void) {
    defs = guarded_make(MOST), reps = guarded_make(MOST), output = guarded_make(sizeof expected);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        known_answer();
        random_levels();
        hostile();
    }
    return test_result();
}
