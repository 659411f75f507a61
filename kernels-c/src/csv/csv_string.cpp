// Text cells: exported functions, and the way to the active CPU tier.
#include "gatun/csv_string.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(uint64_t, csv_string_measure,
    (const gatun_csv_cells& cells, int32_t nulls, int32_t* offsets, uint8_t* validity, uint64_t& null_slots),
    (cells, nulls, offsets, validity, null_slots))
GATUN_DISPATCH(void, csv_string_copy, (const gatun_csv_cells& cells, const int32_t* offsets, uint8_t* bytes),
    (cells, offsets, bytes))

extern "C" {

int32_t gatun_csv_string_measure(const gatun_csv_cells* cells, int32_t nulls, int32_t* offsets, uint8_t* validity,
    gatun_csv_outcome* outcome, gatun_error* error) {
    if (nulls < GATUN_CSV_NULLS_NONE || nulls > GATUN_CSV_NULLS_ALL) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, nulls, "no such rule of null cells");
    }
    outcome->misfits = 0;
    outcome->first_misfit = cells->rows;
    const uint64_t bytes = gatun::dispatch_csv_string_measure(*cells, nulls, offsets, validity, outcome->nulls);
    if (bytes > INT32_MAX) {
        return gatun::fail(error, GATUN_STATUS_OVERFLOW, -1, static_cast<int64_t>(bytes),
            "the strings of a column have 2^31 bytes or more");
    }
    return GATUN_STATUS_OK;
}

int32_t gatun_csv_string_copy(
    const gatun_csv_cells* cells, const int32_t* offsets, uint8_t* bytes, gatun_error*) {
    gatun::dispatch_csv_string_copy(*cells, offsets, bytes);
    return GATUN_STATUS_OK;
}

}  // extern "C"
