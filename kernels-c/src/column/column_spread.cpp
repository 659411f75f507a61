// Moving values to their slots: argument checks, and the way to the active CPU tier.
#include "gatun/column_spread.h"

#include "column/column_spread.hpp"
#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(uint64_t, column_spread_count, (const gatun::Slots& slots), (slots))
GATUN_DISPATCH(void, column_spread_fixed, (uint8_t* values, uint32_t width, const gatun::Slots& slots),
    (values, width, slots))
GATUN_DISPATCH(void, column_spread_bits, (uint8_t* values, uint64_t first, const gatun::Slots& slots),
    (values, first, slots))
GATUN_DISPATCH(void, column_spread_offsets, (uint8_t* offsets, const gatun::Slots& slots), (offsets, slots))

namespace {

// What is wrong, or nullptr.
const char* problem(const void* values, const gatun::Slots& slots) {
    if (slots.n == 0) return slots.present == 0 ? nullptr : "more values than slots";
    if (values == nullptr || slots.validity == nullptr) return "NULL";
    return gatun::dispatch_column_spread_count(slots) == slots.present ? nullptr : "bitmap has another number of ones";
}

int32_t refuse(gatun_error* error, const char* why) {
    return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, why);
}

}  // namespace

extern "C" {

int32_t gatun_column_spread_fixed(uint8_t* values, uint32_t width, const uint8_t* validity, uint64_t bit_offset,
    uint64_t n, uint64_t present, gatun_error* error) {
    const gatun::Slots slots = {validity, bit_offset, n, present};
    const char* const wrong = width == 0 ? "width is 0" : problem(values, slots);
    if (wrong != nullptr) return refuse(error, wrong);
    if (present != n) gatun::dispatch_column_spread_fixed(values, width, slots);
    return GATUN_STATUS_OK;
}

int32_t gatun_column_spread_bits(uint8_t* values, uint64_t first, const uint8_t* validity, uint64_t bit_offset,
    uint64_t n, uint64_t present, gatun_error* error) {
    const gatun::Slots slots = {validity, bit_offset, n, present};
    const char* const wrong = problem(values, slots);
    if (wrong != nullptr) return refuse(error, wrong);
    if (present != n) gatun::dispatch_column_spread_bits(values, first, slots);
    return GATUN_STATUS_OK;
}

int32_t gatun_column_spread_offsets(int32_t* offsets, const uint8_t* validity, uint64_t bit_offset, uint64_t n,
    uint64_t present, gatun_error* error) {
    const gatun::Slots slots = {validity, bit_offset, n, present};
    const char* const wrong = problem(offsets, slots);
    if (wrong != nullptr) return refuse(error, wrong);
    if (present != n) gatun::dispatch_column_spread_offsets(reinterpret_cast<uint8_t*>(offsets), slots);
    return GATUN_STATUS_OK;
}
}
