// Cells with a layout, 16 or 8 rows at once: their bytes are checked and turned into pairs of digits row by row, then
// transposed, so that a vector has the same field of all rows. In the tier's namespace.
#pragma once

#include "csv/temporal_column.hpp"
#include "csv/temporal_lanes.hpp"

#if defined(__AVX2__)

namespace gatun::GATUN_TIER {

namespace {

// A layout as vectors take it. The first 16 bytes are put in this order: century, year; month, day; hour, minute;
// second; two bytes each. Only the second may also lie in the 4 bytes behind.
struct VectorLayout {
    const Layout* layout = nullptr; // nullptr when there is none
    bool quoted = false;
    bool tail = false; // whether there are more than 16 bytes
    bool open = false; // whether cells may go on behind it
    alignas(16) uint8_t low[16] = {}, most[16] = {}, alternative[16] = {}, order[16] = {};
    uint32_t tail_low = 0, tail_most = 0, tail_weights = 0;

    VectorLayout() = default;
    VectorLayout(const Layout& from, bool in_quotes, bool goes_on)
        : layout(&from), quoted(in_quotes), tail(from.size > 16), open(goes_on) {
        static constexpr uint8_t place[PAIRS] = {0, 2, 4, 6, 8, 10, 12};
        uint8_t weights[4] = {};
        for (uint32_t i = 0; i < 16; i++) {
            low[i] = from.low[i], most[i] = from.most[i], order[i] = 0x80;
            alternative[i] = i == from.separator ? separator_alternative : 0;
        }
        for (uint32_t field = 0; field < PAIRS; field++) {
            for (uint32_t digit = 0; digit < 2 && from.at[field] != Layout::nowhere; digit++) {
                const uint32_t at = from.at[field] + digit;
                if (at < 16) {
                    order[place[field] + digit] = static_cast<uint8_t>(at);
                } else if (field == SECOND) {
                    weights[at - 16] = digit == 0 ? 10 : 1;
                } else {
                    layout = nullptr;
                }
            }
        }
        tail_low = load<uint32_t>(from.low + 16);
        tail_most = load<uint32_t>(from.most + 16);
        tail_weights = load<uint32_t>(weights);
    }
};

// Fields of all rows, two numbers a lane.
struct Fields {
    Lanes year, date, clock, second; // century | year << 16, month | day << 16, hour | minute << 16
};

// The bytes of all rows: of row 4 i + j the first 16 in part i of first[j], the 4 behind them and the cell's size in
// lane 4 i + j.
struct Bytes {
    Lanes first[4], behind, sizes;
};

// Where the cells of a row and of those after it lie.
struct CellCursor {
    const uint8_t* text;
    const uint32_t* start;
    const uint32_t* end;
    uint64_t stride;
};

inline __m128i four(const uint32_t* words) {
    const auto two = [=](int i) {
        return _mm_insert_epi32(
            _mm_cvtsi32_si128(static_cast<int32_t>(words[i])), static_cast<int32_t>(words[i + 1]), 1);
    };
    return _mm_unpacklo_epi64(two(0), two(2));
}

// Loads the four rows of one part and goes on to the next.
template <int part>
inline void load_part(CellCursor& cursor, Bytes& bytes) {
    uint32_t behind[4], sizes[4];
    for (int j = 0; j < 4; j++) {
        const uint8_t* const row = cursor.text + *cursor.start;
        sizes[j] = *cursor.end - *cursor.start;
        behind[j] = load<uint32_t>(row + 16);
        bytes.first[j] = insert<part>(bytes.first[j], _mm_loadu_si128(reinterpret_cast<const __m128i*>(row)));
        cursor.start += cursor.stride;
        cursor.end += cursor.stride;
    }
    __m128i four_behind = four(behind), four_sizes = four(sizes);
    // Else GCC loads all parts first, for which there are not enough registers.
    __asm__ volatile("" : "+x"(four_behind), "+x"(four_sizes), "+r"(cursor.start), "+r"(cursor.end));
    bytes.behind = insert<part>(bytes.behind, four_behind);
    bytes.sizes = insert<part>(bytes.sizes, four_sizes);
}

// Turns bytes into fields; gives the rows whose bytes are as the layout says.
inline uint32_t split(const VectorLayout& shape, const Bytes& rows, Fields& fields) {
    const Lanes low = bytes16(shape.low), most = bytes16(shape.most), alternative = bytes16(shape.alternative);
    const Lanes order = bytes16(shape.order), ten_and_one = all(0x010a010a);
    Lanes wrong[4], pairs[4], out[4];
    for (int j = 0; j < 4; j++) {
        const Lanes bytes = zero_where_equal(differ(rows.first[j], low), alternative);
        wrong[j] = excess8(bytes, most);
        pairs[j] = add_pairs8(shuffle(bytes, order), ten_and_one);
    }
    uint32_t good = all_zero(wrong);
    transpose(pairs, out);
    Lanes second = out[3];
    if (shape.tail) {
        const Lanes bytes = differ(rows.behind, all(static_cast<int32_t>(shape.tail_low)));
        good &= bits_of(equal(excess8(bytes, all(static_cast<int32_t>(shape.tail_most))), all(0)));
        second = add(second, add_pairs8(bytes, all(static_cast<int32_t>(shape.tail_weights))));
    }
    fields = {add(out[0], all(shape.layout->century)), out[1], out[2], add_pairs16(second, all16(1, 1))};
    return good;
}

// Days since 1970-01-01, and the rows whose date there is.
inline Lanes days_of(const Fields& fields, Mask& exists) {
    const Lanes low_half = all(0xffff);
    const Lanes century = both(fields.year, low_half), year = down<16>(fields.year);
    const Lanes month = both(fields.date, low_half), day = down<16>(fields.date);
    const Mask leap = equal(both(choose(equal(year, all(0)), century, year), all(3)), all(0));

    // Entry 14 is February of a leap year; those of no month are 0. Only the lowest byte of a lane counts.
    alignas(16) static constexpr uint8_t sizes[16] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 29, 0};
    alignas(16) static constexpr uint8_t more_days[16] = {1, 1, 2, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 1, 1, 1};
    const Mask leap_february = both(leap, equal(month, all(2)));
    const Lanes last = both(shuffle(bytes16(sizes), either(month, where(leap_february, all(12)))), all(0xff));
    exists = both(both(more(all(13), month), more(day, all(0))),
        both(more(add(last, all(1)), day), more(fields.year, all(0))));

    // 36524 days and a quarter a century, of which 2^16 by a shift; 365 and a quarter a year; 30 and more a month.
    const Lanes years = add(add(up<16>(fields.year), add_pairs16(fields.year, all16(36524 - 65536, 365))),
        add_pairs16(down16<2>(fields.year), all16(1, 1)));
    const Lanes more_of_year = both(shuffle(bytes16(more_days), month), all(0xff));
    const Lanes months = add(add_pairs16(fields.date, all16(30, 1)), more_of_year);
    const Lanes not_yet = where(both(leap, more(all(3), month)), all(1));
    constexpr int32_t epoch = 719528 + 30 + 1;
    return subtract(add(years, months), add(not_yet, all(epoch)));
}

// Converts the rows from `row` on, as many as there are lanes; stores their numbers, 0 for others. Gives the rows that
// have been converted.
class TemporalVector {
public:
    explicit TemporalVector(const TemporalColumn& column) : column_(column), scale_(column.scale()) {
        // A day has this many units: an odd factor of 32 bits and a power of two.
        day_ = 86'400ull * scale_.unit;
        for (; day_ > INT32_MAX; day_ /= 2) day_shift_++;
        if (column.sentinels().more) pause_ = UINT64_MAX;
    }

    uint32_t convert(uint64_t row) {
        if (pause_ != 0) {
            pause_--;
            return 0;
        }
        Bytes bytes;
        const uint32_t sized = shape_.layout == nullptr ? 0 : load_rows(row, bytes);
        if (2 * static_cast<uint32_t>(__builtin_popcount(sized)) < lanes) {
            choose_shape(row);
            return 0;
        }
        Fields fields;
        const uint32_t good = sized & split(shape_, bytes, fields);
        const uint32_t found = store_numbers(row, fields, good);
        return shape_.open ? with_tails(row, found) : found;
    }

private:
    // Gives the rows that have as many bytes as the layout, or more where it is open.
    uint32_t load_rows(uint64_t row, Bytes& bytes) const {
        const gatun_csv_cells& cells = column_.cells();
        const uint64_t first = row * cells.stride;
        const uint32_t quotes = shape_.quoted, size = shape_.layout->size + 2 * quotes;
        CellCursor cursor = {cells.text + quotes, cells.starts + first, cells.ends + first, cells.stride};
        load_part<0>(cursor, bytes);
        load_part<1>(cursor, bytes);
        if constexpr (parts == 4) {
            load_part<2>(cursor, bytes);
            load_part<3>(cursor, bytes);
        }
        const Lanes wanted = all(static_cast<int32_t>(size));
        uint32_t sized = bits_of(equal(bytes.sizes, wanted));
        if (shape_.open) sized |= bits_of(more(bytes.sizes, wanted));
        if (shape_.quoted) {
            for (uint32_t i = 0; i < lanes; i++) {
                const uint32_t start = cells.starts[first + i * cells.stride];
                sized &= ~(static_cast<uint32_t>(cells.text[start] != cells.quote) << i);
            }
        }
        return sized;
    }

    // Takes the layout of the first row that has one for the rows to come. Without one, they are left over for a while.
    __attribute__((noinline)) void choose_shape(uint64_t row) {
        constexpr uint32_t groups_to_wait = 16;
        for (uint32_t i = 0; i < lanes; i++) {
            const Cell cell = cell_at(column_.cells(), row + i);
            const Layout* layout = column_.layout(cell.size());
            bool open = false;
            if (layout == nullptr) {
                layout = column_.layout_before_tail();
                if (layout == nullptr || cell.size() < layout->size) continue;
                open = true;
            }
            if (layout != shape_.layout || cell.quoted != shape_.quoted || open != shape_.open) {
                shape_ = VectorLayout(*layout, cell.quoted, open);
            }
            return;
        }
        pause_ = groups_to_wait;
    }

    // Adds what is behind an open layout.
    uint32_t with_tails(uint64_t row, uint32_t found) const {
        for (uint32_t left = found; left != 0; left &= left - 1) {
            const uint32_t i = static_cast<uint32_t>(__builtin_ctz(left));
            if (!column_.add_tail(row + i)) found &= ~(1u << i);
        }
        return found;
    }

    uint32_t store_numbers(uint64_t row, const Fields& fields, uint32_t good) const {
        const Mask on_clock = both(equal(excess16(fields.clock, all16(23, 59)), all(0)), more(all(60), fields.second));
        Mask exists = both(mask_of(good), on_clock);
        Lanes days = all(0);
        if (shape_.layout->has_date) {
            Mask on_calendar;
            days = days_of(fields, on_calendar);
            exists = both(exists, on_calendar);
        }
        const Lanes second = add(add_pairs16(fields.clock, all16(3600, 60)), fields.second);
        uint32_t found = bits_of(exists) & ~sentinels(scale_.kind == GATUN_CSV_TIME ? second : days);
        if (scale_.nanos_a_step == 1) {
            // The last days that 64 bits hold in full; what is beyond is left over.
            found &= bits_of(both(more(all(106751), days), more(days, all(-106751))));
        }
        const Mask mask = mask_of(found);
        uint8_t* const to = column_.value(row);
        if (scale_.kind == GATUN_CSV_DATE) {
            put(to, where(mask, days));
        } else if (scale_.wide) {
            put_wide(to, where(mask, days), static_cast<int64_t>(day_), day_shift_, where(mask, second), scale_.unit);
        } else {
            put(to, where(mask, multiply(second, all(static_cast<int32_t>(scale_.unit)))));
        }
        return found;
    }

    // Rows that may be equal to null tokens.
    uint32_t sentinels(Lanes key) const {
        const TemporalColumn::Sentinels& tokens = column_.sentinels();
        uint32_t rows = 0;
        for (uint32_t i = 0; i < tokens.count; i++) {
            rows |= bits_of(equal(key, all(tokens.keys[i])));
        }
        return rows;
    }

    const TemporalColumn& column_;
    const Scale& scale_;
    VectorLayout shape_;
    uint64_t day_;
    int day_shift_ = 0;
    uint64_t pause_ = 0; // groups of rows to leave over
};

}  // namespace

}  // namespace gatun::GATUN_TIER

#endif
