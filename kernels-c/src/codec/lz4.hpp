// LZ4 block format (lz4_Block_format.md). A block is a row of sequences: token, literals, match; the last has no match.
#pragma once

#include "codec/block.hpp"
#include "codec/copy.hpp"

namespace gatun::GATUN_TIER {

struct Lz4Decoder {
    const uint8_t* ip;
    const uint8_t* const in_end;
    uint8_t* op;
    const uint8_t* const base;
    const uint8_t* const out_end;

    // Adds the bytes that follow a nibble of 15; false when the input ends in them. The sum cannot overflow.
    bool extend(uint64_t& length) {
        uint8_t byte;
        do {
            if (ip == in_end) return false;
            byte = *ip++;
            length += byte;
        } while (byte == 255);
        return true;
    }

    bool reaches_back(uint64_t distance) const { return distance - 1 < static_cast<uint64_t>(op - base); }
    uint64_t left_in() const { return static_cast<uint64_t>(in_end - ip); }
    uint64_t left_out() const { return static_cast<uint64_t>(out_end - op); }

    // All sequences that lie `margin` or more before the end of the input, as long as nothing is wrong; stops in front
    // of a sequence, for finish() to go on or to find what is wrong. A short sequence is copied without a look at the
    // space left: 14 literals and 18 bytes of a match, copied as 16 and 24, stay in the 64 bytes behind the output.
    bool run() {
        constexpr uint64_t margin = 32;
        while (left_in() >= margin) {
            if (op > out_end) return false;
            const uint8_t* const start = ip;
            const unsigned token = *ip++;
            uint64_t literals = token >> 4;
            if (literals < 15) {
                copy_wide<16>(op, ip);
            } else if (extend(literals) && left_in() >= margin && literals <= left_in() - margin &&
                       literals <= left_out()) {
                copy_wide<32>(op, ip, literals);
            } else {
                ip = start;
                return true;
            }
            uint8_t* const literal_start = op;
            ip += literals;
            op += literals;

            const uint64_t distance = load<uint16_t>(ip);
            ip += 2;
            uint64_t length = (token & 15) + 4;
            if (length < 19 && distance >= 8 && reaches_back(distance)) {
                copy_wide<8>(op, op - distance);
                copy_wide<8>(op + 8, op + 8 - distance);
                copy_wide<8>(op + 16, op + 16 - distance);
            } else if (reaches_back(distance) &&
                       (length < 19 || (extend(length) && op <= out_end && length <= left_out()))) {
                copy_match(op, distance, length);
            } else {
                ip = start;
                op = literal_start;
                return true;
            }
            op += length;
        }
        return op <= out_end;
    }

    // The rest, with every bound checked. Returns what is wrong, or null.
    const char* finish() {
        for (;;) {
            if (ip == in_end) return "LZ4 block ends without its last literals";
            const unsigned token = *ip++;
            uint64_t literals = token >> 4;
            if (literals == 15 && !extend(literals)) return "LZ4 block ends in a length";
            if (literals > left_in()) return "LZ4 block ends in literals";
            if (literals > left_out()) return "LZ4 block decompresses to more than its size";
            std::memcpy(op, ip, literals);
            ip += literals;
            op += literals;
            if (ip == in_end) return nullptr;

            if (left_in() < 2) return "LZ4 block ends in an offset";
            const uint64_t distance = load<uint16_t>(ip);
            if (!reaches_back(distance)) return "LZ4 match from before the start";
            ip += 2;
            uint64_t length = token & 15;
            if (length == 15 && !extend(length)) return "LZ4 block ends in a length";
            length += 4;
            if (length > left_out()) return "LZ4 block decompresses to more than its size";
            copy_match(op, distance, length);
            op += length;
        }
    }
};

inline const char* decode_lz4(codec::Block& block) {
    Lz4Decoder decoder{block.in, block.in + block.in_size, block.out, block.base, block.out + block.out_capacity};
    const char* problem = decoder.run() ? decoder.finish() : "LZ4 block decompresses to more than its size";
    block.produced = static_cast<uint64_t>(decoder.op - block.out);
    block.position = static_cast<uint64_t>(decoder.ip - block.in);
    return problem;
}

}  // namespace gatun::GATUN_TIER
