// SHA-256 as FIPS 180-4 defines it: constants, and messages as the runs of blocks that they are compressed in.
#pragma once

#include <cstdint>

#include "core/words.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

constexpr uint64_t block_bytes = 64;
constexpr uint64_t digest_bytes = 32;
constexpr int rounds = 64;
constexpr uint64_t padding_bytes = 9;  // at least

// Section 5.3.3.
constexpr uint32_t initial[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// Section 4.2.2.
alignas(64) constexpr uint32_t constants[rounds] = {  //
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// Blocks one behind the other. There may be none.
struct Run {
    const uint8_t* at;
    uint64_t blocks;
};

// The end of a message of so many bytes, behind its last whole block: 0x80, zeros, and the length in bits. Returns its
// size, which makes the message a whole number of blocks.
inline uint64_t pad(uint8_t* out, uint64_t bytes) {
    const uint64_t zeros = (119 - bytes % block_bytes) % block_bytes;
    out[0] = 0x80;
    __builtin_memset(out + 1, 0, zeros);
    store(out + 1 + zeros, __builtin_bswap64(bytes << 3));
    return 1 + zeros + sizeof bytes;
}

inline void write(uint8_t* digest, const uint32_t (&hash)[8]) {
    for (int i = 0; i < 8; i++) store(digest + 4 * i, __builtin_bswap32(hash[i]));
}

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
