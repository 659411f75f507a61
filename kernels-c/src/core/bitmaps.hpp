// Reading and appending to bitmaps, up to 64 bits a time. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/words.hpp"

namespace gatun::GATUN_TIER {

namespace {

inline uint64_t count_ones(uint64_t word) { return static_cast<uint64_t>(__builtin_popcountll(word)); }

// n bits (1 to 64) from a bit on, read from the bytes they lie in and no others.
inline uint64_t bits_at(const uint8_t* bitmap, uint64_t bit, uint64_t n) {
    const uint8_t* const from = bitmap + bit / 8;
    const uint64_t shift = bit % 8, bytes = (shift + n + 7) / 8;
    uint64_t word = 0;
    if (bytes >= 8) {
        word = load<uint64_t>(from) >> shift;
        if (bytes > 8) word |= static_cast<uint64_t>(from[8]) << (64 - shift);
    } else {
        for (uint64_t i = 0; i < bytes; i++) word |= static_cast<uint64_t>(from[i]) << 8 * i;
        word >>= shift;
    }
    return word & low_bits(n);
}

// Appends to a bitmap. Bits gather in a word, so that a run costs the same wherever it begins.
class BitAppender {
public:
    // Keeps the bits before bit_offset.
    BitAppender(uint8_t* bitmap, uint64_t bit_offset) : at_(bitmap + bit_offset / 8), held_(bit_offset % 8) {
        if (held_ != 0) word_ = *at_ & low_bits(held_);
    }

    // n bits, 0 to 64; those above are 0.
    void push(uint64_t bits, uint64_t n) {
        word_ |= bits << held_;
        held_ += n;
        if (held_ < 64) return;
        store(at_, word_);
        at_ += 8;
        held_ -= 64;
        const uint64_t taken = n - held_;
        word_ = taken == 64 ? 0 : bits >> taken;
    }

    // The same bit n times.
    void fill(bool bit, uint64_t n) {
        const uint64_t word = bit ? ~0ull : 0;
        if (n >= 512) {
            const uint64_t to_byte = (8 - held_ % 8) % 8;
            push(word & low_bits(to_byte), to_byte);
            put_bytes();
            n -= to_byte;
            std::memset(at_, static_cast<int>(word & 0xff), n / 8);
            at_ += n / 8;
            n %= 8;
        }
        for (; n >= 64; n -= 64) push(word, 64);
        push(word & low_bits(n), n);
    }

    // Writes what is still held; the rest of the last byte becomes 0. Nothing can be appended any more.
    void finish() {
        held_ = (held_ + 7) / 8 * 8;
        put_bytes();
    }

private:
    // Writes the bits held, a multiple of 8.
    void put_bytes() {
        for (; held_ != 0; held_ -= 8, word_ >>= 8) *at_++ = static_cast<uint8_t>(word_);
    }

    uint8_t* at_;
    uint64_t word_ = 0;
    uint64_t held_;
};

}  // namespace

}  // namespace gatun::GATUN_TIER
