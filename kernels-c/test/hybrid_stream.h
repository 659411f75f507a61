/* Sections of the hybrid encoding with the values they hold, written bit by bit. */
#ifndef GATUN_TEST_HYBRID_STREAM_H
#define GATUN_TEST_HYBRID_STREAM_H

#include "gatun/parquet_hybrid.h"
#include "guarded.h"
#include "random.h"

enum { STREAM_VALUES = 4096, STREAM_BYTES = 3 * 4 * STREAM_VALUES };

typedef struct stream {
    int width, layout;
    uint64_t n, size;
    uint32_t values[STREAM_VALUES];
    uint8_t bytes[STREAM_BYTES];
} stream;

static inline uint32_t stream_value(int width) {
    const uint64_t mask = width == 0 ? 0 : ~0ull >> (64 - width);
    return (uint32_t)(test_random() >> 8 & mask);
}

static inline void stream_varint(stream* s, uint64_t value) {
    for (; value >= 0x80; value >>= 7) s->bytes[s->size++] = (uint8_t)(value | 0x80);
    s->bytes[s->size++] = (uint8_t)value;
}

/* n values from `from` on as bits behind the bytes there are. */
static inline void stream_pack(stream* s, uint64_t from, uint64_t n) {
    const uint64_t bits = n * (uint64_t)s->width, bytes = (bits + 7) / 8;
    memset(s->bytes + s->size, 0, bytes);
    for (uint64_t bit = 0; bit < bits; bit++) {
        const uint64_t in_value = bit % (uint64_t)s->width;
        const uint32_t value = s->values[from + bit / (uint64_t)s->width];
        const int backwards = s->layout == GATUN_PARQUET_LAYOUT_BIT_PACKED;
        const unsigned one = value >> (backwards ? (uint64_t)s->width - 1 - in_value : in_value) & 1;
        s->bytes[s->size + bit / 8] |= (uint8_t)(one << (backwards ? 7 - bit % 8 : bit % 8));
    }
    s->size += bytes;
}

static inline void stream_packed_run(stream* s, uint64_t groups) {
    stream_varint(s, groups << 1 | 1);
    for (uint64_t i = 0; i < 8 * groups; i++) s->values[s->n + i] = stream_value(s->width);
    stream_pack(s, s->n, 8 * groups);
    s->n += 8 * groups;
}

static inline void stream_repeated_run(stream* s, uint64_t n) {
    const uint32_t value = stream_value(s->width);
    stream_varint(s, n << 1);
    for (int i = 0; i < (s->width + 7) / 8; i++) s->bytes[s->size++] = (uint8_t)(value >> 8 * i);
    for (uint64_t i = 0; i < n; i++) s->values[s->n++] = value;
}

/* About n values, at most STREAM_VALUES, in random runs or as the layout has them. */
static inline void stream_random(stream* s, int width, int layout, uint64_t n) {
    s->width = width, s->layout = layout, s->n = 0, s->size = 0;
    if (layout != GATUN_PARQUET_LAYOUT_HYBRID || width == 0) {
        for (uint64_t i = 0; i < n; i++) s->values[i] = stream_value(width);
        s->n = n;
        if (width != 0) stream_pack(s, 0, n);
        return;
    }
    while (s->n < n) {
        const uint64_t room = n - s->n, longest = test_below(4) == 0 ? 700 : 20;
        const uint64_t length = test_below(longest < room ? longest : room + 1);
        if (test_below(2) == 0) {
            stream_repeated_run(s, length);
        } else if (8 * (length / 8 + 1) <= STREAM_VALUES - s->n) {
            stream_packed_run(s, length / 8 + (test_below(9) != 0));
        }
    }
}

#endif
