// From dictionary indexes to entries. For .isa.inl files: part of the tier's namespace. Indexes are in range.
#pragma once

#include <cstdint>
#include <cstring>
#include <type_traits>

#include "core/words.hpp"
#if defined(__AVX2__)
#include "parquet/hybrid_gather_x86.hpp"
#endif
#include "parquet/parquet_hybrid.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Calls body with the width, as a constant where there is a loop for that width.
template <class Body>
void for_width(uint32_t width, Body&& body) {
    switch (width) {
        case 1: return body(std::integral_constant<uint64_t, 1>());
        case 2: return body(std::integral_constant<uint64_t, 2>());
        case 4: return body(std::integral_constant<uint64_t, 4>());
        case 8: return body(std::integral_constant<uint64_t, 8>());
        case 12: return body(std::integral_constant<uint64_t, 12>());
        case 16: return body(std::integral_constant<uint64_t, 16>());
        default: return body(uint64_t{width});
    }
}

inline void gather_entries(const HybridDictionary& dictionary, const uint8_t* indices, uint64_t n, uint8_t* out) {
    const uint8_t* const entries = dictionary.entries;
#if defined(__AVX2__)
    if (gather_by_vectors(entries, dictionary.count, dictionary.width, indices, n, out)) return;
#endif
    for_width(dictionary.width, [=](auto width) {
        for (uint64_t i = 0; i < n; i++) {
            const uint64_t index = load<uint32_t>(indices + 4 * i);
            std::memcpy(out + i * width, entries + index * width, width);
        }
    });
}

inline void repeat_entry(const HybridDictionary& dictionary, uint64_t index, uint64_t n, uint8_t* out) {
    const uint8_t* const entries = dictionary.entries;
    for_width(dictionary.width, [=](auto width) {
        for (uint64_t i = 0; i < n; i++) std::memcpy(out + i * width, entries + index * width, width);
    });
}

}  // namespace

}  // namespace gatun::GATUN_TIER
