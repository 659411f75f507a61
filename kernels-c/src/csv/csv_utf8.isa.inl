// UTF-8: registers of ASCII at once, others by tables, and the sequence that is wrong by looking at one after the other.
#include <cstdint>

#include "csv/utf8_sequence.hpp"

#if defined(__AVX2__)
#include "csv/utf8_blocks.hpp"
#endif

namespace gatun::GATUN_TIER {

#if defined(__AVX2__)

namespace {

// Four blocks are looked at together: asking each of them whether it is ASCII costs more than checking it where only
// some are.
constexpr uint64_t group = 4 * Utf8Block::size;

// Groups that are right, from `at` on. Returns the one that is not, or where less than a group is left; `previous` is the
// block before that.
inline const uint8_t* right_groups(const uint8_t* at, const uint8_t* end, Utf8Block& previous) {
    bool ascii = true;  // the group before
    for (; static_cast<uint64_t>(end - at) >= group; at += group) {
        const Utf8Block a = Utf8Block::load(at), b = Utf8Block::load(at + Utf8Block::size),
                        c = Utf8Block::load(at + 2 * Utf8Block::size), d = Utf8Block::load(at + 3 * Utf8Block::size);
        const bool before = ascii;
        ascii = ((a | b) | (c | d)).ascii();
        if (!(before && ascii) && ((a.wrong(previous) | b.wrong(a)) | (c.wrong(b) | d.wrong(c))).any()) break;
        previous = d;
    }
    return at;
}

// The same for less than a group, to the end, with zeros behind it so that a sequence cut off is wrong. Returns the end
// when all is right.
inline const uint8_t* right_blocks(const uint8_t* at, const uint8_t* end, Utf8Block previous) {
    while (true) {
        const uint64_t rest = static_cast<uint64_t>(end - at);
        const Utf8Block block = rest < Utf8Block::size ? Utf8Block::load(at, rest) : Utf8Block::load(at);
        if (block.wrong(previous).any()) return at;
        if (rest < Utf8Block::size) return end;
        previous = block;
        at += Utf8Block::size;
    }
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
    const uint8_t* at = right_groups(begin, end, previous);
    if (static_cast<uint64_t>(end - at) < group) at = right_blocks(at, end, previous);
    return static_cast<uint64_t>(utf8_scan(sequence_before(at, begin), end) - text);
}

#else

uint64_t csv_utf8_first_invalid(const uint8_t* text, uint64_t from, uint64_t to) {
    return static_cast<uint64_t>(utf8_scan(text + from, text + to) - text);
}

#endif

}  // namespace gatun::GATUN_TIER
