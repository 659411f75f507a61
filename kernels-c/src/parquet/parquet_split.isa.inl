#include <cstdint>

namespace gatun::GATUN_TIER {

void parquet_split_join(
    const uint8_t* data, uint64_t values, uint64_t width, uint64_t first, uint64_t n, uint8_t* out) {
    for (uint64_t b = 0; b < width; b++) {
        const uint8_t* const stream = data + b * values + first;
        for (uint64_t i = 0; i < n; i++) out[i * width + b] = stream[i];
    }
}

}  // namespace gatun::GATUN_TIER
