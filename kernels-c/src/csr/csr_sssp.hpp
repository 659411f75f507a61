// What the workers of a shortest-path search share, and how their scratch is cut.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_sssp.h"

namespace gatun::csr {

// What a worker tells the others before each round. Kept twice, by the parity of the round: a fast worker may post
// the next round while a slow one still reads this one.
struct alignas(64) SsspPost {
    int64_t key;       // lowest bucket with entries, INT64_MAX: none
    int64_t entries;   // in that bucket
    uint32_t blocks;   // its blocks, listed from `first` on
    uint32_t first;
    int32_t rebuild;   // an entry was dropped: no block was left
    int32_t stop;      // cancelled, or a worker failed
};

struct SsspControl {
    alignas(64) uint32_t blocks_used;  // never-used blocks start here
    alignas(64) uint32_t listed[2];    // by parity: length of the list of shared blocks
    alignas(64) int64_t taken[2];      // by parity: parts of listed blocks given out
    alignas(64) int64_t largest_weight;
    int64_t bad_entry;                 // first entry with a negative weight or NaN, INT64_MAX: none
    int64_t reached;
    uint64_t farthest;                 // largest distance (integers)
    int64_t beyond;                    // smallest vertex whose distance does not fit, INT64_MAX: none
    alignas(64) int64_t orphans;       // vertices the first parent pass leaves without one
    int64_t queued;                    // their queue's length
};

// Entries wait in blocks of this size; the first holds none and stands for "no block".
constexpr uint64_t sssp_block_bytes = 512;
constexpr uint64_t sssp_block_header = 16;

// Buckets per worker: 2^10 of the finest level and nine levels of 2^6 (csr_sssp_queue.hpp).
constexpr uint32_t sssp_bins = (1u << 10) + 9 * (1u << 6);

// Never-used blocks are taken by so many at a time.
constexpr uint64_t sssp_block_batch = 8;

class SsspScratch {
  public:
    __attribute__((always_inline)) SsspScratch(
        const gatun_csr& graph, uint32_t workers, void* memory, uint64_t bytes)
        : scratch(memory, bytes) {
        const uint64_t n = static_cast<uint64_t>(graph.vertices), m = static_cast<uint64_t>(graph.entries);
        const bool wide = graph.weight_type >= GATUN_WEIGHT_INT64;
        // 32-bit distances come with 8-byte entries; when they do not suffice the search goes on with 16-byte
        // ones, of which n must fit as well.
        const uint64_t entry = wide ? 16 : 8;
        const uint64_t in_block = (sssp_block_bytes - sssp_block_header) / entry;
        const uint64_t slack = n / 8 + (m / 8 < n * 3 / 2 ? m / 8 : n * 3 / 2);
        uint64_t count = (n + slack) / in_block;
        if (!wide && graph.weight_type != GATUN_WEIGHT_NONE) {
            const uint64_t least = (n + n / 8) / ((sssp_block_bytes - sssp_block_header) / 16);
            count = count < least ? least : count;
        }
        // Besides those: partly filled blocks, one a bucket and worker, and batches.
        const uint64_t partial = static_cast<uint64_t>(workers) * sssp_bins;
        count += (partial < n ? partial : n) + sssp_block_batch * workers + 2;
        control = scratch.take<SsspControl>(1);
        posts = scratch.take<SsspPost>(2ull * workers);
        lists[0] = scratch.take<uint32_t>(count);
        lists[1] = scratch.take<uint32_t>(count);
        narrow = scratch.take<uint32_t>(graph.weight_type <= GATUN_WEIGHT_INT32 ? n : 0);
        blocks = scratch.take<char>(count * sssp_block_bytes);
        block_count = static_cast<uint32_t>(count);
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }
    __attribute__((always_inline)) bool fits() const { return scratch.fits(); }

  private:
    Scratch scratch;

  public:
    SsspControl* control;
    SsspPost* posts;     // [parity][worker]
    uint32_t* lists[2];  // blocks offered to all workers
    uint32_t* narrow;    // 32-bit distances
    char* blocks;
    uint32_t block_count;
};

}  // namespace gatun::csr
