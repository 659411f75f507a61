#include "csv/converted.hpp"
#include "csv/int64_column.hpp"
#if defined(__AVX512F__)
#include "csv/int64_avx512.hpp"
#elif defined(__AVX2__)
#include "csv/int64_avx2.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

#if !defined(__AVX2__)
unsigned convert_eight(const Int64Column& column, uint64_t row) { return column.one_by_one(row); }
#endif

}  // namespace

void csv_int64(
    const gatun_csv_cells& cells, bool canonical, uint8_t* values, uint8_t* validity, gatun_csv_outcome& outcome) {
    const Int64Column column(cells, canonical, values, outcome);
    const auto eight = [&](uint64_t row) { return convert_eight(column, row); };
    const auto one = [&](uint64_t row) { return column.one(row); };
    convert_rows(cells.rows, validity, outcome, eight, one);
}

}  // namespace gatun::GATUN_TIER
