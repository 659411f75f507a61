// Text cells to offsets and bytes. Most columns have neither quotes nor null tokens but the empty one, so measuring first
// takes 64 rows for such, and goes through them again one by one when it was wrong. How much
// shorter a string is than its cell tells the second step what has to be done.
#include <cstdint>

#include "core/bitmaps.hpp"
#include "core/copy_ahead.hpp"
#include "csv/cell.hpp"
#include "csv/csv_string.hpp"
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
    measure.filled = nulls.empty(false) ? filled : low_bits(n);
    return true;
}

// Rows of any cells. Whether a cell is quoted is often hard to predict, so nothing depends on it but arithmetic as long as
// the cell is short.
template <bool tokens>
[[gnu::noinline]] Measure measure_any(const gatun_csv_cells& cells, const StringNulls& nulls, uint64_t first,
    uint64_t n, int32_t* offsets, uint64_t bytes) {
    const uint8_t byte = cells.quote;
    const unsigned quote = byte == 0 ? 256 : byte;
    const uint64_t brief = cells.escape == byte ? 64 : 0;  // bytes of cells whose quotes are counted at once
    const unsigned empty_nulls = nulls.empty(false) | nulls.empty(true) << 1;
    const uint64_t stride = cells.stride;
    const uint8_t* const text = cells.text;
    const uint32_t* start = cells.starts + first * stride;
    const uint32_t* end = cells.ends + first * stride;
    int32_t* offset = offsets + first + 1;
    uint64_t filled = 0;  // the last row's bit is the highest
    for (int32_t* const last = offset + n; offset < last; offset++, start += stride, end += stride) {
        const uint8_t* const whole = text + *start;
        uint64_t size = *end - *start;
        const unsigned quoted = static_cast<unsigned>(*whole == quote) & static_cast<unsigned>(size != 0);
        size -= 2 * quoted;
        uint64_t dropped = 0;
        if (size <= brief) {
            dropped = count_ones(equal_bytes(whole + quoted, quoted == 0 ? 0 : size, byte)) / 2;
        } else if (quoted != 0) {
            dropped = count_dropped(whole + 1, size, cells);
        }
        uint64_t null = empty_nulls >> quoted & static_cast<unsigned>(size == 0);
        if (tokens) null |= nulls.contain({whole + quoted, whole + quoted + size, quoted != 0}, dropped);
        bytes += (size - dropped) & (null - 1);
        filled = filled >> 1 | (null ^ 1) << 63;
        *offset = static_cast<int32_t>(bytes);
    }
    return {bytes, filled >> (64 - n)};
}

// Nothing is read through the reference: bytes that are stored could be anything to the compiler.
template <unsigned likely>
inline void copy_plain(gatun_csv_cells cells, const int32_t* offsets, uint8_t* bytes) {
    uint64_t at = 0;
    for (uint64_t i = 0; i < cells.rows; i++) {
        const uint64_t next = static_cast<uint64_t>(offsets[i + 1]);
        copy_ahead<likely>(bytes + at, cells.text + *cells.starts, next - at);
        cells.starts += cells.stride;
        at = next;
    }
}

inline void copy_any(gatun_csv_cells cells, const int32_t* offsets, uint8_t* bytes) {
    for (uint64_t i = 0; i < cells.rows; i++) {
        uint8_t* const to = bytes + offsets[i];
        const uint8_t* const from = cells.text + *cells.starts;
        const uint64_t size = static_cast<uint64_t>(offsets[i + 1] - offsets[i]);
        const uint64_t lacking = *cells.ends - *cells.starts - size;
        if (lacking <= 2) {  // 2: quotes around it; or it is null and empty
            copy_ahead(to, from + (lacking == 2), size);
        } else if (size != 0) {
            copy_content(to, from + 1, size + lacking - 2, cells);
        }
        cells.starts += cells.stride;
        cells.ends += cells.stride;
    }
}

}  // namespace

gatun::StringMeasure csv_string_measure(
    const gatun_csv_cells& cells, int32_t null_rule, int32_t* offsets, uint8_t* validity) {
    const StringNulls nulls(cells, null_rule);
    Measure measure = {0, 0};
    gatun::StringMeasure whole = {0, 0, true};
    offsets[0] = 0;
    for (uint64_t first = 0; first < cells.rows; first += 64) {
        const uint64_t n = cells.rows - first < 64 ? cells.rows - first : 64;
        const bool plain = nulls.others() ? measure_plain<true>(cells, nulls, first, n, offsets, measure)
                                          : measure_plain<false>(cells, nulls, first, n, offsets, measure);
        if (!plain) {
            measure = nulls.others() ? measure_any<true>(cells, nulls, first, n, offsets, measure.bytes)
                                     : measure_any<false>(cells, nulls, first, n, offsets, measure.bytes);
        }
        whole.plain &= plain;
        whole.nulls += n - count_ones(measure.filled);
        store(validity + first / 8, measure.filled);
    }
    whole.bytes = measure.bytes;
    return whole;
}

void csv_string_copy(const gatun_csv_cells& cells, bool plain, const int32_t* offsets, uint8_t* bytes) {
    if (cells.rows == 0) return;
    const uint64_t average = static_cast<uint64_t>(offsets[cells.rows]) / cells.rows;
    if (!plain) {
        copy_any(cells, offsets, bytes);
    } else if (average < 8) {
        copy_plain<16>(cells, offsets, bytes);
    } else if (average < 20) {
        copy_plain<32>(cells, offsets, bytes);
    } else {
        copy_plain<64>(cells, offsets, bytes);
    }
}

}  // namespace gatun::GATUN_TIER
