// Text cells to offsets and bytes. Most columns have neither quotes nor null tokens but the empty one, so measuring first
// takes 64 rows for such, and goes through them again one by one when it was wrong. The first of the two steps leaves
// nothing for the second but the offsets: how much shorter a string is than its cell says what has to be done.
#include <cstdint>

#include "core/bitmaps.hpp"
#include "core/copy_ahead.hpp"
#include "csv/cell.hpp"
#include "csv/string_escapes.hpp"
#include "csv/string_nulls.hpp"

namespace gatun::GATUN_TIER {

namespace {

// What is known after some rows.
struct Measure {
    uint64_t bytes;
    uint64_t filled;  // bits of the last up to 64 rows that are not empty, or not null
};

// Rows of cells without quotes. Returns false when there is a quote or perhaps a null token that is not empty; offsets
// are wrong then.
template <bool tokens>
inline bool measure_plain(const gatun_csv_cells& cells, const StringNulls& nulls, uint64_t first, uint64_t n,
    int32_t* offsets, Measure& measure) {
    const uint32_t* start = cells.starts + first * cells.stride;
    const uint32_t* end = cells.ends + first * cells.stride;
    const unsigned quote = cells.quote == 0 ? 256 : cells.quote;
    if (cells.text[*start] == quote) return false;  // often all of a column are quoted
    uint64_t bytes = measure.bytes, filled = 0;
    bool odd = false;
    for (uint64_t i = 0; i < n; i++, start += cells.stride, end += cells.stride) {
        const uint64_t size = *end - *start;
        const uint8_t byte = cells.text[*start];
        odd |= byte == quote;
        if (tokens) odd |= nulls.likely(size, byte);
        filled |= static_cast<uint64_t>(size != 0) << i;
        bytes += size;
        offsets[first + i + 1] = static_cast<int32_t>(bytes);
    }
    if (odd) return false;
    measure.bytes = bytes;
    measure.filled = nulls.empty() ? filled : low_bits(n);
    return true;
}

// Rows of any cells.
inline void measure_any(const gatun_csv_cells& cells, const StringNulls& nulls, uint64_t first, uint64_t n,
    int32_t* offsets, Measure& measure) {
    measure.filled = 0;
    for (uint64_t i = 0; i < n; i++) {
        const Cell cell = cell_at(cells, first + i);
        const uint64_t dropped = cell.quoted ? count_dropped(cell.begin, cell.size(), cells) : 0;
        const bool null = nulls.contain(cell, dropped);
        if (!null) measure.bytes += cell.size() - dropped;
        measure.filled |= static_cast<uint64_t>(!null) << i;
        offsets[first + i + 1] = static_cast<int32_t>(measure.bytes);
    }
}

template <unsigned likely>
inline void copy_rows(const gatun_csv_cells& cells, const int32_t* offsets, uint8_t* bytes) {
    const uint32_t* start = cells.starts;
    const uint32_t* end = cells.ends;
    for (uint64_t i = 0; i < cells.rows; i++, start += cells.stride, end += cells.stride) {
        uint8_t* const to = bytes + offsets[i];
        const uint64_t size = static_cast<uint64_t>(offsets[i + 1] - offsets[i]);
        const uint64_t lacking = *end - *start - size;  // 0: no quotes; 2: quotes around it; or it is null and empty
        const uint8_t* const from = cells.text + *start + (lacking == 2);
        if (lacking <= 2) {
            copy_ahead<likely>(to, from, size);
        } else if (size != 0) {
            copy_content(to, cells.text + *start + 1, *end - *start - 2, cells);
        }
    }
}

}  // namespace

uint64_t csv_string_measure(const gatun_csv_cells& cells, int32_t null_rule, int32_t* offsets, uint8_t* validity,
    uint64_t& null_slots) {
    const StringNulls nulls(cells, null_rule);
    Measure measure = {0, 0};
    offsets[0] = 0;
    null_slots = 0;
    for (uint64_t first = 0; first < cells.rows; first += 64) {
        const uint64_t n = cells.rows - first < 64 ? cells.rows - first : 64;
        const bool plain = nulls.others() ? measure_plain<true>(cells, nulls, first, n, offsets, measure)
                                          : measure_plain<false>(cells, nulls, first, n, offsets, measure);
        if (!plain) measure_any(cells, nulls, first, n, offsets, measure);
        store(validity + first / 8, measure.filled);
        null_slots += n - count_ones(measure.filled);
    }
    return measure.bytes;
}

void csv_string_copy(const gatun_csv_cells& cells, const int32_t* offsets, uint8_t* bytes) {
    if (cells.rows == 0) return;
    const uint64_t average = static_cast<uint64_t>(offsets[cells.rows]) / cells.rows;
    if (average < 8) {
        copy_rows<16>(cells, offsets, bytes);
    } else if (average < 20) {
        copy_rows<32>(cells, offsets, bytes);
    } else {
        copy_rows<64>(cells, offsets, bytes);
    }
}

}  // namespace gatun::GATUN_TIER
