/*
 * Whether bytes are UTF-8 as in RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef GATUN_CSV_UTF8_H
#define GATUN_CSV_UTF8_H

#include <stdint.h>

#include "gatun/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Position of the first byte of the first sequence in text[from, to) that is not well-formed; `to` when there is none.
 * A sequence that `to` cuts off is not well-formed. 64 bytes behind `to` must be readable; nothing before `from` is read.
 * The bytes may be anything. O(to - from), no memory, thread-safe. */
GATUN_EXPORT uint64_t gatun_csv_utf8_first_invalid(const uint8_t* text, uint64_t from, uint64_t to);

#ifdef __cplusplus
}
#endif

#endif
