/* CRC-32: the check value, every length and alignment around the vector widths against a bit-by-bit one, pieces. */
#define _GNU_SOURCE
#include "gatun/codec_crc32.h"

#include "check.h"
#include "guarded.h"

static uint32_t by_bits(const uint8_t* data, uint64_t size) {
    uint32_t crc = 0xffffffffu;
    for (uint64_t i = 0; i < size; i++) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }
    return ~crc;
}

int main(void) {
    enum { MOST = 1200 };
    const guarded memory = guarded_make(MOST);
    for (uint64_t i = 1; i <= MOST; i++) memory.end[-(int64_t)i] = (uint8_t)(i * i >> 3);
    for (uint64_t size = 0; size <= MOST; size++) {
        const uint8_t* const data = memory.end - size;
        const uint32_t expected = by_bits(data, size);
        CHECK_EQUAL(expected, gatun_codec_crc32(0, data, size));
        const uint64_t cut = size * 5 / 7;
        CHECK_EQUAL(expected, gatun_codec_crc32(gatun_codec_crc32(0, data, cut), data + cut, size - cut));
    }
    CHECK_EQUAL(0xcbf43926u, gatun_codec_crc32(0, (const uint8_t*)"123456789", 9));
    CHECK_EQUAL(7, gatun_codec_crc32(7, NULL, 0));
    return test_result();
}
