// What the workers of a triangle count share.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_triangles.h"

namespace gatun::csr {

// Vertices are ordered by degree only roughly: by a key with so many bits after the leading one.
constexpr int32_t degree_key_bits = 8;
constexpr int32_t degree_keys = (32 - degree_key_bits) << degree_key_bits;

// Most vertices that the bit matrix is for; their numbers fit 16 bits.
constexpr int64_t most_hubs = 16384;
constexpr int64_t hub_unit = 512;

struct TrianglesState {
    bool ordered;     // by degree, in a relabelled copy
    alignas(64) int64_t hub_end;  // entries of hub_neighbours in use
    alignas(64) int64_t end;      // entries of neighbours in use
};

// What one worker finds.
struct alignas(64) TrianglesPart {
    int64_t count;
    int64_t wedges;
    int64_t most;  // largest degree
};

// Where the row of a relabelled vertex lies.
struct OrientedRow {
    int64_t hubs;  // first of its neighbours that are hubs, in hub_neighbours
    int64_t rest;  // first of the others, in neighbours
    int32_t hub_count;
    int32_t rest_count;
};

class TrianglesScratch {
  public:
    __attribute__((always_inline)) TrianglesScratch(int64_t vertices, int64_t entries, bool per_vertex, bool arcs,
        uint32_t workers, void* memory, uint64_t bytes)
        : scratch(memory, bytes), hubs(arcs ? 0 : hubs_of(vertices, entries)), matrix_stride((hubs / hub_unit | 1) * (hub_unit / 64)),
          bitmap_words((static_cast<uint64_t>(vertices) + 63) / 64) {
        const uint64_t n = static_cast<uint64_t>(vertices), half = static_cast<uint64_t>(entries) / 2;
        state = scratch.take<TrianglesState>(1);
        parts = scratch.take<TrianglesPart>(workers);
        histograms = scratch.take<int32_t>(static_cast<uint64_t>(degree_keys) * workers);
        order = scratch.take<int32_t>(n);
        rank = scratch.take<int32_t>(n);
        rows = scratch.take<OrientedRow>(n);
        hub_neighbours = scratch.take<uint16_t>((hubs > 0 ? half : 0) + slack);
        neighbours = scratch.take<uint32_t>(half + slack);
        matrix = scratch.take<uint64_t>(static_cast<uint64_t>(hubs * matrix_stride));
        hub_counts = scratch.take<int64_t>(per_vertex ? static_cast<uint64_t>(hubs) * workers : 0);
        bitmaps = scratch.take<uint64_t>((arcs ? 2 : 1) * bitmap_words * workers);
        hub_bitmaps = scratch.take<uint64_t>(static_cast<uint64_t>(matrix_stride) * workers);
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }
    __attribute__((always_inline)) bool fits() const { return scratch.fits(); }

    static constexpr uint64_t slack = 64;  // elements that may be read or written past a row's end

  private:
    // As many that the matrix takes no more bytes than there are entries, which is about what it is worth.
    __attribute__((always_inline)) static int64_t hubs_of(int64_t vertices, int64_t entries) {
        int64_t hubs = hub_unit;
        while (hubs < most_hubs && hubs < vertices && (hubs + hub_unit) * (hubs + hub_unit) / 8 <= entries) hubs += hub_unit;
        return hubs;
    }

    Scratch scratch;

  public:
    int64_t hubs;           // relabelled vertices 0 .. hubs - 1 have rows in the matrix; a multiple of hub_unit
    int64_t matrix_stride;  // words; an odd number of cache lines
    uint64_t bitmap_words;
    TrianglesState* state;
    TrianglesPart* parts;
    int32_t* histograms;
    int32_t* order;  // the vertex that a relabelled one was
    int32_t* rank;   // and the other way round
    OrientedRow* rows;
    uint16_t* hub_neighbours;
    uint32_t* neighbours;
    uint64_t* matrix;
    int64_t* hub_counts;
    uint64_t* bitmaps;
    uint64_t* hub_bitmaps;
};

}  // namespace gatun::csr
