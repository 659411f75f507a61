// Comparing 64 levels at a time. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/words.hpp"
#if defined(__AVX2__)
#include "core/x86.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

// 64 bytes, to be compared with one. Bit i of a mask is about byte i.
class Levels64 {
public:
#if defined(__AVX512BW__)
    explicit Levels64(const uint8_t* from) : all_(_mm512_loadu_si512(from)) {}

    uint64_t at_least(uint8_t level) const { return _mm512_cmpge_epu8_mask(all_, _mm512_set1_epi8(as_char(level))); }
    uint64_t at_most(uint8_t level) const { return _mm512_cmple_epu8_mask(all_, _mm512_set1_epi8(as_char(level))); }

private:
    static char as_char(uint8_t level) { return static_cast<char>(level); }

    __m512i all_;
#elif defined(__AVX2__)
    explicit Levels64(const uint8_t* from)
        : low_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))),
          high_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32))) {}

    uint64_t at_least(uint8_t level) const {
        const __m256i bound = _mm256_set1_epi8(static_cast<char>(level));
        return mask(_mm256_max_epu8(low_, bound), _mm256_max_epu8(high_, bound));
    }

    uint64_t at_most(uint8_t level) const {
        const __m256i bound = _mm256_set1_epi8(static_cast<char>(level));
        return mask(_mm256_min_epu8(low_, bound), _mm256_min_epu8(high_, bound));
    }

private:
    // Bytes that are what they were.
    uint64_t mask(__m256i low, __m256i high) const {
        const uint32_t first = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, low_)));
        const uint32_t second = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, high_)));
        return first | static_cast<uint64_t>(second) << 32;
    }

    __m256i low_, high_;
#else
    explicit Levels64(const uint8_t* from) { std::memcpy(all_, from, sizeof all_); }

    uint64_t at_least(uint8_t level) const {
        uint64_t mask = 0;
        for (unsigned i = 0; i < 8; i++) mask |= at_least(all_[i], level) << 8 * i;
        return mask;
    }

    uint64_t at_most(uint8_t level) const { return level == 255 ? ~0ull : ~at_least(static_cast<uint8_t>(level + 1)); }

private:
    // In each byte: its high bit where the difference does not borrow, found in 7 bits and the high bits apart.
    static uint64_t at_least(uint64_t bytes, uint8_t level) {
        const uint64_t each = 0x0101010101010101, high = 0x80 * each, bound = level * each;
        const uint64_t low_ge = (bytes | high) - (bound & ~high);
        const uint64_t ge = ((bytes & ~bound) | (~(bytes ^ bound) & low_ge)) & high;
        return (ge >> 7) * 0x0102040810204080 >> 56;
    }

    uint64_t all_[8];
#endif
};

// The bits of `bits` at the ones of `mask`, moved together.
inline uint64_t compress_bits(uint64_t bits, uint64_t mask) {
#if defined(__BMI2__)
    return _pext_u64(bits, mask);
#else
    uint64_t out = 0;
    for (uint64_t to = 1; mask != 0; mask &= mask - 1, to <<= 1) {
        if ((bits & mask & -mask) != 0) out |= to;
    }
    return out;
#endif
}

// Calls use(levels, lanes) for blocks of 64; lanes has a bit for each one that is there. Reads no byte behind them.
// Ends early when use returns false.
template <class Use>
bool for_blocks(const uint8_t* def, const uint8_t* rep, uint64_t n, Use&& use) {
    uint8_t def_end[64] = {}, rep_end[64] = {};
    const uint64_t blocks = n / 64, rest = n % 64;
    for (uint64_t i = 0; i < blocks; i++) {
        if (!use(def + 64 * i, rep == nullptr ? rep_end : rep + 64 * i, ~0ull)) return false;
    }
    if (rest == 0) return true;
    std::memcpy(def_end, def + 64 * blocks, rest);
    if (rep != nullptr) std::memcpy(rep_end, rep + 64 * blocks, rest);
    return use(def_end, rep_end, low_bits(rest));
}

}  // namespace

}  // namespace gatun::GATUN_TIER
