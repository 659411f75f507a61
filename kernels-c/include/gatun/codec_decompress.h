/*
 * Decompressing one block whose decompressed size is known: the codecs of Parquet pages.
 */
#ifndef GATUN_CODEC_DECOMPRESS_H
#define GATUN_CODEC_DECOMPRESS_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes behind an output that gatun_codec_decompress_block may write to. */
#define GATUN_CODEC_SLACK 64

typedef enum gatun_codec {
    GATUN_CODEC_SNAPPY = 0,     /* one raw block with its length in front, no framing */
    GATUN_CODEC_GZIP = 1,       /* gzip members, one behind the other */
    GATUN_CODEC_BROTLI = 2,     /* one stream, window of up to 16 MiB */
    GATUN_CODEC_LZ4_HADOOP = 3, /* blocks in Hadoop's framing; else one LZ4 frame; else one raw block */
    GATUN_CODEC_ZSTD = 4,       /* frames, one behind the other, without a dictionary */
    GATUN_CODEC_LZ4_RAW = 5,    /* one raw block */
} gatun_codec;

/* The contexts of the libraries behind the codecs, about 200 KiB. The memory of the struct is the caller's; what it
 * points to is made by _open and freed by _close. */
typedef struct gatun_codec_decompressor {
    void* zstd;
    void* deflate;
} gatun_codec_decompressor;

/* Makes the contexts. Thread-safe for different structs.
 * Statuses: OK; INVALID_ARGUMENT; OUT_OF_MEMORY (nothing is left open). */
GATUN_EXPORT int32_t gatun_codec_decompress_open(gatun_codec_decompressor* decompressor, gatun_error* error);

/* Fills out[0 .. out_size - 1] from exactly in_size bytes. GATUN_CODEC_SLACK bytes behind the output must be there and
 * may be overwritten; in[0 .. in_size - 1] alone is read. `in` may be anything: whatever it holds, nothing outside
 * these bounds is touched, and no memory is allocated (BROTLI: its decoder, some MiB at most, for the call). Nothing
 * in gives nothing out, for each codec. O(in_size + out_size). One thread at a time per decompressor, not always the
 * same one. After an error the output is undefined and the decompressor can be used again.
 * Checksums: those of GZIP members and ZSTD frames are checked, those of LZ4 frames are not.
 * Statuses: OK; INVALID_ARGUMENT (pointers, codec); FORMAT (broken, or another size than out_size; position: byte of
 * the input, or -1 where the library behind does not tell); OUT_OF_MEMORY (BROTLI). */
GATUN_EXPORT int32_t gatun_codec_decompress_block(gatun_codec_decompressor* decompressor, int32_t codec,
    const uint8_t* in, uint64_t in_size, uint8_t* out, uint64_t out_size, gatun_error* error);

/* Frees the contexts; a struct of zeros or one closed before is left alone. */
GATUN_EXPORT void gatun_codec_decompress_close(gatun_codec_decompressor* decompressor);

#ifdef __cplusplus
}
#endif

#endif
