#include "gatun/parquet_convert.h"

#include <cstdint>

#include "core/error.hpp"
#include "core/words.hpp"
#include "parquet/big_endian.hpp"

namespace gatun::GATUN_TIER {

namespace {

constexpr uint64_t nanos_of_day = 86400ull * 1000 * 1000 * 1000;
constexpr int64_t julian_day_of_1970 = 2440588;

template <class Out>
void narrow(const uint8_t* in, uint64_t n, uint8_t* out) {
    for (uint64_t i = 0; i < n; i++) {
        store(out + sizeof(Out) * i, static_cast<Out>(load<uint32_t>(in + 4 * i)));
    }
}

void int96_to_nanos(const uint8_t* in, uint64_t n, uint8_t* out) {
    for (uint64_t i = 0; i < n; i++) {
        const uint64_t nanos = load<uint64_t>(in + 12 * i);
        const uint64_t day = static_cast<uint64_t>(load<int32_t>(in + 12 * i + 8) - julian_day_of_1970);
        store(out + 8 * i, nanos + day * nanos_of_day);
    }
}

template <unsigned words>
void big_endian_to(const uint8_t* in, uint64_t width, uint64_t n, uint8_t* out) {
    for (uint64_t i = 0; i < n; i++) {
        big_endian<words>(in + i * width, width, (n - i) * width >= 8, out + i * words * 8);
    }
}

// Whether the bytes in front of the last `fit` ones only repeat their sign.
bool repeats_sign(const uint8_t* from, uint64_t size, uint64_t fit) {
    const uint8_t sign = static_cast<int8_t>(from[size - fit]) < 0 ? 0xff : 0;
    uint8_t other = 0;
    for (uint64_t i = 0; i < size - fit; i++) other |= from[i] ^ sign;
    return other == 0;
}

template <unsigned words>
int32_t decimals_to(
    const int32_t* offsets, const uint8_t* bytes, uint64_t n, uint8_t* out, gatun_error* error) {
    constexpr uint64_t fit = words * 8;
    const uint64_t end = static_cast<uint64_t>(offsets[n]);
    for (uint64_t i = 0; i < n; i++) {
        uint64_t from = static_cast<uint64_t>(offsets[i]);
        uint64_t size = static_cast<uint64_t>(offsets[i + 1]) - from;
        if (size > fit) {
            if (!repeats_sign(bytes + from, size, fit)) {
                return fail(error, GATUN_STATUS_OVERFLOW, static_cast<int64_t>(i), static_cast<int64_t>(size),
                    "a number has more bytes than its type");
            }
            from += size - fit;
            size = fit;
        }
        big_endian<words>(bytes + from, size, end - from >= 8, out + i * fit);
    }
    return GATUN_STATUS_OK;
}

}  // namespace

void parquet_convert_fixed(int32_t conversion, uint64_t width, const uint8_t* in, uint64_t n, uint8_t* out) {
    switch (conversion) {
        case GATUN_CONVERSION_INT32_TO_INT8: return narrow<uint8_t>(in, n, out);
        case GATUN_CONVERSION_INT32_TO_INT16: return narrow<uint16_t>(in, n, out);
        case GATUN_CONVERSION_INT96_TO_NANOS: return int96_to_nanos(in, n, out);
        case GATUN_CONVERSION_BIG_ENDIAN_TO_128: return big_endian_to<2>(in, width, n, out);
        default: return big_endian_to<4>(in, width, n, out);
    }
}

int32_t parquet_convert_decimals(int32_t conversion, const int32_t* offsets, const uint8_t* bytes, uint64_t n,
    uint8_t* out, gatun_error* error) {
    return conversion == GATUN_CONVERSION_BIG_ENDIAN_TO_128 ? decimals_to<2>(offsets, bytes, n, out, error)
                                                            : decimals_to<4>(offsets, bytes, n, out, error);
}

}  // namespace gatun::GATUN_TIER
