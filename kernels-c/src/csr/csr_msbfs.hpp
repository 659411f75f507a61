// What the workers of many breadth-first searches share.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_msbfs.h"

namespace gatun::csr {

constexpr int64_t most_lanes = 512;  // searches in a batch

// Words that hold a bit for each search of a batch: 1, 2, 4 or 8.
__attribute__((always_inline)) inline uint64_t lane_words(int64_t sources) {
    return sources <= 64 ? 1 : sources <= 128 ? 2 : sources <= 256 ? 4 : 8;
}

// Written between barriers by one worker, except the sums that all add to.
struct MsbfsState {
    int64_t edges;  // out-edges of the level in work
    int32_t depth;  // of the next level
    int32_t found;  // whether there was one
    alignas(64) int64_t next_edges;
    alignas(64) int64_t counts[most_lanes];  // vertices that each search has reached in the level in work
};

class MsbfsScratch {
  public:
    __attribute__((always_inline)) MsbfsScratch(int64_t vertices, int64_t sources, void* memory, uint64_t bytes)
        : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0, lanes = n * lane_words(sources);
        words = static_cast<int64_t>((n + 63) / 64);
        state = scratch.take<MsbfsState>(1);
        seen = scratch.take<uint64_t>(lanes);
        reach[0] = scratch.take<uint64_t>(lanes);
        reach[1] = scratch.take<uint64_t>(lanes);
        active[0] = scratch.take<uint64_t>((n + 63) / 64);
        active[1] = scratch.take<uint64_t>((n + 63) / 64);
        done = scratch.take<uint64_t>((n + 63) / 64);
        marks = scratch.take<uint8_t>((n + 63) / 64 * 64);
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }
    __attribute__((always_inline)) bool fits() const { return scratch.fits(); }

  private:
    Scratch scratch;

  public:
    int64_t words;
    MsbfsState* state;
    uint64_t* seen;       // by vertex: the searches that have reached it
    uint64_t* reach[2];   // those that have reached it in the level in work, in the next one; only where it is active
    uint64_t* active[2];  // vertices that some search has reached in that level
    uint64_t* done;       // vertices that all searches have reached
    uint8_t* marks;       // vertices that the level in work leads to
};

}  // namespace gatun::csr
