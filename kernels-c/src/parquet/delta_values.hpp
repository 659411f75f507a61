// DELTA_BINARY_PACKED: from bits to values.
#pragma once

#include <cstdint>
#include <type_traits>

#include "parquet/delta_cursor.hpp"

namespace gatun::GATUN_TIER::delta {

// The `width` bits from bit `bit` on; reads up to 9 bytes from where they begin.
inline uint64_t bits_at(const uint8_t* data, uint64_t bit, uint32_t width) {
    const uint8_t* const from = data + bit / 8;
    const unsigned shift = bit % 8;
    uint64_t value;
    __builtin_memcpy(&value, from, 8);
    value >>= shift;
    if (width + shift > 64) value |= static_cast<uint64_t>(from[8]) << (64 - shift);
    return width == 64 ? value : value & ((uint64_t{1} << width) - 1);
}

template <class T>
inline void store(T* out, uint64_t i, T value) {
    __builtin_memcpy(out + i, &value, sizeof value);
}

// Values `index` .. `index + n - 1` of a miniblock to `out`. U wraps.
template <class U>
void sum_up(const uint8_t* bits, uint64_t index, uint64_t n, uint32_t width, U least, U& previous, U* out) {
    U sum = previous;
    for (uint64_t i = 0; i < n; i++) {
        sum += least + static_cast<U>(bits_at(bits, (index + i) * width, width));
        store(out, i, sum);
    }
    previous = sum;
}

// The next `n` values.
template <class T>
int32_t read(Cursor& c, uint64_t n, T* values, gatun_error* error) {
    using U = std::make_unsigned_t<T>;
    if (n > c.left) return broken(c, error, 0, "fewer delta-packed values than asked for");
    U* out = reinterpret_cast<U*>(values);
    if (n > 0 && c.at_first) {
        store(out++, 0, static_cast<U>(c.previous));
        c.at_first = 0;
        c.left--;
        n--;
    }
    while (n > 0) {
        uint64_t taken = 0;
        const int32_t status = take(c, n, taken, error);
        if (status != GATUN_STATUS_OK) return status;
        U previous = static_cast<U>(c.previous);
        sum_up<U>(c.data + c.bits, c.used - taken, taken, c.width, static_cast<U>(c.min_delta), previous, out);
        c.previous = static_cast<T>(previous);
        out += taken;
        n -= taken;
    }
    return GATUN_STATUS_OK;
}

// Passes over `n` values.
inline int32_t skip(Cursor& c, uint64_t n, gatun_error* error) {
    if (n > c.left) return broken(c, error, 0, "fewer delta-packed values than asked for");
    if (n > 0 && c.at_first) {
        c.at_first = 0;
        c.left--;
        n--;
    }
    uint64_t previous = static_cast<uint64_t>(c.previous);
    while (n > 0) {
        uint64_t taken = 0;
        const int32_t status = take(c, n, taken, error);
        if (status != GATUN_STATUS_OK) return status;
        previous += taken * static_cast<uint64_t>(c.min_delta);
        for (uint64_t i = c.used - taken; c.width > 0 && i < c.used; i++) {
            previous += bits_at(c.data + c.bits, i * c.width, c.width);
        }
        n -= taken;
    }
    c.previous = static_cast<int64_t>(previous);
    return GATUN_STATUS_OK;
}

}  // namespace gatun::GATUN_TIER::delta
