// A column of integers and how one of its cells is converted. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "csv/cell.hpp"
#include "csv/integer.hpp"
#include "csv/short_tokens.hpp"

namespace gatun::GATUN_TIER {

namespace {

struct Int64Column {
    const gatun_csv_cells& cells;
    uint8_t* values;
    gatun_csv_outcome& outcome;
    IntegerStyle style;

    // Null tokens that eight cells are compared with at once.
    ShortTokens nulls;
    // Whether no null token is a number.
    bool number_is_value = true;
    bool empty_is_null = false;
    // Most characters of a cell that could not be a null token other than those in `nulls`, or 16.
    uint64_t plain = 16;

    Int64Column(const gatun_csv_cells& cells, bool canonical, uint8_t* values, gatun_csv_outcome& outcome)
        : cells(cells), values(values), outcome(outcome), style{cells.grouping, canonical} {
        for_tokens(cells.nulls, cells.null_bytes, [this](const uint8_t* token, uint64_t size) {
            // Parsing may read behind a token.
            uint8_t copy[256 + 8];
            std::memcpy(copy, token, size);
            int64_t value;
            const bool number = parse_integer(copy, copy + size, style, value);
            if (!nulls.add(token, size) && number) {
                const uint64_t shorter = size > ShortTokens::widest ? ShortTokens::widest : 0;
                if (shorter < plain) plain = shorter;
            }
            number_is_value &= !number;
            empty_is_null |= size == 0;
        });
    }

    // Whether up to `plain` digits, perhaps behind a minus, are a value without another look.
    bool all_plain() const { return number_is_value && !style.canonical; }

    // Converts the cell of a row. Whether it has a value.
    bool one(uint64_t row) const {
        const Cell cell = cell_at(cells, row);
        int64_t value = 0;
        bool valid = parse_integer(cell.begin, cell.end, style, value);
        if (!(valid && number_is_value) && is_null(cells, cell)) {
            value = 0;
            valid = false;
        } else if (!valid) {
            misfit(cells, row, outcome);
        }
        store(values + 8 * row, value);
        return valid;
    }

    // Those of eight rows. Whether they have values, bit by bit.
    unsigned one_by_one(uint64_t row) const {
        unsigned valid = 0;
        for (unsigned i = 0; i < 8; i++) valid |= static_cast<unsigned>(one(row + i)) << i;
        return valid;
    }
};

}  // namespace

}  // namespace gatun::GATUN_TIER
