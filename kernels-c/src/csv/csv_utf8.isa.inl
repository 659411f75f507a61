// UTF-8: registers of ASCII at once, others by tables, and the sequence that is wrong by looking at one after the other.
#include <cstdint>

#include "csv/utf8_sequence.hpp"

#if defined(__AVX2__)
#include "csv/utf8_blocks.hpp"
#endif

namespace gatun::GATUN_TIER {

#if defined(__AVX2__)

namespace {

// Blocks that are right, from `at` on. Returns the one that is not, or where less than a block is left.
inline const uint8_t* right_blocks(const uint8_t* at, const uint8_t* end, Utf8Block& previous) {
    bool ascii = true;  // the previous one
    while (at + Utf8Block::size <= end) {
        const Utf8Block block = Utf8Block::load(at);
        const bool also = block.ascii();
        if (!(ascii && also) && block.wrong(previous)) break;
        previous = block;
        ascii = also;
        at += Utf8Block::size;
    }
    return at;
}

// Where the sequence begins that may reach into the block at `at`; all before it is right.
inline const uint8_t* sequence_before(const uint8_t* at, const uint8_t* begin) {
    for (int back = 1; back <= 3 && at - back >= begin; back++) {
        if ((at[-back] & 0xc0) != 0x80) return at - back;
    }
    return at;
}

}  // namespace

uint64_t csv_utf8_first_invalid(const uint8_t* text, uint64_t from, uint64_t to) {
    const uint8_t* const begin = text + from;
    const uint8_t* const end = text + to;
    Utf8Block previous = Utf8Block::zero();
    const uint8_t* at = right_blocks(begin, end, previous);
    if (at + Utf8Block::size > end) {
        // Zeros behind the end, one at least, so that a sequence cut off is wrong.
        const uint64_t rest = static_cast<uint64_t>(end - at);
        if (!Utf8Block::load(at, rest).wrong(previous)) return to;
    }
    return static_cast<uint64_t>(utf8_scan(sequence_before(at, begin), end) - text);
}

#else

uint64_t csv_utf8_first_invalid(const uint8_t* text, uint64_t from, uint64_t to) {
    return static_cast<uint64_t>(utf8_scan(text + from, text + to) - text);
}

#endif

}  // namespace gatun::GATUN_TIER
