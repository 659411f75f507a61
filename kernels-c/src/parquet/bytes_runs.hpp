// Byte arrays that give no trouble, one after the other: the fast way of each encoding. Each of these functions goes on
// until a value is broken, does not fit or is of a rare kind, and leaves that one to the careful way.
#pragma once

#include <cstdint>

#include "core/copy_ahead.hpp"
#include "core/words.hpp"
#include "parquet/bytes_cursor.hpp"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER::bytes {

// Where values go: their ends to `offsets`, their bytes to `out`.
struct Output {
    int32_t* offsets;
    uint8_t* out;
    uint64_t capacity;
    uint64_t at;     // bytes so far
    uint64_t given;  // values so far

    uint64_t room() const { return capacity - at; }

    void end_value(uint64_t size) {
        at += size;
        offsets[++given] = static_cast<int32_t>(at);
    }
};

inline void run_plain(Cursor& c, uint64_t n, Output& o) {
    const uint8_t* from = c.data + c.position;
    const uint8_t* const end = c.data + c.size;
    const uint64_t before = o.given;
    while (o.given < n && end - from >= 4) {
        const uint64_t size = load<uint32_t>(from);
        if (size > static_cast<uint64_t>(end - from - 4) || size > o.room()) break;
        copy_ahead(o.out + o.at, from + 4, size);
        from += 4 + size;
        o.end_value(size);
    }
    c.position = static_cast<uint64_t>(from - c.data);
    c.left -= o.given - before;
}

inline void run_dictionary(Cursor& c, uint64_t n, Output& o) {
    const uint8_t* const offsets = reinterpret_cast<const uint8_t*>(c.offsets);
    const uint64_t before = o.given;
    uint32_t k = c.ahead_from;
    for (; k < c.ahead_to && o.given < n; k++) {
        const uint64_t pair = load<uint64_t>(offsets + 4 * static_cast<uint64_t>(c.ahead[k]));
        const uint64_t first = pair & 0xffffffff, size = (pair >> 32) - first;
        if (size > o.room()) break;
        copy_ahead<32>(o.out + o.at, c.bytes + first, size);
        o.end_value(size);
    }
    c.ahead_from = k;
    c.left -= o.given - before;
}

// All that is decoded ahead at once, or nothing.
inline void run_delta_length(Cursor& c, uint64_t n, Output& o) {
    const uint64_t rest = c.ahead_to - c.ahead_from;
    const uint64_t count = rest < n - o.given ? rest : n - o.given;
    const int32_t* const sizes = c.ahead + c.ahead_from;
    uint64_t total = 0;
    for (uint64_t i = 0; i < count; i++) total += static_cast<uint32_t>(sizes[i]);
    // A negative length counts as 2^31 or more, which no room has.
    if (total > c.size - c.position || total > o.room()) return;
    if (total > 0) copy_ahead(o.out + o.at, c.data + c.position, total);
    for (uint64_t i = 0; i < count; i++) o.end_value(static_cast<uint64_t>(sizes[i]));
    c.position += total;
    c.left -= count;
    c.ahead_from += static_cast<uint32_t>(count);
}

#if defined(__AVX2__)

// A short value in a register, from which the next one takes what it shares: through memory it would be loaded before
// the store is done.
#if defined(__AVX512F__)
struct ShortValue {
    static constexpr uint64_t most = 64;
    __m512i bytes;

    explicit ShortValue(const uint8_t* from) : bytes(_mm512_loadu_si512(from)) {}

    static bool can_follow(const Cursor&, uint64_t) { return true; }

    // Keeps `prefix` bytes and takes the others from `rest`. Bytes in front of `rest` are masked, so never read.
    void follow(uint64_t prefix, const uint8_t* rest) {
        bytes = _mm512_mask_loadu_epi8(bytes, ~low_bits(prefix), rest - prefix);
    }

    void put(uint8_t* to) const { _mm512_storeu_si512(to, bytes); }
};
#else
struct ShortValue {
    static constexpr uint64_t most = 32;
    __m256i bytes;

    explicit ShortValue(const uint8_t* from) : bytes(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))) {}

    // The bytes in front of the rest are read, so they must be in the section.
    static bool can_follow(const Cursor& c, uint64_t prefix) { return prefix <= c.position; }

    void follow(uint64_t prefix, const uint8_t* rest) {
        const __m256i place = _mm256_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
            21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        const __m256i kept = _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(prefix)), place);
        const __m256i next = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(rest - prefix));
        bytes = _mm256_blendv_epi8(next, bytes, kept);
    }

    void put(uint8_t* to) const { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), bytes); }
};
#endif

inline void run_delta_prefix(Cursor& c, uint64_t n, Output& o) {
    if (c.previous_size > ShortValue::most || c.previous_size == 0) return;
    ShortValue value(c.previous);
    while (c.ahead_from < c.ahead_to && o.given < n) {
        // Negative ones become too large.
        const uint64_t prefix = static_cast<uint32_t>(c.ahead_prefixes[c.ahead_from]);
        const uint64_t size = static_cast<uint32_t>(c.ahead[c.ahead_from]);
        const uint64_t whole = prefix + size;
        if (prefix > c.previous_size || whole > ShortValue::most || whole > o.room() || size > c.size - c.position ||
            !ShortValue::can_follow(c, prefix)) {
            return;
        }
        value.follow(prefix, c.data + c.position);
        value.put(o.out + o.at);
        c.previous = o.out + o.at;
        c.previous_size = whole;
        c.position += size;
        c.left--;
        c.ahead_from++;
        o.end_value(whole);
    }
}

#else

inline void run_delta_prefix(Cursor&, uint64_t, Output&) {}

#endif

inline void run(Cursor& c, uint64_t n, Output& o) {
    switch (c.encoding) {
        case GATUN_BYTES_PLAIN: return run_plain(c, n, o);
        case GATUN_BYTES_DELTA_LENGTH: return run_delta_length(c, n, o);
        case GATUN_BYTES_DELTA_PREFIX: return run_delta_prefix(c, n, o);
        default: return run_dictionary(c, n, o);
    }
}

}  // namespace gatun::GATUN_TIER::bytes
