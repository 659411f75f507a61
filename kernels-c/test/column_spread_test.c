/* Moving values to their slots: every width, many densities and offsets, against a copy that is built slot by slot; in
 * front of guard pages, on every tier. */
#include "check.h"
#include "gatun/column_spread.h"
#include "gatun/core.h"
#include "guarded.h"
#include "random.h"

enum { MOST = 600, WIDEST = 20 };

static guarded buffer, bitmaps;
static uint8_t expected[(MOST + 1) * WIDEST], given[(MOST + 1) * WIDEST];
static uint8_t* validity;
static uint64_t n, present, bit_offset;
static gatun_error error;

static unsigned bit_of(const uint8_t* bitmap, uint64_t bit) { return bitmap[bit / 8] >> bit % 8 & 1; }

/* n slots, valid with one of several probabilities or in long runs. */
static void slots(uint64_t count) {
    n = count, present = 0, bit_offset = test_below(70);
    const uint64_t odds = test_below(5), run = 1 + test_below(100);
    validity = guarded_end(bitmaps, (bit_offset + n + 7) / 8);
    for (uint64_t i = bit_offset; i < bit_offset + n; i++) {
        const unsigned valid = odds == 4 ? i / run % 2 : test_below(4) <= odds;
        validity[i / 8] = (uint8_t)((validity[i / 8] & ~(1u << i % 8)) | valid << i % 8);
        present += valid;
    }
}

static void noise(uint8_t* bytes, uint64_t size) {
    for (uint64_t i = 0; i < size; i++) bytes[i] = (uint8_t)test_random();
}

static void expect_fixed(uint32_t width) {
    noise(given, n * width);
    uint64_t dense = 0;
    for (uint64_t i = 0; i < n; i++) {
        if (bit_of(validity, bit_offset + i)) {
            memcpy(expected + i * width, given + dense++ * width, width);
        } else {
            memset(expected + i * width, 0, width);
        }
    }
    uint8_t* const values = guarded_copy(buffer, given, n * width);
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_column_spread_fixed(values, width, validity, bit_offset, n, present, &error));
    CHECK(memcmp(expected, values, n * width) == 0);
}

static void expect_bits(void) {
    const uint64_t first = test_below(70), bytes = (first + n + 7) / 8;
    noise(given, bytes);
    memcpy(expected, given, bytes);
    for (uint64_t i = 0, dense = 0; i < n; i++) {
        const unsigned valid = bit_of(validity, bit_offset + i);
        const unsigned bit = valid && bit_of(given, first + dense);
        dense += valid;
        expected[(first + i) / 8] = (uint8_t)((expected[(first + i) / 8] & ~(1u << (first + i) % 8)) |
                                              bit << (first + i) % 8);
    }
    uint8_t* const values = guarded_copy(buffer, given, bytes);
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_column_spread_bits(values, first, validity, bit_offset, n, present, &error));
    CHECK(memcmp(expected, values, bytes) == 0);
}

static void expect_offsets(void) {
    noise(given, 4 * (n + 1));
    uint64_t dense = 0;
    for (uint64_t i = 0; i <= n; i++) {
        memcpy(expected + 4 * i, given + 4 * dense, 4);
        if (i < n) dense += bit_of(validity, bit_offset + i);
    }
    uint8_t* const offsets = guarded_copy(buffer, given, 4 * (n + 1));
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_column_spread_offsets((int32_t*)offsets, validity, bit_offset, n, present, &error));
    CHECK(memcmp(expected, offsets, 4 * (n + 1)) == 0);
}

static void every_width(void) {
    for (uint32_t width = 1; width <= WIDEST; width++) {
        for (int i = 0; i < 150; i++) {
            slots(test_below(i % 8 == 0 ? MOST : 140));
            expect_fixed(width);
        }
    }
    for (int i = 0; i < 3000; i++) {
        slots(test_below(i % 8 == 0 ? MOST : 140));
        expect_bits();
        expect_offsets();
    }
}

/* A number of values that the bitmap does not have moves nothing. */
static void hostile(void) {
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    slots(100);
    uint8_t* const values = guarded_end(buffer, 4 * 101);
    memcpy(expected, values, 4 * 101);
    const uint64_t wrong[] = {present + 1, present - 1, UINT64_MAX, 101};
    for (int i = 0; i < 4; i++) {
        CHECK_EQUAL(invalid, gatun_column_spread_fixed(values, 4, validity, bit_offset, n, wrong[i], &error));
        CHECK_EQUAL(invalid, gatun_column_spread_bits(values, 0, validity, bit_offset, n, wrong[i], &error));
        CHECK_EQUAL(invalid,
            gatun_column_spread_offsets((int32_t*)values, validity, bit_offset, n, wrong[i], &error));
    }
    CHECK(memcmp(expected, values, 4 * 101) == 0);
    CHECK_EQUAL(invalid, gatun_column_spread_fixed(values, 0, validity, bit_offset, n, present, &error));
    CHECK_EQUAL(invalid, gatun_column_spread_fixed(NULL, 4, validity, bit_offset, n, present, &error));
    CHECK_EQUAL(invalid, gatun_column_spread_bits(values, 0, NULL, bit_offset, n, present, &error));
    CHECK_EQUAL(invalid, gatun_column_spread_offsets(NULL, validity, bit_offset, 0, 1, &error));
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_column_spread_fixed(NULL, 4, NULL, 0, 0, 0, &error));
}

int main(void) {
    buffer = guarded_make(sizeof given), bitmaps = guarded_make(MOST);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        every_width();
        hostile();
    }
    return test_result();
}
