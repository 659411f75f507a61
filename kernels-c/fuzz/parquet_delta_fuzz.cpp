// DELTA_BINARY_PACKED: any bytes, read in pieces that the first byte chooses, on every tier.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/parquet_delta.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 2) return 0;
    const uint64_t piece = 1 + bytes[0] % 200u;
    const bool wide = bytes[1] % 2 != 0;
    bytes += 2;
    size -= 2;
    uint8_t* const data = static_cast<uint8_t*>(calloc(1, size + 64));  // the slack is not to matter
    memcpy(data, bytes, size);
    int64_t out[200];
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        gatun_parquet_delta_cursor cursor;
        gatun_error error;
        int32_t status = gatun_parquet_delta_begin(&cursor, data, size, &error);
        for (int i = 0; i < 100 && status == GATUN_STATUS_OK; i++) {
            status = i % 7 == 6 ? gatun_parquet_delta_skip(&cursor, data, piece * 50, &error)
                     : wide     ? gatun_parquet_delta_int64(&cursor, data, piece, out, &error)
                                : gatun_parquet_delta_int32(
                                      &cursor, data, piece, reinterpret_cast<int32_t*>(out), &error);
        }
        uint64_t end;
        if (cursor.left == 0) gatun_parquet_delta_end(&cursor, &end, &error);
    }
    free(data);
    return 0;
}
