// UTF-8 sequence by sequence: what other ways of checking have to agree with. For .isa.inl files.
#pragma once

#include <cstdint>

#include "core/words.hpp"

namespace gatun::GATUN_TIER {

// Bytes of the well-formed sequence at `at`, 0 when there is none (RFC 3629, section 4).
inline uint64_t utf8_sequence(const uint8_t* at, const uint8_t* end) {
    const uint8_t lead = *at;
    if (lead < 0x80) return 1;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    const uint64_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (static_cast<uint64_t>(end - at) < size) return 0;
    const uint8_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const uint8_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < least || at[1] > most) return 0;
    for (uint64_t i = 2; i < size; i++) {
        if ((at[i] & 0xc0) != 0x80) return 0;
    }
    return size;
}

// The first sequence from `at` on that is not well-formed, `end` when there is none. 16 bytes behind `end` are read.
inline const uint8_t* utf8_scan(const uint8_t* at, const uint8_t* end) {
    while (at < end) {
        if (((load<uint64_t>(at) | load<uint64_t>(at + 8)) & 0x8080808080808080ull) == 0) {
            at += 16;
            continue;
        }
        const uint64_t size = utf8_sequence(at, end);
        if (size == 0) return at;
        at += size;
    }
    return end;
}

}  // namespace gatun::GATUN_TIER
