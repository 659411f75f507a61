#include "core/bitmaps.hpp"
#include "parquet/level_masks.hpp"
#include "parquet/parquet_nesting.hpp"

namespace gatun::GATUN_TIER {

namespace {

inline uint64_t lowest(uint64_t mask) { return static_cast<uint64_t>(__builtin_ctzll(mask)); }

// Calls use(slots, items) with two masks for each 64 entries; items are those of item_def among rep <= item_rep.
template <class Use>
bool for_masks(const Levels& levels, uint8_t item_rep, Use&& use) {
    return for_blocks(levels.def, levels.rep, levels.n, [&](const uint8_t* d, const uint8_t* r, uint64_t lanes) {
        const Levels64 def(d), rep(r);
        const uint64_t slots = rep.at_most(levels.slot_rep) & def.at_least(levels.slot_def) & lanes;
        const uint64_t items = rep.at_most(item_rep) & def.at_least(levels.item_def) & lanes;
        return use(slots, items);
    });
}

}  // namespace

void parquet_nesting_records(
    const uint8_t* rep, uint64_t n, uint64_t want, gatun_parquet_nesting_counts& counts) {
    counts = {0, 0};
    for_blocks(rep, nullptr, n, [&](const uint8_t* r, const uint8_t*, uint64_t lanes) {
        uint64_t begins = Levels64(r).at_most(0) & lanes;
        const uint64_t records = count_ones(begins);
        if (counts.slots + records <= want) {
            counts.slots += records;
            counts.found += count_ones(lanes);
            return true;
        }
        for (; counts.slots < want; counts.slots++) begins &= begins - 1;
        counts.found += lowest(begins);
        return false;
    });
}

bool parquet_nesting_validity(const Levels& levels, uint8_t* bitmap, uint64_t bit_offset, uint64_t capacity,
    gatun_parquet_nesting_counts& counts) {
    counts = {0, 0};
    if (levels.n == 0) return true;
    BitAppender out(bitmap, bit_offset);
    const bool fits = for_masks(levels, levels.slot_rep, [&](uint64_t slots, uint64_t items) {
        const uint64_t n = count_ones(slots);
        if (n > capacity - counts.slots) return false;
        const uint64_t bits = compress_bits(items, slots);
        out.push(bits, n);
        counts.slots += n;
        counts.found += count_ones(bits);
        return true;
    });
    if (fits) out.finish();
    return fits;
}

bool parquet_nesting_offsets(
    const Levels& levels, uint32_t base, uint8_t* out, uint64_t capacity, gatun_parquet_nesting_counts& counts) {
    counts = {0, 0};
    const uint8_t item_rep = levels.slot_rep == 255 ? 255 : static_cast<uint8_t>(levels.slot_rep + 1);
    const bool fits = for_masks(levels, item_rep, [&](uint64_t slots, uint64_t elements) {
        const uint64_t n = count_ones(slots);
        if (n > capacity - counts.slots) return false;
        const uint32_t begun = base + static_cast<uint32_t>(counts.found);
        uint8_t* to = out + 4 * counts.slots;
        for (uint64_t left = slots; left != 0; left &= left - 1, to += 4) {
            store(to, begun + static_cast<uint32_t>(count_ones(elements & ((left & -left) - 1))));
        }
        counts.slots += n;
        counts.found += count_ones(elements);
        return true;
    });
    if (fits) store(out + 4 * counts.slots, base + static_cast<uint32_t>(counts.found));
    return fits;
}

}  // namespace gatun::GATUN_TIER
