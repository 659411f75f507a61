// Snappy block format (format_description.txt): the length as a varint, then literals and copies, each behind a tag.
#pragma once

#include "codec/block.hpp"
#include "codec/copy.hpp"

namespace gatun::GATUN_TIER {

struct SnappyDecoder {
    const uint8_t* ip;
    const uint8_t* const in_end;
    uint8_t* op;
    const uint8_t* const base;
    const uint8_t* const out_end;

    uint64_t left_in() const { return static_cast<uint64_t>(in_end - ip); }
    uint64_t left_out() const { return static_cast<uint64_t>(out_end - op); }
    bool reaches_back(uint64_t distance) const { return distance - 1 < static_cast<uint64_t>(op - base); }

    // The varint in front.
    const char* length(uint64_t& value) {
        value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            if (ip == in_end) return "Snappy block ends in its length";
            const uint64_t byte = *ip++;
            value |= (byte & 127) << shift;
            if (byte < 128) return value >> 32 == 0 ? nullptr : "Snappy block has a length of more than 32 bits";
        }
        return "Snappy block has a length of more than 32 bits";
    }

    // All elements that lie 80 or more bytes before the end of the input, as long as nothing is wrong; stops in front
    // of an element, for finish() to go on or to find what is wrong. 64 bytes are copied for each element of up to 64,
    // without a look at the space left: they stay in the 64 bytes behind the output.
    bool run() {
        while (left_in() >= 80 && op < out_end) {
            const unsigned tag = *ip;
            const unsigned kind = tag & 3;
            if (kind == 0) {
                uint64_t size = (tag >> 2) + 1;
                if (size <= 60) {
                    copy_wide<32>(op, ip + 1);
                    if (size > 32) copy_wide<32>(op + 32, ip + 33);
                    ip += 1 + size;
                } else {
                    const unsigned bytes = static_cast<unsigned>(size - 60);
                    size = (load<uint32_t>(ip + 1) & (0xffffffffu >> (32 - 8 * bytes))) + uint64_t{1};
                    if (size > left_out() || size + 80 > left_in()) return true;
                    ip += 1 + bytes;
                    copy_wide<32>(op, ip, size);
                    ip += size;
                }
                op += size;
                continue;
            }
            uint64_t size, distance;
            if (kind == 1) {
                size = 4 + ((tag >> 2) & 7);
                distance = (tag >> 5) << 8 | ip[1];
            } else {
                size = (tag >> 2) + 1;
                distance = load<uint32_t>(ip + 1);
                if (kind == 2) distance &= 0xffff;
            }
            if (!reaches_back(distance)) return true;
            if (distance >= 32) {
                copy_wide<32>(op, op - distance);
                if (size > 32) copy_wide<32>(op + 32, op + 32 - distance);
            } else {
                if (size > left_out()) return true;
                copy_match(op, distance, size);
            }
            ip += kind == 3 ? 5 : kind + 1;
            op += size;
        }
        return op <= out_end;
    }

    // The rest, with every bound checked. Returns what is wrong, or null.
    const char* finish() {
        while (ip < in_end) {
            const unsigned tag = *ip;
            const unsigned kind = tag & 3;
            uint64_t size = (tag >> 2) + 1;
            unsigned bytes = kind == 3 ? 4 : kind;
            if (kind == 0 && size > 60) bytes = static_cast<unsigned>(size - 60);
            if (left_in() <= bytes) return "Snappy block ends in a tag";
            uint64_t trailer = 0;
            for (unsigned i = 0; i < bytes; i++) trailer |= static_cast<uint64_t>(ip[1 + i]) << 8 * i;
            if (kind == 0) {
                if (bytes > 0) size = trailer + 1;
                if (size > left_in() - 1 - bytes) return "Snappy block ends in a literal";
                if (size > left_out()) return "Snappy block decompresses to more than its size";
                ip += 1 + bytes;
                std::memcpy(op, ip, size);
                ip += size;
            } else {
                if (kind == 1) {
                    size = 4 + ((tag >> 2) & 7);
                    trailer |= (tag >> 5) << 8;
                }
                if (!reaches_back(trailer)) return "Snappy copy from before the start";
                if (size > left_out()) return "Snappy block decompresses to more than its size";
                copy_match(op, trailer, size);
                ip += 1 + bytes;
            }
            op += size;
        }
        return nullptr;
    }
};

inline const char* decode_snappy(codec::Block& block) {
    SnappyDecoder decoder{block.in, block.in + block.in_size, block.out, block.base, block.out + block.out_capacity};
    uint64_t length;
    const char* problem = decoder.length(length);
    if (problem == nullptr && length != block.out_capacity) problem = "Snappy block says another size";
    if (problem == nullptr) {
        problem = decoder.run() ? decoder.finish() : "Snappy block decompresses to more than its size";
    }
    block.produced = static_cast<uint64_t>(decoder.op - block.out);
    block.position = static_cast<uint64_t>(decoder.ip - block.in);
    return problem;
}

}  // namespace gatun::GATUN_TIER
