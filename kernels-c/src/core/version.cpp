#include "gatun/core.h"

#ifndef GATUN_HEADER_DIGEST
#error "the build passes GATUN_HEADER_DIGEST and GATUN_VERSION to this file"
#endif

#if defined(__clang__)
#define GATUN_COMPILER "clang " __clang_version__
#elif defined(__GNUC__)
#define GATUN_COMPILER "gcc " __VERSION__
#else
#define GATUN_COMPILER "unknown compiler"
#endif

#if defined(__x86_64__) || defined(_M_X64)
#define GATUN_ARCH "x86_64"
#elif defined(__aarch64__)
#define GATUN_ARCH "aarch64"
#else
#define GATUN_ARCH "other"
#endif

#if defined(__SANITIZE_ADDRESS__)
#define GATUN_FLAVOUR ", AddressSanitizer"
#else
#define GATUN_FLAVOUR ""
#endif

extern "C" {

uint32_t gatun_abi_version(void) { return GATUN_ABI_VERSION; }
const char* gatun_header_digest(void) { return GATUN_HEADER_DIGEST; }
const char* gatun_version(void) { return GATUN_VERSION; }
const char* gatun_build_info(void) { return GATUN_COMPILER ", " GATUN_ARCH GATUN_FLAVOUR; }
}
