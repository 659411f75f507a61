// How a random walk draws numbers and edges.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "csr/csr_product.hpp"
#include "gatun/csr_walks.h"

namespace gatun::csr {

struct WalksScratch {
    WalksScratch(const gatun_csr& graph, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const bool weighted = graph.weight_type != GATUN_WEIGHT_NONE;
        sums = scratch.take<double>(weighted && graph.entries > 0 ? static_cast<uint64_t>(graph.entries) : 0);
    }

    Scratch scratch;
    double* sums;  // by entry: of the weights from the begin of its row on
};

// The numbers of one walk.
class WalkRandom {
  public:
    WalkRandom() = default;
    WalkRandom(int64_t seed, int64_t walk)
        : state(mix(mix(static_cast<uint64_t>(seed)) + static_cast<uint64_t>(walk) * golden)) {}

    uint64_t next() { return mix(state += golden); }
    double fraction() { return fraction_of(next()); }

    static double fraction_of(uint64_t number) { return static_cast<double>(number >> 11) * 0x1p-53; }

  private:
    static constexpr uint64_t golden = 0x9e3779b97f4a7c15;

    static uint64_t mix(uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    uint64_t state;
};

// Every edge of a row is as likely.
class EvenSteps {
  public:
    explicit EvenSteps(const double*) {}

    // An entry of a row, -1 when there is none to follow.
    int64_t pick(int64_t begin, int64_t end, uint64_t number) const {
        if (begin == end) return -1;
        __extension__ using Wide = unsigned __int128;
        return begin + static_cast<int64_t>(static_cast<Wide>(number) * static_cast<Wide>(end - begin) >> 64);
    }

    double weight(int64_t, int64_t) const { return 1; }
};

// By the sums of weights.
class WeightedSteps {
  public:
    explicit WeightedSteps(const double* sums) : sums(sums) {}

    int64_t pick(int64_t begin, int64_t end, uint64_t number) const {
        if (begin == end || sums[end - 1] == 0) return -1;
        const double all = sums[end - 1], wanted = WalkRandom::fraction_of(number) * all;
        // Rounding may bring the product up to the whole sum, which no entry is above.
        return wanted < all ? first([&](double sum) { return sum > wanted; }, begin, end)
                            : first([&](double sum) { return sum >= all; }, begin, end);
    }

    // Of an entry, as the difference of two sums.
    double weight(int64_t begin, int64_t e) const { return e == begin ? sums[e] : sums[e] - sums[e - 1]; }

  private:
    template <class Test>
    int64_t first(Test&& test, int64_t low, int64_t high) const {
        while (low < high) {
            const int64_t middle = low + (high - low) / 2;
            if (test(sums[middle])) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    const double* const sums;
};

}  // namespace gatun::csr
