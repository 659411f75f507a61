// One cell to an unscaled 128-bit integer, whatever its shape. In the tier's namespace.
#pragma once

#include <cstdint>

#include "csv/number_text.hpp"

namespace gatun::GATUN_TIER {

using uint128 = unsigned __int128;

constexpr int most_decimal_digits = 38;

struct PowersOfTen {
    uint128 of[most_decimal_digits + 1];
};

constexpr PowersOfTen compute_powers_of_ten() {
    PowersOfTen powers = {};
    powers.of[0] = 1;
    for (int i = 1; i <= most_decimal_digits; i++) powers.of[i] = powers.of[i - 1] * 10;
    return powers;
}

constexpr PowersOfTen decimal_powers = compute_powers_of_ten();

struct DecimalType {
    int64_t precision, scale;
};

// magnitude * 10^exponent as an unscaled value; false when it has too many digits or loses some.
inline bool unscaled(uint128& magnitude, int64_t exponent, DecimalType type) {
    if (magnitude == 0) return true;
    const int64_t shift = type.scale + exponent;
    if (shift < 0 || shift >= type.precision || magnitude >= decimal_powers.of[type.precision - shift]) return false;
    magnitude *= decimal_powers.of[shift];
    return true;
}

// The digits of a number without zeros at their end, and the power of ten behind; false when there are too many.
inline bool all_decimal_digits(const NumberText& number, uint128& magnitude, int64_t& exponent) {
    int64_t zeros = 0;  // that may yet turn out to be at the end
    int64_t taken = 0;
    magnitude = 0;
    for (const uint8_t* at = number.digits; at != number.digits_end; at++) {
        if (!is_digit(*at) || (taken == 0 && *at == '0')) continue;
        if (*at == '0') {
            zeros++;
            continue;
        }
        if (taken + zeros + 1 > most_decimal_digits) return false;
        magnitude = magnitude * decimal_powers.of[zeros + 1] + static_cast<uint128>(*at - '0');
        taken += zeros + 1;
        zeros = 0;
    }
    exponent = number.last_exponent + zeros;
    return true;
}

// False when it is no number of the type.
inline bool read_decimal(const gatun_csv_cells& cells, DecimalType type, const Cell& cell, uint128& value) {
    NumberText number;
    int64_t exponent = 0;
    if (!NumberReader(cell, cells.decimal, cells.grouping).read(number)) return false;
    if (!all_decimal_digits(number, value, exponent) || !unscaled(value, exponent, type)) return false;
    if (number.negative) value = -value;
    return true;
}

}  // namespace gatun::GATUN_TIER
