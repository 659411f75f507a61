// Copies that are allowed to write too much, for the decoders of LZ77 formats.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSSE3__)
#include <tmmintrin.h>
#endif

namespace gatun::GATUN_TIER {

template <typename T>
inline T load(const uint8_t* p) {
    T value;
    std::memcpy(&value, p, sizeof value);
    return value;
}

// Loads all N bytes, then stores them: right for overlapping ranges that are N or more apart.
template <int N>
inline void copy_wide(uint8_t* to, const uint8_t* from) {
    typedef uint8_t bytes __attribute__((vector_size(N)));
    bytes value;
    std::memcpy(&value, from, N);
    std::memcpy(to, &value, N);
}

// Copies `size` bytes and up to N - 1 more; the ranges overlap by N or more bytes, or not at all.
template <int N>
inline void copy_wide(uint8_t* to, const uint8_t* from, uint64_t size) {
    for (uint64_t i = 0; i < size; i += N) copy_wide<N>(to + i, from + i);
}

#if defined(__SSSE3__)

struct RepeatTable {
    alignas(16) uint8_t row[16][16];  // row d: i % d
    uint8_t step[16];                 // the most repetitions of d bytes that fit into 16
};
constexpr RepeatTable make_repeat_table() {
    RepeatTable table{};
    for (int d = 1; d < 16; d++) {
        for (int i = 0; i < 16; i++) table.row[d][i] = static_cast<uint8_t>(i % d);
        table.step[d] = static_cast<uint8_t>(16 - 16 % d);
    }
    return table;
}
inline constexpr RepeatTable repeat_table = make_repeat_table();

// Repeats the `distance` (1 .. 15) bytes before `to` over `size` bytes and up to 15 more. Reads 16 bytes from the
// first of them, which may be behind `to`.
inline void repeat(uint8_t* to, unsigned distance, uint64_t size) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(to - distance));
    const __m128i order = _mm_load_si128(reinterpret_cast<const __m128i*>(repeat_table.row[distance]));
    const __m128i pattern = _mm_shuffle_epi8(bytes, order);
    const unsigned step = repeat_table.step[distance];
    for (uint64_t i = 0; i < size; i += step) _mm_storeu_si128(reinterpret_cast<__m128i*>(to + i), pattern);
}

#else

inline void repeat(uint8_t* to, unsigned distance, uint64_t size) {
    if (distance >= 8) return copy_wide<8>(to, to - distance, size);
    uint8_t pattern[8];
    for (unsigned i = 0; i < 8; i++) pattern[i] = i < distance ? *(to - distance + i) : pattern[i - distance];
    const unsigned step = 8 - 8 % distance;
    for (uint64_t i = 0; i < size; i += step) std::memcpy(to + i, pattern, 8);
}

#endif

// The match of an LZ77 format: `size` bytes from `distance` (1 or more) before `to`. Writes up to 31 bytes too many.
inline void copy_match(uint8_t* to, uint64_t distance, uint64_t size) {
    if (distance >= 32) {
        copy_wide<32>(to, to - distance, size);
    } else if (distance >= 16) {
        copy_wide<16>(to, to - distance, size);
    } else {
        repeat(to, static_cast<unsigned>(distance), size);
    }
}

}  // namespace gatun::GATUN_TIER
