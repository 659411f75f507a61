// SHA-256: which engines take the messages, one after the other, until none is left.
#include <cstdint>

#include "gatun/hash_sha256.h"
#include "hash/pieces.hpp"
#include "hash/sha256_schedule.hpp"
#include "hash/sha256_sources.hpp"
#include "hash/sha256_word.hpp"

#if defined(__AVX2__)
#define GATUN_HAS_CRYPTO
#include "hash/sha256_crypto_x86.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

using namespace sha256;

// The fewest messages for which an engine is used.
struct Plan {
    int crypto_2;
    int crypto;
};

constexpr int never = most_lanes + 1;

bool plan_of(int32_t method, bool has_crypto, Plan& plan) {
    plan = {never, never};
    if (method == GATUN_HASH_SHA256_AUTO) method = has_crypto ? GATUN_HASH_SHA256_CRYPTO_2 : GATUN_HASH_SHA256_SCALAR;
    switch (method) {
        case GATUN_HASH_SHA256_SCALAR: return true;
        case GATUN_HASH_SHA256_CRYPTO: plan.crypto = 1; return has_crypto;
        case GATUN_HASH_SHA256_CRYPTO_2: plan = {2, 1}; return has_crypto;
        default: return false;
    }
}

template <class Engine, class Source>
void drain(Source& source, int least) {
    if (least == never) return;
    Schedule<Engine> schedule;
    schedule.drain(source, least);
}

template <class Source>
bool hash(int32_t method, bool has_crypto, Source& source) {
    Plan plan;
    if (!plan_of(method, has_crypto, plan)) return false;
#if defined(GATUN_HAS_CRYPTO)
    drain<Crypto<2>>(source, plan.crypto_2);
    drain<Crypto<1>>(source, plan.crypto);
#endif
    drain<Lanes<Word>>(source, 1);
    return true;
}

}  // namespace

bool hash_sha256_ranges(int32_t method, bool has_crypto, const Pieces& pieces, uint8_t* digests) {
    Ranges source(pieces, digests);
    return hash(method, has_crypto, source);
}
bool hash_sha256_streams(int32_t method, bool has_crypto, const Pieces& pieces, gatun_hash_sha256_stream* streams) {
    Streams source(streams, pieces);
    return hash(method, has_crypto, source);
}

}  // namespace gatun::GATUN_TIER
