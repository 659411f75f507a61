/*
 * Byte arrays of Parquet (Encodings.md: PLAIN, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY and dictionary indexes) to
 * Arrow's int32 offsets and bytes, piece by piece.
 *
 * Untrusted input: the bytes of a section may be anything. Nothing outside the section is relied on, but up to 64 bytes
 * behind its end, and behind the bytes of the dictionary, are read, so they must be readable. Each call gets the section
 * and the dictionary again, so that their owner knows when they are in use.
 */
#ifndef GATUN_PARQUET_BYTES_H
#define GATUN_PARQUET_BYTES_H

#include "gatun/export.h"
#include "gatun/parquet_delta.h"
#include "gatun/parquet_hybrid.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gatun_bytes_encoding {
    GATUN_BYTES_PLAIN = 0,
    GATUN_BYTES_DELTA_LENGTH = 1,
    GATUN_BYTES_DELTA_PREFIX = 2,
    GATUN_BYTES_DICTIONARY = 3,
} gatun_bytes_encoding;

/* Lengths or indexes that are decoded at a time. */
#define GATUN_BYTES_AHEAD 256

/* Where reading has come to. Filled by begin; the caller sets `previous` and reads what is marked, the rest is the
 * functions' own. */
typedef struct gatun_parquet_bytes_cursor {
    const uint8_t* data; /* these three are set by each call */
    const int32_t* offsets;
    const uint8_t* bytes;
    uint64_t size;
    uint64_t position; /* next byte of the values */
    uint64_t left;     /* values not yet given */
    int32_t encoding;  /* a gatun_bytes_encoding */
    int32_t entries;   /* of the dictionary */
    uint64_t wanted; /* caller reads: bytes of the value that did not fit */
    /* Caller sets, with DELTA_PREFIX, before each call but the first after begin: a copy of the value given last. It
     * stays the caller's. previous_capacity: bytes that skip may write there, 64 more must follow them. */
    uint8_t* previous;
    uint64_t previous_size;
    uint64_t previous_capacity;
    gatun_parquet_delta_cursor lengths;
    gatun_parquet_delta_cursor prefixes;
    gatun_parquet_hybrid indexes;
    uint32_t ahead_from; /* decoded ahead and not yet used: ahead_from .. ahead_to - 1 */
    uint32_t ahead_to;
    int32_t ahead[GATUN_BYTES_AHEAD]; /* lengths, or indexes */
    int32_t ahead_prefixes[GATUN_BYTES_AHEAD];
} gatun_parquet_bytes_cursor;

/* Starts on a section of at most `values` values, not DICTIONARY. A cursor belongs to one thread at a time. O(1) for PLAIN; else the headers of the lengths' miniblocks are gone
 * through: O(size) at worst, no values decoded.
 * Statuses: OK; INVALID_ARGUMENT (encoding); FORMAT (position: byte in the section). After anything but OK, here and
 * below, nothing can be read until the cursor is begun again. */
GATUN_EXPORT int32_t gatun_parquet_bytes_begin(gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t size,
    uint64_t values, int32_t encoding, gatun_error* error);

/* Starts on a section of dictionary indexes: the bit width in one byte, then runs. The dictionary's entry i is
 * bytes[offsets[i]] .. bytes[offsets[i + 1] - 1]; the `entries` + 1 offsets ascend from 0, which is trusted, and come with
 * each call.
 * Statuses: OK; INVALID_ARGUMENT (entries below 0); FORMAT. */
GATUN_EXPORT int32_t gatun_parquet_bytes_begin_dictionary(
    gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t size, int32_t entries, gatun_error* error);

/* Up to `n` values: `offsets[0]`, 0 .. capacity, says where in `bytes` the first one goes; the ends of those given are
 * written to `offsets[1]` and on, their number to *given. Stops, with OK, before the value that would end above
 * `capacity` (at most 2^31 - 1 counts); its size goes to cursor->wanted. The 64 bytes behind `capacity` may be written.
 * dictionary_offsets and dictionary_bytes: NULL but for dictionary indexes. O(n + bytes).
 * Statuses: OK; INVALID_ARGUMENT (offsets[0]); FORMAT (position: byte in the section; the section ends before `n`
 * values, or a length is wrong); OUT_OF_RANGE (value: an index that the dictionary lacks); OVERFLOW (a value above
 * 2^31 - 1 bytes). */
GATUN_EXPORT int32_t gatun_parquet_bytes_read(gatun_parquet_bytes_cursor* cursor, const uint8_t* data,
    const int32_t* dictionary_offsets, const uint8_t* dictionary_bytes, uint64_t n, int32_t* offsets, uint8_t* bytes,
    uint64_t capacity, uint64_t* given, gatun_error* error);

/* `n` values of exactly `width` bytes each, one behind the other to `out`, which has n * width bytes. Not for dictionary
 * indexes. Statuses: as above; FORMAT also when a value has another size. */
GATUN_EXPORT int32_t gatun_parquet_bytes_fixed(gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t n,
    uint64_t width, uint8_t* out, gatun_error* error);

/* Passes over up to `n` values, their number to *passed. With DELTA_PREFIX the value passed last is made in
 * cursor->previous and previous_size is set; stops, with OK, before one that is larger than previous_capacity, whose
 * size goes to cursor->wanted. Statuses: as for read. */
GATUN_EXPORT int32_t gatun_parquet_bytes_skip(
    gatun_parquet_bytes_cursor* cursor, const uint8_t* data, uint64_t n, uint64_t* passed, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
