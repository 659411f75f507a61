// What LZ4 blocks come in: Hadoop's framing and the LZ4 frame format.
#pragma once

#include <cstring>

#include "codec/block.hpp"

namespace gatun::codec {

using BlockDecoder = const char* (*)(Block&);

inline uint32_t big_endian(const uint8_t* p) {
    return static_cast<uint32_t>(p[0]) << 24 | static_cast<uint32_t>(p[1]) << 16 | static_cast<uint32_t>(p[2]) << 8 |
           p[3];
}

inline uint32_t little_endian(const uint8_t* p) {
    return static_cast<uint32_t>(p[3]) << 24 | static_cast<uint32_t>(p[2]) << 16 | static_cast<uint32_t>(p[1]) << 8 |
           p[0];
}

// Hadoop's BlockCompressorStream: for each buffer its size, then until that many bytes have come out a compressed size
// and a raw block; sizes are big-endian. Returns whether all of the input is that and fills the output exactly.
inline bool lz4_hadoop(const Block& whole, BlockDecoder raw) {
    const uint8_t* ip = whole.in;
    const uint8_t* const in_end = whole.in + whole.in_size;
    uint64_t done = 0;
    while (in_end - ip >= 4) {
        const uint64_t end = done + big_endian(ip);
        ip += 4;
        if (end > whole.out_capacity) return false;
        while (done < end) {
            if (in_end - ip < 4) return false;
            const uint64_t size = big_endian(ip);
            ip += 4;
            if (size > static_cast<uint64_t>(in_end - ip)) return false;
            Block block{ip, size, whole.out + done, whole.out + done, end - done, 0, 0};
            if (raw(block) != nullptr || block.produced == 0) return false;
            ip += size;
            done += block.produced;
        }
    }
    return ip == in_end && done == whole.out_capacity;
}

constexpr uint32_t lz4_frame_magic = 0x184D2204;

inline bool is_lz4_frame(const Block& whole) {
    return whole.in_size >= 7 && little_endian(whole.in) == lz4_frame_magic;
}

// One frame (lz4_Frame_format.md): header, blocks that may refer to those before them, an end mark. Checksums are
// passed over. Returns what is wrong, or null.
inline const char* lz4_frame(Block& whole, BlockDecoder raw) {
    constexpr uint8_t version = 0xc0, block_checksum = 0x10, content_size = 0x08, content_checksum = 0x04,
                      dictionary = 0x01;
    constexpr uint32_t stored = 0x80000000u;
    const uint8_t flags = whole.in[4];
    if ((flags & version) != 0x40) return "LZ4 frame of an unknown version";
    if ((flags & dictionary) != 0) return "LZ4 frame needs a dictionary";
    const uint64_t trailer = (flags & block_checksum) != 0 ? 4 : 0;
    uint64_t position = 7u + ((flags & content_size) != 0 ? 8 : 0);
    uint64_t done = 0;
    for (;;) {
        whole.position = position;
        if (position + 4 > whole.in_size) return "LZ4 frame ends without its end mark";
        const uint32_t word = little_endian(whole.in + position);
        position += 4;
        if (word == 0) break;
        const uint64_t size = word & ~stored;
        if (size + trailer > whole.in_size - position) return "LZ4 frame ends in a block";
        Block block{whole.in + position, size, whole.base, whole.out + done, whole.out_capacity - done, 0, 0};
        if ((word & stored) == 0) {
            const char* const problem = raw(block);
            whole.position = position + block.position;
            if (problem != nullptr) return problem;
        } else {
            if (size > block.out_capacity) return "LZ4 frame decompresses to more than its size";
            std::memcpy(block.out, block.in, size);
            block.produced = size;
        }
        position += size + trailer;
        done += block.produced;
    }
    whole.produced = done;
    position += (flags & content_checksum) != 0 ? 4 : 0;
    return position == whole.in_size ? nullptr : "LZ4 frame is followed by something else";
}

}  // namespace gatun::codec
