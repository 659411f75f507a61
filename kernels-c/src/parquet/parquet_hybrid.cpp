// The hybrid of RLE and bit-packing: argument checks, and the way to the active CPU tier.
#include "gatun/parquet_hybrid.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "parquet/parquet_hybrid.hpp"

#define GATUN_HYBRID_DISPATCH(name, parameters, arguments) GATUN_DISPATCH(int32_t, name, parameters, arguments)

GATUN_HYBRID_DISPATCH(parquet_hybrid_bits, (const gatun::HybridSource& source, uint64_t n, uint8_t* bitmap,
    uint64_t bit_offset, uint64_t& ones), (source, n, bitmap, bit_offset, ones))
GATUN_HYBRID_DISPATCH(parquet_hybrid_bytes, (const gatun::HybridSource& source, uint64_t n, uint32_t limit,
    uint8_t* out), (source, n, limit, out))
GATUN_HYBRID_DISPATCH(parquet_hybrid_indices, (const gatun::HybridSource& source, uint64_t n, uint32_t limit,
    uint8_t* out), (source, n, limit, out))
GATUN_HYBRID_DISPATCH(parquet_hybrid_gather, (const gatun::HybridSource& source, uint64_t n,
    const gatun::HybridDictionary& dictionary, uint8_t* out), (source, n, dictionary, out))
GATUN_HYBRID_DISPATCH(parquet_hybrid_skip, (const gatun::HybridSource& source, uint64_t n), (source, n))

namespace {

constexpr uint64_t largest_section = 1ull << 56;

int32_t refuse(gatun_error* error, const char* why) {
    return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, why);
}

// A section of no bytes may come without an address.
bool is_given(const gatun_parquet_hybrid* cursor, const uint8_t* data) {
    return cursor != nullptr && (data != nullptr || cursor->size == 0);
}

}  // namespace

extern "C" {

int32_t gatun_parquet_hybrid_begin(
    gatun_parquet_hybrid* cursor, uint64_t size, int32_t bit_width, int32_t layout, gatun_error* error) {
    if (cursor == nullptr) return refuse(error, "no cursor");
    *cursor = gatun::exhausted_hybrid;
    if (size > largest_section) return refuse(error, "section too long");
    if (layout < GATUN_PARQUET_LAYOUT_HYBRID || layout > GATUN_PARQUET_LAYOUT_PLAIN) {
        return refuse(error, "no such layout");
    }
    if (bit_width < 0 || bit_width > 32) {
        return gatun::fail(error, GATUN_STATUS_FORMAT, 0, bit_width, "bit width is outside 0..32");
    }
    *cursor = {size, 0, 0, 0, 0, 0, bit_width, layout};
    if (layout != GATUN_PARQUET_LAYOUT_HYBRID && bit_width != 0) {
        cursor->at = size;
        cursor->run = size * 8 / static_cast<uint64_t>(bit_width);
        cursor->packed = 1;
    }
    return GATUN_STATUS_OK;
}

int32_t gatun_parquet_hybrid_bits(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n, uint8_t* bitmap,
    uint64_t bit_offset, uint64_t* ones, gatun_error* error) {
    if (!is_given(cursor, data) || bitmap == nullptr || ones == nullptr) return refuse(error, "NULL");
    if (cursor->bit_width > 1) return refuse(error, "values have more than one bit");
    return gatun::dispatch_parquet_hybrid_bits({cursor, data, error}, n, bitmap, bit_offset, *ones);
}

int32_t gatun_parquet_hybrid_bytes(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n, int32_t limit,
    uint8_t* out, gatun_error* error) {
    if (!is_given(cursor, data) || out == nullptr) return refuse(error, "NULL");
    if (limit < 1 || limit > 256) return refuse(error, "limit is outside 1..256");
    return gatun::dispatch_parquet_hybrid_bytes({cursor, data, error}, n, static_cast<uint32_t>(limit), out);
}

int32_t gatun_parquet_hybrid_indices(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n, int32_t limit,
    int32_t* out, gatun_error* error) {
    if (!is_given(cursor, data) || out == nullptr) return refuse(error, "NULL");
    if (limit < 0) return refuse(error, "limit is negative");
    return gatun::dispatch_parquet_hybrid_indices(
        {cursor, data, error}, n, static_cast<uint32_t>(limit), reinterpret_cast<uint8_t*>(out));
}

int32_t gatun_parquet_hybrid_gather(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n, uint32_t width,
    const uint8_t* dictionary, int32_t entries, uint8_t* out, gatun_error* error) {
    if (!is_given(cursor, data) || out == nullptr || (dictionary == nullptr && entries != 0)) {
        return refuse(error, "NULL");
    }
    if (width == 0 || entries < 0) return refuse(error, "no such dictionary");
    return gatun::dispatch_parquet_hybrid_gather(
        {cursor, data, error}, n, {dictionary, static_cast<uint32_t>(entries), width}, out);
}

int32_t gatun_parquet_hybrid_skip(
    gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n, gatun_error* error) {
    if (!is_given(cursor, data)) return refuse(error, "NULL");
    return gatun::dispatch_parquet_hybrid_skip({cursor, data, error}, n);
}
}
