// From dictionary indexes to entries of 4 and 8 bytes on AVX2 and AVX-512. The gather instructions are slower than
// loading entry by entry on the CPUs of several makers (Zen 4: 2.6 against 4.6 values a nanosecond), so vectors are put
// together by hand; a dictionary of few entries is held in registers.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/words.hpp"
#include "core/word_pairs.hpp"
#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

inline __m128i entry_pair(const uint8_t* entries, uint64_t pair) {
    return word_pair(entries + 8 * (pair & UINT32_MAX), entries + 8 * (pair >> 32));
}

inline void gather_8(const uint8_t* entries, const uint8_t* indices, uint64_t n, uint8_t* out) {
    for (; n >= 4; n -= 4, indices += 16, out += 32) {
        const __m128i low = entry_pair(entries, load<uint64_t>(indices));
        const __m128i high = entry_pair(entries, load<uint64_t>(indices + 8));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm256_set_m128i(high, low));
    }
    for (; n != 0; n--, indices += 4, out += 8) {
        store(out, load<uint64_t>(entries + uint64_t{8} * load<uint32_t>(indices)));
    }
}

inline void gather_4(const uint8_t* entries, const uint8_t* indices, uint64_t n, uint8_t* out) {
    const auto at = [entries](uint64_t index) { return load<int32_t>(entries + 4 * index); };
    for (; n >= 4; n -= 4, indices += 16, out += 16) {
        const uint64_t low = load<uint64_t>(indices), high = load<uint64_t>(indices + 8);
        __m128i values = _mm_cvtsi32_si128(at(low & UINT32_MAX));
        values = _mm_insert_epi32(values, at(low >> 32), 1);
        values = _mm_insert_epi32(values, at(high & UINT32_MAX), 2);
        values = _mm_insert_epi32(values, at(high >> 32), 3);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), values);
    }
    for (; n != 0; n--, indices += 4, out += 4) store(out, at(load<uint32_t>(indices)));
}

#if defined(__AVX512BW__)
constexpr uint64_t most_held_bytes = 256;

// A dictionary of entries of W bytes in 2 or 4 registers; with 4, a bit of the index chooses a pair of them.
template <uint64_t W, unsigned Registers>
class HeldEntries {
public:
    static constexpr uint64_t lanes = 64 / W;

    HeldEntries(const uint8_t* entries, uint64_t bytes) {
        for (uint64_t i = 0; i < Registers; i++) {
            const uint64_t left = bytes > 64 * i ? bytes - 64 * i : 0;
            held_[i] = _mm512_maskz_loadu_epi8(low_bits(left), entries + (left == 0 ? 0 : 64 * i));
        }
    }

    // The entries of as many indexes as there are lanes.
    __m512i at(const uint8_t* indices) const {
        __m512i index;
        if constexpr (W == 8) {
            index = _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(indices)));
        } else {
            index = _mm512_loadu_si512(indices);
        }
        const __m512i low = pair(0, index);
        if constexpr (Registers == 2) return low;
        const __m512i high = pair(Registers - 2, index);
        if constexpr (W == 8) {
            return _mm512_mask_mov_epi64(low, _mm512_test_epi64_mask(index, _mm512_set1_epi64(2 * lanes)), high);
        } else {
            return _mm512_mask_mov_epi32(low, _mm512_test_epi32_mask(index, _mm512_set1_epi32(2 * lanes)), high);
        }
    }

private:
    __m512i pair(unsigned first, __m512i index) const {
        if constexpr (W == 8) return _mm512_permutex2var_epi64(held_[first], index, held_[first + 1]);
        return _mm512_permutex2var_epi32(held_[first], index, held_[first + 1]);
    }

    __m512i held_[Registers];
};

template <uint64_t W, unsigned Registers>
void gather_held(const uint8_t* entries, uint64_t count, const uint8_t* indices, uint64_t n, uint8_t* out) {
    using Held = HeldEntries<W, Registers>;
    const Held held(entries, W * count);
    for (; n >= Held::lanes; n -= Held::lanes, indices += 4 * Held::lanes, out += 64) {
        _mm512_storeu_si512(out, held.at(indices));
    }
    alignas(64) uint8_t last[64] = {};
    std::memcpy(last, indices, 4 * n);
    _mm512_mask_storeu_epi8(out, low_bits(W * n), held.at(last));
}

template <uint64_t W>
void gather_held(const uint8_t* entries, uint64_t count, const uint8_t* indices, uint64_t n, uint8_t* out) {
    (W * count <= most_held_bytes / 2 ? gather_held<W, 2> : gather_held<W, 4>)(entries, count, indices, n, out);
}
#endif

// Whether there is a loop for the width; if so, it has run.
inline bool gather_by_vectors(
    const uint8_t* entries, uint64_t count, uint64_t width, const uint8_t* indices, uint64_t n, uint8_t* out) {
    if (width != 4 && width != 8) return false;
#if defined(__AVX512BW__)
    if (count * width <= most_held_bytes) {
        (width == 8 ? gather_held<8> : gather_held<4>)(entries, count, indices, n, out);
        return true;
    }
#else
    static_cast<void>(count);
#endif
    (width == 8 ? gather_8 : gather_4)(entries, indices, n, out);
    return true;
}

}  // namespace

}  // namespace gatun::GATUN_TIER
