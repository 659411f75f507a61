// libFuzzer: any bytes, to each codec. The first byte picks it, the next two say how much is to come out.
#include "gatun/codec_decompress.h"

#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static gatun_codec_decompressor decompressor;
    if (decompressor.zstd == nullptr && gatun_codec_decompress_open(&decompressor, nullptr) != GATUN_STATUS_OK) abort();
    if (size < 3) return 0;
    const int32_t codec = data[0] % (GATUN_CODEC_LZ4_RAW + 1);
    const uint64_t out_size = data[1] | data[2] << 8;
    // Blocks of their own, so that the sanitizer sees a step over either end.
    const uint64_t in_size = size - 3;
    uint8_t* const in = static_cast<uint8_t*>(malloc(in_size + (in_size == 0)));
    uint8_t* const out = static_cast<uint8_t*>(malloc(out_size + GATUN_CODEC_SLACK));
    if (in == nullptr || out == nullptr) abort();
    memcpy(in, data + 3, in_size);
    gatun_error error;
    const int32_t status = gatun_codec_decompress_block(&decompressor, codec, in, in_size, out, out_size, &error);
    if (status != GATUN_STATUS_OK && status != GATUN_STATUS_FORMAT && status != GATUN_STATUS_OUT_OF_MEMORY) abort();
    free(in);
    free(out);
    return 0;
}
