/* The hybrid of RLE and bit-packing: every width and layout, read in pieces by every function, against values that were
 * written bit by bit; hostile sections; all of it in front of a guard page, on every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/parquet_hybrid.h"
#include "hybrid_stream.h"

enum { SLACK = 64, ENTRIES = 1024 };

static stream s;
static guarded input, output, entries;
static uint8_t expected[16 * STREAM_VALUES + 64];
static gatun_parquet_hybrid cursor;
static gatun_error error;

/* Places the section, with its 64 bytes, before the guard and begins on it. */
static const uint8_t* begin(const uint8_t* bytes, uint64_t size, int width, int layout) {
    uint8_t* const at = guarded_end(input, size + SLACK);
    if (size != 0) memcpy(at, bytes, size);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_begin(&cursor, size, width, layout, &error));
    return at;
}

static void expect_bytes(const uint8_t* got, uint64_t n) { CHECK(memcmp(expected, got, n) == 0); }

static void read_indices(const uint8_t* data, uint64_t from, uint64_t n) {
    int32_t* const out = (int32_t*)guarded_end(output, 4 * n);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_indices(&cursor, data, n, INT32_MAX, out, &error));
    memcpy(expected, s.values + from, 4 * n);
    expect_bytes((uint8_t*)out, 4 * n);
}

static void read_bytes(const uint8_t* data, uint64_t from, uint64_t n) {
    uint8_t* const out = guarded_end(output, n);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_bytes(&cursor, data, n, 1 << s.width, out, &error));
    for (uint64_t i = 0; i < n; i++) expected[i] = (uint8_t)s.values[from + i];
    expect_bytes(out, n);
}

static void read_bits(const uint8_t* data, uint64_t from, uint64_t n) {
    const uint64_t offset = test_below(20), bytes = (offset + n + 7) / 8;
    uint8_t* const out = guarded_end(output, bytes);
    memset(expected, 0xa5, bytes);
    uint64_t ones = 99, want = 0;
    for (uint64_t i = offset; i < 8 * bytes && n != 0; i++) {
        const uint32_t bit = i - offset < n ? s.values[from + i - offset] : 0;
        expected[i / 8] = (uint8_t)((expected[i / 8] & ~(1u << i % 8)) | bit << i % 8);
        want += bit;
    }
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_bits(&cursor, data, n, out, offset, &ones, &error));
    CHECK_EQUAL(want, ones);
    expect_bytes(out, bytes);
}

static void read_entries(const uint8_t* data, uint64_t from, uint64_t n, uint32_t width, uint32_t count) {
    uint8_t* const out = guarded_end(output, n * width);
    const uint8_t* const dictionary = entries.end - (uint64_t)count * width;
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_parquet_hybrid_gather(&cursor, data, n, width, dictionary, (int32_t)count, out, &error));
    for (uint64_t i = 0; i < n; i++) memcpy(expected + i * width, dictionary + s.values[from + i] * width, width);
    expect_bytes(out, n * width);
}

/* Reads a piece by some function that the width allows. */
static void read_piece(const uint8_t* data, uint64_t from, uint64_t n) {
    static const uint32_t widths[] = {1, 2, 3, 4, 8, 12, 16, 7};
    switch (test_below(5)) {
        case 0: CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_skip(&cursor, data, n, &error)); return;
        case 1:
            if (s.width > 1) break;
            read_bits(data, from, n);
            return;
        case 2:
            if (s.width > 8) break;
            read_bytes(data, from, n);
            return;
        case 3:
            if (s.width > 10) break;
            read_entries(data, from, n, widths[test_below(8)], 1u << s.width);
            return;
        default: break;
    }
    if (s.width < 32) read_indices(data, from, n);
    if (s.width == 32) CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_skip(&cursor, data, n, &error));
}

static void read_in_pieces(void) {
    const uint8_t* const data = begin(s.bytes, s.size, s.width, s.layout);
    const uint64_t longest = test_below(2) == 0 ? 30 : 2000;
    for (uint64_t from = 0; from < s.n;) {
        uint64_t n = test_below(longest);
        if (n > s.n - from) n = s.n - from;
        read_piece(data, from, n);
        from += n;
    }
}

static void streams_in_pieces(void) {
    for (int width = 0; width <= 32; width++) {
        for (int layout = 0; layout <= 2; layout++) {
            for (int i = 0; i < 12; i++) {
                stream_random(&s, width, layout, test_below(STREAM_VALUES / 2));
                read_in_pieces();
            }
        }
    }
}

/* Every start and length in one bit-packed run. */
static void starts_and_lengths(void) {
    for (int width = 1; width < 32; width++) {
        s.width = width, s.layout = GATUN_PARQUET_LAYOUT_HYBRID, s.n = 0, s.size = 0;
        stream_packed_run(&s, 9);
        for (uint64_t from = 0; from < 18; from++) {
            for (uint64_t n = 0; from + n <= s.n; n++) {
                const uint8_t* const data = begin(s.bytes, s.size, width, s.layout);
                CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_hybrid_skip(&cursor, data, from, &error));
                read_indices(data, from, n);
            }
        }
    }
}

/* 32 bits: as large as values get, and above what an index may be. */
static void widest(void) {
    stream_random(&s, 32, GATUN_PARQUET_LAYOUT_PLAIN, 100);
    s.values[70] = UINT32_MAX;
    s.size = 0;
    stream_pack(&s, 0, s.n);
    for (uint64_t i = 0; i < s.n; i++) s.values[i] &= i == 70 ? UINT32_MAX : INT32_MAX - 1;
    s.size = 0;
    stream_pack(&s, 0, s.n);
    const uint8_t* const data = begin(s.bytes, s.size, 32, s.layout);
    read_indices(data, 0, 70);
    int32_t* const out = (int32_t*)guarded_end(output, 4);
    CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, gatun_parquet_hybrid_indices(&cursor, data, 1, INT32_MAX, out, &error));
    CHECK_EQUAL(UINT32_MAX, error.value);
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_hybrid_skip(&cursor, data, 1, &error));
}

static void expect_limits(void) {
    for (int width = 1; width <= 8; width++) {
        stream_random(&s, width, GATUN_PARQUET_LAYOUT_HYBRID, 300);
        uint32_t top = 0;
        for (uint64_t i = 0; i < s.n; i++) top = s.values[i] > top ? s.values[i] : top;
        if (top == 0) continue;
        const int32_t limit = (int32_t)top;
        uint8_t* const out = guarded_end(output, 16 * s.n);
        const uint8_t* data = begin(s.bytes, s.size, width, s.layout);
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE, gatun_parquet_hybrid_bytes(&cursor, data, s.n, limit, out, &error));
        data = begin(s.bytes, s.size, width, s.layout);
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE,
            gatun_parquet_hybrid_indices(&cursor, data, s.n, limit, (int32_t*)out, &error));
        for (uint32_t bytes = 1; bytes <= 16; bytes++) {
            data = begin(s.bytes, s.size, width, s.layout);
            const uint8_t* const dictionary = entries.end - top * bytes;
            CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE,
                gatun_parquet_hybrid_gather(&cursor, data, s.n, bytes, dictionary, limit, out, &error));
        }
    }
}

/* Reads n values of a section, which must come to `status`. */
static void expect_status(int32_t status, const char* bytes, uint64_t size, int width, uint64_t n) {
    const uint8_t* const data = begin((const uint8_t*)bytes, size, width, GATUN_PARQUET_LAYOUT_HYBRID);
    CHECK_EQUAL(status, gatun_parquet_hybrid_skip(&cursor, data, n, &error));
    const uint8_t* const again = begin((const uint8_t*)bytes, size, width, GATUN_PARQUET_LAYOUT_HYBRID);
    int32_t* const out = (int32_t*)guarded_end(output, 4 * (n < 99 ? n : 99));
    if (n < 99) CHECK_EQUAL(status, gatun_parquet_hybrid_indices(&cursor, again, n, INT32_MAX, out, &error));
}

static void hostile(void) {
    const int32_t ok = GATUN_STATUS_OK, format = GATUN_STATUS_FORMAT;
    expect_status(ok, "", 0, 7, 0);
    expect_status(format, "", 0, 7, 1);
    expect_status(ok, "", 0, 0, 50);                              /* width 0 reads nothing */
    expect_status(format, "\x80", 1, 3, 1);                       /* header cut off */
    expect_status(format, "\x08", 1, 3, 1);                       /* no value */
    expect_status(format, "\x08\x01", 2, 9, 1);                   /* half a value */
    expect_status(ok, "\x08\x07", 2, 3, 4);
    expect_status(format, "\x08\x07", 2, 3, 5);
    expect_status(format, "\x08\x08", 2, 3, 1);                   /* value of 4 bits */
    expect_status(format, "\xff\xff\xff\xff\x1f\x01", 6, 1, 1);   /* header above 32 bits */
    expect_status(format, "\x80\x80\x80\x80\x80\x01", 6, 1, 1);   /* header of 6 bytes */
    expect_status(ok, "\xfe\xff\xff\xff\x0f\x01", 6, 1, INT32_MAX); /* 2^31 - 1 values in one run */
    expect_status(format, "\xfe\xff\xff\xff\x0f\x01", 6, 1, 1ull << 31);
    expect_status(ok, "\xff\xff\xff\xff\x0f\x01", 6, 1, 8);       /* 2^34 bit-packed values, of which 8 are there */
    expect_status(format, "\xff\xff\xff\xff\x0f\x01", 6, 1, 9);
    expect_status(ok, "\x03\x11\x22\x33", 4, 5, 4);               /* 24 of 40 bits: 4 whole values */
    expect_status(format, "\x03\x11\x22\x33", 4, 5, 5);
    expect_status(ok, "\x00\x00\x01\x00\x00\x02\x01", 7, 2, 1);   /* runs of no values */
    expect_status(format, "\x00\x00\x00\x00\x00\x00", 6, 2, 1);
    expect_status(format, "\x03", 1, 32, 1);
    expect_status(format, "\x04\x01\x08", 3, 1, 3);               /* breaks off behind what is right */

    CHECK_EQUAL(format, gatun_parquet_hybrid_begin(&cursor, 0, 33, 0, &error));
    CHECK_EQUAL(format, gatun_parquet_hybrid_begin(&cursor, 0, -1, 0, &error));
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_begin(&cursor, 0, 1, 3, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_begin(&cursor, UINT64_MAX, 1, 0, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_begin(NULL, 0, 1, 0, &error));
    const uint8_t* const data = begin(s.bytes, 4, 2, GATUN_PARQUET_LAYOUT_PLAIN);
    uint8_t out[8];
    uint64_t ones;
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_bits(&cursor, data, 1, out, 0, &ones, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_bytes(&cursor, data, 1, 0, out, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_bytes(&cursor, data, 1, 257, out, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_indices(&cursor, NULL, 1, 1, (int32_t*)out, NULL));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_gather(&cursor, data, 1, 0, out, 1, out, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_gather(&cursor, data, 1, 4, out, -1, out, &error));
    CHECK_EQUAL(invalid, gatun_parquet_hybrid_skip(NULL, data, 1, &error));
}

/* Any bytes at all: no access outside of the buffers. */
static void noise(void) {
    for (int i = 0; i < 4000; i++) {
        const uint64_t size = test_below(100), n = test_below(600);
        for (uint64_t j = 0; j < size; j++) s.bytes[j] = (uint8_t)(test_random() >> test_below(60));
        const int width = (int)test_below(33);
        const uint8_t* const data = begin(s.bytes, size, width, (int)test_below(3));
        uint8_t* const out = guarded_end(output, 8 * n);
        const uint8_t* const dictionary = entries.end - 8 * 50;
        const int32_t status = gatun_parquet_hybrid_gather(&cursor, data, n, 8, dictionary, 50, out, &error);
        CHECK(status == GATUN_STATUS_OK || status == GATUN_STATUS_FORMAT || status == GATUN_STATUS_OUT_OF_RANGE);
    }
}

int main(void) {
    input = guarded_make(STREAM_BYTES + SLACK);
    output = guarded_make(16 * STREAM_VALUES + 64);
    entries = guarded_make(16 * ENTRIES);
    for (uint64_t i = 1; i <= 16 * ENTRIES; i++) entries.end[-(int64_t)i] = (uint8_t)test_random();
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        streams_in_pieces();
        starts_and_lengths();
        widest();
        expect_limits();
        hostile();
        noise();
    }
    return test_result();
}
