// What the workers of a search for communities share, and the graphs of its levels.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_communities.h"

namespace gatun::csr {

// A level's vertices are gone through in so many batches.
constexpr int64_t community_batches = 512;

// Passes over a level's vertices, at most.
constexpr int64_t community_passes = 32;

// Sums by key. Whether a key has an entry is seen from the entry itself, so that nothing has to be cleared: what
// places[] holds for a key that is not there is of no matter.
class Sums {
  public:
    explicit Sums(int32_t* places) : places(places) {}

    // Begins anew, with the entries going there.
    void begin(int32_t* entry_keys, int64_t* entry_sums) {
        keys = entry_keys;
        sums = entry_sums;
        count = 0;
    }

    void add(int32_t key, int64_t value) {
        const uint32_t place = static_cast<uint32_t>(places[key]);
        if (place < count && keys[place] == key) {
            sums[place] += value;
            return;
        }
        places[key] = static_cast<int32_t>(count);
        keys[count] = key;
        sums[count++] = value;
    }

    uint32_t count = 0;
    int32_t* keys = nullptr;
    int64_t* sums = nullptr;
    int32_t* const places;  // by key
};

// Sums of a row's weights by community. For rows of few entries by a hash table that fits the L1 cache, which need not
// be cleared either: a slot is taken by the entry it names if that entry says so.
class Tally {
  public:
    Tally(int32_t* places, int32_t* keys, int64_t* sums) : many(places), many_keys(keys), many_sums(sums) {}

    // Begins a row of so many entries.
    void begin(int64_t entries) {
        hashed = entries <= most_hashed;
        if (!hashed) many.begin(many_keys, many_sums);
        count_hashed = 0;
    }

    void add(int32_t key, int64_t value) {
        if (!hashed) return many.add(key, value);
        uint32_t slot = static_cast<uint32_t>(key) * 2654435769u >> (32 - slot_bits);
        for (;;) {
            const uint32_t entry = slots[slot];
            if (entry >= count_hashed || slot_of[entry] != slot) break;
            if (hashed_keys[entry] == key) {
                hashed_sums[entry] += value;
                return;
            }
            slot = (slot + 1) % (1u << slot_bits);
        }
        const uint32_t entry = count_hashed++;
        slots[slot] = static_cast<uint16_t>(entry);
        slot_of[entry] = static_cast<uint16_t>(slot);
        hashed_keys[entry] = key;
        hashed_sums[entry] = value;
    }

    uint32_t count() const { return hashed ? count_hashed : many.count; }
    const int32_t* keys() const { return hashed ? hashed_keys : many_keys; }
    const int64_t* sums() const { return hashed ? hashed_sums : many_sums; }
    int32_t* places() const { return many.places; }

  private:
    static constexpr int64_t most_hashed = 512;
    static constexpr int slot_bits = 10;

    bool hashed = false;
    uint32_t count_hashed = 0;
    uint16_t slots[1 << slot_bits] = {};
    uint16_t slot_of[most_hashed];
    int32_t hashed_keys[most_hashed];
    int64_t hashed_sums[most_hashed];
    Sums many;
    int32_t* const many_keys;
    int64_t* const many_sums;
};

// Written by worker 0 between barriers, except the atomic sums.
struct CommunityState {
    int64_t total;    // strength of all vertices
    int64_t vertices; // of the level
    int64_t count;    // communities or parts of the level
    int64_t kept;     // entries of the level's graph
    int64_t heaviest; // bits of the largest weight
    alignas(64) int64_t moved;   // vertices, in this pass
    int64_t woken;               // vertices, about
    alignas(64) int64_t inside;  // weight inside communities
};

struct CommunityScratch {
    CommunityScratch(int32_t method, int64_t vertices, int64_t entries, uint32_t workers, void* memory, uint64_t bytes)
        : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        const uint64_t m = entries > 0 ? static_cast<uint64_t>(entries) : 0;
        const bool search = method != GATUN_COMMUNITIES_GIVEN, refine = method == GATUN_COMMUNITIES_LEIDEN;
        state = scratch.take<CommunityState>(1);
        communities = scratch.take<int32_t>(n);
        volumes = scratch.take<int64_t>(n);
        numbers = scratch.take<int32_t>(n);
        if (!search) return;
        batch = (n + community_batches - 1) / community_batches;
        strengths = scratch.take<int64_t>(n);
        choices = scratch.take<int32_t>(n);
        awake = scratch.take<uint8_t>(n);
        initial = scratch.take<int32_t>(n);
        vertex_of = scratch.take<int32_t>(n);
        starts = scratch.take<int32_t>(n + 1);
        members = scratch.take<int32_t>(n);
        movers = scratch.take<int32_t>(batch * workers);
        for (auto& part : offsets) part = scratch.take<int64_t>(n + 1);
        neighbours = scratch.take<int32_t>(m);
        weights = scratch.take<int64_t>(m);
        distinct = n < m ? n : m;
        places = scratch.take<int32_t>(n * workers);
        keys = scratch.take<int32_t>(distinct * workers);
        sums = scratch.take<int64_t>(distinct * workers);
        if (!refine) return;
        parts = scratch.take<int32_t>(n);
        part_volumes = scratch.take<int64_t>(n);
        part_edges = scratch.take<int64_t>(n);
    }

    Scratch scratch;
    CommunityState* state;
    int32_t* communities;  // of the level's vertices, each called by a number below the level's vertices
    int64_t* volumes;      // strengths of communities
    int32_t* numbers;      // of communities, parts or vertices, while they are numbered
    uint64_t batch = 0;    // most vertices in one
    int64_t* strengths = nullptr;  // of the level's vertices
    int32_t* choices = nullptr;    // communities after the batch
    uint8_t* awake = nullptr;
    int32_t* initial = nullptr;    // communities at the start of the level
    int32_t* vertex_of = nullptr;  // the level's vertex that a vertex of the graph has become part of
    int32_t* starts = nullptr;     // members of group g: members[starts[g] .. starts[g + 1]), ascending
    int32_t* members = nullptr;
    int32_t* movers = nullptr;     // by worker: vertices of the batch that move
    int64_t* offsets[2] = {};      // of this level's graph and of the next one's
    int32_t* neighbours = nullptr; // entries of both graphs
    int64_t* weights = nullptr;
    uint64_t distinct = 0;         // most communities next to one vertex
    int32_t* places = nullptr;     // by worker: of its Tally
    int32_t* keys = nullptr;
    int64_t* sums = nullptr;
    int32_t* parts = nullptr;         // of the level's vertices, each called by one of them
    int64_t* part_volumes = nullptr;  // strengths of parts
    int64_t* part_edges = nullptr;    // weights between parts and the rest of their communities
};

}  // namespace gatun::csr
