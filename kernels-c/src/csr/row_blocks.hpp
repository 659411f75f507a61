// Rows of a CSR cut into blocks of about equal work, so that a few long rows do not leave workers idle. The cut depends
// on the graph alone: what is summed block by block comes out the same whatever the workers.
#pragma once

#include <cstdint>

#include "gatun/csr.h"

namespace gatun::GATUN_TIER {

class RowBlocks {
  public:
    // Blocks of at least `least` entries' work, and of so much that there are no more than `most` of them.
    RowBlocks(const gatun_csr& graph, int64_t least, int64_t most)
        : offsets(graph.offsets), rows(graph.vertices), work(graph.entries + row_work * rows),
          unit(least < (work + most - 1) / most ? (work + most - 1) / most : least), count((work + unit - 1) / unit) {}

    // First row of a block; begin(count) is the number of rows. A block may be empty. O(log rows).
    int64_t begin(int64_t block) const {
        if (block >= count) return rows;
        int64_t low = 0, high = rows;
        while (low < high) {
            const int64_t middle = (low + high) / 2;
            if (offsets[middle] + row_work * middle < block * unit) low = middle + 1;
            else high = middle;
        }
        return low;
    }

  private:
    static constexpr int64_t row_work = 4;  // an empty row takes as long as so many entries

    const int64_t* const offsets;
    const int64_t rows;
    const int64_t work;
    const int64_t unit;

  public:
    const int64_t count;
};

}  // namespace gatun::GATUN_TIER
