/*
 * Library identity, CPU tiers and large-page memory.
 */
#ifndef GATUN_CORE_H
#define GATUN_CORE_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Raised by one whenever a function, struct or meaning in these headers changes. */
#define GATUN_ABI_VERSION 1

/* CPU tiers, in order. NEON is the only tier above SCALAR on aarch64. */
typedef enum gatun_isa {
    GATUN_ISA_SCALAR = 0,
    GATUN_ISA_NEON = 1,
    GATUN_ISA_AVX2 = 2,
    GATUN_ISA_AVX512 = 3,
} gatun_isa;

/* GATUN_ABI_VERSION the library was built with. Thread-safe, O(1). */
GATUN_EXPORT uint32_t gatun_abi_version(void);

/* SHA-256 (64 hex digits, NUL-terminated) of the public headers the library was built with: over the files of
 * include/gatun in order of name, each as its bytes with CRLF turned into LF. Static storage. Thread-safe. */
GATUN_EXPORT const char* gatun_header_digest(void);

/* Version of the library, such as "0.1.0". Static storage. Thread-safe. */
GATUN_EXPORT const char* gatun_version(void);

/* Compiler, target and build type, for people. Static storage. Thread-safe. */
GATUN_EXPORT const char* gatun_build_info(void);

/* Highest tier this CPU and operating system can run (cpuid and xgetbv; NEON on aarch64). Thread-safe, O(1). */
GATUN_EXPORT int32_t gatun_isa_detected(void);

/* Tier that kernels called from now on run. Thread-safe, O(1). */
GATUN_EXPORT int32_t gatun_isa_active(void);

/* Caps the tier at `tier` (a gatun_isa) and returns the active one, the lower of the cap and the detected tier; a
 * value that is no gatun_isa leaves everything as it is. The environment variable GATUN_ISA (scalar, neon, avx2,
 * avx512) sets the first cap when the library is loaded. Thread-safe; calls already running keep their tier. */
GATUN_EXPORT int32_t gatun_isa_cap(int32_t tier);

/* Maps `bytes` of private memory for reading and writing, aligned to 2 MiB, and asks for huge pages where the
 * system has them (random reads beyond the last-level cache run 1.2-1.4 times as fast). The pages are zero when
 * first touched. *out receives the address.
 * Statuses: OK, INVALID_ARGUMENT (bytes 0 or above 2^47), OUT_OF_MEMORY. Thread-safe. */
GATUN_EXPORT int32_t gatun_memory_map(uint64_t bytes, void** out);

/* Gives back what gatun_memory_map returned, with the same `bytes`.
 * Statuses: OK, INVALID_ARGUMENT. Thread-safe for different blocks. */
GATUN_EXPORT int32_t gatun_memory_unmap(void* address, uint64_t bytes);

#ifdef __cplusplus
}
#endif

#endif
