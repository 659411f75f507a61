// Integers: argument checks, and the way to the active CPU tier.
#include "gatun/csv_int64.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "csv/arguments.hpp"

GATUN_DISPATCH(void, csv_int64,
    (const gatun_csv_cells& cells, bool canonical, uint8_t* values, uint8_t* validity, gatun_csv_outcome& outcome),
    (cells, canonical, values, validity, outcome))

extern "C" int32_t gatun_csv_int64_convert(const gatun_csv_cells* cells, uint32_t flags, int64_t* values,
    uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error) {
    const char* wrong = gatun::problem(cells);
    if (wrong == nullptr && (flags & ~GATUN_CSV_INT64_CANONICAL) != 0) wrong = "unknown flag";
    const bool pointers = outcome != nullptr && values != nullptr && validity != nullptr;
    if (wrong == nullptr && !pointers) wrong = "NULL";
    if (wrong != nullptr) return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, wrong);
    gatun::dispatch_csv_int64(
        *cells, (flags & GATUN_CSV_INT64_CANONICAL) != 0, reinterpret_cast<uint8_t*>(values), validity, *outcome);
    return GATUN_STATUS_OK;
}
