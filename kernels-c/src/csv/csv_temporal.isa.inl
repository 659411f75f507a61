#include <cstring>

#include "core/bitmaps.hpp"
#include "csv/temporal_column.hpp"

namespace gatun::GATUN_TIER {

void csv_temporal(const gatun_csv_cells& cells, const gatun_csv_temporal& type, uint8_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    TemporalColumn column(cells, type, values, outcome);
    uint64_t valid = 0;
    for (uint64_t row = 0; row < cells.rows; row += 64) {
        const uint64_t n = cells.rows - row < 64 ? cells.rows - row : 64;
        uint64_t bits = 0;
        for (uint64_t i = 0; i < n; i++) bits |= static_cast<uint64_t>(column.convert(row + i)) << i;
        store(validity + row / 8, bits);
        valid += count_ones(bits);
    }
    outcome.nulls = cells.rows - valid;
}

}  // namespace gatun::GATUN_TIER
