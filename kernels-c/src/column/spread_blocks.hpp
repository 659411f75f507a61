// Spreading the values of up to 64 slots. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/bitmaps.hpp"
#include "core/words.hpp"
#if defined(__AVX2__)
#include "column/spread_registers.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

// Moves values from `dense` to the ones of `valid` among the n slots at `out`, zeros to the others. `dense` is at or
// before `out` and the two may overlap, so the last values move first.
using BlockSpread = void (*)(uint8_t* out, const uint8_t* dense, uint64_t width, uint64_t n, uint64_t valid);

// Any width: each run of valid slots in one piece.
inline void spread_runs(uint8_t* out, const uint8_t* dense, uint64_t width, uint64_t n, uint64_t valid) {
    dense += count_ones(valid) * width;
    for (uint64_t end = n; end != 0;) {
        const uint64_t shifted = valid << (64 - end);  // slot end - 1 is the highest bit
        const bool present = static_cast<int64_t>(shifted) < 0;
        const uint64_t other = present ? ~shifted : shifted;
        const uint64_t leading = other == 0 ? 64 : static_cast<uint64_t>(__builtin_clzll(other));
        const uint64_t run = leading < end ? leading : end;
        end -= run;
        if (present) {
            dense -= run * width;
            std::memmove(out + end * width, dense, run * width);
        } else {
            std::memset(out + end * width, 0, run * width);
        }
    }
}

// Whether the block is one run; if so, it has been moved.
inline bool spread_run(uint8_t* out, const uint8_t* dense, uint64_t width, uint64_t n, uint64_t valid) {
    if (valid == low_bits(n)) {
        std::memmove(out, dense, n * width);
    } else if (valid == 0) {
        std::memset(out, 0, n * width);
    } else {
        return false;
    }
    return true;
}

// Widths of a number: by registers or value by value, without branches. A slot that is null reads the value above,
// which may be any, but lies at or before the slot.
template <class Value>
void spread_each(uint8_t* out, const uint8_t* dense, uint64_t width, uint64_t n, uint64_t valid) {
    if (spread_run(out, dense, width, n, valid)) return;
#if defined(__AVX2__)
    if (spread_registers<SlotRegister<sizeof(Value)>, sizeof(Value)>(out, dense, n, valid)) return;
#endif
    dense += count_ones(valid) * sizeof(Value);
    for (uint64_t i = n; i-- != 0;) {
        const uint64_t bit = valid >> i & 1;
        dense -= bit * sizeof(Value);
        store(out + i * sizeof(Value), static_cast<Value>(load<Value>(dense) & (Value{0} - static_cast<Value>(bit))));
    }
}

// Offsets of strings: a slot that is null begins where the next value does.
inline void spread_offsets(uint8_t* out, const uint8_t* dense, uint64_t n, uint64_t valid) {
#if defined(__AVX2__)
    if (spread_registers<OffsetRegister, 4>(out, dense, n, valid)) return;
#endif
    dense += 4 * count_ones(valid);
    for (uint64_t i = n; i-- != 0;) {
        dense -= 4 * (valid >> i & 1);
        store(out + 4 * i, load<uint32_t>(dense));
    }
}

inline BlockSpread block_spread(uint32_t width) {
    switch (width) {
        case 1: return spread_each<uint8_t>;
        case 2: return spread_each<uint16_t>;
        case 4: return spread_each<uint32_t>;
        case 8: return spread_each<uint64_t>;
        case 16: return spread_each<unsigned __int128>;
        default: return spread_runs;
    }
}

}  // namespace

}  // namespace gatun::GATUN_TIER
