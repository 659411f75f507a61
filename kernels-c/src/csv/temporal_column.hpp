// The cells of a column one at a time, for forms without a layout and for what temporal_vector.hpp leaves over. In the
// tier's namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "csv/cell.hpp"
#include "csv/temporal_layout.hpp"
#include "csv/temporal_moment.hpp"
#include "csv/temporal_text.hpp"

namespace gatun::GATUN_TIER {

class TemporalColumn {
public:
    // Moments of null tokens that would convert.
    struct Sentinels {
        static constexpr uint32_t most = 8;
        uint32_t count = 0; // most + 1 when there are more
        Moment moments[most];
    };

    TemporalColumn(const gatun_csv_cells& cells, const gatun_csv_temporal& type, uint8_t* values,
        gatun_csv_outcome& outcome)
        : cells_(cells), type_(type), scale_(type), values_(values), outcome_(outcome) {
        make_layouts();
        find_sentinels();
    }

    const gatun_csv_cells& cells() const { return cells_; }
    const Scale& scale() const { return scale_; }
    const Sentinels& sentinels() const { return sentinels_; }
    uint8_t* value(uint64_t row) const { return values_ + row * (scale_.wide ? 8 : 4); }

    // The layout for cells of a size, nullptr when there is none.
    const Layout* layout(uint64_t size) const {
        return size <= Layout::most_size && by_size_[size] != 0 ? &layouts_[by_size_[size] - 1] : nullptr;
    }

    // Converts the cell of a row and stores its number or 0. Whether there is one.
    bool convert(uint64_t row) {
        const Cell cell = cell_at(cells_, row);
        Moment moment;
        int64_t number = 0;
        const bool good = read(cell.begin, cell.size(), moment) && number_of(moment, scale_, number);
        const bool null = (!good || sentinels_.count != 0) && is_null(cells_, cell);
        if (!good && !null) misfit(cells_, row, outcome_);
        put(row, good && !null ? number : 0);
        return good && !null;
    }

private:
    void make_layouts() {
        if (type_.program_bytes != 0) return add_layout(type_.program, type_.program_bytes);
        static constexpr uint8_t timestamp[] = {'y', 4, '\'', '-', 'M', 2, '\'', '-', 'd', 2, date_from_time, 0, 'H', 2,
            '\'', ':', 'm', 2, '\'', ':', 's', 2, '\'', 'Z'};
        static constexpr uint8_t minutes_utc[] = {'y', 4, '\'', '-', 'M', 2, '\'', '-', 'd', 2, date_from_time, 0, 'H',
            2, '\'', ':', 'm', 2, '\'', 'Z'};
        constexpr uint32_t date = 10, minutes = 18, seconds = 22;
        switch (type_.kind) {
            case GATUN_CSV_DATE: return add_layout(timestamp, date);
            case GATUN_CSV_TIME:
                minutes_ = Layout(timestamp + date + 2, minutes - date - 2);
                add_layout(timestamp + date + 2, minutes - date - 2);
                return add_layout(timestamp + date + 2, seconds - date - 2);
            default: break;
        }
        minutes_ = Layout(timestamp, minutes);
        if (type_.offsets != GATUN_CSV_OFFSETS_REQUIRED) {
            add_layout(timestamp, date);
            add_layout(timestamp, minutes);
            add_layout(timestamp, seconds);
        }
        if (type_.offsets != GATUN_CSV_OFFSETS_NONE) {
            add_layout(minutes_utc, sizeof minutes_utc);
            add_layout(timestamp, sizeof timestamp);
        }
    }

    void add_layout(const uint8_t* program, uint32_t bytes) {
        layouts_[count_] = Layout(program, bytes);
        if (layouts_[count_].size == 0) return;
        by_size_[layouts_[count_].size] = static_cast<uint8_t>(count_ + 1);
        count_++;
    }

    void find_sentinels() {
        uint8_t token[255 + GATUN_CSV_SLACK] = {}; // tokens have no readable bytes behind them
        for (uint64_t at = 0; at < cells_.null_bytes; at += 1 + cells_.nulls[at]) {
            const uint64_t size = cells_.nulls[at];
            std::memcpy(token, cells_.nulls + at + 1, size);
            Moment moment;
            if (!read(token, size, moment)) continue;
            if (sentinels_.count++ == Sentinels::most) return;
            sentinels_.moments[sentinels_.count - 1] = moment;
        }
    }

    // The moment of a cell, if it has the form and exists.
    bool read(const uint8_t* cell, uint64_t size, Moment& moment) const {
        const Layout* const fixed = layout(size);
        if (fixed != nullptr && read_layout(*fixed, cell, moment)) return exists(moment);
        TemporalText text(cell, cell + size);
        if (type_.program_bytes != 0) {
            return fixed == nullptr && run_program(type_.program, type_.program_bytes, text, moment) && exists(moment);
        }
        if (minutes_.size == 0 || size <= minutes_.size || !read_layout(minutes_, cell, moment)) return false;
        return read_tail(TemporalText(cell + minutes_.size, cell + size), moment) && exists(moment);
    }

    // What is behind the minutes of an ISO 8601 time.
    bool read_tail(TemporalText text, Moment& moment) const {
        if (text.take(':')) {
            if (!text.two_digits(moment.second)) return false;
            if (text.take('.') && !text.fraction(moment.nanos)) return false;
        }
        if (type_.kind == GATUN_CSV_TIME) return text.done();
        if (text.done()) return type_.offsets != GATUN_CSV_OFFSETS_REQUIRED;
        return type_.offsets != GATUN_CSV_OFFSETS_NONE && text.offset(true, true, true, true, moment.offset) &&
               text.done();
    }

    void put(uint64_t row, int64_t number) const {
        if (scale_.wide) {
            store(value(row), number);
        } else {
            store(value(row), static_cast<int32_t>(number));
        }
    }

    const gatun_csv_cells& cells_;
    const gatun_csv_temporal& type_;
    Scale scale_;
    uint8_t* values_;
    gatun_csv_outcome& outcome_;
    Layout minutes_; // of ISO 8601 without seconds; size 0 where that is no part of the form
    Layout layouts_[5];
    uint32_t count_ = 0;
    uint8_t by_size_[Layout::most_size + 1] = {};
    Sentinels sentinels_;
};

}  // namespace gatun::GATUN_TIER
