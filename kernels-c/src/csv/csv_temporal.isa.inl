#include "core/bitmaps.hpp"
#include "csv/temporal_column.hpp"
#include "csv/temporal_vector.hpp"

namespace gatun::GATUN_TIER {

void csv_temporal(const gatun_csv_cells& cells, const gatun_csv_temporal& type, uint8_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    TemporalColumn column(cells, type, values, outcome);
#if defined(__AVX2__)
    TemporalVector vector(column);
#endif
    uint64_t valid = 0;
    for (uint64_t row = 0; row < cells.rows; row += 64) {
        const uint64_t n = cells.rows - row < 64 ? cells.rows - row : 64;
        uint64_t bits = 0, i = 0;
#if defined(__AVX2__)
        for (; i + lanes <= n; i += lanes) {
            const uint32_t found = vector.convert(row + i);
            bits |= static_cast<uint64_t>(found) << i;
            for (uint32_t left = ~found & ((1u << lanes) - 1); left != 0; left &= left - 1) {
                const uint64_t one = i + static_cast<uint64_t>(__builtin_ctz(left));
                bits |= static_cast<uint64_t>(column.convert(row + one)) << one;
            }
        }
#endif
        for (; i < n; i++) bits |= static_cast<uint64_t>(column.convert(row + i)) << i;
        store(validity + row / 8, bits);
        valid += count_ones(bits);
    }
    outcome.nulls = cells.rows - valid;
}

}  // namespace gatun::GATUN_TIER
