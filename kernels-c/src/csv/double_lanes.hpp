// From mantissas and powers of ten to doubles, in all lanes. In the tier's namespace.
//
// mantissa / 10^n with both exact as doubles is one division, rounded once (W. D. Clinger, "How to Read Floating Point
// Numbers Accurately", PLDI 1990). Others as in nearest_double.hpp.
#pragma once

#include "csv/lanes.hpp"
#include "csv/nearest_double.hpp"

namespace gatun::GATUN_TIER {

constexpr uint64_t exact_integers = 1ull << 53;

alignas(64) constexpr double powers_of_ten[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
    1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e22};

#if defined(__AVX512F__)

// mantissa / 10^(behind / 8), both exact; behind is below 64 * W, W at most 2.
template <unsigned W>
GATUN_INLINE __m512i quotients(__m512i mantissa, __m512i behind) {
    const __m512i index = _mm512_srli_epi64(behind, 3);
    const __m512d low = _mm512_load_pd(powers_of_ten), high = _mm512_load_pd(powers_of_ten + 8);
    const __m512d power = W == 1 ? _mm512_permutexvar_pd(index, low) : _mm512_permutex2var_pd(low, index, high);
    return _mm512_castpd_si512(_mm512_div_pd(_mm512_cvtepu64_pd(mantissa), power));
}
template <unsigned W>
GATUN_INLINE Words quotients(Words mantissa, Words behind) {
    return {quotients<W>(mantissa.a, behind.a), quotients<W>(mantissa.b, behind.b)};
}

GATUN_INLINE Words converted(Words x) {
    return {_mm512_castpd_si512(_mm512_cvtepu64_pd(x.a)), _mm512_castpd_si512(_mm512_cvtepu64_pd(x.b))};
}

GATUN_INLINE __m512i high_words_of_powers(__m512i exponent) {
    const __m512i index = _mm512_slli_epi64(_mm512_sub_epi64(exponent, _mm512_set1_epi64(least_power)), 1);
    return _mm512_i64gather_epi64(index, &powers_of_five.of[0].high, 8);
}

GATUN_INLINE __m512i binary_exponents(__m512i exponent) {
    return _mm512_srai_epi64(_mm512_mul_epi32(exponent, _mm512_set1_epi64(217706)), 16);
}

// mantissa * 10^exponent for exponents from -280 to 280. Lanes in `unsure` may be wrong.
GATUN_INLINE Words products(Words mantissa, Words exponent, Mask& unsure) {
    const Words zeros = leading_zeros(mantissa), factor = left(mantissa, zeros);
    const Words power = {high_words_of_powers(exponent.a), high_words_of_powers(exponent.b)};

    // The product's high word, and enough of the low one to see whether it is 0.
    const Words half = all(0xffffffff), factor_high = factor >> 32, power_high = power >> 32;
    const Words low = low_product(factor, power), mixed = low_product(factor, power_high);
    const Words middle = (low >> 32) + (mixed & half) + low_product(factor_high, power);
    const Words high = low_product(factor_high, power_high) + (mixed >> 32) + (middle >> 32);
    unsure = equal(high & all(0x1ff), all(0x1ff)) | equal(middle & half, all(0));

    const Words upper = high >> 63;
    Words result = right(high, upper + all(9));
    result = (result + (result & all(1))) >> 1;
    const Words biased = Words{binary_exponents(exponent.a), binary_exponents(exponent.b)} + upper - zeros;
    result = result + ((biased + all(63 + 1023 - 1)) << 52);
    // Whole numbers in one conversion, 0 among them.
    const Mask whole = equal(exponent, all(0)) | equal(mantissa, all(0));
    unsure = except(unsure, whole);
    return choose(whole, converted(mantissa), result);
}

// In range of products().
GATUN_INLINE Mask in_range(Words exponent) { return less(exponent + all(280), all(561)); }

#elif defined(__AVX2__)

// Here mantissa is below 2^31, behind below 64.
GATUN_INLINE Words small_quotients(Words mantissa, Words behind) {
    const __m256i index = _mm256_srli_epi64(raw(behind), 3);
    const __m256i packed = _mm256_permutevar8x32_epi32(raw(mantissa), _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
    const __m256d power = _mm256_i64gather_pd(powers_of_ten, index, 8);
    return words(_mm256_castpd_si256(_mm256_div_pd(_mm256_cvtepi32_pd(_mm256_castsi256_si128(packed)), power)));
}

#endif

// One lane, by the cheapest way that is exact.
inline uint64_t one_double(uint64_t mantissa, int64_t exponent) {
    if (mantissa > exact_integers || exponent > 0 || exponent < -22) return nearest_double(mantissa, exponent);
    const double quotient = static_cast<double>(static_cast<int64_t>(mantissa)) / powers_of_ten[-exponent];
    return __builtin_bit_cast(uint64_t, quotient);
}

}  // namespace gatun::GATUN_TIER
