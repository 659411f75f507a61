/* Conversions: known answers, every width of big-endian numbers, nothing touched beyond the last byte. */
#include "gatun/core.h"
#include "gatun/parquet_convert.h"
#include "guarded.h"

enum { MOST = 100, MOST_WIDTH = 32 };

static guarded in, out;

/* Byte b of a number of `size` bytes, counted from the least significant one, the sign repeated without end. */
static uint8_t digit(const uint8_t* from, uint64_t size, uint64_t b) {
    if (b < size) return from[size - 1 - b];
    return size > 0 && from[0] >= 0x80 ? 0xff : 0;
}

static void check_fixed(int32_t conversion, uint64_t width, uint64_t out_width, uint64_t n) {
    uint8_t* const from = in.end - n * width;
    uint8_t* const to = out.end - n * out_width;
    for (uint64_t i = 0; i < n * width; i++) from[i] = (uint8_t)(i * 41 + i / 7);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_convert_fixed(conversion, width, from, n, to, NULL));
    int wrong = 0;
    for (uint64_t i = 0; i < n; i++) {
        for (uint64_t b = 0; b < out_width; b++) {
            const uint8_t want = conversion <= GATUN_CONVERSION_INT32_TO_INT16 ? from[i * width + b]
                                                                               : digit(from + i * width, width, b);
            wrong += to[i * out_width + b] != want;
        }
    }
    CHECK_EQUAL(0, wrong);
}

static void check_days(void) {
    const struct {
        uint64_t nanos;
        uint32_t day;
        int64_t want;
    } cases[] = {{0, 2440588, 0}, {5, 2440589, 86400000000005}, {1, 2440587, -86399999999999},
        {UINT64_MAX, 2440588, -1}, {0, 0xffffffff, (int64_t)(0 - 2440589ull * 86400000000000ull)}};
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        memcpy(in.end - 12, &cases[i].nanos, 8);
        memcpy(in.end - 4, &cases[i].day, 4);
        CHECK_EQUAL(GATUN_STATUS_OK,
            gatun_parquet_convert_fixed(GATUN_CONVERSION_INT96_TO_NANOS, 12, in.end - 12, 1, out.end - 8, NULL));
        int64_t got;
        memcpy(&got, out.end - 8, 8);
        CHECK_EQUAL(cases[i].want, got);
    }
}

static void check_decimals(void) {
    for (int32_t conversion = GATUN_CONVERSION_BIG_ENDIAN_TO_128; conversion <= GATUN_CONVERSION_BIG_ENDIAN_TO_256;
         conversion++) {
        const uint64_t fit = conversion == GATUN_CONVERSION_BIG_ENDIAN_TO_128 ? 16 : 32;
        for (uint64_t size = 0; size <= fit + 3; size++) {
            for (int sign = 0; sign <= 0xff; sign += 0xff) {
                uint8_t* const from = in.end - size;
                for (uint64_t i = 0; i < size; i++) from[i] = (uint8_t)(i * 7 + 1) ^ (uint8_t)sign;
                for (uint64_t i = 0; i + fit < size; i++) from[i] = (uint8_t)sign;
                const int32_t offsets[] = {0, (int32_t)size};
                uint8_t* const to = out.end - fit;
                gatun_error error = {0};
                CHECK_EQUAL(GATUN_STATUS_OK,
                    gatun_parquet_convert_decimals(conversion, offsets, from, 1, to, &error));
                for (uint64_t b = 0; b < fit; b++) CHECK_EQUAL(digit(from, size, b), to[b]);
                if (size <= fit) continue;
                from[size - fit - 1] ^= 1;
                CHECK_EQUAL(GATUN_STATUS_OVERFLOW,
                    gatun_parquet_convert_decimals(conversion, offsets, from, 1, to, &error));
                CHECK_EQUAL(0, error.position);
            }
        }
    }
}

static void check_tier(void) {
    for (uint64_t n = 0; n <= MOST; n = n < 40 ? n + 1 : n + 60) {
        check_fixed(GATUN_CONVERSION_INT32_TO_INT8, 4, 1, n);
        check_fixed(GATUN_CONVERSION_INT32_TO_INT16, 4, 2, n);
        for (uint64_t width = 1; width <= 16; width++) {
            check_fixed(GATUN_CONVERSION_BIG_ENDIAN_TO_128, width, 16, n);
        }
        for (uint64_t width = 1; width <= 32; width++) {
            check_fixed(GATUN_CONVERSION_BIG_ENDIAN_TO_256, width, 32, n);
        }
    }
    check_days();
    check_decimals();
}

int main(void) {
    in = guarded_make(MOST * MOST_WIDTH);
    out = guarded_make(MOST * MOST_WIDTH);
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) == tier) check_tier();
    }
    gatun_error error;
    uint8_t bytes[64] = {0};
    const int32_t offsets[] = {0, 0};
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_convert_fixed(5, 4, bytes, 1, bytes + 32, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_convert_fixed(-1, 4, bytes, 1, bytes + 32, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_convert_fixed(0, 5, bytes, 1, bytes + 32, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_convert_fixed(3, 17, bytes, 1, bytes + 32, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_convert_fixed(4, 0, bytes, 1, bytes + 32, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_parquet_convert_decimals(2, offsets, bytes, 1, bytes + 32, &error));
    return test_result();
}
