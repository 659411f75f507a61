// DELTA_BINARY_PACKED: from bits to values.
#pragma once

#include <cstdint>
#include <type_traits>

#include "parquet/delta_cursor.hpp"
#include "parquet/delta_sums.hpp"

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
inline void put(T* out, uint64_t i, T value) {
    __builtin_memcpy(out + i, &value, sizeof value);
}

// A run of values in a miniblock: `n` from value `index` on.
struct Run {
    const uint8_t* bits;
    uint64_t index;
    uint64_t n;
    uint32_t width;
};

// Value by value, `n` of them.
template <class U>
inline void sum_each(Run& run, uint64_t n, U least, U& previous, U*& out) {
    U sum = previous;
    for (uint64_t i = 0; i < n; i++) {
        sum += least + static_cast<U>(bits_at(run.bits, (run.index + i) * run.width, run.width));
        put(out, i, sum);
    }
    previous = sum;
    out += n;
    run.index += n;
    run.n -= n;
}

#if defined(__AVX2__)
// As many whole vectors as there are, from a value that begins a byte.
template <class Sums, class U>
inline void sum_vectors(Run& run, U least, U& previous, U*& out) {
    if (run.n < Sums::count) return;
    Sums sums(run.width, least, previous);
    const uint8_t* from = run.bits + run.index / 8 * run.width;
    const uint64_t vectors = run.n / Sums::count;
    for (uint64_t v = 0; v < vectors; v++, out += Sums::count, from += Sums::count / 8 * run.width) sums(from, out);
    previous = sums.sum();
    run.index += vectors * Sums::count;
    run.n -= vectors * Sums::count;
}

inline void sum_vectors(Run& run, uint32_t least, uint32_t& previous, uint32_t*& out) {
    if (run.width <= Window<4>::widest) {
        sum_vectors<Narrow>(run, least, previous, out);
    } else if (run.width <= Window<8>::widest) {
        sum_vectors<Middle>(run, least, previous, out);
    }
}

inline void sum_vectors(Run& run, uint64_t least, uint64_t& previous, uint64_t*& out) {
    if (run.width <= Window<8>::widest || run.width == 64) sum_vectors<Wide>(run, least, previous, out);
}
#else
template <class U>
inline void sum_vectors(Run&, U, U&, U*&) {}
#endif

// The values of a run: the running sums of its deltas. U wraps.
template <class U>
inline void sum_up(Run run, U least, U& previous, U* out) {
    if (run.width == 0) {
        for (uint64_t i = 0; i < run.n; i++) put(out, i, static_cast<U>(previous + (i + 1) * least));
        previous += static_cast<U>(run.n) * least;
        return;
    }
    const uint64_t to_byte = (8 - run.index % 8) % 8;
    sum_each(run, to_byte < run.n ? to_byte : run.n, least, previous, out);
    sum_vectors(run, least, previous, out);
    sum_each(run, run.n, least, previous, out);
}

// The next `n` values.
template <class T>
int32_t read(Cursor& c, uint64_t n, T* values, gatun_error* error) {
    using U = std::make_unsigned_t<T>;
    if (n > c.left) return broken(c, error, 0, "fewer delta-packed values than asked for");
    U* out = reinterpret_cast<U*>(values);
    if (n > 0 && c.at_first) {
        put(out++, 0, static_cast<U>(c.previous));
        c.at_first = 0;
        c.left--;
        n--;
    }
    while (n > 0) {
        uint64_t taken = 0;
        const int32_t status = take(c, n, taken, error);
        if (status != GATUN_STATUS_OK) return status;
        U previous = static_cast<U>(c.previous);
        sum_up<U>({c.data + c.bits, c.used - taken, taken, c.width}, static_cast<U>(c.min_delta), previous, out);
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
