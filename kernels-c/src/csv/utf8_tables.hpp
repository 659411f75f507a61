// What is wrong about two bytes of UTF-8 in a row, by three tables of 16 entries: the kinds of errors that the high half
// of the first byte, its low half and the high half of the second byte allow. An error that all three allow is one.
// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021.
#pragma once

#include <cstdint>

namespace gatun::GATUN_TIER {

// First bytes and second bytes that are wrong together, as bits of the halves' values.
struct Utf8Error {
    uint16_t first_high, first_low, second_high;
};

constexpr uint16_t halves(unsigned from, unsigned to) {
    return static_cast<uint16_t>((2u << to) - (1u << from));
}

constexpr uint16_t any_half = halves(0, 15), continuation = halves(8, 11);

// An error's number is its bit. A continuation behind a continuation, the last one, is right where the two or three
// bytes before ask for it; it has the highest bit, so that it can be compared with the result of that question.
constexpr Utf8Error utf8_errors[8] = {
    {halves(12, 15), any_half, static_cast<uint16_t>(any_half ^ continuation)},  // a lead and no continuation
    {halves(0, 7), any_half, continuation},                                      // a continuation behind ASCII
    {halves(12, 12), halves(0, 1), continuation},                                // C0, C1: overlong
    {halves(14, 14), halves(0, 0), halves(8, 9)},                                // E0 80 to E0 9F: overlong
    {halves(14, 14), halves(13, 13), halves(10, 11)},                            // ED A0 to ED BF: surrogates
    {halves(15, 15), halves(4, 15), halves(9, 11)},                              // F4 90 and up
    {halves(15, 15), halves(0, 0) | halves(5, 15), halves(8, 8)},                // F0 80: overlong; F5 80 and up
    {halves(8, 11), any_half, continuation},
};

struct Utf8Tables {
    alignas(16) uint8_t first_high[16], first_low[16], second_high[16];
};

constexpr Utf8Tables make_utf8_tables() {
    Utf8Tables tables{};
    for (unsigned error = 0; error < 8; error++) {
        for (unsigned half = 0; half < 16; half++) {
            const Utf8Error& e = utf8_errors[error];
            tables.first_high[half] |= static_cast<uint8_t>((e.first_high >> half & 1) << error);
            tables.first_low[half] |= static_cast<uint8_t>((e.first_low >> half & 1) << error);
            tables.second_high[half] |= static_cast<uint8_t>((e.second_high >> half & 1) << error);
        }
    }
    return tables;
}

constexpr Utf8Tables utf8_tables = make_utf8_tables();

}  // namespace gatun::GATUN_TIER
