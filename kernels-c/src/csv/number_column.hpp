// A column of numbers, 64 rows at a time: the lanes take what they can, the rest goes cell by cell. In the tier's
// namespace.
#pragma once

#include "csv/cell.hpp"
#include "csv/number_scan.hpp"
#include "csv/number_text.hpp"

namespace gatun::GATUN_TIER {

// Converter has
//   bool lanes_allowed()     whether no null token stands in the way of the lanes
//   Mask batch<W>(const Scan&, Words power, bool powers, uint64_t row)
//                            stores lanes that are good, times 10^power, and zeros; returns which it did
//   bool cell(const Cell&, uint64_t row)    stores a cell of any shape, or returns false
//   void clear(uint64_t row)
template <class Converter>
class NumberColumn {
public:
    NumberColumn(const gatun_csv_cells& cells, Converter& converter)
        : cells_(cells), converter_(converter), by_lanes_(converter.lanes_allowed() && plain(cells)) {
        for (uint64_t at = 0; at < cells.null_bytes; at += 1 + cells.nulls[at]) empty_is_null_ |= cells.nulls[at] == 0;
    }

    void convert(uint8_t* validity, gatun_csv_outcome& outcome) {
        outcome = {0, 0, cells_.rows};
        for (uint64_t from = 0; from < cells_.rows; from += most) {
            const uint64_t n = cells_.rows - from < most ? cells_.rows - from : most;
            valid_ = 0;
            left_ = ~0ull;
            if (by_lanes_) rows_by_lanes(from, n);
            for (left_ &= low_bits(n); left_ != 0; left_ &= left_ - 1) {
                one_row(from + static_cast<uint64_t>(__builtin_ctzll(left_)), outcome);
            }
            valid_ &= low_bits(n);
            store(validity + from / 8, valid_);
            outcome.nulls += n - static_cast<uint64_t>(__builtin_popcountll(valid_));
        }
    }

private:
    static constexpr uint64_t most = 64;

    // Whether no character has two meanings.
    static bool plain(const gatun_csv_cells& cells) {
        const auto of_numbers = [](uint8_t c) { return is_digit(c) || c == '-' || c == '+' || c == '.' || c == ','; };
        return (cells.decimal == '.' || cells.decimal == ',') && cells.grouping != cells.decimal &&
               !of_numbers(cells.quote);
    }

    void one_row(uint64_t row, gatun_csv_outcome& outcome) {
        const Cell cell = cell_at(cells_, row);
        if (!is_null(cells_, cell)) {
            if (converter_.cell(cell, row)) {
                valid_ |= 1ull << row % most;
                return;
            }
            misfit(cells_, row, outcome);
        }
        converter_.clear(row);
    }

    void rows_by_lanes(uint64_t from, uint64_t n) {
        const uint32_t* const starts = cells_.starts + from * cells_.stride;
        const uint32_t* const ends = cells_.ends + from * cells_.stride;
        for (uint64_t i = 0; i < n; i++) {
            ends_[i] = ends[i * cells_.stride];
            sizes_[i] = ends_[i] - starts[i * cells_.stride];
        }
        for (uint64_t i = n; i % lanes != 0; i++) {
            ends_[i] = ends_[0];
            sizes_[i] = 0;
        }
        if (quoted_) strip_quotes(0, n);
        uint64_t done = 0, left = 0;
        for (uint64_t i = 0; i < n;) {
            const bool with_powers = powers_;
            const uint64_t valid = bits(batch(from, i, with_powers));
            const uint64_t missing = (low_bits(lanes) & ~valid) << i;
            if (missing != 0) {
                const uint64_t rest = (empty_is_null_ ? missing & ~empty_rows(i) : missing) & low_bits(n);
                if (rest != 0 && learn(rest, i, n, with_powers)) continue;  // once more
                left |= rest;
            }
            done |= valid << i;
            i += lanes;
        }
        valid_ = done;
        left_ = left;
    }

    // Takes the quotes off cells that have them.
    void strip_quotes(uint64_t from, uint64_t n) {
        for (uint64_t i = from; i < n; i++) {
            const uint32_t quoted = sizes_[i] != 0 && cells_.text[ends_[i] - sizes_[i]] == cells_.quote;
            ends_[i] -= quoted;
            sizes_[i] -= 2 * quoted;
        }
    }

    // Looks for what keeps rows from the lanes and could be helped: quotes, exponents. Whether something was found that
    // is to be looked for from now on.
    bool learn(uint64_t left, uint64_t from, uint64_t n, bool with_powers) {
        const bool quoted = quoted_;
        for (; left != 0; left &= left - 1) {
            const unsigned i = static_cast<unsigned>(__builtin_ctzll(left));
            const uint8_t* const end = cells_.text + ends_[i];
            if (!quoted && cells_.quote != 0 && sizes_[i] != 0 && *(end - sizes_[i]) == cells_.quote) quoted_ = true;
            if (with_powers) continue;
            for (unsigned k = 2; k < 6 && k < sizes_[i]; k++) powers_ |= (*(end - k) | 0x20) == 'e';
        }
        if (quoted_ && !quoted) strip_quotes(from, n);
        return quoted_ != quoted || (powers_ && !with_powers);
    }

    uint64_t empty_rows(uint64_t i) const { return static_cast<uint64_t>(bits(equal(widen(sizes_ + i), all(0)))) << i; }

    // Rows from + i on; returns those that were converted.
    GATUN_INLINE Mask batch(uint64_t from, uint64_t i, bool with_powers) {
        const uint32_t* ends = ends_ + i;
        Words size = widen(sizes_ + i) << 3, power = all(0);
        uint32_t moved[lanes];
        if (with_powers) {
            const Exponents e = scan_exponents(cells_.text, ends, size);
            narrow(moved, widen(ends) - ((size - e.size) >> 3));
            ends = moved;
            power = e.power;
            powers_ = bits(e.found) != 0;  // not looked for again before one is met
            size = only(e.found, only(e.good, e.size)) | (size - only(e.found, size));
        }
        if (bits(less(all(64), size)) == 0) return convert_lanes<1>(ends, size, power, with_powers, from + i);
        if (bits(less(all(128), size)) == 0) return convert_lanes<2>(ends, size, power, with_powers, from + i);
        size = only(less(size, all(193)), size);  // longer ones are left
        return convert_lanes<3>(ends, size, power, with_powers, from + i);
    }

    template <unsigned W>
    GATUN_INLINE Mask convert_lanes(const uint32_t* ends, Words size, Words power, bool powers, uint64_t row) {
        const Scan scan = scan_numbers<W>(cells_.text, ends, size, cells_.decimal);
        return converter_.template batch<W>(scan, power, powers, row);
    }

    const gatun_csv_cells& cells_;
    Converter& converter_;
    bool by_lanes_;
    bool empty_is_null_ = false;
    bool quoted_ = false;  // there are quoted cells
    bool powers_ = false;  // the last rows had exponents
    uint64_t valid_ = 0;   // of the 64 rows
    uint64_t left_ = 0;    // to be converted one by one
    uint32_t ends_[most + lanes];
    uint32_t sizes_[most + lanes];
};

}  // namespace gatun::GATUN_TIER
