// Ranges of bytes.
#pragma once

#include <cstdint>

#include "core/words.hpp"

namespace gatun {

struct Pieces {
    const uint8_t* bytes;
    const uint64_t* ranges;  // of any alignment
    uint64_t count;

    __attribute__((always_inline)) uint64_t from(uint64_t i) const { return word(2 * i); }
    __attribute__((always_inline)) uint64_t to(uint64_t i) const { return word(2 * i + 1); }

  private:
    __attribute__((always_inline)) uint64_t word(uint64_t i) const {
        return load<uint64_t>(reinterpret_cast<const uint8_t*>(ranges) + i * sizeof(uint64_t));
    }
};

}  // namespace gatun
