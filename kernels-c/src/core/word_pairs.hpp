// Words from two places in one register.
#pragma once

#include <cstdint>

#include "core/x86.hpp"

namespace gatun {

// Eight bytes each from two addresses of any alignment. The intrinsics speak of doubles; the instructions move bits.
inline __attribute__((always_inline)) __m128i word_pair(const uint8_t* low, const uint8_t* high) {
    const __m128i first = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(low));
    return _mm_castpd_si128(_mm_loadh_pd(_mm_castsi128_pd(first), reinterpret_cast<const double*>(high)));
}

}  // namespace gatun
