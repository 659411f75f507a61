// Any section of the hybrid encoding, read in pieces by every function. The first bytes of the input choose the bit
// width, the layout and the calls; the rest is the section.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/parquet_hybrid.h"

namespace {

constexpr uint64_t slack = 64, most = 3 * 256, widest = 20, header = 8;

// What a call may return, and nothing else.
bool is_verdict(int32_t status) {
    return status == GATUN_STATUS_OK || status == GATUN_STATUS_FORMAT || status == GATUN_STATUS_OUT_OF_RANGE;
}

int32_t call(gatun_parquet_hybrid& cursor, const uint8_t* data, unsigned choice, uint64_t n, gatun_error& error) {
    alignas(64) static uint8_t out[most * widest], dictionary[256 * widest];
    uint64_t ones;
    switch (choice % 5) {
        case 0: return gatun_parquet_hybrid_skip(&cursor, data, n * n, &error);
        case 1: return gatun_parquet_hybrid_bytes(&cursor, data, n, 256, out, &error);
        case 2:
            return gatun_parquet_hybrid_indices(
                &cursor, data, n, INT32_MAX, reinterpret_cast<int32_t*>(out), &error);
        case 3:
            if (cursor.bit_width <= 1) return gatun_parquet_hybrid_bits(&cursor, data, n, out, choice, &ones, &error);
            [[fallthrough]];
        default:
            return gatun_parquet_hybrid_gather(
                &cursor, data, n, 1 + choice % widest, dictionary, 1 + static_cast<int32_t>(choice), out, &error);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* input, size_t size) {
    if (size < header) return 0;
    const uint64_t section = size - header;
    uint8_t* const data = static_cast<uint8_t*>(std::malloc(section + slack));
    std::memcpy(data, input + header, section);
    std::memset(data + section, 0x5a, slack);
    gatun_parquet_hybrid cursor;
    gatun_error error;
    int32_t status = gatun_parquet_hybrid_begin(&cursor, section, input[0] % 33, input[1] % 3, &error);
    for (unsigned i = 2; status == GATUN_STATUS_OK && i < header; i++) {
        status = call(cursor, data, input[i], 2 * uint64_t{input[i]} + input[1], error);
        if (!is_verdict(status)) std::abort();
    }
    std::free(data);
    return 0;
}
