/*
 * Encodes strings by a dictionary of those that are different, in order of their first appearance.
 */
#ifndef GATUN_COLUMN_DICTIONARY_H
#define GATUN_COLUMN_DICTIONARY_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_dictionary_column {
    const int32_t* offsets;  /* rows + 1, ascending from 0 or above: trusted */
    const uint8_t* bytes;    /* 8 bytes behind the last string must be readable */
    const uint8_t* validity; /* NULL, or a bit for each row that is not null */
    uint64_t rows;           /* less than 2^31 */
} gatun_dictionary_column;

/* indexes[row]: number of the row's string, from 0 in order of first appearance; 0 for a null one. firsts[number]: the
 * first row that has it. *distinct: how many there are; `most` + 1 when there are more than `most`, the room in `firsts`:
 * then what was written is worthless. `scratch` has room for the smallest power of two that is 2 * most or more.
 *
 * The strings may be anything. Where they go in the table follows from `key`, 128 random bits that whoever writes the
 * strings does not know, so that nobody can make them collide; the result does not depend on it. Expected
 * O(rows + bytes) time. No other memory, thread-safe for different outputs.
 * Statuses: OK; CAPACITY (value: elements of `scratch` that are needed). */
GATUN_EXPORT int32_t gatun_column_dictionary_encode(const gatun_dictionary_column* column, const uint64_t* key,
    int32_t* indexes, int32_t* firsts, uint64_t most, uint64_t* scratch, uint64_t scratch_elements, uint64_t* distinct,
    gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
