// The order of byte strings.
#pragma once

#include <cstdint>
#include <cstring>

namespace gatun::GATUN_TIER {

struct Bytes {
    const uint8_t* data;
    int64_t size;
};

inline bool equal(Bytes a, Bytes b) {
    return a.size == b.size && (a.size == 0 || std::memcmp(a.data, b.data, static_cast<size_t>(a.size)) == 0);
}

// Unsigned byte by byte, a prefix first. Most pairs differ in the first eight bytes.
inline bool at_least(Bytes a, Bytes b) {
    const int64_t common = a.size < b.size ? a.size : b.size;
    int64_t i = 0;
    if (common >= 8) {
        uint64_t x, y;
        std::memcpy(&x, a.data, 8);
        std::memcpy(&y, b.data, 8);
        if (x != y) return __builtin_bswap64(x) > __builtin_bswap64(y);
        const int order = std::memcmp(a.data + 8, b.data + 8, static_cast<size_t>(common - 8));
        return order != 0 ? order > 0 : a.size >= b.size;
    }
    for (; i < common; i++) {
        if (a.data[i] != b.data[i]) return a.data[i] > b.data[i];
    }
    return a.size >= b.size;
}

}  // namespace gatun::GATUN_TIER
