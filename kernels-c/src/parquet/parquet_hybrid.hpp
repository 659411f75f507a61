// What the exported functions of parquet_hybrid hand to a tier.
#pragma once

#include <cstdint>

#include "gatun/parquet_hybrid.h"

namespace gatun {

// A cursor with what a call adds to it.
struct HybridSource {
    gatun_parquet_hybrid* cursor;
    const uint8_t* data;
    gatun_error* error;
};

struct HybridDictionary {
    const uint8_t* entries;
    uint32_t count;
    uint32_t width;
};

// A cursor from which nothing can be read.
constexpr gatun_parquet_hybrid exhausted_hybrid = {0, 0, 0, 0, 0, 0, 1, GATUN_PARQUET_LAYOUT_HYBRID};

}  // namespace gatun
