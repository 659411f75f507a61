/* BYTE_STREAM_SPLIT: every width and window against the definition, input and output at the edge of a page. */
#include "gatun/core.h"
#include "gatun/parquet_split.h"
#include "guarded.h"

enum { MOST_VALUES = 300, MOST_WIDTH = 33 };

static guarded in, out;

static void check_window(uint64_t values, uint64_t width, uint64_t first, uint64_t n) {
    uint8_t* const data = in.end - values * width;
    uint8_t* const joined = out.end - n * width;
    for (uint64_t i = 0; i < values * width; i++) data[i] = (uint8_t)(i * 31 + i / 251);
    joined[-1] = 0x77;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_split_join(data, values, width, first, n, joined, NULL));
    int wrong = joined[-1] != 0x77;
    for (uint64_t i = 0; i < n; i++) {
        for (uint64_t b = 0; b < width; b++) wrong += joined[i * width + b] != data[b * values + first + i];
    }
    CHECK_EQUAL(0, wrong);
}

static void check_tier(void) {
    const uint64_t sizes[] = {0, 1, 2, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 128, 131, MOST_VALUES};
    const uint64_t widths[] = {1, 2, 3, 4, 5, 8, 12, 16, MOST_WIDTH};
    for (unsigned w = 0; w < sizeof widths / sizeof *widths; w++) {
        for (unsigned s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            check_window(sizes[s], widths[w], 0, sizes[s]);
            if (sizes[s] > 2) check_window(sizes[s], widths[w], 1, sizes[s] - 2);
        }
    }
}

int main(void) {
    in = guarded_make(MOST_VALUES * MOST_WIDTH + 1);
    out = guarded_make(MOST_VALUES * MOST_WIDTH + 1);
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) == tier) check_tier();
    }
    uint8_t byte = 0;
    gatun_error error;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_split_join(&byte, 1, 0, 0, 1, &byte, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_split_join(&byte, 1, 1, 1, 1, &byte, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_split_join(&byte, 1, 1, 2, 0, &byte, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_split_join(&byte, UINT64_MAX, 2, 0, 1, &byte, &error));
    return test_result();
}
