// From decimal to binary: the double nearest to mantissa * 10^exponent, ties to even, by one or two multiplications
// with a power of five of 128 bits.
//
// D. Lemire, "Number Parsing at a Gigabyte per Second", Software: Practice and Experience 51(8), 2021; N. Mushtaq and
// D. Lemire, "Fast Number Parsing Without Fallback", ibid. 53(7), 2023, which shows that 128 bits always suffice.
#pragma once

#include <cstdint>

#include "csv/powers_of_five.hpp"

namespace gatun::GATUN_TIER {

constexpr uint64_t infinity_bits = 0x7ff0000000000000, nan_bits = 0x7ff8000000000000, sign_bit = 1ull << 63;

// floor(log2(10^exponent)), right for all exponents of the table.
inline int64_t binary_exponent(int64_t exponent) { return (217706 * exponent) >> 16; }

// The bits of the double, positive. The mantissa may be any.
inline uint64_t nearest_double(uint64_t mantissa, int64_t exponent) {
    using uint128 = unsigned __int128;
    if (mantissa == 0 || exponent < least_power) return 0;  // 2^64 * 10^-343 rounds to 0
    if (exponent > greatest_power) return infinity_bits;
    const int zeros = __builtin_clzll(mantissa);
    const PowerOfFive power = powers_of_five.of[exponent - least_power];
    const uint64_t factor = mantissa << zeros;
    const uint128 product = static_cast<uint128>(factor) * power.high;
    uint64_t high = static_cast<uint64_t>(product >> 64), low = static_cast<uint64_t>(product);
    if ((high & 0x1ff) == 0x1ff) {  // what the power's low word adds could carry into the bits that count
        const uint64_t more = static_cast<uint64_t>(static_cast<uint128>(factor) * power.low >> 64);
        low += more;
        high += low < more;
    }
    // 53 bits and one to round by; those behind it only matter when a tie is possible.
    const int upper = static_cast<int>(high >> 63), shift = upper + 9;
    uint64_t bits = high >> shift;
    const int64_t biased = binary_exponent(exponent) + 63 + upper - zeros + 1023;
    if (biased <= 0) {  // subnormal, or the least normal one after rounding
        if (biased <= -63) return 0;
        bits >>= 1 - biased;
        return (bits + (bits & 1)) >> 1;
    }
    // A tie needs a product that ends in zeros, which only powers up to 5^23 and down to 5^-4 allow. An inverse was
    // rounded up, hence the 1.
    if (low <= 1 && exponent >= -4 && exponent <= 23 && (bits & 3) == 1 && bits << shift == high) bits &= ~1ull;
    bits = (bits + (bits & 1)) >> 1;
    bits += static_cast<uint64_t>(biased - 1) << 52;  // bit 52 of the mantissa adds the 1
    return bits < infinity_bits ? bits : infinity_bits;
}

}  // namespace gatun::GATUN_TIER
