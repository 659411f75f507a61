// One row in a plain 64-bit word, for every CPU. Included by lanes.hpp, which says what these are.
#pragma once

namespace gatun::GATUN_TIER {

constexpr unsigned lanes = 1;
using Words = uint64_t;
using Mask = unsigned;  // 0 or 1

#define GATUN_INLINE inline __attribute__((always_inline))

GATUN_INLINE Words all(uint64_t value) { return value; }
GATUN_INLINE Words widen(const uint32_t* from) { return *from; }
GATUN_INLINE void narrow(uint32_t* to, Words x) { *to = static_cast<uint32_t>(x); }
GATUN_INLINE Words load_words(const uint64_t* from) { return *from; }
GATUN_INLINE void put(uint64_t* to, Words x) { *to = x; }

GATUN_INLINE Words left(Words x, Words by) { return by < 64 ? x << by : 0; }
GATUN_INLINE Words right(Words x, Words by) { return by < 64 ? x >> by : 0; }
GATUN_INLINE Words minus_or_zero(Words a, Words b) { return a > b ? a - b : 0; }
GATUN_INLINE Words low_product(Words a, Words b) { return (a & 0xffffffff) * (b & 0xffffffff); }
GATUN_INLINE Words blend(Words where, Words a, Words b) { return (where & a) | (~where & b); }
GATUN_INLINE Words equal_bytes(Words x, Words y) {
    constexpr uint64_t low = 0x7f7f7f7f7f7f7f7f;
    const uint64_t differs = x ^ y, equals = ~(((differs & low) + low) | differs | low);  // 0x80 in bytes that are
    return (equals >> 7) * 0xff;
}
GATUN_INLINE Words bits_above(Words x) { return x == 0 ? 64 : static_cast<Words>(__builtin_clzll(x)); }
GATUN_INLINE Words eight_digits(Words x) {
    x = x * 10 + (x >> 8);  // numbers of two digits in every other byte
    constexpr uint64_t two = 0x000000ff000000ff;
    // The first and third of them times 1,000,000 and 100, the second and fourth times 10,000 and 1, in the high half.
    return ((x & two) * (100 + (1000000ull << 32)) + (x >> 16 & two) * (1 + (10000ull << 32))) >> 32;
}

GATUN_INLINE Mask equal(Words a, Words b) { return a == b; }
GATUN_INLINE Mask less(Words a, Words b) { return a < b; }
GATUN_INLINE Mask common(Words a, Words b) { return (a & b) != 0; }
GATUN_INLINE Mask except(Mask a, Mask b) { return a & ~b; }
GATUN_INLINE Words only(Mask m, Words a) { return m != 0 ? a : 0; }
GATUN_INLINE unsigned bits(Mask m) { return m; }

template <unsigned W>
GATUN_INLINE void windows(const uint8_t* text, const uint32_t* ends, Words* window) {
    for (unsigned i = 0; i < W; i++) window[i] = load<uint64_t>(text + *ends - 8 * (i + 1));
}

}  // namespace gatun::GATUN_TIER
