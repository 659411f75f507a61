// Byte arrays: any bytes in any encoding, read in pieces into a small output, on every tier.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/parquet_bytes.h"

namespace {

constexpr uint64_t slack = 64, capacity = 300, most = 100;
constexpr int32_t entry_offsets[] = {0, 0, 3, 40, 41, 41, 110};
constexpr int32_t entries = 6;

int32_t begin(gatun_parquet_bytes_cursor& c, const uint8_t* data, uint64_t size, int32_t encoding, gatun_error& error) {
    return encoding == GATUN_BYTES_DICTIONARY
               ? gatun_parquet_bytes_begin_dictionary(&c, data, size, entries, &error)
               : gatun_parquet_bytes_begin(&c, data, size, 1000, encoding, &error);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 2) return 0;
    const int32_t encoding = bytes[0] % 4;
    const uint64_t piece = 1 + bytes[1] % most;
    bytes += 2;
    size -= 2;
    uint8_t* const data = static_cast<uint8_t*>(calloc(1, size + slack));
    memcpy(data, bytes, size);
    uint8_t* const out = static_cast<uint8_t*>(malloc(capacity + slack));
    uint8_t* const previous = static_cast<uint8_t*>(calloc(1, capacity + slack));
    uint8_t* const dictionary = static_cast<uint8_t*>(calloc(1, entry_offsets[entries] + slack));
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        gatun_parquet_bytes_cursor cursor;
        gatun_error error;
        int32_t status = begin(cursor, data, size, encoding, error);
        uint64_t previous_size = 0;
        for (int i = 0; i < 50 && status == GATUN_STATUS_OK; i++) {
            int32_t offsets[most + 1] = {0};
            uint64_t given = 0;
            cursor.previous = previous;
            cursor.previous_size = previous_size;
            cursor.previous_capacity = capacity;
            if (i % 5 == 4) {
                status = gatun_parquet_bytes_skip(&cursor, data, piece, &given, &error);
                previous_size = cursor.previous_size;
            } else {
                status = gatun_parquet_bytes_read(
                    &cursor, data, entry_offsets, dictionary, piece, offsets, out, capacity, &given, &error);
                if (given == 0) break;
                previous_size = static_cast<uint64_t>(offsets[given] - offsets[given - 1]);
                memcpy(previous, out + offsets[given - 1], previous_size);
            }
        }
    }
    free(dictionary);
    free(previous);
    free(out);
    free(data);
    return 0;
}
