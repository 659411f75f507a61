// The cryptographic extension of ARMv8. Clang has its intrinsics for functions that name it from version 16 on.
#pragma once

#include <arm_neon.h>

#include <cstdint>

#if defined(__ARM_FEATURE_SHA2) || !defined(__clang__) || __clang_major__ >= 16

#define GATUN_CRYPTO __attribute__((target("+sha2")))
#define GATUN_CRYPTO_INLINE GATUN_CRYPTO inline __attribute__((always_inline))

namespace gatun::GATUN_TIER {

namespace sha256 {

using FourWords = uint32x4_t;

inline __attribute__((always_inline)) FourWords four_words(const uint32_t* from) { return vld1q_u32(from); }

GATUN_CRYPTO_INLINE FourWords big_endian_words(const uint8_t* from) {
    return vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(from)));
}

GATUN_CRYPTO_INLINE FourWords add(FourWords x, FourWords y) { return vaddq_u32(x, y); }

// The words 16 rounds after the first of sixteen.
GATUN_CRYPTO_INLINE FourWords later(FourWords first, FourWords second, FourWords third, FourWords fourth) {
    return vsha256su1q_u32(vsha256su0q_u32(first, second), third, fourth);
}

struct CryptoState {
    uint32x4_t abcd;
    uint32x4_t efgh;

    static CryptoState load(const uint32_t* from) { return {vld1q_u32(from), vld1q_u32(from + 4)}; }

    void save(uint32_t* to) const {
        vst1q_u32(to, abcd);
        vst1q_u32(to + 4, efgh);
    }

    // The words come with their constants.
    GATUN_CRYPTO_INLINE void four_rounds(FourWords words) {
        const uint32x4_t before = abcd;
        abcd = vsha256hq_u32(before, efgh, words);
        efgh = vsha256h2q_u32(efgh, before, words);
    }

    GATUN_CRYPTO_INLINE CryptoState plus(const CryptoState& other) const {
        return {vaddq_u32(abcd, other.abcd), vaddq_u32(efgh, other.efgh)};
    }
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER

#endif
