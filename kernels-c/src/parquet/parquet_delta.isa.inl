#include "gatun/parquet_delta.h"

#include "parquet/delta_values.hpp"

namespace gatun::GATUN_TIER {

int32_t parquet_delta_int32(gatun_parquet_delta_cursor& c, uint64_t n, int32_t* out, gatun_error* error) {
    return delta::read(c, n, out, error);
}

int32_t parquet_delta_int64(gatun_parquet_delta_cursor& c, uint64_t n, int64_t* out, gatun_error* error) {
    return delta::read(c, n, out, error);
}

int32_t parquet_delta_skip(gatun_parquet_delta_cursor& c, uint64_t n, gatun_error* error) {
    return delta::skip(c, n, error);
}

}  // namespace gatun::GATUN_TIER
