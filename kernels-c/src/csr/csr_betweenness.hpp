// What a search for shortest paths from one source keeps, and where.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_betweenness.h"

namespace gatun::csr {

// Sources whose dependencies are added up by themselves before they join the total.
constexpr int64_t sources_a_group = 16;

// Bytes between arrays that are read and written at equal places: in one page they would wait for each other.
constexpr uint64_t apart = 1600;

// Sigmas are kept between these.
constexpr double most_sigma = 0x1p900;
constexpr double least_sigma = 0x1p-900;
constexpr double step_down = 0x1p-64;

// Up to here sums of whole numbers are exact, in whatever order they are added.
constexpr double most_exact = 0x1p53;

// Vertices of a chunk: whole words of the bitmaps.
constexpr int64_t chunk_vertices = 4096;

// What is known of a level besides its vertices.
enum LevelTraits : uint8_t {
    level_shared = 1,     // all workers have a part in it
    level_scaled = 2,     // its sigmas are taken step_down times those of the level before
    level_ascending = 4,  // its vertices ascend in the queue
    level_gets = 8,       // on the way back its dependencies come along the in-edges of the level after
};

// Written between barriers by one worker, except what all add to.
struct TreeState {
    int64_t head;   // the level in work: queue[head .. end)
    int64_t end;
    int64_t edges;  // its out-edges
    int64_t open;   // in-edges of vertices not reached yet
    int64_t depth;  // its distance from the source
    double scale;   // what its sigmas are taken times
    bool exact;     // its sigmas are known, and were added up exactly; else they are still to be computed
    alignas(64) int64_t tail;           // where the next level grows
    alignas(64) int64_t next_edges;     // its out-edges
    alignas(64) int64_t next_in_edges;  // its in-edges
    alignas(64) double most;            // its largest sigma
};

// The shortest paths from one source. Between sources all `values` are 0.
struct Tree {
    Tree() = default;

    __attribute__((always_inline)) Tree(int64_t vertices, Scratch& scratch) {
        const uint64_t n = static_cast<uint64_t>(vertices), words = (n + 63) / 64;
        state = scratch.take<TreeState>(1);
        values[0] = scratch.take<double>(n);
        scratch.take<char>(apart);
        values[1] = scratch.take<double>(n);
        sigmas = scratch.take<double>(n);
        queue = scratch.take<int32_t>(n + 1);  // one is written ahead
        begins = scratch.take<int32_t>(n + 1);
        traits = scratch.take<uint8_t>(n + 1);
        visited = scratch.take<uint64_t>(words);
        fresh = scratch.take<uint64_t>(words);
        counts = scratch.take<int32_t>(n / chunk_vertices + 1);
    }

    TreeState* state;
    double* values[2];  // by parity of the level, n: on the way out, sigma; on the way back, (1 + delta) / sigma; 0 for
                        // what has none yet or is not needed any more
    double* sigmas;     // by place in the queue
    int32_t* queue;     // vertices by level
    int32_t* begins;    // of the levels in the queue, and their end
    uint8_t* traits;    // LevelTraits of each level
    uint64_t* visited;  // vertices in the queue
    uint64_t* fresh;    // vertices of one level
    int32_t* counts;    // of them in each chunk, then in all chunks before
};

// Memory of a call: trees that workers have for themselves, or one for all.
struct BetweennessScratch {
    __attribute__((always_inline)) BetweennessScratch(
        int64_t vertices, int64_t sources, uint32_t workers, uint32_t worker, void* memory, uint64_t bytes)
        : n(vertices > 0 ? vertices : 0), one_each(sources_are_shared_out(n, sources, workers)),
          trees(one_each ? workers : 1), scratch(memory, bytes) {
        for (uint32_t i = 0; i < trees; i++) {
            const Tree next(n, scratch);
            if (i == 0 || i == worker) tree = next;
        }
        n_padded = (static_cast<uint64_t>(n) + 7) / 8 * 8;
        group_sums = sources > sources_a_group ? scratch.take<double>(n_padded * trees) : nullptr;
    }

    // Where the owner of a tree adds up a group of sources; NULL when all of them are one group.
    double* sums(uint32_t owner) const { return group_sums == nullptr ? nullptr : group_sums + n_padded * owner; }

    const int64_t n;
    const bool one_each;
    const uint32_t trees;
    Scratch scratch;
    Tree tree;  // this worker's

  private:
    // Whether each worker takes sources of its own: when there is a group for each, and memory is no matter.
    static bool sources_are_shared_out(int64_t n, int64_t sources, uint32_t workers) {
        constexpr int64_t most_vertices = 1 << 26;
        return workers > 1 && sources >= sources_a_group * workers && n <= most_vertices / workers;
    }

    uint64_t n_padded;
    double* group_sums;
};

}  // namespace gatun::csr
