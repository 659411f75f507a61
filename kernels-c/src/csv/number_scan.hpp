// Cells of [-] digits [. digits] and up to 24 bytes, taken apart in all lanes at once without a branch on what is in
// them; also an exponent behind. In the tier's namespace.
#pragma once

#include "csv/lanes.hpp"

namespace gatun::GATUN_TIER {

constexpr uint64_t every_byte = 0x0101010101010101;

// What the lanes are: [-] mantissa / 10^(behind / 8). Only `good` lanes mean anything.
struct Scan {
    Words mantissa;
    Words behind;    // bits of the digits behind the point
    Mask negative;
    Mask integer;    // no point
    Mask good;
};

// 0x80 bits in a lane where a byte is not 0 to 9.
GATUN_INLINE Words beyond_nine(Words x) { return (x + all(every_byte * (0x80 - 10))) | x; }

// The cells that end at text + ends[i] and have `bits` bits, 64 * W at most.
template <unsigned W>
GATUN_INLINE Scan scan_numbers(const uint8_t* text, const uint32_t* ends, Words size, uint64_t point) {
    Words x[W];
    windows<W>(text, ends, x);

    // The first byte of each cell, to see its sign; shifts of 64 and more, and negative ones, give 0.
    Words first = right(x[0], all(64) - size);
    for (unsigned i = 1; i < W; i++) first = first | right(x[i], all(64 * (i + 1)) - size);
    Scan scan;
    scan.negative = equal(first & all(0xff), all('-'));
    size = size - only(scan.negative, all(8));

    // Digits as 0 to 9; what is before the first one is 0 as well.
    Words points[W];
    for (unsigned i = 0; i < W; i++) {
        const Words inside = left(all(~0ull), minus_or_zero(all(64 * (i + 1)), size));
        x[i] = (x[i] ^ all(every_byte * '0')) & inside;
        points[i] = equal_bytes(x[i], all(every_byte * (point ^ '0')));
    }
    Words behind = bits_above(points[0]);
    Mask none = equal(points[0], all(0));
    for (unsigned i = 1; i < W; i++) {
        behind = behind + only(none, bits_above(points[i]));
        none = none & equal(points[i], all(0));
    }
    scan.integer = none;
    scan.behind = minus_or_zero(behind, only(none, all(64 * W)));

    // What is before the point moves one byte on, into its place. A second point stays and is no digit.
    Words numbers[W], beyond = all(0);
    for (unsigned i = 0; i < W; i++) {
        const Words before = right(all(~0ull), minus_or_zero(behind, all(64 * i)));
        Words moved = x[i] << 8;
        if (i + 1 < W) moved = moved | x[i + 1] >> 56;
        const Words digits = blend(before, moved, x[i]);
        beyond = beyond | beyond_nine(digits);
        numbers[i] = eight_digits(digits);
    }
    const Words number_of_digits = size - all(8) + only(none, all(8));  // in bits
    scan.good = equal(beyond & all(every_byte * 0x80), all(0)) & less(number_of_digits - all(1), all(64 * W));
    scan.mantissa = numbers[0];
    if constexpr (W == 2) scan.mantissa = low_product(numbers[1], all(100000000)) + numbers[0];
    if constexpr (W == 3) {
        scan.good = scan.good & less(numbers[2], all(1000));  // 19 digits
        const Words high = low_product(numbers[2], all(100000000)) + numbers[1];
        scan.mantissa = low_product(high, all(100000000)) + (low_product(high >> 32, all(100000000)) << 32) + numbers[0];
    }
    return scan;
}

// Exponents among the last eight bytes of the cells, from the e on, and the cells' sizes in bits without them.
struct Exponents {
    Words size;
    Words power;  // a signed number
    Mask found;
    Mask good;    // found, and a number of less than five digits
};

GATUN_INLINE Exponents scan_exponents(const uint8_t* text, const uint32_t* ends, Words size) {
    Words x;
    windows<1>(text, ends, &x);
    const Words inside = left(all(~0ull), minus_or_zero(all(64), size));
    Words behind = bits_above(equal_bytes((x | all(every_byte * 0x20)) & inside, all(every_byte * 'e')));
    Exponents out;
    out.found = less(behind, all(64));
    out.size = size - only(out.found, behind + all(8));
    const Words first = right(x, all(64) - behind) & all(0xff);
    const Mask negative = equal(first, all('-'));
    behind = behind - only(negative | equal(first, all('+')), all(8));
    const Words digits = (x ^ all(every_byte * '0')) & left(all(~0ull), all(64) - behind);
    const Words value = eight_digits(digits);
    out.good = out.found & equal(beyond_nine(digits) & all(every_byte * 0x80), all(0)) & less(all(0), behind) &
               less(value, all(10000));
    out.power = only(out.good, value);
    out.power = out.power - only(negative, out.power + out.power);
    return out;
}

}  // namespace gatun::GATUN_TIER
