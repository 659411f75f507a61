// Row filters: a value passes when the number of bounds at or below it is odd.
#include "column/at_least.hpp"
#include "column/compare_bytes.hpp"
#include "column/filter_rows.hpp"

namespace gatun::GATUN_TIER {

using column::FilterBytes;
using column::FilterIndexes;
using column::FilterNumbers;
using column::FilterRows;

namespace {

// Up to this many bounds, all of them are compared with 64 values at a time; beyond, each value is searched for.
constexpr int64_t most_compared = 24;

// Whether an odd number of ascending bounds is at or below; `reached(i)` says so of bound i.
template <class Reached>
bool is_odd(int64_t bound_count, Reached&& reached) {
    int64_t low = 0, left = bound_count;
    while (left > 0) {
        const int64_t half = left / 2;
        const bool right = reached(low + half);
        low = right ? low + half + 1 : low;
        left = right ? left - half - 1 : half;
    }
    return (low & 1) != 0;
}

template <class T>
inline bool is_nan(T) { return false; }
inline bool is_nan(float value) { return value != value; }
inline bool is_nan(double value) { return value != value; }
inline bool is_nan(Half value) { return value.nan(); }

template <class T>
inline uint64_t nans(const T*, const void*, int64_t) { return 0; }
template <class T>
inline uint64_t float_nans(const void* values, int64_t first) {
    uint8_t flags[64];
    for (int i = 0; i < 64; i++) flags[i] = is_nan(load<T>(values, first + i));
    return gather_bits(flags);
}
inline uint64_t nans(const float*, const void* values, int64_t first) { return float_nans<float>(values, first); }
inline uint64_t nans(const double*, const void* values, int64_t first) { return float_nans<double>(values, first); }
inline uint64_t nans(const Half*, const void* values, int64_t first) { return float_nans<Half>(values, first); }

template <class T>
int64_t numbers(const FilterRows& target, const FilterNumbers& test) {
    const bool below = target.has(GATUN_FILTER_BELOW);
    const bool nan_passes = target.has(GATUN_FILTER_NANS);
    const auto test_row = [&](int64_t row) {
        const T value = load<T>(test.values, row);
        if (is_nan(value)) return nan_passes;
        return below != is_odd(test.bound_count, [&](int64_t i) { return value >= load<T>(test.bounds, i); });
    };
    if (test.bound_count > most_compared) return filter(target, RowsOnly{}, test_row);
    const auto test_word = [&](int64_t first, uint64_t) {
        uint64_t passed = below ? ~0ull : 0;
        for (int64_t i = 0; i < test.bound_count; i++) {
            passed ^= at_least(static_cast<const T*>(nullptr), test.values, first, load<T>(test.bounds, i));
        }
        // No bound is at or below a NaN, so it has come out as what is below all bounds.
        if (nan_passes != below) passed ^= nans(static_cast<const T*>(nullptr), test.values, first);
        return passed;
    };
    return filter(target, test_word, test_row);
}

// The last byte raised by one.
bool follows_as_prefix(Bytes bound, Bytes next) {
    return bound.size > 0 && bound.size == next.size &&
        std::memcmp(bound.data, next.data, static_cast<size_t>(bound.size - 1)) == 0 &&
        bound.data[bound.size - 1] + 1 == next.data[bound.size - 1];
}

// Nothing lies between the two.
bool follows(Bytes bound, Bytes next) {
    return next.size == bound.size + 1 && next.data[bound.size] == 0 && equal(bound, {next.data, bound.size});
}

// A bit for each of 64 rows whose bytes have that length.
uint64_t lengths_equal(const int32_t* offsets, int64_t first, int32_t length) {
    uint8_t flags[64];
    for (int i = 0; i < 64; i++) flags[i] = offsets[first + i + 1] - offsets[first + i] == length;
    return gather_bits(flags);
}

}  // namespace

int64_t filter_numbers(const FilterRows& target, const FilterNumbers& test) {
    switch (test.number) {
        case GATUN_FILTER_INT8: return numbers<int8_t>(target, test);
        case GATUN_FILTER_INT16: return numbers<int16_t>(target, test);
        case GATUN_FILTER_INT32: return numbers<int32_t>(target, test);
        case GATUN_FILTER_INT64: return numbers<int64_t>(target, test);
        case GATUN_FILTER_UINT8: return numbers<uint8_t>(target, test);
        case GATUN_FILTER_UINT16: return numbers<uint16_t>(target, test);
        case GATUN_FILTER_UINT32: return numbers<uint32_t>(target, test);
        case GATUN_FILTER_UINT64: return numbers<uint64_t>(target, test);
        case GATUN_FILTER_FLOAT16: return numbers<Half>(target, test);
        case GATUN_FILTER_FLOAT32: return numbers<float>(target, test);
        case GATUN_FILTER_FLOAT64: return numbers<double>(target, test);
        case GATUN_FILTER_INT128: return numbers<int128>(target, test);
        default: return numbers<Int256>(target, test);
    }
}

int64_t filter_bytes(const FilterRows& target, const FilterBytes& test) {
    const bool below = target.has(GATUN_FILTER_BELOW);
    const auto value = [&](int64_t row) -> Bytes {
        if (test.offsets == nullptr) return {test.bytes + row * test.width, test.width};
        return {test.bytes + test.offsets[row], test.offsets[row + 1] - test.offsets[row]};
    };
    const auto bound = [&](int64_t i) -> Bytes {
        return {test.bounds + test.bound_offsets[i], test.bound_offsets[i + 1] - test.bound_offsets[i]};
    };
    if (test.bound_count == 2) {
        const Bytes only = bound(0);
        if (follows(only, bound(1))) {
            const auto is_equal = [&](int64_t row) { return equal(value(row), only) != below; };
            if (test.offsets == nullptr) return filter(target, RowsOnly{}, is_equal);
            return filter(
                target,
                [&](int64_t first, uint64_t wanted) {
                    uint64_t passed = 0;
                    uint64_t left = wanted & lengths_equal(test.offsets, first, static_cast<int32_t>(only.size));
                    for (; left != 0; left &= left - 1) {
                        const int bit = __builtin_ctzll(left);
                        passed |= static_cast<uint64_t>(equal(value(first + bit), only)) << bit;
                    }
                    return below ? ~passed : passed;
                },
                is_equal);
        }
        if (follows_as_prefix(only, bound(1))) {
            return filter(target, RowsOnly{}, [&](int64_t row) {
                const Bytes all = value(row);
                return (all.size >= only.size && equal({all.data, only.size}, only)) != below;
            });
        }
    }
    return filter(target, RowsOnly{}, [&](int64_t row) {
        const Bytes all = value(row);
        return below != is_odd(test.bound_count, [&](int64_t i) { return at_least(all, bound(i)); });
    });
}

int64_t filter_bits(const FilterRows& target, const uint8_t* values) {
    const uint64_t zeroes = target.has(GATUN_FILTER_ZEROES) ? ~0ull : 0;
    const uint64_t ones = target.has(GATUN_FILTER_ONES) ? ~0ull : 0;
    if (values == nullptr) {
        return filter(target, [&](int64_t, uint64_t) { return ones; }, [&](int64_t) { return ones != 0; });
    }
    return filter(
        target,
        [&](int64_t first, uint64_t) {
            const uint64_t bits = load_word(values, first / 64, 64);
            return (bits & ones) | (~bits & zeroes);
        },
        [&](int64_t row) { return ((values[row / 8] >> (row % 8) & 1) != 0 ? ones : zeroes) != 0; });
}

int64_t filter_indexes(const FilterRows& target, const FilterIndexes& test) {
    if (test.entries == 0) return filter(target, RowsOnly{}, [](int64_t) { return false; });
    const auto test_row = [&](int64_t row) {
        const uint32_t index = static_cast<uint32_t>(test.indexes[row]);
        const bool inside = index < test.entries;
        const uint8_t byte = test.matches[inside ? index / 8 : 0];
        return inside & ((byte >> (index % 8) & 1) != 0);
    };
    const auto test_word = [&](int64_t first, uint64_t) {
        uint8_t flags[64];
        for (int i = 0; i < 64; i++) flags[i] = test_row(first + i);
        return gather_bits(flags);
    };
    return filter(target, test_word, test_row);
}

}  // namespace gatun::GATUN_TIER
