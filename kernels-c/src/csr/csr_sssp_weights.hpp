// Checks of the weights, and the bucket width chosen from them. Included once per tier.
#pragma once

#include <cstdint>

#include "core/team.hpp"
#include "csr/csr_sssp_search.hpp"

namespace gatun::GATUN_TIER {

// Finds a negative weight or NaN (an error with the smallest such entry as its position) and, for integers, the
// largest weight. All workers.
template <class W>
inline bool check_weights(const W* weights, int64_t entries, csr::SsspControl& control, Team& team) {
    const bool go_on = team.for_chunks(entries, 1 << 16, [&](int64_t begin, int64_t end) {
        W largest = 0;
        bool bad = false;
        for (int64_t e = begin; e < end; e++) {
            largest = weights[e] > largest ? weights[e] : largest;
            bad |= !(weights[e] >= 0);
        }
        if (bad) {
            while (weights[begin] >= 0) begin++;
            int64_t old = load(control.bad_entry);
            while (begin < old && !__atomic_compare_exchange_n(&control.bad_entry, &old, begin, true,
                                      __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
            }
        }
        if constexpr (static_cast<W>(0.5) == 0) {
            int64_t old = load(control.largest_weight);
            while (largest > old && !__atomic_compare_exchange_n(&control.largest_weight, &old, int64_t{largest}, true,
                                        __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
            }
        }
    });
    if (!go_on) return false;
    if (team.first() && control.bad_entry != INT64_MAX) {
        const W weight = weights[control.bad_entry];
        team.fail(GATUN_STATUS_INVALID_ARGUMENT, control.bad_entry,
            static_cast<W>(0.5) == 0 ? static_cast<int64_t>(weight) : 0, weight < 0 ? "weight is negative" : "weight is NaN");
    }
    return team.running();
}

// 2^e <= weight < 2^(e + 1), for a weight above 0.
inline int32_t exponent_of(int32_t weight) { return 31 - __builtin_clz(static_cast<uint32_t>(weight)); }
inline int32_t exponent_of(int64_t weight) { return 63 - __builtin_clzll(static_cast<uint64_t>(weight)); }
inline int32_t exponent_of(double weight) {
    return static_cast<int32_t>(__builtin_bit_cast(uint64_t, weight) >> 52) - 1023;
}
inline int32_t exponent_of(float weight) { return exponent_of(static_cast<double>(weight)); }

inline double power_of_two(int32_t exponent) {
    const int32_t e = exponent < -1022 ? -1022 : exponent > 1023 ? 1023 : exponent;
    return __builtin_bit_cast(double, static_cast<uint64_t>(e + 1023) << 52);
}

// Exponent of the power of two next to the geometric mean of the weights above 0, of a sample. The geometric mean
// because a few huge weights say nothing about short paths, which avoid them.
template <class W>
inline int32_t typical_exponent(const W* weights, int64_t entries) {
    constexpr int64_t samples = 1024;
    const int64_t stride = entries > samples ? entries / samples : 1;
    int64_t sum = 0, count = 0;
    for (int64_t e = 0; e < entries; e += stride) {
        if (!(weights[e] > 0) || !(weights[e] < __builtin_huge_val())) continue;
        sum += 2 * exponent_of(weights[e]) + 1;  // in halves: on average a weight is 2^0.5 times its power of two
        count++;
    }
    return count == 0 ? 0 : static_cast<int32_t>(sum / (2 * count));
}

}  // namespace gatun::GATUN_TIER
