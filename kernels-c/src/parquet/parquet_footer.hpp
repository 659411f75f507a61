// What parquet_footer.cpp hands to the tiers.
#pragma once

#include "gatun/parquet_footer.h"

namespace gatun::parquet {

struct FooterIndex {
    const uint8_t* data;
    uint64_t size;
    gatun_parquet_row_group* row_groups;
    uint64_t row_group_capacity;
    int32_t* chunks;
    uint64_t chunk_capacity;
    gatun_parquet_footer* out;
};

}  // namespace gatun::parquet
