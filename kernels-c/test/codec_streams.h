/* Random Snappy and LZ4 blocks together with what they decompress to, written element by element, so that tests
 * reach every length and distance without a compressor's habits. */
#ifndef GATUN_TEST_CODEC_STREAMS_H
#define GATUN_TEST_CODEC_STREAMS_H

#include <stdint.h>
#include <string.h>

typedef struct stream {
    uint64_t seed;
    uint8_t text[1 << 16];
    uint64_t text_size;
    uint8_t block[1 << 17];
    uint64_t block_size;
} stream;

static inline uint64_t next_random(stream* s, uint64_t bound) {
    s->seed = s->seed * 6364136223846793005ull + 1442695040888963407ull;
    return (s->seed >> 33) % bound;
}

static inline void put(stream* s, uint64_t byte) { s->block[s->block_size++] = (uint8_t)byte; }

static inline uint64_t some_size(stream* s, uint64_t usual, uint64_t most) {
    return next_random(s, 8) == 0 ? next_random(s, most) : next_random(s, usual);
}

static inline uint64_t some_distance(stream* s) {
    const uint64_t near = s->text_size < 80 ? s->text_size : 80;
    return 1 + (next_random(s, 3) == 0 ? next_random(s, s->text_size) : next_random(s, near));
}

static inline void put_literals(stream* s, uint64_t size) {
    for (uint64_t i = 0; i < size; i++) {
        const uint64_t byte = next_random(s, 256);
        put(s, byte);
        s->text[s->text_size++] = (uint8_t)byte;
    }
}

static inline void repeat_text(stream* s, uint64_t distance, uint64_t size) {
    for (uint64_t i = 0; i < size; i++, s->text_size++) s->text[s->text_size] = s->text[s->text_size - distance];
}

static inline void put_lz4_length(stream* s, uint64_t length) {
    if (length < 15) return;
    for (length -= 15; length >= 255; length -= 255) put(s, 255);
    put(s, length);
}

/* `sequences` may be 0: then there are only the last literals. */
static inline void write_lz4(stream* s, uint64_t sequences) {
    for (uint64_t i = 0; i < sequences; i++) {
        const uint64_t literals = some_size(s, 20, 600) + (s->text_size == 0), length = some_size(s, 24, 600);
        put(s, (literals < 15 ? literals : 15) << 4 | (length < 15 ? length : 15));
        put_lz4_length(s, literals);
        put_literals(s, literals);
        const uint64_t distance = some_distance(s);
        put(s, distance & 255);
        put(s, distance >> 8);
        put_lz4_length(s, length);
        repeat_text(s, distance, length + 4);
    }
    const uint64_t last = some_size(s, 20, 600);
    put(s, (last < 15 ? last : 15) << 4);
    put_lz4_length(s, last);
    put_literals(s, last);
}

static inline void put_snappy_literal(stream* s) {
    const uint64_t size = 1 + some_size(s, 70, 400);
    if (size <= 60) {
        put(s, (size - 1) << 2);
    } else {
        const uint64_t bytes = (size > 256 ? 2 : 1) + next_random(s, 2);
        put(s, (59 + bytes) << 2);
        for (uint64_t i = 0; i < bytes; i++) put(s, (size - 1) >> 8 * i);
    }
    put_literals(s, size);
}

static inline void put_snappy_copy(stream* s) {
    const uint64_t distance = some_distance(s), kind = 1 + next_random(s, 3);
    uint64_t size = 1 + next_random(s, 64);
    if (kind == 1 && distance < 2048) {
        size = 4 + size % 8;
        put(s, distance >> 8 << 5 | (size - 4) << 2 | 1);
        put(s, distance & 255);
    } else {
        const uint64_t bytes = kind == 3 ? 4 : 2;
        put(s, (size - 1) << 2 | (kind == 3 ? 3 : 2));
        for (uint64_t i = 0; i < bytes; i++) put(s, distance >> 8 * i);
    }
    repeat_text(s, distance, size);
}

/* The length in front is three bytes, to be filled in at the end. */
static inline void write_snappy(stream* s, uint64_t elements) {
    s->block_size = 3;
    for (uint64_t i = 0; i < elements; i++) {
        if (s->text_size == 0 || next_random(s, 2) == 0) {
            put_snappy_literal(s);
        } else {
            put_snappy_copy(s);
        }
    }
    s->block[0] = (uint8_t)(s->text_size | 128);
    s->block[1] = (uint8_t)(s->text_size >> 7 | 128);
    s->block[2] = (uint8_t)(s->text_size >> 14);
}

#endif
