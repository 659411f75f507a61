// Doubles from CSV cells: argument checks, the way to the active CPU tier, and the table of powers.
#include "gatun/csv_double.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "csv/powers_of_five.hpp"

GATUN_DISPATCH(void, csv_double,
    (const gatun_csv_cells& cells, uint32_t flags, uint64_t* values, uint8_t* validity, gatun_csv_outcome& outcome),
    (cells, flags, values, validity, outcome))

namespace gatun {

constexpr PowersOfFive powers_of_five = powers::compute();

}  // namespace gatun

extern "C" {

int32_t gatun_csv_double_convert(const gatun_csv_cells* cells, uint32_t flags, double* values, uint8_t* validity,
    gatun_csv_outcome* outcome, gatun_error* error) {
    if (cells == nullptr || values == nullptr || validity == nullptr || outcome == nullptr) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "NULL");
    }
    if ((flags & ~static_cast<uint32_t>(GATUN_CSV_DOUBLE_EXACT_INTEGERS)) != 0) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, flags, "unknown flag");
    }
    gatun::dispatch_csv_double(*cells, flags, reinterpret_cast<uint64_t*>(values), validity, *outcome);
    return GATUN_STATUS_OK;
}

int32_t gatun_csv_double_power(int32_t exponent, uint64_t* high, uint64_t* low, gatun_error* error) {
    if (exponent < gatun::least_power || exponent > gatun::greatest_power) {
        return gatun::fail(error, GATUN_STATUS_OUT_OF_RANGE, -1, exponent, "no such power");
    }
    *high = gatun::powers_of_five.of[exponent - gatun::least_power].high;
    *low = gatun::powers_of_five.of[exponent - gatun::least_power].low;
    return GATUN_STATUS_OK;
}
}
