// Reading a number of any shape: signs, groups, point, exponent, any number of digits. In the tier's namespace.
#pragma once

#include <cstdint>

#include "csv/cell.hpp"

namespace gatun::GATUN_TIER {

inline bool is_digit(uint8_t c) { return static_cast<uint8_t>(c - '0') <= 9; }

// A number taken apart: [-] mantissa * 10^exponent, and where the digits lie that did not fit the mantissa.
struct NumberText {
    static constexpr int most_digits = 19;  // any number of so many digits is below 2^64

    uint64_t mantissa = 0;    // the first digits from the first one that is not 0
    int64_t exponent = 0;     // of the mantissa's last digit; that of a long number is beyond any type's range
    int64_t last_exponent = 0;  // of the last digit written
    const uint8_t* digits = nullptr;  // all of them, with point and grouping between
    const uint8_t* digits_end = nullptr;
    bool negative = false;
    bool integer = true;   // neither point nor exponent
    bool rest = false;     // a digit that did not fit is not 0
};

// Reads a cell's number, from first to last byte.
class NumberReader {
public:
    NumberReader(const Cell& cell, uint8_t decimal, uint8_t grouping)
        : at_(cell.begin), end_(cell.end), decimal_(decimal), grouping_(grouping) {}

    // False when it is none.
    bool read(NumberText& number) {
        number.negative = sign();
        number.digits = at_;
        const uint64_t whole = digits(number, 0);
        if (grouping_ != 0 && !groups(number, whole)) return false;
        uint64_t fraction = 0;
        if (at_ != end_ && *at_ == decimal_) {
            at_++;
            number.integer = false;
            fraction = digits(number, 1);
        }
        if (whole + fraction == 0) return false;
        number.digits_end = at_;
        if (at_ != end_ && (*at_ | 0x20) == 'e') {
            at_++;
            number.integer = false;
            if (!exponent(number)) return false;
        }
        return at_ == end_;
    }

private:
    bool sign() {
        if (at_ == end_ || (*at_ != '-' && *at_ != '+')) return false;
        return *at_++ == '-';
    }

    // Takes digits before (0) or behind (1) the point; returns how many.
    uint64_t digits(NumberText& number, int64_t behind_point) {
        const uint8_t* const from = at_;
        for (; at_ != end_ && is_digit(*at_); at_++) {
            const uint64_t digit = static_cast<uint64_t>(*at_ - '0');
            number.last_exponent -= behind_point;
            if (taken_ == NumberText::most_digits) {
                number.exponent += 1 - behind_point;
                number.rest |= digit != 0;
                continue;
            }
            number.mantissa = number.mantissa * 10 + digit;
            number.exponent -= behind_point;
            taken_ += number.mantissa != 0;
        }
        return static_cast<uint64_t>(at_ - from);
    }

    // Takes groups of three after the first digits.
    bool groups(NumberText& number, uint64_t first) {
        if (at_ == end_ || *at_ != grouping_) return true;
        if (first == 0 || first > 3) return false;
        while (at_ != end_ && *at_ == grouping_) {
            at_++;
            if (digits(number, 0) != 3) return false;
        }
        return true;
    }

    bool exponent(NumberText& number) {
        constexpr int64_t huge = 1ll << 40;  // no text has so many digits as to make up for it
        const bool negative = sign();
        if (at_ == end_) return false;
        int64_t value = 0;
        for (; at_ != end_ && is_digit(*at_); at_++) {
            if (value < huge) value = value * 10 + (*at_ - '0');
        }
        number.exponent += negative ? -value : value;
        number.last_exponent += negative ? -value : value;
        return at_ == end_;
    }

    const uint8_t* at_;
    const uint8_t* end_;
    uint8_t decimal_;
    uint8_t grouping_;
    int taken_ = 0;  // digits of the mantissa from the first that is not 0
};

}  // namespace gatun::GATUN_TIER
