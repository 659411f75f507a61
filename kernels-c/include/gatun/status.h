/*
 * Status codes and the error out-struct shared by every kernel.
 *
 * Every kernel returns a status: 0 when it did what its header says, a negative class otherwise. Details go to a
 * gatun_error the caller owns. There is no thread-local last error: a virtual thread may have moved to another
 * carrier by the time it would be read.
 */
#ifndef GATUN_STATUS_H
#define GATUN_STATUS_H

#include <stdint.h>

/* X(NAME, value, meaning). The Java enum `Status` is checked against this list by a test. */
#define GATUN_STATUS_LIST(X)                                                          \
    X(OK, 0, "done")                                                                  \
    X(INVALID_ARGUMENT, -1, "an argument breaks the contract in the header")          \
    X(OUT_OF_RANGE, -2, "an id or index in the data is outside its range")            \
    X(FORMAT, -3, "the bytes are not what their format says")                         \
    X(CAPACITY, -4, "an output or scratch buffer is too small")                       \
    X(OVERFLOW, -5, "a result does not fit its type")                                 \
    X(CANCELLED, -6, "the caller set the cancel flag")                                \
    X(OUT_OF_MEMORY, -7, "the operating system gave no memory")                       \
    X(UNSUPPORTED, -8, "valid input that this library does not handle")               \
    X(INTERNAL, -9, "a fault inside the library")

typedef enum gatun_status {
#define GATUN_STATUS_ENUM(name, value, meaning) GATUN_STATUS_##name = value,
    GATUN_STATUS_LIST(GATUN_STATUS_ENUM)
#undef GATUN_STATUS_ENUM
} gatun_status;

/* Where and why a kernel stopped. Written only when the status is not OK. */
typedef struct gatun_error {
    int64_t position; /* index of the offending element (tuple, entry, byte), or -1 */
    int64_t value;    /* the offending value, or 0 */
    int32_t status;   /* the status returned */
    int32_t reserved;
    char message[104]; /* NUL-terminated, English, without file names (the kernel knows none) */
} gatun_error;

#endif
