// Keeping selected rows. In place works since nothing is written behind what has been read: a kept row moves to the
// front, and a whole register is stored only where all of it has been read before.
#include "column/compress_words.hpp"
#include "column/selection_runs.hpp"
#include "gatun/column_select.h"

namespace gatun::GATUN_TIER {

using column::Selection;

namespace {

constexpr int64_t no_room = GATUN_STATUS_CAPACITY;

// Copies runs. For wide values, and for selections of long runs.
int64_t by_runs(const Selection& selection, int64_t width, const uint8_t* values, uint8_t* out) {
    int64_t done = 0;
    const bool fits = for_runs(selection, [&](int64_t from, int64_t to) {
        if (to - from > selection.selected - done) return false;
        if (out + done * width != values + from * width) {
            std::memmove(out + done * width, values + from * width, static_cast<size_t>((to - from) * width));
        }
        done += to - from;
        return true;
    });
    return fits ? done : no_room;
}

// Copies the rows of a word one by one.
template <int width>
void by_bits(const uint8_t* from, uint64_t ones, uint8_t* to) {
    for (; ones != 0; ones &= ones - 1, to += width) {
        uint8_t value[width];
        std::memcpy(value, from + width * __builtin_ctzll(ones), width);
        std::memcpy(to, value, width);
    }
}

// Copies the rows of a word of which many are kept. There is room for a whole word behind `to`.
template <int width>
void by_word(const uint8_t* from, uint64_t ones, uint8_t* to) { by_bits<width>(from, ones, to); }

#if defined(__AVX2__)
template <class Compress>
void compress_word(int width, const uint8_t* from, uint64_t ones, uint8_t* to) {
    for (int i = 0; i < 64; i += Compress::lanes) {
        const uint32_t keep = static_cast<uint32_t>(ones >> i) & ((1u << Compress::lanes) - 1);
        Compress::run(from + i * width, keep, to);
        to += width * __builtin_popcount(keep);
    }
}
template <>
void by_word<4>(const uint8_t* from, uint64_t ones, uint8_t* to) { compress_word<Compress4>(4, from, ones, to); }
template <>
void by_word<8>(const uint8_t* from, uint64_t ones, uint8_t* to) { compress_word<Compress8>(8, from, ones, to); }
#endif
#if defined(__AVX512F__)
template <>
void by_word<1>(const uint8_t* from, uint64_t ones, uint8_t* to) { compress_word<Compress1>(1, from, ones, to); }
template <>
void by_word<2>(const uint8_t* from, uint64_t ones, uint8_t* to) { compress_word<Compress2>(2, from, ones, to); }
#endif

template <int width>
int64_t by_words(const Selection& selection, const uint8_t* values, uint8_t* out) {
    int64_t done = 0;
    for (int64_t first = 0, word = 0; first < selection.rows; first += 64, word++) {
        const int64_t count = selection.rows - first < 64 ? selection.rows - first : 64;
        const uint64_t ones = load_word(selection.bits, word, count);
        if (ones == 0) continue;
        const int kept = __builtin_popcountll(ones);
        const int64_t room = selection.selected - done;
        if (kept > room) return no_room;
        const uint8_t* const from = values + first * width;
        uint8_t* const to = out + done * width;
        if (ones == ~0ull) {
            if (to != from) std::memmove(to, from, 64 * width);
        } else if (kept > 8 && count == 64 && room >= 64) {
            by_word<width>(from, ones, to);
        } else {
            by_bits<width>(from, ones, to);
        }
        done += kept;
    }
    return done;
}

// The bits of `values` where `keep` has one, moved to the front.
inline uint64_t extract(uint64_t values, uint64_t keep) {
#if defined(__BMI2__)
    return _pext_u64(values, keep);
#else
    uint64_t out = 0;
    for (int at = 0; keep != 0; keep &= keep - 1, at++) out |= (values >> __builtin_ctzll(keep) & 1) << at;
    return out;
#endif
}

void set_bits_between(uint8_t* bitmap, int64_t from, int64_t to) {
    for (; from < to && from % 8 != 0; from++) bitmap[from / 8] |= static_cast<uint8_t>(1u << (from % 8));
    if (to - from >= 8) {
        std::memset(bitmap + from / 8, 0xff, static_cast<size_t>((to - from) / 8));
        from += (to - from) / 8 * 8;
    }
    for (; from < to; from++) bitmap[from / 8] |= static_cast<uint8_t>(1u << (from % 8));
}

}  // namespace

int64_t select_fixed(const Selection& selection, int64_t width, const uint8_t* values, uint8_t* out) {
    switch (width) {
        case 1: return by_words<1>(selection, values, out);
        case 2: return by_words<2>(selection, values, out);
        case 4: return by_words<4>(selection, values, out);
        case 8: return by_words<8>(selection, values, out);
        case 16: return by_words<16>(selection, values, out);
        default: return by_runs(selection, width, values, out);
    }
}

int64_t select_bits(const Selection& selection, const uint8_t* values, uint8_t* out) {
    uint64_t pending = 0;
    int filled = 0;
    int64_t done = 0, ones = 0;
    for (int64_t first = 0, word = 0; first < selection.rows; first += 64, word++) {
        const int64_t count = selection.rows - first < 64 ? selection.rows - first : 64;
        const uint64_t keep = load_word(selection.bits, word, count);
        if (keep == 0) continue;
        const int kept = __builtin_popcountll(keep);
        if (kept > selection.selected - done - filled) return no_room;
        const uint64_t bits = extract(load_word(values, word, count), keep);
        ones += __builtin_popcountll(bits);
        pending |= bits << filled;
        if (filled + kept >= 64) {
            store_word(out, done / 64, 64, pending);
            done += 64;
            pending = filled == 0 ? 0 : bits >> (64 - filled);
            filled -= 64;
        }
        filled += kept;
    }
    if (filled > 0) store_word(out, done / 64, filled, pending);
    return ones;
}

int64_t select_strings(const Selection& selection, const int32_t* offsets, const uint8_t* bytes, int32_t* out_offsets,
    uint8_t* out_bytes, int64_t capacity) {
    int64_t done = 0, size = 0;
    const bool fits = for_runs(selection, [&](int64_t from, int64_t to) {
        // In place too: before a longest run there is a row that is not kept, so less than `from` has been written.
        const int32_t begin = offsets[from];
        const int64_t length = static_cast<int64_t>(offsets[to]) - begin;
        if (to - from > selection.selected - done || length > capacity - size) return false;
        if (length > 0 && out_bytes + size != bytes + begin) {
            std::memmove(out_bytes + size, bytes + begin, static_cast<size_t>(length));
        }
        const int32_t shift = static_cast<int32_t>(size - begin);
        for (int64_t i = from; i < to; i++) out_offsets[++done] = offsets[i + 1] + shift;
        size += length;
        return true;
    });
    out_offsets[0] = 0;
    return fits ? size : no_room;
}

int64_t select_lists(const Selection& selection, const int32_t* offsets, int32_t* out_offsets,
    uint8_t* element_selection, int64_t elements) {
    int64_t done = 0, size = 0;
    std::memset(element_selection, 0, static_cast<size_t>((elements + 7) / 8));
    const bool fits = for_runs(selection, [&](int64_t from, int64_t to) {
        const int32_t begin = offsets[from], end = offsets[to];
        if (to - from > selection.selected - done || begin < 0 || end < begin || end > elements) return false;
        set_bits_between(element_selection, begin, end);
        const int32_t shift = static_cast<int32_t>(size - begin);
        for (int64_t i = from; i < to; i++) out_offsets[++done] = offsets[i + 1] + shift;
        size += end - begin;
        return true;
    });
    out_offsets[0] = 0;
    return fits ? size : no_room;
}

}  // namespace gatun::GATUN_TIER
