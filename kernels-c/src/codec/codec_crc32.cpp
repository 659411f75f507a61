// CRC-32 by libdeflate, which picks a carry-less multiplication or a table by itself.
#include "gatun/codec_crc32.h"

#include <libdeflate.h>

extern "C" uint32_t gatun_codec_crc32(uint32_t seed, const uint8_t* data, uint64_t size) {
    // libdeflate takes NULL for "give me the first seed".
    return data == nullptr ? seed : libdeflate_crc32(seed, data, size);
}
