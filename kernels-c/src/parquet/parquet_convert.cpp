// Conversions: argument checks, and the way to the active CPU tier.
#include "gatun/parquet_convert.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(void, parquet_convert_fixed,
    (int32_t conversion, uint64_t width, const uint8_t* in, uint64_t n, uint8_t* out), (conversion, width, in, n, out))
GATUN_DISPATCH(int32_t, parquet_convert_decimals,
    (int32_t conversion, const int32_t* offsets, const uint8_t* bytes, uint64_t n, uint8_t* out, gatun_error* error),
    (conversion, offsets, bytes, n, out, error))

namespace {

bool takes(int32_t conversion, uint64_t width) {
    switch (conversion) {
        case GATUN_CONVERSION_INT32_TO_INT8:
        case GATUN_CONVERSION_INT32_TO_INT16: return width == 4;
        case GATUN_CONVERSION_INT96_TO_NANOS: return width == 12;
        case GATUN_CONVERSION_BIG_ENDIAN_TO_128: return width >= 1 && width <= 16;
        case GATUN_CONVERSION_BIG_ENDIAN_TO_256: return width >= 1 && width <= 32;
        default: return false;
    }
}

}  // namespace

extern "C" {

int32_t gatun_parquet_convert_fixed(
    int32_t conversion, uint64_t width, const uint8_t* in, uint64_t n, uint8_t* out, gatun_error* error) {
    if (!takes(conversion, width)) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, conversion, "no conversion of such values");
    }
    gatun::dispatch_parquet_convert_fixed(conversion, width, in, n, out);
    return GATUN_STATUS_OK;
}

int32_t gatun_parquet_convert_decimals(
    int32_t conversion, const int32_t* offsets, const uint8_t* bytes, uint64_t n, uint8_t* out, gatun_error* error) {
    if (conversion != GATUN_CONVERSION_BIG_ENDIAN_TO_128 && conversion != GATUN_CONVERSION_BIG_ENDIAN_TO_256) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, conversion, "no conversion of numbers");
    }
    return gatun::dispatch_parquet_convert_decimals(conversion, offsets, bytes, n, out, error);
}

}  // extern "C"
