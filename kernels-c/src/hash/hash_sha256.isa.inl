// SHA-256: which engines take the messages, one after the other, until none is left.
#include <cstdint>

#include "gatun/hash_sha256.h"
#include "hash/pieces.hpp"
#include "hash/sha256_schedule.hpp"
#include "hash/sha256_sources.hpp"
#include "hash/sha256_word.hpp"

// Not for CPUs with SHA extensions but without AVX2: the scalar tier is what GATUN_ISA=scalar runs, too.
#if defined(__AVX2__) || defined(GATUN_NEON)
#include "hash/sha256_crypto.hpp"
#endif
#if defined(__AVX2__)
#include "hash/sha256_eight.hpp"
#endif
#if defined(__AVX512F__)
#include "hash/sha256_sixteen.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

using namespace sha256;

// The fewest messages for which an engine is used; the words alone take what all others leave.
struct Plan {
    int lanes_16;
    int lanes_8;
    int crypto_2;
    int crypto;
};

constexpr int never = most_lanes + 1;

// What the tier has; of the instructions for SHA-256 the CPU must be asked as well.
#if defined(__AVX512F__)
constexpr bool knows_lanes_16 = true;
#else
constexpr bool knows_lanes_16 = false;
#endif
#if defined(__AVX2__)
constexpr bool knows_lanes_8 = true;
#else
constexpr bool knows_lanes_8 = false;
#endif
#if defined(GATUN_CRYPTO)
constexpr bool knows_crypto = true;
#else
constexpr bool knows_crypto = false;
#endif

int32_t fastest(bool has_crypto) {
    if (has_crypto && knows_crypto) return GATUN_HASH_SHA256_CRYPTO_2;
    if (knows_lanes_16) return GATUN_HASH_SHA256_LANES_16;
    return knows_lanes_8 ? GATUN_HASH_SHA256_LANES_8 : GATUN_HASH_SHA256_SCALAR;
}

// Returns whether the method is there.
bool make_plan(int32_t method, bool has_crypto, Plan& plan) {
    switch (method == GATUN_HASH_SHA256_AUTO ? fastest(has_crypto) : method) {
        case GATUN_HASH_SHA256_SCALAR: plan = {never, never, never, never}; return true;
        case GATUN_HASH_SHA256_CRYPTO: plan = {never, never, never, 1}; return has_crypto && knows_crypto;
        case GATUN_HASH_SHA256_CRYPTO_2: plan = {never, never, 2, 1}; return has_crypto && knows_crypto;
        case GATUN_HASH_SHA256_LANES_8: plan = {never, 2, never, never}; return knows_lanes_8;
        case GATUN_HASH_SHA256_LANES_16: plan = {9, 2, never, never}; return knows_lanes_16;
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
    if (!make_plan(method, has_crypto, plan)) return false;
#if defined(__AVX512F__)
    drain<Lanes<Sixteen>>(source, plan.lanes_16);
#endif
#if defined(__AVX2__)
    drain<Lanes<Eight>>(source, plan.lanes_8);
#endif
#if defined(GATUN_CRYPTO)
    drain<Crypto<2>>(source, plan.crypto_2);
    drain<Crypto<1>>(source, plan.crypto);
#endif
    drain<Lanes<Word>>(source, 1);
    return true;
}

}  // namespace

bool hash_sha256_ranges(int32_t method, bool has_crypto, const Pieces& pieces, uint8_t* digests) {
    Ranges ranges(pieces, digests);
    Queue source(ranges);
    return hash(method, has_crypto, source);
}

bool hash_sha256_streams(int32_t method, bool has_crypto, const Pieces& pieces, gatun_hash_sha256_stream* streams) {
    Streams pending(streams, pieces);
    Queue source(pending);
    return hash(method, has_crypto, source);
}

}  // namespace gatun::GATUN_TIER
