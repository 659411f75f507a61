// Layout shared by the steps of a CSR build: keys, buckets, scratch blocks.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_build.h"

namespace gatun::csr {

// Bits of a vertex id.
inline __attribute__((always_inline)) int32_t column_bits(const gatun_csr_build_plan& plan) {
    return plan.vertices <= 1 ? 1 : 64 - __builtin_clzll(static_cast<uint64_t>(plan.vertices - 1));
}

// A key is (row - first row of the bucket) << column_bits | column.
inline __attribute__((always_inline)) int32_t key_bits(const gatun_csr_build_plan& plan) {
    return plan.bucket_shift + column_bits(plan);
}

inline __attribute__((always_inline)) int32_t bucket_count(const gatun_csr_build_plan& plan) {
    return plan.vertices == 0 ? 0 : static_cast<int32_t>(((plan.vertices - 1) >> plan.bucket_shift) + 1);
}

inline __attribute__((always_inline)) int64_t rows_of(const gatun_csr_build_plan& plan, int32_t bucket) {
    const int64_t first = static_cast<int64_t>(bucket) << plan.bucket_shift;
    const int64_t rows = int64_t{1} << plan.bucket_shift;
    return first + rows <= plan.vertices ? rows : plan.vertices - first;
}

inline __attribute__((always_inline)) int32_t weight_bytes(const gatun_csr_build_plan& plan) {
    switch (plan.weight_type) {
        case GATUN_WEIGHT_INT32:
        case GATUN_WEIGHT_FLOAT32: return 4;
        case GATUN_WEIGHT_INT64:
        case GATUN_WEIGHT_FLOAT64: return 8;
        default: return 0;
    }
}

struct Tuples {
    const int32_t* source;
    const int32_t* target;
    const void* weights;
    int64_t stride;
    int64_t count;
    int64_t first;
};

// Write-combining buffers: per bucket one cache line of keys and the weights that go with them. An entry's slot in
// its line is its position modulo the line, so whole lines go out aligned; `starts` marks where this run's part of a
// bucket begins, since its first line may share a cache line with the run before.
class Combiner {
  public:
    __attribute__((always_inline)) Combiner(const gatun_csr_build_plan& plan, void* memory)
        : scratch(memory, UINT64_MAX), slots(64 / plan.key_bytes) {
        const uint64_t buckets = static_cast<uint64_t>(plan.buckets);
        begun = scratch.take<int64_t>(1);
        starts = scratch.take<int64_t>(buckets);
        keys = scratch.take<char>(buckets * 64);
        weights = scratch.take<char>(buckets * slots * weight_bytes(plan));
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }

  private:
    Scratch scratch;

  public:
    const uint64_t slots;
    int64_t* begun;  // non-zero once starts is filled
    int64_t* starts;
    char* keys;
    char* weights;
};

constexpr int32_t most_digit_bits = 11;
constexpr uint32_t most_digit_values = 1u << most_digit_bits;
constexpr uint32_t most_digits = 11;  // of 62 bits, when there are few keys and digits are narrow

// The second buffer of a bucket's radix sort, and its histograms.
class SortScratch {
  public:
    __attribute__((always_inline)) SortScratch(const gatun_csr_build_plan& plan, uint64_t count, void* memory)
        : scratch(memory, UINT64_MAX) {
        keys = scratch.take<char>(count * plan.key_bytes);
        weights = scratch.take<char>(count * weight_bytes(plan));
        histograms = reinterpret_cast<uint32_t(*)[most_digit_values]>(
            scratch.take<uint32_t>(uint64_t{most_digits} * most_digit_values));
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }

  private:
    Scratch scratch;

  public:
    char* keys;
    char* weights;
    uint32_t (*histograms)[most_digit_values];  // by digit
};

}  // namespace gatun::csr
