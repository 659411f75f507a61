// Decompressing blocks: argument checks, the libraries' codecs, and the way to those written here.
#include "gatun/codec_decompress.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zstd.h>

#include "codec/block.hpp"
#include "codec/lz4_framing.hpp"
#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(const char*, codec_snappy, (codec::Block & block), (block))
GATUN_DISPATCH(const char*, codec_lz4, (codec::Block & block), (block))

namespace gatun {

namespace {

constexpr uint64_t unknown = ~uint64_t{0};
constexpr char out_of_memory[] = "no memory for a decoder";

const char* lz4_hadoop_or_other(codec::Block& block) {
    if (codec::lz4_hadoop(block, dispatch_codec_lz4)) {
        block.produced = block.out_capacity;
        return nullptr;
    }
    return codec::is_lz4_frame(block) ? codec::lz4_frame(block, dispatch_codec_lz4) : dispatch_codec_lz4(block);
}

const char* gzip(void* context, codec::Block& block) {
    const auto decompressor = static_cast<libdeflate_decompressor*>(context);
    block.position = block.produced = 0;
    while (block.position < block.in_size) {
        size_t read, written;
        const libdeflate_result result =
            libdeflate_gzip_decompress_ex(decompressor, block.in + block.position, block.in_size - block.position,
                block.out + block.produced, block.out_capacity - block.produced, &read, &written);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE) return "gzip data decompresses to more than its size";
        if (result != LIBDEFLATE_SUCCESS) return "gzip member is broken";
        block.position += read;
        block.produced += written;
    }
    return nullptr;
}

const char* zstd(void* context, codec::Block& block) {
    const size_t result =
        ZSTD_decompressDCtx(static_cast<ZSTD_DCtx*>(context), block.out, block.out_capacity, block.in, block.in_size);
    block.position = unknown;
    if (ZSTD_isError(result)) return ZSTD_getErrorName(result);
    block.produced = result;
    return nullptr;
}

const char* brotli(codec::Block& block) {
    // The library cannot begin again with a decoder that has been used.
    BrotliDecoderState* const decoder = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    if (decoder == nullptr) return out_of_memory;
    size_t in_left = block.in_size, out_left = block.out_capacity;
    const uint8_t* in = block.in;
    uint8_t* out = block.out;
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(decoder, &in_left, &in, &out_left, &out, nullptr);
    const BrotliDecoderErrorCode code = BrotliDecoderGetErrorCode(decoder);
    BrotliDecoderDestroyInstance(decoder);
    block.position = block.in_size - in_left;
    block.produced = block.out_capacity - out_left;
    switch (result) {
        case BROTLI_DECODER_RESULT_SUCCESS:
            return in_left == 0 ? nullptr : "brotli stream is followed by something else";
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return "brotli stream ends too early";
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return "brotli stream decompresses to more than its size";
        default:
            // Failed allocations have the codes from ALLOC_CONTEXT_MODES down, behind those of broken streams.
            return code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
                           code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES
                       ? out_of_memory
                       : "brotli stream is broken";
    }
}

const char* decompress(const gatun_codec_decompressor& decompressor, int32_t codec, codec::Block& block) {
    switch (codec) {
        case GATUN_CODEC_SNAPPY: return dispatch_codec_snappy(block);
        case GATUN_CODEC_GZIP: return gzip(decompressor.deflate, block);
        case GATUN_CODEC_BROTLI: return brotli(block);
        case GATUN_CODEC_LZ4_HADOOP: return lz4_hadoop_or_other(block);
        case GATUN_CODEC_ZSTD: return zstd(decompressor.zstd, block);
        default: return dispatch_codec_lz4(block);
    }
}

}  // namespace

}  // namespace gatun

extern "C" {

int32_t gatun_codec_decompress_open(gatun_codec_decompressor* decompressor, gatun_error* error) {
    if (decompressor == nullptr) { return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "no decompressor"); }
    decompressor->zstd = ZSTD_createDCtx();
    decompressor->deflate = libdeflate_alloc_decompressor();
    if (decompressor->zstd == nullptr || decompressor->deflate == nullptr) {
        gatun_codec_decompress_close(decompressor);
        return gatun::fail(error, GATUN_STATUS_OUT_OF_MEMORY, -1, 0, gatun::out_of_memory);
    }
    return GATUN_STATUS_OK;
}

int32_t gatun_codec_decompress_block(gatun_codec_decompressor* decompressor, int32_t codec, const uint8_t* in,
    uint64_t in_size, uint8_t* out, uint64_t out_size, gatun_error* error) {
    if (decompressor == nullptr || decompressor->zstd == nullptr || decompressor->deflate == nullptr || in == nullptr ||
        out == nullptr || codec < GATUN_CODEC_SNAPPY || codec > GATUN_CODEC_LZ4_RAW) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, codec, "no decompressor, buffer or such codec");
    }
    if (in_size == 0 && out_size == 0) return GATUN_STATUS_OK;
    gatun::codec::Block block{in, in_size, out, out, out_size, 0, gatun::unknown};
    const char* problem = gatun::decompress(*decompressor, codec, block);
    if (problem == gatun::out_of_memory) return gatun::fail(error, GATUN_STATUS_OUT_OF_MEMORY, -1, 0, problem);
    if (problem == nullptr && block.produced != out_size) problem = "the block decompresses to less than its size";
    if (problem == nullptr) return GATUN_STATUS_OK;
    return gatun::fail(error, GATUN_STATUS_FORMAT, static_cast<int64_t>(block.position),
        static_cast<int64_t>(block.produced), problem);
}

void gatun_codec_decompress_close(gatun_codec_decompressor* decompressor) {
    if (decompressor == nullptr) return;
    ZSTD_freeDCtx(static_cast<ZSTD_DCtx*>(decompressor->zstd));
    libdeflate_free_decompressor(static_cast<libdeflate_decompressor*>(decompressor->deflate));
    decompressor->zstd = decompressor->deflate = nullptr;
}
}
