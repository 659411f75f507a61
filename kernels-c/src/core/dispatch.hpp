// CPU tiers: which one is active, and how an exported function reaches its copy in that tier.
#pragma once

#include <atomic>
#include <cstdint>

#include "gatun/core.h"

namespace gatun {

// Index of the active tier, a gatun_isa. Written by gatun_isa_cap only.
extern std::atomic<int32_t> active_isa;

// Whether the CPU has AVX-512 VBMI2 (Ice Lake and Zen 4 on), which the tier avx512 does not ask for. Code of that tier
// may use it where this says so.
extern const bool has_vbmi2;

// Whether the CPU has instructions for SHA-256. Code of the tiers avx2, avx512 and neon may use them where this says
// so.
extern const bool has_sha256;

}  // namespace gatun

#if defined(__x86_64__) || defined(_M_X64)
#define GATUN_TIER_TABLE(name) {scalar::name, scalar::name, avx2::name, avx512::name}
#elif defined(__aarch64__)
#define GATUN_TIER_TABLE(name) {scalar::name, neon::name, neon::name, neon::name}
#else
#define GATUN_TIER_TABLE(name) {scalar::name, scalar::name, scalar::name, scalar::name}
#endif

// Defines `gatun::dispatch_NAME`, which calls NAME in the active tier's namespace. NAME is defined once per tier by
// NAME.isa.inl. The table is indexed by gatun_isa.
#define GATUN_DISPATCH(result, name, parameters, arguments)                             \
    namespace gatun {                                                                   \
    GATUN_TIERS_DECLARE(result, name, parameters)                                       \
    static inline result dispatch_##name parameters {                                   \
        static constexpr result(*table[]) parameters = GATUN_TIER_TABLE(name);          \
        return table[active_isa.load(std::memory_order_relaxed)] arguments;             \
    }                                                                                   \
    }

#if defined(__x86_64__) || defined(_M_X64)
#define GATUN_TIERS_DECLARE(result, name, parameters)         \
    namespace scalar { result name parameters; }              \
    namespace avx2 { result name parameters; }                \
    namespace avx512 { result name parameters; }
#elif defined(__aarch64__)
#define GATUN_TIERS_DECLARE(result, name, parameters)         \
    namespace scalar { result name parameters; }              \
    namespace neon { result name parameters; }
#else
#define GATUN_TIERS_DECLARE(result, name, parameters)         \
    namespace scalar { result name parameters; }
#endif
