// Numbers of more than 19 digits that lie so near the middle between two doubles that the first 19 do not tell on which
// side: all digits against the middle, as whole numbers.
#pragma once

#include <cstdint>

#include "csv/number_text.hpp"

namespace gatun::GATUN_TIER {

// A whole number on the stack. Nothing here needs more bits: 800 digits have 2,658, and so has what they are held
// against, but for some 60.
class BigNumber {
public:
    explicit BigNumber(uint64_t value) : used_(value != 0) { word_[0] = value; }

    void multiply_add(uint64_t factor, uint64_t addend) {
        unsigned __int128 carry = addend;
        for (unsigned i = 0; i < used_; i++) {
            carry += static_cast<unsigned __int128>(word_[i]) * factor;
            word_[i] = static_cast<uint64_t>(carry);
            carry >>= 64;
        }
        if (carry != 0) word_[used_++] = static_cast<uint64_t>(carry);
    }

    void multiply_power_of_five(int64_t power) {
        constexpr uint64_t five_27 = 7450580596923828125;
        for (; power >= 27; power -= 27) multiply_add(five_27, 0);
        for (; power > 0; power--) multiply_add(5, 0);
    }

    void shift_left(int64_t bits) {
        if (used_ == 0) return;
        for (; bits >= 63; bits -= 63) multiply_add(1ull << 63, 0);
        multiply_add(1ull << bits, 0);
    }

    // -1, 0 or 1.
    int compare(const BigNumber& other) const {
        if (used_ != other.used_) return used_ < other.used_ ? -1 : 1;
        for (unsigned i = used_; i-- > 0;) {
            if (word_[i] != other.word_[i]) return word_[i] < other.word_[i] ? -1 : 1;
        }
        return 0;
    }

private:
    static constexpr unsigned words = 48;
    uint64_t word_[words];
    unsigned used_;
};

// The digits as a whole number, and the exponent of its last one. Digits behind the 800th only matter by being there:
// the middle of two doubles has at most 768.
inline BigNumber all_digits(const NumberText& number, int64_t& exponent) {
    constexpr int most = 800;
    constexpr uint64_t full = 10000000000000000000ull;  // 19 digits at a time
    BigNumber all(0);
    int taken = 0;
    uint64_t left_out = 0, part = 0, scale = 1;
    bool rest = false;
    for (const uint8_t* at = number.digits; at != number.digits_end; at++) {
        if (!is_digit(*at) || (taken == 0 && *at == '0')) continue;
        if (taken == most) {
            left_out++;
            rest |= *at != '0';
            continue;
        }
        taken++;
        part = part * 10 + static_cast<uint64_t>(*at - '0');
        scale *= 10;
        if (scale == full) {
            all.multiply_add(scale, part);
            part = 0;
            scale = 1;
        }
    }
    all.multiply_add(scale, part);
    exponent = number.last_exponent + static_cast<int64_t>(left_out);
    if (rest) {
        all.multiply_add(10, 1);
        exponent--;
    }
    return all;
}

// Which of `lower` (a positive double's bits) and its successor is nearest to a number between them.
inline uint64_t exact_double(const NumberText& number, uint64_t lower) {
    // The middle is (2m + 1) * 2^(e - 1) for lower = m * 2^e.
    const uint64_t fraction = lower & ((1ull << 52) - 1), biased = lower >> 52;
    const uint64_t mantissa = biased == 0 ? fraction : fraction | 1ull << 52;
    const int64_t binary = static_cast<int64_t>(biased == 0 ? 1 : biased) - 1076;
    int64_t exponent = 0;
    BigNumber decimal = all_digits(number, exponent), middle(2 * mantissa + 1);
    // decimal * 10^exponent against middle * 2^binary, with factors moved to where they are whole.
    if (exponent >= 0) {
        decimal.multiply_power_of_five(exponent);
    } else {
        middle.multiply_power_of_five(-exponent);
    }
    if (binary >= exponent) {
        middle.shift_left(binary - exponent);
    } else {
        decimal.shift_left(exponent - binary);
    }
    const int order = decimal.compare(middle);
    return lower + (order > 0 || (order == 0 && (lower & 1) != 0));
}

}  // namespace gatun::GATUN_TIER
