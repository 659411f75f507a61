/* DELTA_BINARY_PACKED: every width, split anywhere, input and output at the edge of a page; hostile headers. */
#include "delta_stream.h"
#include "gatun/core.h"
#include "gatun/parquet_delta.h"
#include "guarded.h"

enum { MOST = 700, MOST_BYTES = 40 + 10 * MOST, SLACK = 64 };

static guarded in, out;
static uint8_t buffer[MOST_BYTES];
static int64_t values[MOST];

/* The section with nothing but the slack between it and the page that may not be touched. */
static const uint8_t* place(const uint8_t* bytes, uint64_t size) {
    memset(in.end - SLACK, 0xa5, SLACK);
    memcpy(in.end - SLACK - size, bytes, size);
    return in.end - SLACK - size;
}

static void read_all(const stream* s, uint64_t n, uint64_t piece, int wide) {
    const uint8_t* const data = place(s->bytes, s->size);
    gatun_parquet_delta_cursor cursor;
    gatun_error error = {0};
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_delta_begin(&cursor, data, s->size, &error));
    CHECK_EQUAL(n, cursor.total);
    const uint64_t width = wide ? 8 : 4;
    uint8_t* const to = out.end - n * width;
    int bad = 0;
    for (uint64_t at = 0, k = 0; at < n; k++) {
        const uint64_t now = at + piece < n ? piece : n - at;
        if (k % 5 == 3) {
            bad += gatun_parquet_delta_skip(&cursor, data, now, &error) != 0;
            for (uint64_t i = at; i < at + now; i++) memcpy(to + i * width, &values[i], width);
        } else if (wide) {
            bad += gatun_parquet_delta_int64(&cursor, data, now, (int64_t*)(void*)(to + at * 8), &error) != 0;
        } else {
            bad += gatun_parquet_delta_int32(&cursor, data, now, (int32_t*)(void*)(to + at * 4), &error) != 0;
        }
        at += now;
    }
    for (uint64_t i = 0; i < n; i++) bad += memcmp(to + i * width, &values[i], width) != 0; /* little-endian */
    CHECK_EQUAL(0, bad);
    uint64_t end = 0;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_delta_end(&cursor, &end, &error));
    CHECK_EQUAL(s->size, end);
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_skip(&cursor, data, 1, &error));
}

static void every_width(void) {
    for (uint32_t width = 0; width <= 64; width++) {
        const uint64_t counts[] = {0, 1, 2, 33, 130, MOST};
        for (unsigned c = 0; c < sizeof counts / sizeof *counts; c++) {
            stream s = {buffer, 0};
            put_delta(&s, counts[c], width, (int64_t)width - 30, c % 2 ? 32 : 8, values);
            read_all(&s, counts[c], MOST, 1);
            read_all(&s, counts[c], 17, width % 2);
            read_all(&s, counts[c], 1 + width, 0);
        }
    }
}

static void extreme_steps(void) {
    const int64_t steps[] = {INT64_MIN, INT64_MAX, -1, 1};
    for (int i = 0; i < 4; i++) {
        stream s = {buffer, 0};
        put_delta(&s, 100, i % 2 * 64, steps[i], 32, values);
        read_all(&s, 100, 40, 1);
        read_all(&s, 100, 40, 0);
    }
}

/* All cuts of a section: an error or the right values, and nothing touched beyond the slack. */
static void cut_short(void) {
    for (uint32_t width = 1; width <= 64; width += 9) {
        stream s = {buffer, 0};
        put_delta(&s, 150, width, 3, 32, values);
        for (uint64_t size = 0; size < s.size; size++) {
            const uint8_t* const data = place(buffer, size);
            gatun_parquet_delta_cursor cursor;
            gatun_error error;
            const int32_t begun = gatun_parquet_delta_begin(&cursor, data, size, &error);
            CHECK(begun == GATUN_STATUS_OK || begun == GATUN_STATUS_FORMAT);
            int64_t* const to = (int64_t*)(void*)(out.end - 150 * 8);
            const int32_t status = gatun_parquet_delta_int64(&cursor, data, 150, to, &error);
            CHECK(status == GATUN_STATUS_FORMAT || memcmp(to, values, 150 * 8) == 0);
        }
    }
}

static void hostile_headers(void) {
    /* 2^63 - 1 values in miniblocks of 2^31 - 8 of no width: an answer at once, whatever is asked for. */
    stream s = {buffer, 0};
    put_varint(&s, 2147483640);
    put_varint(&s, 1);
    put_varint(&s, INT64_MAX);
    put_zigzag(&s, 5);
    put_zigzag(&s, 3);
    buffer[s.size++] = 0;
    gatun_parquet_delta_cursor cursor;
    gatun_error error;
    const uint8_t* data = place(buffer, s.size);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_delta_begin(&cursor, data, s.size, &error));
    CHECK_EQUAL(INT64_MAX, cursor.total);
    int32_t* const to = (int32_t*)(void*)(out.end - 8);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_delta_skip(&cursor, data, 2000000000, &error));
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_delta_int32(&cursor, data, 2, to, &error));
    CHECK_EQUAL((int32_t)(uint32_t)(5 + 3 * 2000000000ull), to[0]);
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_skip(&cursor, data, INT64_MAX / 2, &error));
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_int32(&cursor, data, 1, to, &error));

    const struct {
        uint64_t block, miniblocks, total;
    } wrong[] = {{0, 4, 1}, {128, 0, 1}, {128, 3, 1}, {1ull << 31, 4, 1}, {16, 4, 1}, {128, UINT64_MAX, 1},
        {128, 4, 1ull << 63}, {128, 4, UINT64_MAX}};
    for (unsigned i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        s.size = 0;
        put_varint(&s, wrong[i].block);
        put_varint(&s, wrong[i].miniblocks);
        put_varint(&s, wrong[i].total);
        put_zigzag(&s, 0);
        data = place(buffer, s.size);
        CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_begin(&cursor, data, s.size, &error));
        CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_int32(&cursor, data, 1, to, &error));
    }
    memset(buffer, 0xff, 20); /* a number without end */
    data = place(buffer, 20);
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_begin(&cursor, data, 20, &error));

    s.size = 0;
    put_delta(&s, 40, 7, 0, 32, values);
    buffer[6] = 65; /* block, block, miniblocks, total, first, first, least, first width */
    buffer[7] = 65;
    buffer[8] = 65;
    data = place(buffer, s.size);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_delta_begin(&cursor, data, s.size, &error));
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_delta_skip(&cursor, data, 40, &error));
}

int main(void) {
    in = guarded_make(MOST_BYTES + SLACK);
    out = guarded_make(MOST * 8);
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        every_width();
        extreme_steps();
        cut_short();
        hostile_headers();
    }
    return test_result();
}
