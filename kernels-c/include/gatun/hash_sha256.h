/*
 * SHA-256 (FIPS 180-4) of many messages at once.
 *
 * A range is two uint64: the first byte and the one behind the last, positions in `bytes`. The bytes may be anything, a
 * message may have up to 2^61 - 1 of them, and ranges may overlap. Nothing outside the ranges is read, nothing needs
 * to be aligned, and outputs overlap neither inputs nor one another.
 *
 * Messages do not depend on each other, so several at a time are faster than one after the other: an instruction for
 * SHA-256 waits for the one before it of the same message, and a vector register holds a word of 8 or 16 messages.
 * Messages of different lengths take turns: where one ends the next begins.
 */
#ifndef GATUN_HASH_SHA256_H
#define GATUN_HASH_SHA256_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GATUN_HASH_SHA256_DIGEST_BYTES 32
#define GATUN_HASH_SHA256_BLOCK_BYTES 64

/* How; the digests are the same. A method is there when the CPU has it and the active tier (gatun_isa_cap) lets it. */
typedef enum gatun_hash_sha256_method {
    /* The fastest that is there, by the number of messages that are left. */
    GATUN_HASH_SHA256_AUTO = 0,
    /* Arithmetic alone, one message after the other. Always there. */
    GATUN_HASH_SHA256_SCALAR = 1,
    /* The CPU's instructions for SHA-256, one message after the other: SHA-NI in the tiers AVX2 and AVX512, ARMv8's
     * in NEON. */
    GATUN_HASH_SHA256_CRYPTO = 2,
    /* The same, two messages at a time. */
    GATUN_HASH_SHA256_CRYPTO_2 = 3,
    /* Eight messages in vector registers of 256 bits; the last ones as SCALAR. Tiers AVX2 and AVX512. */
    GATUN_HASH_SHA256_LANES_8 = 4,
    /* Sixteen messages in vector registers of 512 bits; the last ones as LANES_8. Tier AVX512. */
    GATUN_HASH_SHA256_LANES_16 = 5,
} gatun_hash_sha256_method;

/* A message that comes in pieces. Filled by begin; the fields are the functions' own. */
typedef struct gatun_hash_sha256_stream {
    uint32_t hash[8];  /* of the whole blocks so far */
    uint64_t bytes;    /* so far */
    uint8_t block[64]; /* begins with the bytes % 64 that are behind the last whole block */
} gatun_hash_sha256_stream;

/* Digests of `count` messages that lie in bytes[0, size): that of range i goes to digests[32 i, 32 i + 32).
 * O(count + bytes), no memory, thread-safe.
 * Statuses: OK; INVALID_ARGUMENT (no such method, or a null pointer to something); UNSUPPORTED (the method is not
 * there); OUT_OF_RANGE (position: the first range that does not lie in [0, size)). Nothing was written then. */
GATUN_EXPORT int32_t gatun_hash_sha256_digests(int32_t method, const uint8_t* bytes, uint64_t size,
    const uint64_t* ranges, uint64_t count, uint8_t* digests, gatun_error* error);

/* Begins `count` streams. A stream belongs to one thread at a time. O(count). */
GATUN_EXPORT void gatun_hash_sha256_begin(gatun_hash_sha256_stream* streams, uint64_t count);

/* Appends to every stream i of `count` the piece of bytes[0, size) that range i names, which may be empty.
 * O(count + bytes), no memory. Statuses as those of gatun_hash_sha256_digests. */
GATUN_EXPORT int32_t gatun_hash_sha256_update(int32_t method, gatun_hash_sha256_stream* streams, uint64_t count,
    const uint8_t* bytes, uint64_t size, const uint64_t* ranges, gatun_error* error);

/* Writes the digest of all that was appended to a stream, 32 bytes, and begins the stream anew. O(1).
 * Statuses: OK; INVALID_ARGUMENT (a null pointer). */
GATUN_EXPORT int32_t gatun_hash_sha256_finish(gatun_hash_sha256_stream* stream, uint8_t* digest, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
