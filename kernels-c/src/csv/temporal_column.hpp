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

// The forms of ISO 8601 in which every field has a fixed place.
namespace iso_layouts {

constexpr uint8_t program[] = {'y', 4, '\'', '-', 'M', 2, '\'', '-', 'd', 2, date_from_time, 0, 'H', 2, '\'', ':',
    'm', 2, '\'', ':', 's', 2, '\'', 'Z'};
constexpr uint8_t program_minutes_utc[] = {'y', 4, '\'', '-', 'M', 2, '\'', '-', 'd', 2, date_from_time, 0, 'H', 2,
    '\'', ':', 'm', 2, '\'', 'Z'};
constexpr uint32_t to_day = 10, to_hour = 12, to_minute = 18, to_second = 22;

constexpr Layout date(program, to_day);
constexpr Layout minutes(program, to_minute);
constexpr Layout seconds(program, to_second);
constexpr Layout seconds_utc(program, sizeof program);
constexpr Layout minutes_utc(program_minutes_utc, sizeof program_minutes_utc);
constexpr Layout clock_minutes(program + to_hour, to_minute - to_hour);
constexpr Layout clock(program + to_hour, to_second - to_hour);

}  // namespace iso_layouts

class TemporalColumn {
public:
    // Null tokens that would convert: their day, or the second of the day where there is none.
    struct Sentinels {
        static constexpr uint32_t most = 8;
        uint32_t count = 0;
        bool more = false; // than there is room for
        int32_t keys[most];
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
        return size <= Layout::most_size ? layouts_[size] : nullptr;
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

    // The layout of what cells with a fraction or an offset begin with, nullptr when there are none.
    const Layout* layout_before_tail() const { return seconds_; }

    // Adds the rest of a cell, what is behind that layout, to the number of what is before. False when it has none.
    bool add_tail(uint64_t row) const {
        const Cell cell = cell_at(cells_, row);
        Moment tail;
        if (!read_tail({cell.begin + seconds_->size, cell.end}, true, tail)) return false;
        if (tail.nanos % scale_.nanos_a_step != 0) return false;
        const int64_t before = scale_.wide ? load<int64_t>(value(row)) : load<int32_t>(value(row));
        put(row, before + tail.nanos / scale_.nanos_a_step - tail.offset * static_cast<int64_t>(scale_.unit));
        return true;
    }

private:
    void make_layouts() {
        if (type_.program_bytes != 0) {
            own_ = Layout(type_.program, type_.program_bytes);
            if (own_.size != 0) add_layout(own_);
        } else if (type_.kind == GATUN_CSV_DATE) {
            add_layout(iso_layouts::date);
        } else if (type_.kind == GATUN_CSV_TIME) {
            minutes_ = &iso_layouts::clock_minutes, seconds_ = &iso_layouts::clock;
            add_layout(iso_layouts::clock_minutes);
            add_layout(iso_layouts::clock);
        } else {
            minutes_ = &iso_layouts::minutes, seconds_ = &iso_layouts::seconds;
            if (type_.offsets != GATUN_CSV_OFFSETS_REQUIRED) {
                add_layout(iso_layouts::date);
                add_layout(iso_layouts::minutes);
                add_layout(iso_layouts::seconds);
            }
            if (type_.offsets != GATUN_CSV_OFFSETS_NONE) {
                add_layout(iso_layouts::minutes_utc);
                add_layout(iso_layouts::seconds_utc);
            }
        }
    }

    void add_layout(const Layout& layout) { layouts_[layout.size] = &layout; }

    void find_sentinels() {
        uint8_t token[255 + GATUN_CSV_SLACK] = {}; // tokens have no readable bytes behind them
        for (uint64_t at = 0; at < cells_.null_bytes; at += 1 + cells_.nulls[at]) {
            const uint64_t size = cells_.nulls[at];
            std::memcpy(token, cells_.nulls + at + 1, size);
            Moment moment;
            if (!read(token, size, moment)) continue;
            sentinels_.more = sentinels_.count == Sentinels::most;
            if (sentinels_.more) return;
            const uint32_t second = moment.hour * 3600 + moment.minute * 60 + moment.second;
            sentinels_.keys[sentinels_.count++] =
                scale_.kind == GATUN_CSV_TIME ? static_cast<int32_t>(second) : days_of(moment);
        }
    }

    // The moment of a cell, if it has the form and exists.
    bool read(const uint8_t* cell, uint64_t size, Moment& moment) const {
        const Layout* const fixed = layout(size);
        if (fixed != nullptr && read_fixed(*fixed, cell, moment)) return exists(moment);
        if (type_.program_bytes != 0) {
            return fixed == nullptr && run_program(type_.program, type_.program_bytes, {cell, cell + size}, moment) &&
                   exists(moment);
        }
        const Layout* const before = layout_before_tail(cell, size);
        return before != nullptr && read_fixed(*before, cell, moment) &&
               read_tail({cell + before->size, cell + size}, before == seconds_, moment) && exists(moment);
    }

    __attribute__((always_inline)) static inline bool read_fixed(
        const Layout& layout, const uint8_t* cell, Moment& moment) {
        if (&layout == &iso_layouts::seconds) return read_layout(iso_layouts::seconds, cell, moment);
        if (&layout == &iso_layouts::date) return read_layout(iso_layouts::date, cell, moment);
        return read_layout(layout, cell, moment);
    }

    // What an ISO 8601 cell begins with that has a fraction, or an offset other than Z: a time to seconds or minutes.
    const Layout* layout_before_tail(const uint8_t* cell, uint64_t size) const {
        if (minutes_ == nullptr || size <= minutes_->size) return nullptr;
        return cell[minutes_->size] == ':' && size >= seconds_->size ? seconds_ : minutes_;
    }

    // What is behind a time of ISO 8601.
    bool read_tail(TemporalText text, bool has_second, Moment& moment) const {
        if (has_second && text.take('.') && !text.fraction(moment.nanos)) return false;
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
    Layout own_;                         // the program's
    const Layout* minutes_ = nullptr;    // of ISO 8601 without seconds
    const Layout* seconds_ = nullptr;    // and with them
    const Layout* layouts_[Layout::most_size + 1] = {}; // by size of the cell
    Sentinels sentinels_;
};

}  // namespace gatun::GATUN_TIER
