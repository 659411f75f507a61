// The first 128 bits of every power of five that a double's decimal exponent asks for, computed by the compiler.
#pragma once

#include <cstdint>

namespace gatun {

constexpr int32_t least_power = -342, greatest_power = 308;

// Bit 63 of `high` is the first bit of the power.
struct PowerOfFive {
    uint64_t high, low;
};

struct PowersOfFive {
    PowerOfFive of[greatest_power - least_power + 1];
};

// In csv_double.cpp, once for all tiers.
extern const PowersOfFive powers_of_five;

namespace powers {

using uint128 = unsigned __int128;

// A number of up to 1,088 bits, enough for 5^308 and for 2^1024 / 5^342 with 128 bits to spare.
struct Wide {
    static constexpr int words = 17;
    uint64_t word[words] = {};

    constexpr void multiply(uint64_t factor) {
        uint128 carry = 0;
        for (uint64_t& w : word) {
            carry += static_cast<uint128>(w) * factor;
            w = static_cast<uint64_t>(carry);
            carry >>= 64;
        }
    }

    // Drops the remainder.
    constexpr void divide(uint64_t divisor) {
        uint128 rest = 0;
        for (int i = words - 1; i >= 0; i--) {
            rest = rest << 64 | word[i];
            word[i] = static_cast<uint64_t>(rest / divisor);
            rest %= divisor;
        }
    }

    // Its first 128 bits, the rest cut off, zeros behind it when it has fewer.
    constexpr PowerOfFive first_bits() const {
        int top = words - 1;
        while (word[top] == 0) top--;
        int shift = 0;
        while ((word[top] << shift >> 63) == 0) shift++;
        const uint64_t a = word[top], b = top >= 1 ? word[top - 1] : 0, c = top >= 2 ? word[top - 2] : 0;
        if (shift == 0) return {a, b};
        return {a << shift | b >> (64 - shift), b << shift | c >> (64 - shift)};
    }
};

constexpr PowersOfFive compute() {
    PowersOfFive table = {};
    Wide power;
    power.word[0] = 1;
    for (int32_t q = 0; q <= greatest_power; q++, power.multiply(5)) table.of[q - least_power] = power.first_bits();
    Wide inverse;
    inverse.word[Wide::words - 1] = 1;  // 2^1024
    for (int32_t q = -1; q >= least_power; q--) {
        inverse.divide(5);  // one division after the other drops what a single one would
        PowerOfFive bits = inverse.first_bits();
        // Up to 5^27 < 2^64 the inverse is rounded up: then a product that should be whole does not come out below it.
        if (q >= -27 && ++bits.low == 0) bits.high++;
        table.of[q - least_power] = bits;
    }
    return table;
}

}  // namespace powers

}  // namespace gatun
