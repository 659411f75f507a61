// Which CPU tier may run: cpuid for the instructions, xgetbv for the registers the operating system saves.
// __builtin_cpu_supports is not used: it needs a compiler runtime that `zig cc` does not link.
#include <cstdlib>
#include <cstring>

#include "core/dispatch.hpp"

#if defined(__x86_64__) || defined(_M_X64)
#include <cpuid.h>
#elif defined(__aarch64__) && defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#elif defined(__aarch64__) && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace gatun {

namespace {

#if defined(__x86_64__) || defined(_M_X64)

// Register state the operating system switches (XCR0).
uint64_t saved_state() {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (static_cast<uint64_t>(high) << 32) | low;
}

int32_t detect() {
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return GATUN_ISA_SCALAR;
    constexpr uint32_t fma = 1u << 12, popcnt = 1u << 23, osxsave = 1u << 27, avx = 1u << 28;
    if ((c & (fma | popcnt | osxsave | avx)) != (fma | popcnt | osxsave | avx)) return GATUN_ISA_SCALAR;

    constexpr uint64_t ymm = 0x6, zmm = 0xe6;
    const uint64_t state = saved_state();
    if ((state & ymm) != ymm) return GATUN_ISA_SCALAR;

    uint32_t xa, xb, xc, xd;
    constexpr uint32_t lzcnt = 1u << 5;
    if (!__get_cpuid(0x80000001u, &xa, &xb, &xc, &xd) || !(xc & lzcnt)) return GATUN_ISA_SCALAR;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return GATUN_ISA_SCALAR;
    constexpr uint32_t bmi1 = 1u << 3, avx2 = 1u << 5, bmi2 = 1u << 8;
    if ((b & (bmi1 | avx2 | bmi2)) != (bmi1 | avx2 | bmi2)) return GATUN_ISA_SCALAR;

    constexpr uint32_t avx512 = (1u << 16) | (1u << 17) | (1u << 28) | (1u << 30) | (1u << 31);  // F DQ CD BW VL
    return (b & avx512) == avx512 && (state & zmm) == zmm ? GATUN_ISA_AVX512 : GATUN_ISA_AVX2;
}

// Only to be asked where the AVX-512 tier was detected.
bool detect_vbmi2() {
    uint32_t a, b, c, d;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (c & (1u << 6)) != 0;
}

// Only to be asked where the AVX2 tier was detected.
bool detect_sha256() {
    uint32_t a, b, c, d;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29)) != 0;
}

#elif defined(__aarch64__)

bool detect_vbmi2() { return false; }

bool detect_sha256() {
#if defined(__APPLE__)
    return true;
#elif defined(_WIN32)
    return IsProcessorFeaturePresent(PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE);
#elif defined(__linux__)
    return (getauxval(AT_HWCAP) & HWCAP_SHA2) != 0;
#else
    return false;
#endif
}

int32_t detect() { return GATUN_ISA_NEON; }  // part of the base architecture

#else

bool detect_vbmi2() { return false; }

bool detect_sha256() { return false; }

int32_t detect() { return GATUN_ISA_SCALAR; }

#endif

// The tier that runs under a cap. A cap names the other architecture's tier when a setting is shared between
// machines; the nearest lower tier of this one then serves.
int32_t tier_under(int32_t cap, int32_t detected) {
    const int32_t tier = cap < detected ? cap : detected;
    return tier == GATUN_ISA_NEON && detected != GATUN_ISA_NEON ? GATUN_ISA_SCALAR : tier;
}

int32_t cap_from_environment(int32_t detected) {
    const char* value = std::getenv("GATUN_ISA");
    if (value == nullptr) return detected;
    struct { const char* name; int32_t tier; } const tiers[] = {
        {"scalar", GATUN_ISA_SCALAR}, {"neon", GATUN_ISA_NEON}, {"avx2", GATUN_ISA_AVX2}, {"avx512", GATUN_ISA_AVX512}};
    for (const auto& t : tiers) {
        if (std::strcmp(value, t.name) == 0) return tier_under(t.tier, detected);
    }
    return detected;
}

const int32_t detected_isa = detect();

}  // namespace

const bool has_vbmi2 = detected_isa == GATUN_ISA_AVX512 && detect_vbmi2();
const bool has_sha256 = detected_isa != GATUN_ISA_SCALAR && detect_sha256();
std::atomic<int32_t> active_isa{cap_from_environment(detected_isa)};

}  // namespace gatun

extern "C" {

int32_t gatun_isa_detected(void) { return gatun::detected_isa; }

int32_t gatun_isa_active(void) { return gatun::active_isa.load(std::memory_order_relaxed); }

int32_t gatun_isa_cap(int32_t tier) {
    if (tier >= GATUN_ISA_SCALAR && tier <= GATUN_ISA_AVX512) {
        gatun::active_isa.store(gatun::tier_under(tier, gatun::detected_isa), std::memory_order_relaxed);
    }
    return gatun_isa_active();
}
}
