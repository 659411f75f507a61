// Row filters: argument checks, and the way to the active CPU tier.
#include "column/column_filter.hpp"

#include "core/dispatch.hpp"

using gatun::column::FilterBytes;
using gatun::column::FilterIndexes;
using gatun::column::FilterNumbers;
using gatun::column::FilterRows;

GATUN_DISPATCH(int64_t, filter_numbers, (const FilterRows& rows, const FilterNumbers& test), (rows, test))
GATUN_DISPATCH(int64_t, filter_bytes, (const FilterRows& rows, const FilterBytes& test), (rows, test))
GATUN_DISPATCH(int64_t, filter_bits, (const FilterRows& rows, const uint8_t* values), (rows, values))
GATUN_DISPATCH(int64_t, filter_indexes, (const FilterRows& rows, const FilterIndexes& test), (rows, test))

namespace {

constexpr int32_t all_flags = GATUN_FILTER_AND | GATUN_FILTER_OR | GATUN_FILTER_NULLS | GATUN_FILTER_BELOW |
    GATUN_FILTER_NANS | GATUN_FILTER_ZEROES | GATUN_FILTER_ONES;
constexpr int32_t both = GATUN_FILTER_AND | GATUN_FILTER_OR;

bool right(const FilterRows& rows) {
    return rows.rows >= 0 && (rows.rows == 0 || rows.selection != nullptr) && (rows.flags & ~all_flags) == 0 &&
        (rows.flags & both) != both;
}

}  // namespace

extern "C" {

int64_t gatun_column_filter_numbers(int64_t rows, const uint8_t* validity, uint8_t* selection, int32_t flags,
    int32_t number, const void* values, const void* bounds, int64_t bound_count) {
    const FilterRows target = {rows, validity, selection, flags};
    if (!right(target) || number < GATUN_FILTER_INT8 || number > GATUN_FILTER_INT256 || bound_count < 0 ||
        (rows > 0 && values == nullptr) || (bound_count > 0 && bounds == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_filter_numbers(target, {number, values, bounds, bound_count});
}

int64_t gatun_column_filter_bytes(int64_t rows, const uint8_t* validity, uint8_t* selection, int32_t flags,
    const int32_t* offsets, int32_t width, const uint8_t* bytes, const int32_t* bound_offsets, const uint8_t* bounds,
    int64_t bound_count) {
    const FilterRows target = {rows, validity, selection, flags};
    if (!right(target) || width < 0 || bound_count < 0 || (bound_count > 0 && bound_offsets == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_filter_bytes(target, {offsets, width, bytes, bound_offsets, bounds, bound_count});
}

int64_t gatun_column_filter_bits(
    int64_t rows, const uint8_t* validity, uint8_t* selection, int32_t flags, const uint8_t* values) {
    const FilterRows target = {rows, validity, selection, flags};
    const bool constant = target.has(GATUN_FILTER_ZEROES) == target.has(GATUN_FILTER_ONES);
    if (!right(target) || (rows > 0 && values == nullptr && !constant)) return GATUN_STATUS_INVALID_ARGUMENT;
    return gatun::dispatch_filter_bits(target, constant ? nullptr : values);
}

int64_t gatun_column_filter_indexes(int64_t rows, const uint8_t* validity, uint8_t* selection, int32_t flags,
    const int32_t* indexes, const uint8_t* matches, int64_t entries) {
    const FilterRows target = {rows, validity, selection, flags};
    if (!right(target) || entries < 0 || (rows > 0 && indexes == nullptr) || (entries > 0 && matches == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_filter_indexes(target, {indexes, matches, entries});
}
}
