/* Byte arrays: every encoding split anywhere into small outputs, at the edge of a page; hostile lengths. */
#include "delta_stream.h"
#include "gatun/core.h"
#include "gatun/parquet_bytes.h"
#include "guarded.h"

enum { VALUES = 300, MOST_BYTES = 1 << 17, SLACK = 64 };

static guarded in, out, previous;
static uint8_t buffer[MOST_BYTES];
static uint8_t expected[VALUES][400];
static uint64_t sizes[VALUES];

/* The dictionary is made of values 0 .. ENTRIES - 1. */
enum { ENTRIES = 32 };
static guarded dictionary;
static int32_t entry_offsets[ENTRIES + 1];

static uint32_t state = 1;

static uint32_t random_below(uint32_t limit) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % limit;
}

static void put_int32s(stream* s, const int32_t* numbers, uint64_t n) {
    /* one block of one miniblock of width 32, which holds all */
    const uint64_t room = (n + 31) / 32 * 32;
    put_varint(s, room);
    put_varint(s, 1);
    put_varint(s, n);
    put_zigzag(s, numbers[0]);
    put_zigzag(s, 0);
    s->bytes[s->size++] = 32;
    for (uint64_t i = 1; i <= room; i++) {
        const int32_t delta = i < n ? (int32_t)((uint32_t)numbers[i] - (uint32_t)numbers[i - 1]) : 0;
        memcpy(s->bytes + s->size, &delta, 4);
        s->size += 4;
    }
}

/* Makes up values and writes them. */
static stream encode(int32_t encoding, uint32_t most) {
    stream s = {buffer, 0};
    int32_t lengths[VALUES], prefixes[VALUES];
    for (int i = 0; i < VALUES; i++) {
        sizes[i] = random_below(20) == 0 ? random_below(400) : random_below(most);
        for (uint64_t b = 0; b < sizes[i]; b++) expected[i][b] = (uint8_t)random_below(256);
        const uint64_t room = i == 0 ? 0 : sizes[i - 1] < sizes[i] ? sizes[i - 1] : sizes[i];
        prefixes[i] = (int32_t)random_below((uint32_t)room + 1);
        if (encoding != GATUN_BYTES_DELTA_PREFIX) prefixes[i] = 0;
        if (i > 0) memcpy(expected[i], expected[i - 1], (uint64_t)prefixes[i]);
        lengths[i] = (int32_t)sizes[i] - prefixes[i];
    }
    if (encoding == GATUN_BYTES_DICTIONARY) {
        uint64_t total = 0;
        for (int i = 0; i < ENTRIES; i++) total += sizes[i];
        uint8_t* const at = dictionary.end - SLACK - total;
        for (int i = 0; i < ENTRIES; i++) {
            entry_offsets[i + 1] = entry_offsets[i] + (int32_t)sizes[i];
            memcpy(at + entry_offsets[i], expected[i], sizes[i]);
        }
        buffer[s.size++] = 8;
        put_varint(&s, (VALUES + 7) / 8 << 1 | 1);
        for (int i = 0; i < (VALUES + 7) / 8 * 8; i++) {
            const uint32_t entry = random_below(ENTRIES);
            buffer[s.size++] = (uint8_t)entry;
            if (i < ENTRIES || i >= VALUES) continue;
            memcpy(expected[i], expected[entry], sizes[entry]);
            sizes[i] = sizes[entry];
        }
        for (int i = 0; i < ENTRIES; i++) buffer[s.size - (VALUES + 7) / 8 * 8 + (uint64_t)i] = (uint8_t)i;
        return s;
    }
    if (encoding == GATUN_BYTES_DELTA_PREFIX) put_int32s(&s, prefixes, VALUES);
    if (encoding != GATUN_BYTES_PLAIN) put_int32s(&s, lengths, VALUES);
    for (int i = 0; i < VALUES; i++) {
        if (encoding == GATUN_BYTES_PLAIN) {
            memcpy(buffer + s.size, &lengths[i], 4);
            s.size += 4;
        }
        memcpy(buffer + s.size, expected[i] + prefixes[i], (uint64_t)lengths[i]);
        s.size += (uint64_t)lengths[i];
    }
    return s;
}

static const uint8_t* place(const uint8_t* bytes, uint64_t size) {
    memset(in.end - SLACK, 0xa5, SLACK);
    memcpy(in.end - SLACK - size, bytes, size);
    return in.end - SLACK - size;
}

static int32_t begin(
    gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t size, int32_t encoding, gatun_error* error) {
    return encoding == GATUN_BYTES_DICTIONARY
               ? gatun_parquet_bytes_begin_dictionary(cursor, data, size, ENTRIES, error)
               : gatun_parquet_bytes_begin(cursor, data, size, VALUES, encoding, error);
}

/* Lends the cursor a copy of a value, at the edge of a page but for the slack. */
static void lend(gatun_parquet_bytes_cursor* cursor, const uint8_t* value, uint64_t size) {
    cursor->previous_capacity = 400;
    cursor->previous = previous.end - SLACK - 400;
    cursor->previous_size = size;
    if (size > 0) memcpy(cursor->previous, value, size);
}

static void read_all(const stream* s, int32_t encoding, uint64_t piece, uint64_t capacity) {
    const uint8_t* const data = place(s->bytes, s->size);
    const uint8_t* const entries = dictionary.end - SLACK - entry_offsets[ENTRIES];
    gatun_parquet_bytes_cursor cursor;
    gatun_error error = {0};
    CHECK_EQUAL(GATUN_STATUS_OK, begin(&cursor, data, s->size, encoding, &error));
    int32_t offsets[VALUES + 1];
    uint8_t* const to = out.end - SLACK - capacity;
    for (uint64_t at = 0, k = 0; at < VALUES; k++) {
        const uint64_t n = at + piece < VALUES ? piece : VALUES - at;
        lend(&cursor, at > 0 ? expected[at - 1] : expected[0], at > 0 ? sizes[at - 1] : 0);
        uint64_t given = 0;
        if (k % 4 == 2) {
            CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_bytes_skip(&cursor, data, n, &given, &error));
            CHECK_EQUAL(n, given);
            if (given != n) return;
            if (encoding == GATUN_BYTES_DELTA_PREFIX) {
                CHECK_EQUAL(sizes[at + n - 1], cursor.previous_size);
                CHECK(memcmp(cursor.previous, expected[at + n - 1], cursor.previous_size) == 0);
            }
            at += n;
            continue;
        }
        offsets[0] = (int32_t)(k % 3);
        const int32_t status = gatun_parquet_bytes_read(
            &cursor, data, entry_offsets, entries, n, offsets, to, capacity, &given, &error);
        CHECK_EQUAL(GATUN_STATUS_OK, status);
        if (status != GATUN_STATUS_OK) return;
        for (uint64_t i = 0; i < given; i++) {
            CHECK_EQUAL(sizes[at + i], offsets[i + 1] - offsets[i]);
            CHECK(memcmp(to + offsets[i], expected[at + i], sizes[at + i]) == 0);
        }
        at += given;
        if (given < n) {
            CHECK_EQUAL(sizes[at], cursor.wanted);
            CHECK((uint64_t)offsets[given] + sizes[at] > capacity);
        }
    }
}

/* Damaged sections: any status, and nothing touched that may not be. */
static void damaged(const stream* s, int32_t encoding) {
    const uint8_t* const entries = dictionary.end - SLACK - entry_offsets[ENTRIES];
    for (int i = 0; i < 400; i++) {
        uint64_t size = s->size;
        uint8_t* data = (uint8_t*)(uintptr_t)place(s->bytes, size);
        if (i % 4 == 0) {
            size = random_below((uint32_t)size);
            data = (uint8_t*)(uintptr_t)place(s->bytes, size);
        }
        for (int k = 0; k < 3 && size > 0; k++) {
            data[random_below(i % 2 ? (uint32_t)size : 16) % size] = (uint8_t)(k == 0 ? 0xff : random_below(256));
        }
        gatun_parquet_bytes_cursor cursor;
        gatun_error error;
        int32_t status = begin(&cursor, data, size, encoding, &error);
        uint64_t at = 0;
        int32_t offsets[VALUES + 1] = {0};
        lend(&cursor, NULL, 0);
        while (status == GATUN_STATUS_OK && at < VALUES) {
            uint64_t given = 0;
            uint8_t* const to = out.end - SLACK - 1000;
            status = gatun_parquet_bytes_read(
                &cursor, data, entry_offsets, entries, VALUES - at, offsets, to, 1000, &given, &error);
            if (status != GATUN_STATUS_OK || given == 0) break;
            const uint64_t last = (uint64_t)(offsets[given] - offsets[given - 1]);
            if (last > 400) break;
            lend(&cursor, to + offsets[given - 1], last);
            at += given;
        }
        if (status != GATUN_STATUS_OK) {
            uint64_t given = 0;
            CHECK_EQUAL(GATUN_STATUS_FORMAT,
                gatun_parquet_bytes_read(
                    &cursor, data, entry_offsets, entries, 1, offsets, out.end - 500, 400, &given, &error));
        }
    }
}

static void hostile_lengths(void) {
    gatun_parquet_bytes_cursor cursor;
    gatun_error error;
    int32_t offsets[4] = {0};
    uint64_t given = 0;
    uint8_t* const to = out.end - SLACK - 100;
    const int32_t lengths[] = {-1, INT32_MIN, INT32_MAX, 3};
    for (int i = 0; i < 4; i++) {
        memcpy(buffer, &lengths[i], 4);
        const uint8_t* const data = place(buffer, 6);
        CHECK_EQUAL(GATUN_STATUS_OK, begin(&cursor, data, 6, GATUN_BYTES_PLAIN, &error));
        CHECK_EQUAL(GATUN_STATUS_FORMAT,
            gatun_parquet_bytes_read(&cursor, data, NULL, NULL, 1, offsets, to, 100, &given, &error));
    }
    const int32_t prefixes[] = {0, 1, 5}, suffixes[] = {2, 2, 2}; /* the third has more than the second's 3 */
    stream s = {buffer, 0};
    put_int32s(&s, prefixes, 3);
    put_int32s(&s, suffixes, 3);
    memcpy(buffer + s.size, "abcdef", 6);
    s.size += 6;
    const uint8_t* const data = place(buffer, s.size);
    CHECK_EQUAL(GATUN_STATUS_OK, begin(&cursor, data, s.size, GATUN_BYTES_DELTA_PREFIX, &error));
    lend(&cursor, NULL, 0);
    CHECK_EQUAL(GATUN_STATUS_OK,
        gatun_parquet_bytes_read(&cursor, data, NULL, NULL, 2, offsets, to, 100, &given, &error));
    CHECK(memcmp(to, "abacd", 5) == 0);
    lend(&cursor, to + 2, 3);
    CHECK_EQUAL(GATUN_STATUS_FORMAT,
        gatun_parquet_bytes_read(&cursor, data, NULL, NULL, 1, offsets, to, 100, &given, &error));
    offsets[0] = -1;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_parquet_bytes_read(&cursor, data, NULL, NULL, 0, offsets, to, 100, &given, &error));
    offsets[0] = 101;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT,
        gatun_parquet_bytes_read(&cursor, data, NULL, NULL, 0, offsets, to, 100, &given, &error));
}

static void fixed_width(void) {
    const int32_t prefixes[] = {0, 2, 3}, suffixes[] = {3, 1, 0};
    stream s = {buffer, 0};
    put_int32s(&s, prefixes, 3);
    put_int32s(&s, suffixes, 3);
    memcpy(buffer + s.size, "abcd", 4);
    s.size += 4;
    const uint8_t* const data = place(buffer, s.size);
    gatun_parquet_bytes_cursor cursor;
    gatun_error error;
    CHECK_EQUAL(GATUN_STATUS_OK, begin(&cursor, data, s.size, GATUN_BYTES_DELTA_PREFIX, &error));
    lend(&cursor, NULL, 0);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_bytes_fixed(&cursor, data, 3, 3, out.end - 9, &error));
    CHECK(memcmp(out.end - 9, "abcabdabd", 9) == 0);
    CHECK_EQUAL(GATUN_STATUS_OK, begin(&cursor, data, s.size, GATUN_BYTES_DELTA_PREFIX, &error));
    lend(&cursor, NULL, 0);
    CHECK_EQUAL(GATUN_STATUS_FORMAT, gatun_parquet_bytes_fixed(&cursor, data, 3, 4, out.end - 12, &error));
}

int main(void) {
    in = guarded_make(MOST_BYTES + SLACK);
    out = guarded_make(MOST_BYTES + SLACK);
    previous = guarded_make(400 + SLACK);
    dictionary = guarded_make(MOST_BYTES);
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (int32_t encoding = GATUN_BYTES_PLAIN; encoding <= GATUN_BYTES_DICTIONARY; encoding++) {
            for (uint32_t most = 8; most <= 128; most *= 4) {
                const stream s = encode(encoding, most);
                read_all(&s, encoding, VALUES, 100000);
                read_all(&s, encoding, 7, 100000);
                read_all(&s, encoding, 100, 500);
                damaged(&s, encoding);
            }
        }
        hostile_lengths();
        fixed_width();
    }
    return test_result();
}
