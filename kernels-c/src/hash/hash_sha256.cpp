// SHA-256: exported functions, checks of their arguments, and the way to the active CPU tier.
#include "gatun/hash_sha256.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "hash/pieces.hpp"
#include "hash/sha256.hpp"

GATUN_DISPATCH(bool, hash_sha256_ranges, (int32_t method, bool has_crypto, const Pieces& pieces, uint8_t* digests),
    (method, has_crypto, pieces, digests))
GATUN_DISPATCH(bool, hash_sha256_streams,
    (int32_t method, bool has_crypto, const Pieces& pieces, gatun_hash_sha256_stream* streams),
    (method, has_crypto, pieces, streams))

namespace gatun {

namespace {

namespace sha256 = GATUN_TIER::sha256;

static_assert(sha256::digest_bytes == GATUN_HASH_SHA256_DIGEST_BYTES);
static_assert(sha256::block_bytes == GATUN_HASH_SHA256_BLOCK_BYTES);

int32_t check(int32_t method, const Pieces& pieces, uint64_t size, const void* out, gatun_error* error) {
    if (method < GATUN_HASH_SHA256_AUTO || method > GATUN_HASH_SHA256_LANES_16) {
        return fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, method, "there is no such method");
    }
    if ((pieces.bytes == nullptr && size > 0) || (pieces.count > 0 && (pieces.ranges == nullptr || out == nullptr))) {
        return fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "a null pointer");
    }
    for (uint64_t i = 0; i < pieces.count; i++) {
        const uint64_t from = pieces.from(i), to = pieces.to(i);
        if (from > to || to > size) {
            const uint64_t wrong = from > to ? from : to;
            return fail(error, GATUN_STATUS_OUT_OF_RANGE, static_cast<int64_t>(i), static_cast<int64_t>(wrong),
                "a range is not inside the bytes");
        }
    }
    return GATUN_STATUS_OK;
}

// A tier does nothing when it lacks the method.
int32_t status_of(bool done, int32_t method, gatun_error* error) {
    if (done) return GATUN_STATUS_OK;
    return fail(error, GATUN_STATUS_UNSUPPORTED, -1, method, "the method is not there");
}

void begin(gatun_hash_sha256_stream& stream) {
    __builtin_memcpy(stream.hash, sha256::initial, sizeof stream.hash);
    stream.bytes = 0;
}

}  // namespace

}  // namespace gatun

extern "C" {

int32_t gatun_hash_sha256_digests(int32_t method, const uint8_t* bytes, uint64_t size, const uint64_t* ranges,
    uint64_t count, uint8_t* digests, gatun_error* error) {
    const gatun::Pieces pieces = {bytes, ranges, count};
    const int32_t status = gatun::check(method, pieces, size, digests, error);
    if (status != GATUN_STATUS_OK) return status;
    const bool done = gatun::dispatch_hash_sha256_ranges(method, gatun::has_sha256, pieces, digests);
    return gatun::status_of(done, method, error);
}

void gatun_hash_sha256_begin(gatun_hash_sha256_stream* streams, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) gatun::begin(streams[i]);
}

int32_t gatun_hash_sha256_update(int32_t method, gatun_hash_sha256_stream* streams, uint64_t count,
    const uint8_t* bytes, uint64_t size, const uint64_t* ranges, gatun_error* error) {
    const gatun::Pieces pieces = {bytes, ranges, count};
    const int32_t status = gatun::check(method, pieces, size, streams, error);
    if (status != GATUN_STATUS_OK) return status;
    const bool done = gatun::dispatch_hash_sha256_streams(method, gatun::has_sha256, pieces, streams);
    return gatun::status_of(done, method, error);
}

int32_t gatun_hash_sha256_finish(gatun_hash_sha256_stream* stream, uint8_t* digest, gatun_error* error) {
    if (stream == nullptr || digest == nullptr) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "a null pointer");
    }
    uint8_t end[2 * gatun::sha256::block_bytes];
    const uint64_t range[] = {0, gatun::sha256::pad(end, stream->bytes)};
    const int32_t status = gatun_hash_sha256_update(GATUN_HASH_SHA256_AUTO, stream, 1, end, sizeof end, range, error);
    if (status != GATUN_STATUS_OK) return status;
    gatun::sha256::write(digest, stream->hash);
    gatun::begin(*stream);
    return GATUN_STATUS_OK;
}
}
