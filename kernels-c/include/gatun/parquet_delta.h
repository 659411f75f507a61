/*
 * DELTA_BINARY_PACKED of Parquet (Encodings.md, "Delta Encoding"), piece by piece.
 *
 * Untrusted input: the bytes of a section may be anything. Nothing outside the section is relied on, but up to 64 bytes
 * behind its end are read, so they must be readable. Each call gets the section's bytes again, so that its owner knows
 * when they are in use.
 */
#ifndef GATUN_PARQUET_DELTA_H
#define GATUN_PARQUET_DELTA_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Where reading has come to. Filled by begin; the caller may read `total`, the rest is the functions' own. */
typedef struct gatun_parquet_delta_cursor {
    const uint8_t* data; /* set by each call */
    uint64_t size;
    uint64_t total;    /* values the header promises */
    uint64_t left;     /* values not yet given */
    uint64_t position; /* byte behind the header or the current miniblock: where the next one begins */
    uint64_t widths;   /* where the bit widths of the current block are */
    uint64_t bits;     /* where the values of the current miniblock are */
    int64_t previous;  /* the value given last; before the first one, that one */
    int64_t min_delta; /* of the current block */
    uint64_t used;     /* values of the current miniblock that were given */
    uint64_t miniblock_values;
    uint64_t miniblocks; /* in a block */
    uint64_t miniblock;  /* the next one in the block */
    uint32_t width;      /* bits of a value in the current miniblock */
    uint32_t at_first;   /* whether the value in the header comes next */
} gatun_parquet_delta_cursor;

/* Starts on a section and reads its header. `size` 0 is a section of no values. A cursor belongs to one thread at a time. O(1).
 * Lenient where other readers are: a block needs to be no multiple of 128, a miniblock only one of 8 values.
 * Statuses: OK; FORMAT (position: byte in the section). After anything but OK, here and below,
 * nothing can be read until the cursor is begun again. */
GATUN_EXPORT int32_t gatun_parquet_delta_begin(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t size, gatun_error* error);

/* The next `n` values to `out`, which needs no alignment, wrapping at 32 bits. O(n).
 * Statuses: OK; FORMAT (position: byte in the section; the section ends before `n` values, or a width is above 64). */
GATUN_EXPORT int32_t gatun_parquet_delta_int32(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t n, int32_t* out, gatun_error* error);

/* The same, wrapping at 64 bits. */
GATUN_EXPORT int32_t gatun_parquet_delta_int64(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t n, int64_t* out, gatun_error* error);

/* Passes over `n` values. O(bytes of the section), whatever `n` is. Statuses as above. */
GATUN_EXPORT int32_t gatun_parquet_delta_skip(
    gatun_parquet_delta_cursor* cursor, const uint8_t* data, uint64_t n, gatun_error* error);

/* Where the section ends, once all values were given or skipped.
 * Statuses: OK; INVALID_ARGUMENT (values are left); FORMAT (the padding of the last miniblock is not all there). */
GATUN_EXPORT int32_t gatun_parquet_delta_end(
    const gatun_parquet_delta_cursor* cursor, uint64_t* end, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
