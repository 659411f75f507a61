// Snappy block format (format_description.txt): the length as a varint, then literals and copies, each behind a tag.
#pragma once

#include "codec/block.hpp"
#include "codec/copy.hpp"

namespace gatun::GATUN_TIER {

// What a tag says. Bits 0 .. 6: size of the element; 7: an element for which run() stops; 8 .. 10: bits 8 .. 10 of the
// distance; 16 .. 31: mask of the distance's bits that follow the tag.
struct SnappyTags {
    static constexpr uint32_t size = 0x7f, stop = 0x80, distance = 0x700;
    uint32_t entry[256];
};
constexpr SnappyTags make_snappy_tags() {
    SnappyTags tags{};
    for (unsigned tag = 0; tag < 256; tag++) {
        const unsigned kind = tag & 3, high = tag >> 2;
        tags.entry[tag] = kind == 1   ? (4 + (high & 7)) | high >> 3 << 8 | 0xff0000u
                          : kind == 2 ? (1 + high) | 0xffff0000u
                                      : (1 + high);
        if (kind == 3 || (kind == 0 && high >= 60)) tags.entry[tag] |= SnappyTags::stop;
    }
    return tags;
}
inline constexpr SnappyTags snappy_tags = make_snappy_tags();

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

    // One element, with every bound checked. Returns what is wrong, or null.
    const char* element() {
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
        return nullptr;
    }

    // Short literals and copies from 16 or more bytes back, which is nearly all there is, without a branch on which of
    // the two it is: no CPU predicts that well. Stops in front of any other element, of a wrong one, and where less than
    // 80 bytes of input are left. Up to 64 bytes are copied for an element without a look at the space left: they stay
    // in the 64 bytes behind the output. At least 16 bytes of output must be there.
    void run() {
        while (left_in() >= 80 && op < out_end) {
            const unsigned tag = *ip;
            const unsigned kind = tag & 3;
            const uint32_t entry = snappy_tags.entry[tag];
            const uint64_t size = entry & SnappyTags::size;
            const uint64_t distance = (load<uint16_t>(ip + 1) & (entry >> 16)) + (entry & SnappyTags::distance);
            const uint64_t is_copy = -static_cast<uint64_t>(kind != 0);  // all ones or none
            const uint64_t checked = (distance & is_copy) | (16 & ~is_copy);
            if ((entry & SnappyTags::stop) != 0) return;
            if (checked - 16 > static_cast<uint64_t>(op - base) - 16) {
                if (!reaches_back(distance) || size > left_out()) return;
                copy_match(op, distance, size);
            } else {
                const uint64_t literal = reinterpret_cast<uintptr_t>(ip + 1);
                const uint64_t copy = reinterpret_cast<uintptr_t>(op) - distance;
                const uint8_t* const from = reinterpret_cast<const uint8_t*>((copy & is_copy) | (literal & ~is_copy));
                copy_wide<16>(op, from);
                copy_wide<16>(op + 16, from + 16);
                if (size > 32) {
                    copy_wide<16>(op + 32, from + 32);
                    copy_wide<16>(op + 48, from + 48);
                }
            }
            op += size;
            ip += kind == 0 ? size + 1 : kind + 1;
        }
    }
};

inline const char* decode_snappy(codec::Block& block) {
    SnappyDecoder decoder{block.in, block.in + block.in_size, block.out, block.base, block.out + block.out_capacity};
    uint64_t length;
    const char* problem = decoder.length(length);
    if (problem == nullptr && length != block.out_capacity) problem = "Snappy block says another size";
    while (problem == nullptr && decoder.ip < decoder.in_end) {
        if (decoder.op - decoder.base >= 16) decoder.run();
        if (decoder.op > decoder.out_end) problem = "Snappy block decompresses to more than its size";
        else problem = decoder.element();
    }
    block.produced = static_cast<uint64_t>(decoder.op - block.out);
    block.position = static_cast<uint64_t>(decoder.ip - block.in);
    return problem;
}

}  // namespace gatun::GATUN_TIER
