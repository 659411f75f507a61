// Runs of selected rows.
#pragma once

#include "column/bitmap.hpp"
#include "column/column_select.hpp"

namespace gatun::GATUN_TIER {

// Calls `take(from, to)` for each longest run of ones, in order, until it returns false or there are no more.
template <class Take>
bool for_runs(const column::Selection& selection, Take&& take) {
    int64_t run = -1;  // where the run began that the last word ended in, -1 when it ended in none
    for (int64_t first = 0, word = 0; first < selection.rows; first += 64, word++) {
        const int64_t count = selection.rows - first < 64 ? selection.rows - first : 64;
        uint64_t ones = load_word(selection.bits, word, count);
        if (run >= 0) {
            if (ones == ~0ull) continue;
            const int more = __builtin_ctzll(~ones);
            if (!take(run, first + more)) return false;
            run = -1;
            ones = more == 0 ? ones : ones & (~0ull << more);
        }
        while (ones != 0) {
            const int from = __builtin_ctzll(ones);
            const uint64_t zeroes = ~ones & (~0ull << from);
            if (zeroes == 0) {
                run = first + from;
                break;
            }
            const int to = __builtin_ctzll(zeroes);
            if (!take(first + from, first + to)) return false;
            ones &= ~0ull << to;
        }
    }
    return run < 0 || take(run, selection.rows);
}

}  // namespace gatun::GATUN_TIER
