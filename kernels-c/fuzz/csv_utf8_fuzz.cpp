// UTF-8: any bytes; all tiers must say the same.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/csv_utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    constexpr uint64_t readable = 64;
    uint8_t* const text = static_cast<uint8_t*>(calloc(1, size + readable));
    if (size > 0) memcpy(text, data, size);
    gatun_isa_cap(GATUN_ISA_SCALAR);
    const uint64_t expected = gatun_csv_utf8_first_invalid(text, 0, size);
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) == tier && gatun_csv_utf8_first_invalid(text, 0, size) != expected) abort();
    }
    free(text);
    return 0;
}
