// One integer from its digits, eight at a time. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"

namespace gatun::GATUN_TIER {

namespace {

// How integers are written.
struct IntegerStyle {
    uint8_t grouping;  // 0: none
    bool canonical;
};

// The n characters (1 to 8) from `begin` on, as the values of digits behind zeros: the last one is the highest byte.
// Reads 8 bytes.
inline uint64_t digits_from(const uint8_t* begin, uint64_t n) {
    return (load<uint64_t>(begin) ^ 0x3030303030303030u) << (64 - 8 * n);
}

// Whether each byte is at most 9.
inline bool all_digits(uint64_t digits) {
    return ((digits | (digits + 0x7676767676767676u)) & 0x8080808080808080u) == 0;
}

// The number of eight digits: pairs, then fours, then all, each in one multiplication.
inline uint64_t join_digits(uint64_t digits) {
    digits = digits * (1 + (10 << 8)) >> 8 & 0x00ff00ff00ff00ffu;
    digits = digits * (1 + (100 << 16)) >> 16 & 0x0000ffff0000ffffu;
    return digits * (1 + (10000ull << 32)) >> 32;
}

// 1 to 16 digits. False when other characters are among them.
inline bool up_to_16_digits(const uint8_t* begin, uint64_t n, uint64_t& number) {
    if (n <= 8) {
        const uint64_t digits = digits_from(begin, n);
        number = join_digits(digits);
        return all_digits(digits);
    }
    const uint64_t high = digits_from(begin, n - 8), low = digits_from(begin + n - 8, 8);
    number = join_digits(high) * 100000000 + join_digits(low);
    return all_digits(high) && all_digits(low);
}

// Any number of digits. False when other characters are among them, or the number has more than 64 bits.
inline bool all_of_digits(const uint8_t* begin, const uint8_t* end, uint64_t& number) {
    while (end - begin > 16 && *begin == '0') begin++;
    const uint64_t n = static_cast<uint64_t>(end - begin);
    if (n <= 16) return up_to_16_digits(begin, n, number);
    uint64_t high, low;
    if (n > 19 || !up_to_16_digits(begin, n - 16, high) || !up_to_16_digits(end - 16, 16, low)) return false;
    number = high * 10000000000000000 + low;
    return true;
}

inline bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

// One to three digits, then groups of three.
inline bool grouped_digits(const uint8_t* begin, const uint8_t* end, uint8_t grouping, uint64_t& number) {
    const uint64_t first = static_cast<uint64_t>(end - begin) % 4;  // a group has four characters
    if (first == 0) return false;
    unsigned __int128 sum = 0;
    const uint8_t* at = begin;
    for (uint64_t left = first; at != end; left = 3) {
        for (; left != 0; left--, at++) {
            if (!is_digit(*at)) return false;
            sum = sum * 10 + (*at - '0');
        }
        if (sum >> 64 != 0) return false;
        if (at != end && *at++ != grouping) return false;
    }
    number = static_cast<uint64_t>(sum);
    return true;
}

// The integer in [begin, end), which may be empty. Reads up to 8 bytes behind.
inline bool parse_integer(const uint8_t* begin, const uint8_t* end, IntegerStyle style, int64_t& value) {
    if (begin == end) return false;
    const bool negative = *begin == '-', sign = negative || *begin == '+';
    begin += sign;
    if (begin == end) return false;
    if (style.canonical && ((sign && !negative) || (*begin == '0' && (end - begin > 1 || negative)))) return false;
    uint64_t number;
    if (!all_of_digits(begin, end, number)) {
        const bool grouped = style.grouping != 0 && !style.canonical && !is_digit(style.grouping);
        if (!grouped || !grouped_digits(begin, end, style.grouping, number)) return false;
    }
    if (number > (1ull << 63) - !negative) return false;
    value = static_cast<int64_t>(negative ? 0 - number : number);
    return true;
}

}  // namespace

}  // namespace gatun::GATUN_TIER
