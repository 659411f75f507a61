// One block to be decompressed, and what became of it.
#pragma once

#include <cstdint>

namespace gatun::codec {

struct Block {
    const uint8_t* in;
    uint64_t in_size;
    uint8_t* base;       // matches reach back to here: the output, or what was decompressed before it
    uint8_t* out;        // 64 more bytes than out_capacity may be written to
    uint64_t out_capacity;
    uint64_t produced;   // out
    uint64_t position;   // out: byte of the input where it stopped
};

}  // namespace gatun::codec
