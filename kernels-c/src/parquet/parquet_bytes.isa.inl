#include "gatun/parquet_bytes.h"

#include <cstring>

#include "parquet/bytes_cursor.hpp"
#include "parquet/bytes_runs.hpp"

namespace gatun::GATUN_TIER {

using bytes::Cursor;
using bytes::Value;

int32_t parquet_bytes_read(Cursor& c, uint64_t n, int32_t* offsets, uint8_t* out, uint64_t capacity, uint64_t& given,
    gatun_error* error) {
    bytes::Output o{offsets, out, capacity, static_cast<uint64_t>(offsets[0]), 0};
    int32_t status = bytes::check_left(c, n, error);
    while (o.given < n && status == GATUN_STATUS_OK) {
        bytes::run(c, n, o);
        if (o.given == n) break;
        Value value;
        status = bytes::next(c, n - o.given, value, error);
        if (status != GATUN_STATUS_OK) break;
        if (value.whole() > o.room()) {
            c.wanted = value.whole();
            break;
        }
        uint8_t* const to = out + o.at;
        if (value.prefix > 0) copy_ahead(to, c.previous, value.prefix);
        copy_ahead(to + value.prefix, value.from, value.size);
        bytes::pass(c, value, to);
        o.end_value(value.whole());
    }
    given = o.given;
    return status;
}

int32_t parquet_bytes_fixed(Cursor& c, uint64_t n, uint64_t width, uint8_t* out, gatun_error* error) {
    int32_t status = bytes::check_left(c, n, error);
    for (uint64_t i = 0; i < n && status == GATUN_STATUS_OK; i++, out += width) {
        Value value;
        status = bytes::next(c, n - i, value, error);
        if (status != GATUN_STATUS_OK) break;
        if (value.whole() != width) {
            return bytes::broken(c, error, static_cast<int64_t>(value.whole()), "a byte array has a wrong size");
        }
        if (value.prefix > 0) memcpy(out, c.previous, value.prefix);
        memcpy(out + value.prefix, value.from, value.size);
        bytes::pass(c, value, out);
    }
    return status;
}

int32_t parquet_bytes_skip(Cursor& c, uint64_t n, uint64_t& passed, gatun_error* error) {
    passed = 0;
    int32_t status = bytes::check_left(c, n, error);
    if (c.encoding == GATUN_BYTES_DICTIONARY && status == GATUN_STATUS_OK) {
        const uint64_t ahead = c.ahead_to - c.ahead_from;
        const uint64_t dropped = n < ahead ? n : ahead;
        c.ahead_from += static_cast<uint32_t>(dropped);
        passed = n;
        return gatun_parquet_hybrid_skip(&c.indexes, c.data + 1, n - dropped, error);
    }
    for (uint64_t i = 0; i < n && status == GATUN_STATUS_OK; i++) {
        Value value;
        status = bytes::next(c, n - i, value, error);
        if (status != GATUN_STATUS_OK) break;
        if (c.encoding == GATUN_BYTES_DELTA_PREFIX) {
            if (value.whole() > c.previous_capacity) {
                c.wanted = value.whole();
                break;
            }
            memcpy(c.previous + value.prefix, value.from, value.size);
        }
        bytes::pass(c, value, c.previous);
        passed = i + 1;
    }
    return status;
}

}  // namespace gatun::GATUN_TIER
