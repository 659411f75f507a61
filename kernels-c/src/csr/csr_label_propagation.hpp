// What the workers of a label propagation share.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_label_propagation.h"

namespace gatun::csr {

// Longer rows are counted by all workers together, in pieces of that many entries.
constexpr int64_t lp_longest_row = 1 << 15;

// How often a label was met. The key of an empty slot is -1.
struct LabelCount {
    int32_t label;
    uint32_t count;
};

struct LabelState {
    alignas(64) int64_t changed;  // entries of vertices that took another label in this iteration, and such vertices
    alignas(64) int64_t long_rows;
};

// The best of a long row that a worker has met.
struct alignas(64) LongRowBest {
    uint64_t count;
    int32_t label;
};

class LabelScratch {
  public:
    __attribute__((always_inline)) LabelScratch(
        int64_t vertices, int64_t entries, uint32_t workers, void* memory, uint64_t bytes)
        : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        const uint64_t most = entries > 0 ? static_cast<uint64_t>(entries) : 0;
        slots = 64;
        while (slots < 2 * most && slots < 2 * lp_longest_row) slots *= 2;
        state = scratch.take<LabelState>(1);
        best = scratch.take<LongRowBest>(workers);
        other = scratch.take<int32_t>(n);
        marks[0] = scratch.take<uint8_t>(n);
        marks[1] = scratch.take<uint8_t>(n);
        tables = scratch.take<LabelCount>(slots * workers);
        long_rows = scratch.take<int32_t>(most / lp_longest_row);
        totals = scratch.take<uint64_t>(most > lp_longest_row ? n : 0);
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }
    __attribute__((always_inline)) bool fits() const { return scratch.fits(); }

  private:
    Scratch scratch;

  public:
    uint64_t slots;  // of a worker's table: a power of two, at least twice the entries of a row counted in it
    LabelState* state;
    LongRowBest* best;   // by worker
    int32_t* other;      // labels before or after an iteration
    uint8_t* marks[2];   // vertices with a neighbour that changed: in the iteration before and in this one
    LabelCount* tables;  // by worker
    int32_t* long_rows;
    uint64_t* totals;    // how often each label stands in a long row; zero between rows
};

}  // namespace gatun::csr
