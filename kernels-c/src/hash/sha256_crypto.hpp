// The CPU's instructions for SHA-256: one message, or more of them interleaved, since each instruction waits for the
// one before it of the same message and the CPU can begin another meanwhile.
#pragma once

#include <cstdint>

#include "hash/sha256.hpp"

#if defined(__x86_64__)
#include "hash/sha256_crypto_x86.hpp"
#elif defined(__aarch64__)
#include "hash/sha256_crypto_arm.hpp"
#endif

#if defined(GATUN_CRYPTO)

namespace gatun::GATUN_TIER {

namespace sha256 {

template <int n>
class Crypto {
  public:
    static constexpr int lanes = n;

    void load(int lane, const uint32_t* from) { states[lane] = CryptoState::load(from); }
    void save(int lane, uint32_t* to) const { states[lane].save(to); }

    GATUN_CRYPTO void compress(const uint8_t* const* at, uint64_t blocks) {
        CryptoState s[n];
        for (int i = 0; i < n; i++) s[i] = states[i];
        for (uint64_t offset = 0; offset < blocks * block_bytes; offset += block_bytes) {
            FourWords w[n][4];
            for (int i = 0; i < n; i++) {
                for (unsigned j = 0; j < 4; j++) w[i][j] = big_endian_words(at[i] + offset + 16 * j);
            }
#pragma GCC unroll 16
            for (int four = 0; four < rounds / 4; four++) {
                const FourWords k = four_words(constants + 4 * four);
#pragma GCC unroll 4
                for (int i = 0; i < n; i++) {
                    FourWords& words = w[i][four % 4];
                    s[i].four_rounds(add(words, k));
                    // Those of sixteen rounds later, early enough that no round waits for them.
                    if (four < 12) {
                        words = later(words, w[i][(four + 1) % 4], w[i][(four + 2) % 4], w[i][(four + 3) % 4]);
                    }
                }
            }
            // Through memory, since there are no registers left to keep the sums in.
            for (int i = 0; i < n; i++) s[i] = states[i] = s[i].plus(states[i]);
        }
    }

  private:
    CryptoState states[n];
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER

#endif
