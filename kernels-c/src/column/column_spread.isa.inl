#include <cstring>

#include "column/column_spread.hpp"
#include "column/spread_blocks.hpp"
#include "core/bitmaps.hpp"
#include "core/words.hpp"
#if defined(__BMI2__)
#include "core/x86.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

// Goes over the slots in blocks of up to 64 from the last one down, since values move up: use(from, n, valid, dense)
// gets the first slot of a block, its slots, their bits, and the number of values before it. Ends where all values
// that are left are in their places. Blocks begin at multiples of 64 slots less `phase`.
template <class Use>
void for_blocks_down(const Slots& slots, uint64_t phase, Use&& use) {
    uint64_t end = slots.n, dense = slots.present;
    while (dense != end) {
        uint64_t n = (end + phase) % 64;
        n = n == 0 ? 64 : n;
        if (n > end) n = end;
        const uint64_t from = end - n;
        const uint64_t valid = bits_at(slots.validity, slots.bit_offset + from, n);
        dense -= count_ones(valid);
        use(from, n, valid, dense);
        end = from;
    }
}

// The bits of `bits` in order at the ones of `mask`.
inline uint64_t expand_bits(uint64_t bits, uint64_t mask) {
#if defined(__BMI2__)
    return _pdep_u64(bits, mask);
#else
    uint64_t out = 0;
    for (; mask != 0; mask &= mask - 1, bits >>= 1) {
        if (bits & 1) out |= mask & -mask;
    }
    return out;
#endif
}

// Replaces n bits (1 to 64) from a bit on.
void put_bits(uint8_t* bitmap, uint64_t bit, uint64_t n, uint64_t bits) {
    if (n == 64 && bit % 8 == 0) return store(bitmap + bit / 8, bits);
    for (uint64_t done = 0; done < n;) {
        uint8_t& byte = bitmap[(bit + done) / 8];
        const uint64_t shift = (bit + done) % 8, room = 8 - shift, k = n - done < room ? n - done : room;
        const uint64_t mask = low_bits(k) << shift;
        byte = static_cast<uint8_t>((byte & ~mask) | (bits >> done << shift & mask));
        done += k;
    }
}

}  // namespace

uint64_t column_spread_count(const Slots& slots) {
    uint64_t ones = 0;
    for (uint64_t i = 0; i < slots.n; i += 64) {
        ones += count_ones(bits_at(slots.validity, slots.bit_offset + i, slots.n - i < 64 ? slots.n - i : 64));
    }
    return ones;
}

void column_spread_fixed(uint8_t* values, uint32_t width, const Slots& slots) {
    const auto spread = block_spread(width);
    for_blocks_down(slots, 0, [=](uint64_t from, uint64_t n, uint64_t valid, uint64_t dense) {
        spread(values + from * width, values + dense * width, width, n, valid);
    });
}

void column_spread_bits(uint8_t* values, uint64_t first, const Slots& slots) {
    for_blocks_down(slots, first % 64, [=](uint64_t from, uint64_t n, uint64_t valid, uint64_t dense) {
        const uint64_t present = count_ones(valid);
        const uint64_t bits = present == 0 ? 0 : bits_at(values, first + dense, present);
        put_bits(values, first + from, n, expand_bits(bits, valid));
    });
}

void column_spread_offsets(uint8_t* offsets, const Slots& slots) {
    store(offsets + 4 * slots.n, load<uint32_t>(offsets + 4 * slots.present));
    for_blocks_down(slots, 0, [=](uint64_t from, uint64_t n, uint64_t valid, uint64_t dense) {
        spread_offsets(offsets + 4 * from, offsets + 4 * dense, n, valid);
    });
}

}  // namespace gatun::GATUN_TIER
