// Bitmaps by words of 64 rows. Never reads or writes a byte that holds no row.
#pragma once

#include <cstdint>
#include <cstring>

namespace gatun::GATUN_TIER {

// Bits for the rows of a word of which `count`, 1 or more, exist.
inline uint64_t row_mask(int64_t count) { return count >= 64 ? ~0ull : (1ull << count) - 1; }

// The word of rows 64 * word on, `count` of them.
inline uint64_t load_word(const uint8_t* bitmap, int64_t word, int64_t count) {
    uint64_t bits = 0;
    if (count >= 64) {
        std::memcpy(&bits, bitmap + 8 * word, 8);
        return bits;
    }
    for (int64_t byte = 0; byte < (count + 7) / 8; byte++) {
        bits |= static_cast<uint64_t>(bitmap[8 * word + byte]) << (8 * byte);
    }
    return bits & row_mask(count);
}

inline void store_word(uint8_t* bitmap, int64_t word, int64_t count, uint64_t bits) {
    if (count >= 64) {
        std::memcpy(bitmap + 8 * word, &bits, 8);
        return;
    }
    for (int64_t byte = 0; byte < (count + 7) / 8; byte++) {
        bitmap[8 * word + byte] = static_cast<uint8_t>(bits >> (8 * byte));
    }
}

}  // namespace gatun::GATUN_TIER
