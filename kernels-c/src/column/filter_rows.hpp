// The loop of every filter: which rows of a word of 64 have to be tested, and what becomes of those that pass.
#pragma once

#include "column/bitmap.hpp"
#include "column/column_filter.hpp"

namespace gatun::GATUN_TIER {

// From this many rows of a word on, testing all of them at once is cheaper than one by one.
constexpr int word_test_from = 6;

// In place of a test of words, where rows can only be tested one by one.
struct RowsOnly {};

// `test_word(first, wanted)` has a bit for each of the 64 rows from `first` on, all of which exist; only the bits in
// `wanted` count. `test_row(row)` says whether one row passes. Returns the rows selected.
template <class TestWord, class TestRow>
int64_t filter(const column::FilterRows& target, TestWord test_word, TestRow test_row) {
    const bool joins_and = target.has(GATUN_FILTER_AND);
    const bool joins_or = target.has(GATUN_FILTER_OR);
    const bool nulls_pass = target.has(GATUN_FILTER_NULLS);
    int64_t selected = 0;
    for (int64_t first = 0, word = 0; first < target.rows; first += 64, word++) {
        const int64_t count = target.rows - first < 64 ? target.rows - first : 64;
        const uint64_t rows = row_mask(count);
        const uint64_t valid = target.validity == nullptr ? rows : load_word(target.validity, word, count);
        const uint64_t before = joins_and || joins_or ? load_word(target.selection, word, count) : 0;
        const uint64_t wanted = valid & (joins_and ? before : ~before);
        const auto by_row = [&] {
            uint64_t passed = 0;
            for (uint64_t left = wanted; left != 0; left &= left - 1) {
                const int bit = __builtin_ctzll(left);
                passed |= static_cast<uint64_t>(test_row(first + bit)) << bit;
            }
            return passed;
        };
        uint64_t passed;
        if constexpr (__is_same(TestWord, RowsOnly)) {
            passed = by_row();
        } else {
            const bool by_word = count == 64 && __builtin_popcountll(wanted) >= word_test_from;
            passed = by_word ? test_word(first, wanted) & wanted : by_row();
        }
        if (nulls_pass) passed |= rows & ~valid;
        const uint64_t after = joins_and ? before & passed : before | passed;
        store_word(target.selection, word, count, after);
        selected += __builtin_popcountll(after);
    }
    return selected;
}

}  // namespace gatun::GATUN_TIER
