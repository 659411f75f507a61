// The bucket queue of one worker: a monotone radix queue of (distance, vertex) entries, kept in fixed-size blocks
// out of a pool that all workers share. Included once per tier.
// Source: R. K. Ahuja, K. Mehlhorn, J. B. Orlin, R. E. Tarjan, Faster Algorithms for the Shortest Path Problem,
// J. ACM 37, 1990 (radix heap), with buckets of several keys' width at the bottom (delta-stepping).
#pragma once

#include "csr/csr_sssp.hpp"

namespace gatun::GATUN_TIER {

template <class T>
inline T load(const T& at) {
    T value;
    __atomic_load(&at, &value, __ATOMIC_RELAXED);
    return value;
}

template <class T>
inline void store(T& at, T value) { __atomic_store(&at, &value, __ATOMIC_RELAXED); }

// A vertex and the distance it was reached with. Once the vertex has a smaller distance the entry is stale.
template <class D>
struct SsspEntry {
    D distance;
    int32_t vertex;
};

template <class D>
struct SsspBlock {
    static constexpr uint32_t capacity = (csr::sssp_block_bytes - csr::sssp_block_header) / sizeof(SsspEntry<D>);
    uint32_t next;
    uint32_t count;
    uint64_t reserved;
    SsspEntry<D> entries[capacity];
};

// Bucket number of a distance. Never falls as the distance grows, which is all that correctness asks for.
template <class D>
struct SsspKey {
    uint32_t shift;
    int64_t operator()(D distance) const { return static_cast<int64_t>(distance >> shift); }
};

template <>
struct SsspKey<double> {
    double buckets_per_unit;  // 0: a bucket for each value (bit patterns of positive doubles ascend with them)
    int64_t operator()(double distance) const {
        if (buckets_per_unit == 0) return __builtin_bit_cast(int64_t, distance);
        constexpr double most = 4611686018427387904.0;  // 2^62
        const double bucket = distance * buckets_per_unit;
        return static_cast<int64_t>(bucket < most ? bucket : most);
    }
};

// Buckets of the finest level hold one key each, of the 2^10 that share all higher bits with `base`; level l > 0
// holds the keys whose highest bits differing from `base` are its six. When all finer buckets are empty, the lowest
// bucket of the next level is spread over the finer ones and `base` moves to its first key. An entry is thus moved
// at most nine times, whatever the range of the distances.
template <class D>
class SsspQueue {
  public:
    using Block = SsspBlock<D>;
    using Entry = SsspEntry<D>;
    static constexpr int64_t none = INT64_MAX;

    const SsspKey<D> key;

    SsspQueue(const csr::SsspScratch& scratch, SsspKey<D> key)
        : key(key), blocks(reinterpret_cast<Block*>(scratch.blocks)), limit(scratch.block_count),
          used(scratch.control->blocks_used) {
        clear();
    }

    // Forgets all entries. The pool is emptied by whoever sets its counter back.
    void clear() {
        for (uint32_t& head : heads) head = 0;
        for (uint64_t& word : fine) word = 0;
        for (uint64_t& word : coarse) word = 0;
        free_blocks = 0;
        dropped = false;
    }

    // Empties the pool, for one worker before any uses it. Block 0 looks full, so that an empty bucket needs no
    // test of its own.
    void reset_pool() {
        blocks[0].count = Block::capacity;
        store(used, 1u);
    }

    // Drops the entry when no block is left: `lost` then says so, and the entries must be made anew from the
    // distances.
    void push(D distance, int32_t vertex) {
        const uint32_t bin = bin_of(key(distance));
        Block* block = &blocks[heads[bin]];
        if (block->count == Block::capacity) {
            if (!grow(bin)) return;
            block = &blocks[heads[bin]];
        }
        block->entries[block->count++] = {distance, vertex};
    }

    bool lost() const { return dropped; }

    // First key of the lowest bucket with entries.
    int64_t lowest() const {
        for (uint32_t w = 0; w < fine_bins / 64; w++) {
            if (fine[w] != 0) return from(base, fine_bits) | (w * 64 + lowest_bit(fine[w]));
        }
        for (uint32_t level = 1; level <= levels; level++) {
            const uint64_t word = coarse[level - 1];
            if (word != 0) {
                const uint32_t low = lowest_of(level);
                return from(base, low + digit_bits) | static_cast<int64_t>(lowest_bit(word)) << low;
            }
        }
        return none;
    }

    // Whether a key's bucket is of the finest level, so that its entries can be processed.
    bool is_fine(int64_t lowest) const { return ((lowest ^ base) >> fine_bits) == 0; }

    // Blocks and entries of a bucket; counting stops at `most` blocks.
    void measure(int64_t lowest, uint32_t most, uint32_t& block_count, int64_t& entries) const {
        block_count = 0;
        entries = 0;
        for (uint32_t b = heads[bin_of(lowest)]; b != 0 && block_count < most; b = blocks[b].next) {
            block_count++;
            entries += blocks[b].count;
        }
    }

    // Takes all blocks out of a bucket, as a chain. Each block is given back with `release`.
    uint32_t detach(int64_t lowest) {
        const uint32_t bin = bin_of(lowest), chain = heads[bin];
        heads[bin] = 0;
        if (bin < fine_bins) fine[bin / 64] &= ~(1ull << bin % 64);
        else coarse[(bin - fine_bins) / digits] &= ~(1ull << bin % digits);
        return chain;
    }

    uint32_t head(int64_t lowest) const { return heads[bin_of(lowest)]; }
    Block& block(uint32_t index) { return blocks[index]; }

    void release(uint32_t index) {
        blocks[index].next = free_blocks;
        free_blocks = index;
    }

    void release_chain(uint32_t chain) {
        while (chain != 0) {
            const uint32_t next = blocks[chain].next;
            release(chain);
            chain = next;
        }
    }

    // Moves `base` to a key that no worker has entries below, and spreads this worker's bucket of that key.
    void advance(int64_t lowest) {
        uint32_t chain = detach(lowest);
        base = lowest;
        while (chain != 0) {
            Block& from = blocks[chain];
            for (uint32_t i = 0; i < from.count; i++) push(from.entries[i].distance, from.entries[i].vertex);
            const uint32_t next = from.next;
            release(chain);
            chain = next;
        }
    }

  private:
    static constexpr uint32_t fine_bits = 10, fine_bins = 1u << fine_bits;
    static constexpr uint32_t digit_bits = 6, digits = 1u << digit_bits, levels = 9;
    static_assert(fine_bins + levels * digits == csr::sssp_bins && fine_bits + levels * digit_bits >= 63);

    static uint32_t lowest_bit(uint64_t word) { return static_cast<uint32_t>(__builtin_ctzll(word)); }
    static uint32_t lowest_of(uint32_t level) { return fine_bits + (level - 1) * digit_bits; }
    static int64_t from(int64_t key, uint32_t bit) { return bit > 62 ? 0 : key >> bit << bit; }

    uint32_t bin_of(int64_t k) const {
        const uint64_t differing = static_cast<uint64_t>(k ^ base);
        if (differing < fine_bins) return static_cast<uint32_t>(k) & (fine_bins - 1);
        const uint32_t highest = 63 - static_cast<uint32_t>(__builtin_clzll(differing));
        const uint32_t level = (highest - fine_bits) / digit_bits;
        return fine_bins + level * digits + (static_cast<uint32_t>(k >> lowest_of(level + 1)) & (digits - 1));
    }

    // Puts an empty block in front of a bucket.
    __attribute__((noinline)) bool grow(uint32_t bin) {
        if (free_blocks == 0 && !fetch()) {
            dropped = true;
            return false;
        }
        const uint32_t b = free_blocks;
        free_blocks = blocks[b].next;
        blocks[b].next = heads[bin];
        blocks[b].count = 0;
        heads[bin] = b;
        if (bin < fine_bins) fine[bin / 64] |= 1ull << bin % 64;
        else coarse[(bin - fine_bins) / digits] |= 1ull << bin % digits;
        return true;
    }

    bool fetch() {
        constexpr uint32_t batch = csr::sssp_block_batch;
        if (load(used) >= limit) return false;  // keeps the counter from running away
        const uint32_t at = __atomic_fetch_add(&used, batch, __ATOMIC_RELAXED);
        for (uint32_t b = at; b < at + batch && b < limit; b++) release(b);
        return free_blocks != 0;
    }

    Block* const blocks;
    const uint32_t limit;
    uint32_t& used;
    uint32_t free_blocks;
    bool dropped;
    int64_t base = 0;
    uint64_t fine[fine_bins / 64];
    uint64_t coarse[levels];
    uint32_t heads[csr::sssp_bins];
};

}  // namespace gatun::GATUN_TIER
