/* Dictionaries: random strings against a search of all before, with guard pages behind, and strings that collide. */
#include "check.h"
#include "gatun/column_dictionary.h"
#include "guarded.h"
#include "random.h"

enum { MOST_ROWS = 400, MOST_BYTES = 1 << 15 };

static guarded texts, offset_memory, validities, index_memory, first_memory, scratches;
static uint8_t text[MOST_BYTES];
static int32_t offsets[MOST_ROWS + 1];
static uint64_t key[2];
static gatun_error error;

static int same(uint64_t a, uint64_t b) {
    const int32_t size = offsets[a + 1] - offsets[a];
    return size == offsets[b + 1] - offsets[b] && memcmp(text + offsets[a], text + offsets[b], (uint64_t)size) == 0;
}

/* Few letters, so that many are the same or nearly so. */
static uint64_t random_strings(void) {
    const uint64_t rows = test_below(MOST_ROWS), most = 1 + test_below(test_below(2) == 0 ? 4 : 70);
    const uint64_t letters = 1 + test_below(3);
    for (uint64_t row = 0; row < rows; row++) {
        uint64_t at = (uint64_t)offsets[row];
        for (uint64_t i = test_below(most); i > 0; i--) text[at++] = (uint8_t)test_below(letters);
        offsets[row + 1] = (int32_t)at;
    }
    return rows;
}

static void expect(uint64_t rows, int with_nulls) {
    const uint64_t bytes = (uint64_t)offsets[rows];
    uint8_t* const placed = guarded_end(texts, bytes + 8);
    memcpy(placed, text, bytes);
    uint8_t* const validity = guarded_end(validities, (rows + 7) / 8);
    for (uint64_t i = 0; i < (rows + 7) / 8; i++) validity[i] = (uint8_t)test_random();
    const gatun_dictionary_column column = {(const int32_t*)guarded_copy(offset_memory, offsets, 4 * (rows + 1)),
        placed, with_nulls ? validity : NULL, rows};
    int32_t wanted[MOST_ROWS], wanted_firsts[MOST_ROWS];
    uint64_t count = 0;
    for (uint64_t row = 0; row < rows; row++) {
        wanted[row] = 0;
        if (with_nulls && (validity[row / 8] >> row % 8 & 1) == 0) continue;
        uint64_t number = 0;
        while (number < count && !same(row, (uint64_t)wanted_firsts[number])) number++;
        if (number == count) wanted_firsts[count++] = (int32_t)row;
        wanted[row] = (int32_t)number;
    }
    uint64_t elements = 2;
    while (elements < 2 * count) elements *= 2;
    int32_t* const indexes = (int32_t*)guarded_end(index_memory, 4 * rows);
    int32_t* const firsts = (int32_t*)guarded_end(first_memory, 4 * count);
    uint64_t* const scratch = (uint64_t*)guarded_end(scratches, 8 * elements);
    uint64_t distinct = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_column_dictionary_encode(
                                     &column, key, indexes, firsts, count, scratch, elements, &distinct, &error));
    CHECK_EQUAL(count, distinct);
    CHECK(memcmp(wanted, indexes, 4 * rows) == 0);
    CHECK(memcmp(wanted_firsts, firsts, 4 * count) == 0);
    if (count == 0) return;
    CHECK_EQUAL(GATUN_STATUS_CAPACITY,
        gatun_column_dictionary_encode(
            &column, key, indexes, firsts, count, scratch, elements / 2, &distinct, &error));
    CHECK_EQUAL(elements, error.value);
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_column_dictionary_encode(
            &column, key, indexes, firsts + 1, count - 1, scratch, elements, &distinct, &error));
    CHECK_EQUAL(count, distinct);
}

int main(void) {
    texts = guarded_make(MOST_BYTES + 8), offset_memory = guarded_make(sizeof offsets);
    validities = guarded_make(MOST_ROWS), index_memory = guarded_make(4 * MOST_ROWS);
    first_memory = guarded_make(4 * MOST_ROWS), scratches = guarded_make(32 * MOST_ROWS);
    for (int i = 0; i < 3000; i++) {
        /* Keys of no randomness at all cost time, not correctness. */
        key[0] = i % 10 == 0 ? test_below(2) : test_random();
        key[1] = i % 10 == 5 ? 0 : test_random();
        expect(random_strings(), i % 2);
    }
    return test_result();
}
