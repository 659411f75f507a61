// Cells in which fields have no fixed place: fractions, offsets, programs. In the tier's namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "csv/temporal_moment.hpp"

namespace gatun::GATUN_TIER {

// What is left of a cell. Reads may go behind the end by 8 bytes; what is there counts for nothing.
class TemporalText {
public:
    TemporalText(const uint8_t* at, const uint8_t* end) : at_(at), end_(end) {}

    bool done() const { return at_ == end_; }
    bool next_is(uint8_t byte) const { return at_ < end_ && *at_ == byte; }

    bool take(uint8_t byte) {
        if (!next_is(byte)) return false;
        at_++;
        return true;
    }

    // `least` to `most` digits, as many as there are; false when there are fewer.
    bool digits(uint32_t least, uint32_t most, uint32_t& value) {
        uint32_t n = 0;
        for (value = 0; n < most && is_digit(n); n++) value = value * 10 + (at_[n] - '0');
        at_ += n;
        return n >= least;
    }

    bool two_digits(uint32_t& value) { return digits(2, 2, value); }

    // 1 to 9 digits of a fraction.
    bool fraction(uint32_t& nanos) {
        static constexpr uint32_t scale[] = {0, 100'000'000, 10'000'000, 1'000'000, 100'000, 10'000, 1000, 100, 10, 1};
        const uint64_t x = load<uint64_t>(at_) ^ 0x3030303030303030;
        const uint64_t wrong = (x | (x + 0x7676767676767676)) & 0x8080808080808080;
        uint32_t n = wrong == 0 ? 8 : static_cast<uint32_t>(__builtin_ctzll(wrong)) / 8;
        if (n > end_ - at_) n = static_cast<uint32_t>(end_ - at_);
        if (n == 0) return false;
        uint32_t value = eight_digits(x << 8 * (8 - n));
        at_ += n;
        if (n == 8 && is_digit(0)) value = value * 10 + (*at_++ - '0'), n = 9;
        nanos = value * scale[n];
        return true;
    }

    // Z where `zulu`, or a sign, hours, and minutes behind a colon or none.
    bool offset(bool zulu, bool colon, bool no_colon, bool no_minutes, int32_t& seconds) {
        if (zulu && take('Z')) {
            seconds = 0;
            return true;
        }
        const bool west = next_is('-');
        if (!west && !next_is('+')) return false;
        at_++;
        uint32_t hours, minutes = 0;
        if (!two_digits(hours)) return false;
        if (colon && take(':')) {
            if (!two_digits(minutes)) return false;
        } else if (no_colon && is_digit(0) && is_digit(1)) {
            two_digits(minutes);
        } else if (!no_minutes) {
            return false;
        }
        if (minutes > 59 || hours * 60 + minutes > 18 * 60) return false;
        const int32_t east = static_cast<int32_t>(hours * 3600 + minutes * 60);
        seconds = west ? -east : east;
        return true;
    }

    // The English short name of a month, any case.
    bool month_name(uint32_t& month) {
        static constexpr char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
        if (end_ - at_ < 3) return false;
        for (uint32_t i = 0; i < 12; i++) {
            const char* const name = names + 3 * i;
            if (lower(0) == name[0] && lower(1) == name[1] && lower(2) == name[2]) {
                month = i + 1;
                at_ += 3;
                return true;
            }
        }
        return false;
    }

    // AM or PM, any case.
    bool half_day(bool& afternoon) {
        if (end_ - at_ < 2 || lower(1) != 'm' || (lower(0) != 'a' && lower(0) != 'p')) return false;
        afternoon = lower(0) == 'p';
        at_ += 2;
        return true;
    }

private:
    bool is_digit(uint32_t i) const { return at_ + i < end_ && static_cast<uint8_t>(at_[i] - '0') <= 9; }
    char lower(uint32_t i) const { return static_cast<char>(at_[i] | 0x20); }

    // Digits in the order of the text, each in a byte.
    static uint32_t eight_digits(uint64_t x) {
        x = x * 10 + (x >> 8); // pairs in even bytes
        const uint64_t even = x & 0x000000ff000000ff, odd = x >> 16 & 0x000000ff000000ff;
        return static_cast<uint32_t>((even * (100 + (1'000'000ull << 32)) + odd * (1 + (10'000ull << 32))) >> 32);
    }

    const uint8_t* at_;
    const uint8_t* end_;
};

// Runs a program over a whole cell.
inline bool run_program(const uint8_t* program, uint32_t bytes, TemporalText text, Moment& m) {
    bool afternoon = false, half = false;
    for (uint32_t i = 0; i < bytes; i += 2) {
        const uint8_t count = program[i + 1];
        bool good = false;
        switch (program[i]) {
            case '\'': good = text.take(count); break;
            case 'y':
                m.century = 20;
                good = (count == 2 || text.two_digits(m.century)) && text.two_digits(m.year);
                break;
            case 'M': good = count == 3 ? text.month_name(m.month) : text.digits(count, 2, m.month); break;
            case 'd': good = text.digits(count, 2, m.day); break;
            case 'H': good = text.digits(count, 2, m.hour); break;
            case 'h': good = text.digits(count, 2, m.hour) && m.hour - 1 < 12; break;
            case 'a': good = half = text.half_day(afternoon); break;
            case 'm': good = text.digits(count, 2, m.minute); break;
            case 's': good = text.digits(count, 2, m.second); break;
            case 'S': good = text.digits(count, count, m.nanos); break;
            case 'X': good = text.offset(true, count == 3, count < 3, count == 1, m.offset); break;
            case 'Z': good = text.offset(false, false, true, false, m.offset); break;
            default: break;
        }
        if (!good) return false;
        if (program[i] == 'S') {
            for (uint32_t n = count; n < 9; n++) m.nanos *= 10;
        }
    }
    if (half) m.hour = m.hour % 12 + (afternoon ? 12 : 0);
    return text.done();
}

}  // namespace gatun::GATUN_TIER
