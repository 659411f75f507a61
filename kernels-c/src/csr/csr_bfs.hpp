// What the workers of a breadth-first search share.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_bfs.h"

namespace gatun::csr {

// Written by worker 0 between barriers, except tail, next_edges and awake, which all add to.
struct BfsState {
    int64_t head;           // frontier: queue[head .. end)
    int64_t end;
    int64_t frontier_edges; // out-edges of the frontier
    int64_t unexplored;     // out-edges of vertices not yet expanded
    int64_t reached;
    int32_t depth;          // of the frontier
    int32_t bottom_up;      // direction of the next step
    alignas(64) int64_t tail;       // where the next frontier grows
    alignas(64) int64_t next_edges; // its out-edges
    alignas(64) int64_t awake;      // vertices found by a bottom-up step
};

class BfsScratch {
  public:
    __attribute__((always_inline)) BfsScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        words = (n + 63) / 64;
        state = scratch.take<BfsState>(1);
        queue = scratch.take<int32_t>(n);
        front = scratch.take<uint64_t>(words);
        next = scratch.take<uint64_t>(words);
        open = scratch.take<uint64_t>(words);
        labels = scratch.take<uint64_t>(n);
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }
    __attribute__((always_inline)) bool fits() const { return scratch.fits(); }

  private:
    Scratch scratch;

  public:
    uint64_t words;
    BfsState* state;
    int32_t* queue;  // every vertex enters it at most once
    uint64_t* front;
    uint64_t* next;
    uint64_t* open;    // during bottom-up steps: unreached, with in-edges
    uint64_t* labels;  // distance and parent in one word, when parents are wanted
};

}  // namespace gatun::csr
