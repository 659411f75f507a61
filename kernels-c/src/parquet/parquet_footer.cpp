// Indexing a footer: argument checks, and the way to the active CPU tier.
#include "gatun/parquet_footer.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "parquet/parquet_footer.hpp"

GATUN_DISPATCH(int32_t, parquet_footer_index, (const gatun::parquet::FooterIndex& index, gatun_error* error),
    (index, error))

extern "C" int32_t gatun_parquet_footer_index(const uint8_t* data, uint64_t size,
    gatun_parquet_row_group* row_groups, uint64_t row_group_capacity, int32_t* chunks, uint64_t chunk_capacity,
    gatun_parquet_footer* out, gatun_error* error) {
    if (data == nullptr || out == nullptr || size > INT32_MAX || (row_groups == nullptr && row_group_capacity > 0) ||
        (chunks == nullptr && chunk_capacity > 0)) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "null or too large");
    }
    return gatun::dispatch_parquet_footer_index(
        {data, size, row_groups, row_group_capacity, chunks, chunk_capacity, out}, error);
}
