// Words in bytes that have no alignment. Little-endian, as every supported CPU is.
#pragma once

#include <cstdint>
#include <cstring>

namespace gatun {

template <class Word>
inline __attribute__((always_inline)) Word load(const uint8_t* from) {
    Word word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

template <class Word>
inline __attribute__((always_inline)) void store(uint8_t* to, Word word) {
    std::memcpy(to, &word, sizeof word);
}

// The lowest n bits, n from 0 to 64.
inline __attribute__((always_inline)) uint64_t low_bits(uint64_t n) { return n >= 64 ? ~0ull : (1ull << n) - 1; }

}  // namespace gatun
