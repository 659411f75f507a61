// Decimals from CSV cells: argument checks, and the way to the active CPU tier.
#include "gatun/csv_decimal.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(void, csv_decimal,
    (const gatun_csv_cells& cells, uint32_t precision, uint32_t scale, uint8_t* values, uint8_t* validity,
        gatun_csv_outcome& outcome),
    (cells, precision, scale, values, validity, outcome))

extern "C" int32_t gatun_csv_decimal_convert(const gatun_csv_cells* cells, uint32_t precision, uint32_t scale,
    uint8_t* values, uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error) {
    if (cells == nullptr || values == nullptr || validity == nullptr || outcome == nullptr) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "NULL");
    }
    if (precision < 1 || precision > 38) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, precision, "precision is not from 1 to 38");
    }
    if (scale > precision) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, scale, "scale is above the precision");
    }
    gatun::dispatch_csv_decimal(*cells, precision, scale, values, validity, *outcome);
    return GATUN_STATUS_OK;
}
