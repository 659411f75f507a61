/*
 * The RLE and bit-packing hybrid of Parquet (levels, dictionary indexes, booleans), read piece by piece.
 *
 * A cursor is begun on a section and then read by calls that may stop at any value. It holds positions only: each call
 * gets the section's bytes again, so that its owner knows when they are in use. What a file may do to it: runs of up to
 * 2^32 values, runs longer than the values wanted (the rest is padding), runs of no values (passed over), a last
 * bit-packed run whose bytes are cut off (the values that are there whole can be read).
 *
 * Rules common to the functions below:
 *  - `data` is the section that the cursor was begun on, with 64 readable bytes behind its `size`; its contents may be
 *    anything;
 *  - FORMAT: the section ends before `n` values, a run's header is longer than 5 bytes or above 2^32 - 1, or a run's
 *    value has more bits than the bit width; error->position is the byte of the section where that is;
 *  - OUT_OF_RANGE: a value is not below the limit; error->value is that value or one that is wrong as well;
 *  - after an error the outputs hold anything, and the cursor gives FORMAT until it is begun again;
 *  - O(n) time, no memory; thread-safe for different cursors.
 */
#ifndef GATUN_PARQUET_HYBRID_H
#define GATUN_PARQUET_HYBRID_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How the bits lie. */
typedef enum gatun_parquet_layout {
    GATUN_PARQUET_LAYOUT_HYBRID = 0,     /* runs of both kinds, least significant bit first */
    GATUN_PARQUET_LAYOUT_BIT_PACKED = 1, /* one bit-packed run without header, most significant bit first */
    GATUN_PARQUET_LAYOUT_PLAIN = 2,      /* one bit-packed run without header, least significant bit first */
} gatun_parquet_layout;

/* A cursor. Its fields are the library's. */
typedef struct gatun_parquet_hybrid {
    uint64_t size; /* of the section, in bytes */
    uint64_t at;   /* byte of the next run's header */
    uint64_t bit;  /* bit of the next value of a bit-packed run, from the section's start */
    uint64_t run;  /* values left in the current run */
    uint32_t value;
    int32_t packed; /* whether the current run is bit-packed; otherwise it repeats `value` */
    int32_t bit_width;
    int32_t layout;
} gatun_parquet_hybrid;

/* Begins on a section of `size` bytes. With bit width 0 all values are 0 and no byte is read. O(1).
 * Statuses: OK; FORMAT (bit width outside 0 .. 32); INVALID_ARGUMENT (layout, NULL, size above 2^56). */
GATUN_EXPORT int32_t gatun_parquet_hybrid_begin(
    gatun_parquet_hybrid* cursor, uint64_t size, int32_t bit_width, int32_t layout, gatun_error* error);

/* Appends n values of one bit to `bitmap` behind its first `bit_offset` bits, which stay; the bits behind the last one,
 * up to the end of its byte, become 0. Writes no other byte. *ones receives the number of ones.
 * Statuses: OK, FORMAT, INVALID_ARGUMENT (NULL, or values of more than one bit). */
GATUN_EXPORT int32_t gatun_parquet_hybrid_bits(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n,
    uint8_t* bitmap, uint64_t bit_offset, uint64_t* ones, gatun_error* error);

/* Writes n values to out[0 .. n - 1]; each must be below `limit`, 1 .. 256.
 * Statuses: OK, FORMAT, OUT_OF_RANGE, INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_parquet_hybrid_bytes(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n,
    int32_t limit, uint8_t* out, gatun_error* error);

/* Writes n values to out[0 .. n - 1], which needs no alignment; each must be below `limit`.
 * Statuses: OK, FORMAT, OUT_OF_RANGE, INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_parquet_hybrid_indices(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n,
    int32_t limit, int32_t* out, gatun_error* error);

/* Writes n entries of a dictionary, value i to out + i * width. The dictionary has `entries` entries of `width` bytes;
 * neither it nor `out` needs alignment.
 * Statuses: OK, FORMAT, OUT_OF_RANGE (an index is not below `entries`), INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_parquet_hybrid_gather(gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n,
    uint32_t width, const uint8_t* dictionary, int32_t entries, uint8_t* out, gatun_error* error);

/* Passes over n values. O(runs). Statuses: OK, FORMAT, INVALID_ARGUMENT. */
GATUN_EXPORT int32_t gatun_parquet_hybrid_skip(
    gatun_parquet_hybrid* cursor, const uint8_t* data, uint64_t n, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
