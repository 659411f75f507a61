#include "csv/double_text.hpp"
#include "core/words.hpp"

namespace gatun::GATUN_TIER {

void csv_double(const gatun_csv_cells& cells, uint32_t flags, uint64_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    outcome = {0, 0, cells.rows};
    for (uint64_t from = 0; from < cells.rows; from += 64) {
        const uint64_t n = cells.rows - from < 64 ? cells.rows - from : 64;
        uint64_t valid = 0;
        for (uint64_t i = 0; i < n; i++) {
            const uint64_t row = from + i;
            values[row] = 0;
            const Cell cell = cell_at(cells, row);
            if (is_null(cells, cell)) continue;
            uint64_t bits = 0;
            if (read_double(cells, flags, cell, bits)) {
                values[row] = bits;
                valid |= 1ull << i;
            } else {
                misfit(cells, row, outcome);
            }
        }
        store(validity + from / 8, valid);
        outcome.nulls += n - static_cast<uint64_t>(__builtin_popcountll(valid));
    }
}

}  // namespace gatun::GATUN_TIER
