// Unpacking of bit-packed values to 32 bits each, one function per bit width. For .isa.inl files: part of the tier's
// namespace. Everything here may read up to 64 bytes behind the byte in which the last value begins.
#pragma once

#include <cstdint>
#include <utility>

#include "core/words.hpp"
#if defined(__AVX512BW__)
#include "parquet/hybrid_unpack_avx512.hpp"
#elif defined(__AVX2__)
#include "parquet/hybrid_unpack_avx2.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

// One value, least significant bit first.
inline uint32_t packed_value(const uint8_t* data, uint64_t bit, unsigned width) {
    return static_cast<uint32_t>(load<uint64_t>(data + bit / 8) >> bit % 8 & low_bits(width));
}

// One value, most significant bit first.
inline uint32_t packed_backwards(const uint8_t* data, uint64_t bit, unsigned width) {
    const uint64_t word = __builtin_bswap64(load<uint64_t>(data + bit / 8));
    return static_cast<uint32_t>(word << bit % 8 >> (64 - width));
}

#if !defined(__AVX2__)
// n values of W bits from the first bit of p on, to out; returns the largest.
template <unsigned W>
uint32_t unpack_values(const uint8_t* p, uint64_t n, uint8_t* out) {
    uint32_t top = 0;
    const auto put = [&](unsigned i) {
        const uint32_t value = packed_value(p, i * W, W);
        store(out + 4 * i, value);
        top = value > top ? value : top;
    };
    for (; n >= 8; n -= 8, p += W, out += 32) {
        for (unsigned i = 0; i < 8; i++) put(i);
    }
    for (unsigned i = 0; i < n; i++) put(i);
    return top;
}
#endif

using Unpacker = uint32_t (*)(const uint8_t* p, uint64_t n, uint8_t* out);

struct Unpackers {
    Unpacker of[33];
    Unpacker operator[](unsigned width) const { return of[width]; }
};

template <unsigned... W>
constexpr Unpackers all_unpackers(std::integer_sequence<unsigned, W...>) {
    return {{nullptr, unpack_values<W + 1>...}};
}

constexpr Unpackers unpackers = all_unpackers(std::make_integer_sequence<unsigned, 32>());

}  // namespace

}  // namespace gatun::GATUN_TIER
