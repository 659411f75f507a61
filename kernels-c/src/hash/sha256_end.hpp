// The end of a message, padded: what is behind its last whole block, and of a short message all of it, since one run
// takes less time than two.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "core/x86.hpp"
#include "hash/sha256.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

class End {
  public:
    // Returns how many blocks of the message are not in it.
    uint64_t make(const uint8_t* message, uint64_t size) {
        const uint64_t copied = size <= most_blocks * block_bytes - padding_bytes ? size : size % block_bytes;
        blocks = (copied + padding_bytes + block_bytes - 1) / block_bytes;
        copy(message + size - copied, copied);
        bytes[copied] = 0x80;
        store(bytes + blocks * block_bytes - sizeof size, __builtin_bswap64(size << 3));
        return (size - copied) / block_bytes;
    }

    Run run() const { return {bytes, blocks}; }

  private:
    static constexpr uint64_t most_blocks = 4;

    // With zeros up to the end of the blocks.
    void copy(const uint8_t* from, uint64_t size) {
#if defined(__AVX512BW__)
        for (uint64_t at = 0; at < blocks * block_bytes; at += block_bytes) {
            const __mmask64 mask = low_bits(size > at ? size - at : 0);
            _mm512_store_si512(bytes + at, _mm512_maskz_loadu_epi8(mask, from + at));
        }
#else
        // More than the padding, and of a fixed size.
        if (blocks > 1) __builtin_memset(bytes + (blocks - 2) * block_bytes, 0, block_bytes);
        __builtin_memset(bytes + (blocks - 1) * block_bytes, 0, block_bytes);
        if (size > 0) __builtin_memcpy(bytes, from, size);
#endif
    }

    alignas(64) uint8_t bytes[most_blocks * block_bytes];
    uint64_t blocks;
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
