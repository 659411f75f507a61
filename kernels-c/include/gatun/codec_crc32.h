/*
 * CRC-32 of gzip, zip and Parquet pages (polynomial 0x04C11DB7, reflected).
 */
#ifndef GATUN_CODEC_CRC32_H
#define GATUN_CODEC_CRC32_H

#include "gatun/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The checksum of `size` bytes after `seed`, the checksum of the bytes before them (0 at the start). O(size), with
 * carry-less multiplication where the CPU has it. The bytes may be anything; `data` may be NULL when `size` is 0.
 * Thread-safe. Returns the checksum, no status: there is nothing that can go wrong. */
GATUN_EXPORT uint32_t gatun_codec_crc32(uint32_t seed, const uint8_t* data, uint64_t size);

#ifdef __cplusplus
}
#endif

#endif
