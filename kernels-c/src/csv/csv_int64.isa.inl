#include "core/words.hpp"
#include "csv/cell.hpp"
#include "csv/converted.hpp"
#include "csv/integer.hpp"

namespace gatun::GATUN_TIER {

void csv_int64(const gatun_csv_cells& cells, bool canonical, uint8_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    const IntegerStyle style = {cells.grouping, canonical};
    const auto one = [&](uint64_t row) {
        const Cell cell = cell_at(cells, row);
        int64_t value = 0;
        bool valid = false;
        if (!is_null(cells, cell)) {
            valid = parse_integer(cell.begin, cell.end, style, value);
            if (!valid) misfit(cells, row, outcome);
        }
        store(values + 8 * row, value);
        return valid;
    };
    const auto eight = [&](uint64_t row) {
        unsigned valid = 0;
        for (unsigned i = 0; i < 8; i++) valid |= static_cast<unsigned>(one(row + i)) << i;
        return valid;
    };
    convert_rows(cells.rows, validity, outcome, eight, one);
}

}  // namespace gatun::GATUN_TIER
