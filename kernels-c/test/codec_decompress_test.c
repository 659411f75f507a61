/* Each codec: known answers, random blocks of the formats decoded here, truncation at every byte, damaged bytes,
 * wrong sizes; input and output end at pages that may not be touched. Every tier. */
#define _GNU_SOURCE
#include "gatun/codec_decompress.h"

#include "check.h"
#include "codec_samples.h"
#include "codec_streams.h"
#include "gatun/core.h"
#include "guarded.h"

enum { MOST = 1 << 18 };

static gatun_codec_decompressor decompressor;
static guarded input, output;
static gatun_error error;

static int32_t run(int32_t codec, const uint8_t* in, uint64_t in_size, uint64_t out_size) {
    memset(&error, 0, sizeof error);
    return gatun_codec_decompress_block(&decompressor, codec, guarded_copy(input, in, in_size), in_size,
        output.end - GATUN_CODEC_SLACK - out_size, out_size, &error);
}

static void expect(int32_t codec, const uint8_t* in, uint64_t in_size, const uint8_t* text, uint64_t size) {
    CHECK_EQUAL(GATUN_STATUS_OK, run(codec, in, in_size, size));
    CHECK(memcmp(output.end - GATUN_CODEC_SLACK - size, text, size) == 0);
}

static void expect_broken(int32_t codec, const uint8_t* in, uint64_t in_size, uint64_t out_size) {
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(codec, in, in_size, out_size));
    CHECK(error.message[0] != '\0' && error.position >= -1 && error.position <= (int64_t)in_size);
}

/* Right as it is; broken when shorter, longer, or of another size; whatever it is when damaged, nothing else is
 * touched. */
static void whole_or_broken(int32_t codec, const uint8_t* in, uint64_t in_size, const uint8_t* text, uint64_t size) {
    expect(codec, in, in_size, text, size);
    expect_broken(codec, in, in_size, size + 1);
    if (size > 0) expect_broken(codec, in, in_size, size - 1);
    for (uint64_t n = 0; n < in_size; n++) expect_broken(codec, in, n, size == 0 ? 1 : size);
    static uint8_t damaged[MOST];
    memcpy(damaged, in, in_size);
    damaged[in_size] = 0x7f;
    expect_broken(codec, damaged, in_size + 1, size);
    const uint8_t values[] = {0x00, 0x01, 0x0f, 0x7f, 0x80, 0xf0, 0xff};
    for (uint64_t i = 0; i < in_size; i++) {
        for (unsigned v = 0; v < sizeof values; v++) {
            damaged[i] = values[v];
            const int32_t status = run(codec, damaged, in_size, size);
            CHECK(status == GATUN_STATUS_OK || status == GATUN_STATUS_FORMAT || status == GATUN_STATUS_OUT_OF_MEMORY);
        }
        damaged[i] = in[i];
    }
    expect(codec, in, in_size, text, size); /* the decompressor still works */
}

static void samples(void) {
    uint8_t text[SAMPLE_SIZE];
    sample_text(text);
    whole_or_broken(GATUN_CODEC_GZIP, gzip_sample, sizeof gzip_sample, text, sizeof text);
    whole_or_broken(GATUN_CODEC_ZSTD, zstd_sample, sizeof zstd_sample, text, sizeof text);
    whole_or_broken(GATUN_CODEC_BROTLI, brotli_sample, sizeof brotli_sample, text, sizeof text);
    whole_or_broken(GATUN_CODEC_LZ4_HADOOP, lz4_frame_sample, sizeof lz4_frame_sample, text, sizeof text);

    uint8_t frames[2 * sizeof zstd_sample], twice[2 * SAMPLE_SIZE];
    memcpy(frames, zstd_sample, sizeof zstd_sample);
    memcpy(frames + sizeof zstd_sample, zstd_sample, sizeof zstd_sample);
    memcpy(twice, text, sizeof text);
    memcpy(twice + sizeof text, text, sizeof text);
    expect(GATUN_CODEC_ZSTD, frames, sizeof frames, twice, sizeof twice);
}

static stream s;

static void start(uint64_t seed) {
    s.seed = seed;
    s.text_size = s.block_size = 0;
}

static void random_blocks(void) {
    for (uint64_t i = 0; i < 300; i++) {
        start(i);
        write_lz4(&s, i % 60);
        expect(GATUN_CODEC_LZ4_RAW, s.block, s.block_size, s.text, s.text_size);
        expect(GATUN_CODEC_LZ4_HADOOP, s.block, s.block_size, s.text, s.text_size);
        start(i);
        write_snappy(&s, i % 120);
        expect(GATUN_CODEC_SNAPPY, s.block, s.block_size, s.text, s.text_size);
    }
    for (uint64_t i = 0; i < 6; i++) {
        start(1000 + i);
        write_lz4(&s, i * 2);
        whole_or_broken(GATUN_CODEC_LZ4_RAW, s.block, s.block_size, s.text, s.text_size);
        start(1000 + i);
        write_snappy(&s, i * 4);
        whole_or_broken(GATUN_CODEC_SNAPPY, s.block, s.block_size, s.text, s.text_size);
    }
}

static uint64_t put_big_endian(uint8_t* to, uint64_t value) {
    for (int i = 0; i < 4; i++) to[i] = (uint8_t)(value >> (24 - 8 * i));
    return 4;
}

/* Two buffers, the first in two blocks. */
static void hadoop(void) {
    static uint8_t framed[MOST], text[MOST];
    uint64_t size = 0, text_size = 0, first_size = 0;
    uint8_t* const first = framed;
    for (int block = 0; block < 3; block++) {
        start(7 + (uint64_t)block);
        write_lz4(&s, 5);
        if (block == 0) size += 4;
        if (block < 2) first_size += s.text_size;
        if (block == 2) size += put_big_endian(framed + size, s.text_size);
        size += put_big_endian(framed + size, s.block_size);
        memcpy(framed + size, s.block, s.block_size);
        size += s.block_size;
        memcpy(text + text_size, s.text, s.text_size);
        text_size += s.text_size;
    }
    put_big_endian(first, first_size);
    whole_or_broken(GATUN_CODEC_LZ4_HADOOP, framed, size, text, text_size);
}

static void hostile(void) {
    const uint8_t byte[1] = {0};
    for (int32_t codec = GATUN_CODEC_SNAPPY; codec <= GATUN_CODEC_LZ4_RAW; codec++) {
        CHECK_EQUAL(GATUN_STATUS_OK, run(codec, byte, 0, 0));
        expect_broken(codec, byte, 0, 1);
        expect_broken(codec, byte, 1, 1);
    }
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(-1, byte, 1, 1));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, run(6, byte, 1, 1));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_codec_decompress_open(NULL, &error));
    uint8_t out[1 + GATUN_CODEC_SLACK];
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_codec_decompress_block(NULL, 0, byte, 1, out, 1, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_codec_decompress_block(&decompressor, 0, NULL, 1, out, 1, &error));
    CHECK_EQUAL(
        GATUN_STATUS_INVALID_ARGUMENT, gatun_codec_decompress_block(&decompressor, 0, byte, 1, NULL, 1, &error));
    gatun_codec_decompressor closed = {0};
    gatun_codec_decompress_close(&closed);
    gatun_codec_decompress_close(NULL);
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_codec_decompress_block(&closed, 0, byte, 1, out, 1, &error));

    const uint8_t huge[] = {0xff, 0xff, 0xff, 0xff, 0x0f, 0x00}; /* Snappy: 4 GiB - 1 */
    expect_broken(GATUN_CODEC_SNAPPY, huge, sizeof huge, 100);
    const uint8_t larger[] = {0xff, 0xff, 0xff, 0xff, 0x1f, 0x00};
    expect_broken(GATUN_CODEC_SNAPPY, larger, sizeof larger, 100);
    static uint8_t long_length[MOST]; /* LZ4: a match of 64 MiB */
    memset(long_length, 255, sizeof long_length);
    memcpy(long_length, "\x1fx\x01\0", 4);
    expect_broken(GATUN_CODEC_LZ4_RAW, long_length, sizeof long_length, 1000);
}

int main(void) {
    input = guarded_make(MOST);
    output = guarded_make(MOST);
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_codec_decompress_open(&decompressor, &error));
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        random_blocks();
        hadoop();
        hostile();
    }
    samples();
    gatun_codec_decompress_close(&decompressor);
    return test_result();
}
