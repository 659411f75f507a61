// Taking away what stands in a quoted cell only because it is quoted: one of two quotes, or escape characters.
#pragma once

#include <cstdint>

#include "core/bitmaps.hpp"
#include "core/copy_ahead.hpp"
#include "core/words.hpp"
#include "csv/byte_masks.hpp"

namespace gatun::GATUN_TIER {

// Finds what is to be dropped from the content of one cell, 64 bytes a time.
class DoubledQuotes {
  public:
    DoubledQuotes(const uint8_t*, uint64_t, const gatun_csv_cells& cells) : quote_(cells.quote) {}

    // A bit for each of the `size` (1 to 64) bytes at `from` that is dropped: the second quote of each pair.
    uint64_t dropped(const uint8_t* from, uint64_t size) {
        const uint64_t quotes = equal_bytes(from, size, quote_);
        if (quotes == 0) return 0;  // a pair lies together, so that none is open
        uint64_t odd = quotes;      // bits up to which the number of quotes is odd
        for (unsigned shift = 1; shift < 64; shift *= 2) odd ^= odd << shift;
        odd ^= open_;
        open_ = 0 - (odd >> 63);
        return quotes & ~odd;
    }

  private:
    const uint8_t quote_;
    uint64_t open_ = 0;  // all ones between the quotes of a pair
};

// The same for an escape character other than the quote: it is dropped before a quote and before itself.
class Escapes {
  public:
    Escapes(const uint8_t* from, uint64_t size, const gatun_csv_cells& cells)
        : end_(from + size), quote_(cells.quote), escape_(cells.escape) {}

    uint64_t dropped(const uint8_t* from, uint64_t size) {
        uint64_t escapes = equal_bytes(from, size, escape_) & ~done_;
        done_ = 0;
        uint64_t dropped = 0;
        while (escapes != 0) {
            const uint64_t lowest = escapes & (0 - escapes);
            const uint8_t* const next = from + __builtin_ctzll(escapes) + 1;
            escapes ^= lowest;
            if (next == end_ || (*next != quote_ && *next != escape_)) continue;
            dropped |= lowest;
            escapes &= ~(lowest << 1);
            done_ = lowest >> 63;
        }
        return dropped;
    }

  private:
    const uint8_t* const end_;
    const uint8_t quote_;
    const uint8_t escape_;
    uint64_t done_ = 0;  // 1 when the first byte of the next block is what an escape was before
};

// Copies the bytes of a block of `size` that are not dropped, and up to 64 more. Returns where they end.
inline uint8_t* copy_kept(uint8_t* to, const uint8_t* from, uint64_t size, uint64_t dropped) {
    uint64_t begin = 0;
    for (; dropped != 0; dropped &= dropped - 1) {
        const uint64_t end = static_cast<uint64_t>(__builtin_ctzll(dropped));
        move<64>(to, from + begin);
        to += end - begin;
        begin = end + 1;
    }
    move<64>(to, from + begin);
    return to + (size - begin);
}

template <class Dropping>
inline void copy_without(uint8_t* to, const uint8_t* from, uint64_t size, const gatun_csv_cells& cells) {
    Dropping dropping(from, size, cells);
    for (uint64_t i = 0; i < size; i += 64) {
        const uint64_t block = size - i < 64 ? size - i : 64;
        to = copy_kept(to, from + i, block, dropping.dropped(from + i, block));
    }
}

// The content of a quoted cell, without what is dropped.
inline void copy_content(uint8_t* to, const uint8_t* from, uint64_t size, const gatun_csv_cells& cells) {
    if (cells.escape == cells.quote) {
        copy_without<DoubledQuotes>(to, from, size, cells);
    } else {
        copy_without<Escapes>(to, from, size, cells);
    }
}

// Bytes of a content that are dropped.
[[gnu::noinline]] inline uint64_t count_dropped(const uint8_t* from, uint64_t size, const gatun_csv_cells& cells) {
    uint64_t count = 0;
    if (cells.escape == cells.quote) {
        for (uint64_t i = 0; i < size; i += 64) {
            const uint64_t quotes = equal_bytes(from + i, size - i < 64 ? size - i : 64, cells.quote);
            if (quotes != 0) count += count_ones(quotes);
        }
        return count / 2;
    }
    Escapes escapes(from, size, cells);
    for (uint64_t i = 0; i < size; i += 64) {
        const uint64_t dropped = escapes.dropped(from + i, size - i < 64 ? size - i : 64);
        if (dropped != 0) count += count_ones(dropped);
    }
    return count;
}

}  // namespace gatun::GATUN_TIER
