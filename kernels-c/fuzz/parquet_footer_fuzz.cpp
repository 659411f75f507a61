// Any bytes as a footer, on every tier; all tiers must agree.
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/parquet_footer.h"

namespace {

constexpr uint64_t most_groups = 64, most_chunks = 256;

struct Result {
    gatun_parquet_footer footer;
    gatun_parquet_row_group groups[most_groups];
    int32_t chunks[most_chunks];
    int32_t status;
};

void run(const uint8_t* data, size_t size, Result& result) {
    memset(&result, 0, sizeof result);
    gatun_error error;
    result.status = gatun_parquet_footer_index(
        data, size, result.groups, most_groups, result.chunks, most_chunks, &result.footer, &error);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static Result first, other;
    gatun_isa_cap(GATUN_ISA_SCALAR);
    run(data, size, first);
    for (int32_t tier = GATUN_ISA_NEON; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        run(data, size, other);
        if (memcmp(&first, &other, sizeof first) != 0) abort();
    }
    return 0;
}
