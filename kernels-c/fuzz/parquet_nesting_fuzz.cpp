// Any levels, to records, validity and offsets. The first bytes of the input choose what they are compared with.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/parquet_nesting.h"

namespace {

constexpr uint64_t header = 6;

void require(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* input, size_t size) {
    if (size < header) return 0;
    const uint64_t n = (size - header) / 2;
    // Copies as long as they say, so that the sanitizer sees what is read behind them.
    uint8_t* const def = static_cast<uint8_t*>(std::malloc(n + 1));
    uint8_t* const rep = static_cast<uint8_t*>(std::malloc(n + 1));
    std::memcpy(def, input + header, n);
    std::memcpy(rep, input + header + n, n);
    const uint8_t* const levels = input[0] % 4 == 0 ? nullptr : rep;
    const uint64_t offset = input[5] % 64, room = input[4] % 2 == 0 ? n : n / 2;
    uint8_t* const bitmap = static_cast<uint8_t*>(std::calloc((offset + room + 7) / 8 + 1, 1));
    int32_t* const offsets = static_cast<int32_t*>(std::calloc(room + 1, sizeof(int32_t)));
    gatun_parquet_nesting_counts counts;
    gatun_error error;
    require(gatun_parquet_nesting_records(levels, n, input[4], &counts, &error) == GATUN_STATUS_OK);
    require(counts.slots <= input[4] && counts.found <= n);
    int32_t status = gatun_parquet_nesting_validity(
        def, levels, n, input[1], input[2], input[3], bitmap, offset, room, &counts, &error);
    require(status == GATUN_STATUS_CAPACITY || (status == GATUN_STATUS_OK && counts.found <= counts.slots));
    status = gatun_parquet_nesting_offsets(
        def, levels, n, input[1], input[2], input[3], 0, offsets, room + 1, &counts, &error);
    require(status == GATUN_STATUS_CAPACITY || (status == GATUN_STATUS_OK && counts.found <= n));
    std::free(def);
    std::free(rep);
    std::free(bitmap);
    std::free(offsets);
    return 0;
}
