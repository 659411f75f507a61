// 64 bytes of a text as masks, a bit for each byte.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "core/x86.hpp"

namespace gatun::GATUN_TIER::index {

#if defined(__AVX512BW__)

class Block {
  public:
    explicit Block(const uint8_t* from) : bytes(_mm512_loadu_si512(from)) {}
    uint64_t equal(uint8_t character) const {
        return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(static_cast<char>(character)));
    }

    // Whether any byte of some blocks was some character.
    struct Any {
        __mmask64 found = 0;
        void note(const Block& block, uint8_t character) { found |= block.equal(character); }
        explicit operator bool() const { return found != 0; }
    };

  private:
    __m512i bytes;
};

#elif defined(__AVX2__)

class Block {
  public:
    explicit Block(const uint8_t* from)
        : low(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))),
          high(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32))) {}
    uint64_t equal(uint8_t character) const {
        const __m256i wanted = _mm256_set1_epi8(static_cast<char>(character));
        const auto l = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
        const auto h = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
        return static_cast<uint64_t>(h) << 32 | l;
    }

    struct Any {
        __m256i found = _mm256_setzero_si256();
        void note(const Block& block, uint8_t character) {
            const __m256i wanted = _mm256_set1_epi8(static_cast<char>(character));
            found = _mm256_or_si256(found,
                _mm256_or_si256(_mm256_cmpeq_epi8(block.low, wanted), _mm256_cmpeq_epi8(block.high, wanted)));
        }
        explicit operator bool() const { return _mm256_testz_si256(found, found) == 0; }
    };

  private:
    __m256i low, high;
};

#else

class Block {
  public:
    explicit Block(const uint8_t* from) {
        for (int i = 0; i < 8; i++) words[i] = load<uint64_t>(from + 8 * i);
    }
    uint64_t equal(uint8_t character) const {
        constexpr uint64_t ones = 0x0101010101010101ull, low7 = 0x7f * ones;
        uint64_t mask = 0;
        for (int i = 0; i < 8; i++) {
            const uint64_t other = words[i] ^ character * ones;
            const uint64_t equal = ~(((other & low7) + low7) | other | low7) >> 7; // 1 in each byte that is 0 in other
            mask |= (equal * 0x0102040810204080ull) >> 56 << (8 * i);
        }
        return mask;
    }

    struct Any {
        uint64_t found = 0;
        void note(const Block& block, uint8_t character) { found |= block.equal(character); }
        explicit operator bool() const { return found != 0; }
    };

  private:
    uint64_t words[8];
};

#endif

inline uint64_t ones_in(uint64_t mask) { return static_cast<uint64_t>(__builtin_popcountll(mask)); }

// The first byte of text[at, to) that is a or b; `to` when there is none. The 64 bytes behind `to` are read.
inline uint64_t find(const uint8_t* text, uint64_t at, uint64_t to, uint8_t a, uint8_t b) {
    for (; at < to; at += 64) {
        const Block block(text + at);
        const uint64_t found = block.equal(a) | block.equal(b);
        if (found != 0) {
            at += static_cast<uint64_t>(__builtin_ctzll(found));
            return at < to ? at : to;
        }
    }
    return to;
}

// Line ends (LF, CR LF, CR) in text[at, to). The 64 bytes behind `to` are read.
inline uint64_t count_lines(const uint8_t* text, uint64_t at, uint64_t to) {
    uint64_t lines = 0, after_return = 0;
    for (; at < to; at += 64) {
        const Block block(text + at);
        const uint64_t there = low_bits(to - at);
        const uint64_t feeds = block.equal('\n') & there, returns = block.equal('\r') & there;
        lines += ones_in(returns) + ones_in(feeds & ~(returns << 1 | after_return));
        after_return = returns >> 63;
    }
    return lines;
}

}  // namespace gatun::GATUN_TIER::index
