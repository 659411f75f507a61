// BYTE_STREAM_SPLIT: argument checks, and the way to the active CPU tier.
#include "gatun/parquet_split.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(void, parquet_split_join,
    (const uint8_t* data, uint64_t values, uint64_t width, uint64_t first, uint64_t n, uint8_t* out),
    (data, values, width, first, n, out))

extern "C" int32_t gatun_parquet_split_join(const uint8_t* data, uint64_t values, uint64_t width, uint64_t first,
    uint64_t n, uint8_t* out, gatun_error* error) {
    if (width == 0 || values > INT64_MAX / width || first > values || n > values - first) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "no such values in the section");
    }
    gatun::dispatch_parquet_split_join(data, values, width, first, n, out);
    return GATUN_STATUS_OK;
}
