// One cell to a double, whatever its shape: what the fast paths leave over. In the tier's namespace.
#pragma once

#include <cstdint>

#include "csv/exact_double.hpp"
#include "csv/nearest_double.hpp"
#include "csv/number_text.hpp"
#include "gatun/csv_double.h"

namespace gatun::GATUN_TIER {

// Whether the bytes are a word in small letters, in any case.
inline bool is_word(const uint8_t* begin, const uint8_t* end, const char* word) {
    for (; begin != end && *word != '\0'; begin++, word++) {
        if ((*begin | 0x20) != static_cast<uint8_t>(*word)) return false;
    }
    return begin == end && *word == '\0';
}

// inf, infinity, nan.
inline bool read_special(const Cell& cell, uint64_t& bits) {
    const uint8_t* begin = cell.begin;
    uint64_t sign = 0;
    if (begin != cell.end && (*begin == '-' || *begin == '+')) sign = *begin++ == '-' ? sign_bit : 0;
    if (is_word(begin, cell.end, "inf") || is_word(begin, cell.end, "infinity")) {
        bits = sign | infinity_bits;
        return true;
    }
    bits = nan_bits;
    return is_word(begin, cell.end, "nan");
}

// An integer without point and exponent that is not within 64 bits.
inline bool is_too_large(const NumberText& number) {
    return number.integer && (number.exponent != 0 || number.mantissa > INT64_MAX + static_cast<uint64_t>(number.negative));
}

inline uint64_t round_number(const NumberText& number) {
    const uint64_t bits = nearest_double(number.mantissa, number.exponent);
    if (!number.rest) return bits;
    // It lies between the two.
    return nearest_double(number.mantissa + 1, number.exponent) == bits ? bits : exact_double(number, bits);
}

// False when it is no number.
inline bool read_double(const gatun_csv_cells& cells, uint32_t flags, const Cell& cell, uint64_t& bits) {
    NumberText number;
    if (!NumberReader(cell, cells.decimal, cells.grouping).read(number)) return read_special(cell, bits);
    if ((flags & GATUN_CSV_DOUBLE_EXACT_INTEGERS) != 0 && is_too_large(number)) return false;
    bits = round_number(number) | (number.negative ? sign_bit : 0);
    return true;
}

}  // namespace gatun::GATUN_TIER
