// Text cells: exported functions, and the way to the active CPU tier.
#include "gatun/csv_string.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "csv/csv_string.hpp"

GATUN_DISPATCH(gatun::StringMeasure, csv_string_measure,
    (const gatun_csv_cells& cells, int32_t nulls, int32_t* offsets, uint8_t* validity),
    (cells, nulls, offsets, validity))
GATUN_DISPATCH(void, csv_string_copy,
    (const gatun_csv_cells& cells, bool plain, const int32_t* offsets, uint8_t* bytes), (cells, plain, offsets, bytes))

extern "C" {

int32_t gatun_csv_string_measure(const gatun_csv_cells* cells, int32_t nulls, int32_t* offsets, uint8_t* validity,
    gatun_csv_strings* strings, gatun_error* error) {
    if (nulls < GATUN_CSV_NULLS_NONE || nulls > GATUN_CSV_NULLS_ALL) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, nulls, "no such rule of null cells");
    }
    const gatun::StringMeasure found = gatun::dispatch_csv_string_measure(*cells, nulls, offsets, validity);
    if (found.bytes > INT32_MAX) {
        return gatun::fail(error, GATUN_STATUS_OVERFLOW, -1, static_cast<int64_t>(found.bytes),
            "the strings of a column have 2^31 bytes or more");
    }
    *strings = {found.nulls, found.plain ? 1u : 0u, 0};
    return GATUN_STATUS_OK;
}

int32_t gatun_csv_string_copy(const gatun_csv_cells* cells, const gatun_csv_strings* strings, const int32_t* offsets,
    uint8_t* bytes, gatun_error*) {
    gatun::dispatch_csv_string_copy(*cells, strings->plain != 0, offsets, bytes);
    return GATUN_STATUS_OK;
}

}  // extern "C"
