// Tokens of up to eight bytes as words, so that eight cells are compared with one at once. For .isa.inl files: part of
// the tier's namespace.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/words.hpp"

namespace gatun::GATUN_TIER {

namespace {

// The bytes of a token as they are in memory, zeros behind them.
struct ShortToken {
    uint64_t word;
    uint64_t size;
};

// Calls use(bytes, size) for each token, with its bytes alone.
template <class Use>
inline void for_tokens(const uint8_t* tokens, uint64_t bytes, Use use) {
    for (uint64_t at = 0; at < bytes; at += 1 + uint64_t{tokens[at]}) use(tokens + at + 1, uint64_t{tokens[at]});
}

// The first few that are short, each once; more than these nobody has.
struct ShortTokens {
    static constexpr unsigned most = 16;
    static constexpr uint64_t widest = 8;

    ShortToken tokens[most];
    unsigned count = 0;

    bool has(const ShortToken& token) const {
        for (const ShortToken& other : *this) {
            if (other.word == token.word && other.size == token.size) return true;
        }
        return false;
    }

    // False when it is too long, or one too many.
    bool add(const uint8_t* bytes, uint64_t size) {
        if (size > widest) return false;
        ShortToken token = {0, size};
        std::memcpy(&token.word, bytes, size);
        if (has(token)) return true;
        if (count == most) return false;
        tokens[count++] = token;
        return true;
    }

    const ShortToken* begin() const { return tokens; }
    const ShortToken* end() const { return tokens + count; }
};

}  // namespace

}  // namespace gatun::GATUN_TIER
