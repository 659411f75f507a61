/* Writing DELTA_BINARY_PACKED in tests. */
#ifndef GATUN_TEST_DELTA_STREAM_H
#define GATUN_TEST_DELTA_STREAM_H

#include "check.h"

typedef struct stream {
    uint8_t* bytes;
    uint64_t size;
} stream;

static inline void put_varint(stream* s, uint64_t value) {
    for (; value >= 0x80; value >>= 7) s->bytes[s->size++] = (uint8_t)(value | 0x80);
    s->bytes[s->size++] = (uint8_t)value;
}

static inline void put_zigzag(stream* s, int64_t value) {
    put_varint(s, ((uint64_t)value << 1) ^ (uint64_t)(value >> 63));
}

/* A section of n values in which every miniblock has the given width, deltas being `least` and up. Fills `values`, and
 * writes at most 40 + 10 n bytes. */
static inline void put_delta(
    stream* s, uint64_t n, uint32_t width, int64_t least, uint64_t miniblock_values, int64_t* values) {
    const uint64_t miniblocks = 4, block = miniblocks * miniblock_values;
    put_varint(s, block);
    put_varint(s, miniblocks);
    put_varint(s, n);
    uint64_t value = 1000, state = width + 1;
    put_zigzag(s, (int64_t)value);
    if (n > 0) values[0] = (int64_t)value;
    for (uint64_t i = 1; i < n; i++) {
        if ((i - 1) % block == 0) {
            put_zigzag(s, least);
            for (uint64_t m = 0; m < miniblocks; m++) s->bytes[s->size++] = (uint8_t)width;
        }
        const uint64_t in_miniblock = (i - 1) % miniblock_values;
        if (in_miniblock == 0) {
            memset(s->bytes + s->size, 0, miniblock_values * width / 8);
            s->size += miniblock_values * width / 8;
        }
        state = state * 6364136223846793005u + 1442695040888963407u;
        const uint64_t delta = width == 0 ? 0 : (state ^ state >> 29) >> (64 - width);
        uint8_t* const miniblock = s->bytes + s->size - miniblock_values * width / 8;
        for (uint64_t b = 0; b < width; b++) {
            const uint64_t bit = in_miniblock * width + b;
            miniblock[bit / 8] |= (uint8_t)((delta >> b & 1) << bit % 8);
        }
        value += (uint64_t)least + delta;
        values[i] = (int64_t)value;
    }
}

#endif
