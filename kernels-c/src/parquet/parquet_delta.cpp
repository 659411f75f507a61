// DELTA_BINARY_PACKED: exported functions and the way to the active CPU tier.
#include "gatun/parquet_delta.h"

#include "core/dispatch.hpp"
#include "parquet/delta_cursor.hpp"

GATUN_DISPATCH(int32_t, parquet_delta_int32,
    (gatun_parquet_delta_cursor & c, uint64_t n, int32_t* out, gatun_error* error), (c, n, out, error))
GATUN_DISPATCH(int32_t, parquet_delta_int64,
    (gatun_parquet_delta_cursor & c, uint64_t n, int64_t* out, gatun_error* error), (c, n, out, error))
GATUN_DISPATCH(int32_t, parquet_delta_skip, (gatun_parquet_delta_cursor & c, uint64_t n, gatun_error* error),
    (c, n, error))

namespace {

// After an error nothing can be read.
int32_t ended(gatun_parquet_delta_cursor& c, int32_t status) {
    if (status != GATUN_STATUS_OK) c.left = c.total = 0;
    return status;
}

}  // namespace

extern "C" {

int32_t gatun_parquet_delta_begin(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t size, gatun_error* error) {
    return ended(*cursor, gatun::base::delta::begin(*cursor, data, size, 0, error));
}

int32_t gatun_parquet_delta_int32(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t n, int32_t* out, gatun_error* error) {
    cursor->data = data;
    return ended(*cursor, gatun::dispatch_parquet_delta_int32(*cursor, n, out, error));
}

int32_t gatun_parquet_delta_int64(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t n, int64_t* out, gatun_error* error) {
    cursor->data = data;
    return ended(*cursor, gatun::dispatch_parquet_delta_int64(*cursor, n, out, error));
}

int32_t gatun_parquet_delta_skip(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t n, gatun_error* error) {
    cursor->data = data;
    return ended(*cursor, gatun::dispatch_parquet_delta_skip(*cursor, n, error));
}

int32_t gatun_parquet_delta_end(const gatun_parquet_delta_cursor* cursor, uint64_t* end, gatun_error* error) {
    if (cursor->left > 0) return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "values are left");
    return gatun::base::delta::end(*cursor, *end, error);
}

}  // extern "C"
