/* Identity, CPU tiers, mapped memory. */
#include "check.h"
#include "gatun/core.h"

static void identity(void) {
    CHECK_EQUAL(GATUN_ABI_VERSION, gatun_abi_version());
    CHECK_EQUAL(64, strlen(gatun_header_digest()));
    CHECK(strspn(gatun_header_digest(), "0123456789abcdef") == 64);
    CHECK(strlen(gatun_version()) > 0);
    CHECK(strlen(gatun_build_info()) > 0);
}

/* Before anything else: what GATUN_ISA, which ctest sets in one of its runs, made of the tier. */
static void environment(void) {
    const char* cap = getenv("GATUN_ISA");
    if (cap == NULL) CHECK_EQUAL(gatun_isa_detected(), gatun_isa_active());
    else if (strcmp(cap, "scalar") == 0) CHECK_EQUAL(GATUN_ISA_SCALAR, gatun_isa_active());
}

static void tiers(void) {
    const int32_t detected = gatun_isa_detected();
#if defined(__aarch64__)
    CHECK_EQUAL(GATUN_ISA_NEON, detected);
#else
    CHECK(detected == GATUN_ISA_SCALAR || detected == GATUN_ISA_AVX2 || detected == GATUN_ISA_AVX512);
#endif
    CHECK_EQUAL(GATUN_ISA_SCALAR, gatun_isa_cap(GATUN_ISA_SCALAR));
    CHECK_EQUAL(GATUN_ISA_SCALAR, gatun_isa_active());
    CHECK_EQUAL(GATUN_ISA_SCALAR, gatun_isa_cap(77)); /* not a tier: nothing changes */
    CHECK_EQUAL(GATUN_ISA_SCALAR, gatun_isa_cap(-1));
    CHECK_EQUAL(detected, gatun_isa_cap(GATUN_ISA_AVX512));
    /* The other architecture's tier never runs. */
    const int32_t neon = gatun_isa_cap(GATUN_ISA_NEON);
    CHECK_EQUAL(detected == GATUN_ISA_NEON ? GATUN_ISA_NEON : GATUN_ISA_SCALAR, neon);
    CHECK_EQUAL(detected, gatun_isa_cap(detected));
}

static void memory(void) {
    void* block = NULL;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_memory_map(0, &block));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_memory_map(1, NULL));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_memory_map((1ull << 47) + 1, &block));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_memory_unmap(NULL, 1));
    const uint64_t sizes[] = {1, 4096, (2u << 20) - 1, 2u << 20, (2u << 20) + 1, 9u << 20};
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        CHECK_EQUAL(GATUN_STATUS_OK, gatun_memory_map(sizes[i], &block));
        CHECK_EQUAL(0, (uintptr_t)block % (2u << 20));
        unsigned char* bytes = block;
        CHECK_EQUAL(0, bytes[0] | bytes[sizes[i] / 2] | bytes[sizes[i] - 1]);
        memset(block, 1, sizes[i]);
        CHECK_EQUAL(GATUN_STATUS_OK, gatun_memory_unmap(block, sizes[i]));
    }
}

int main(void) {
    identity();
    environment();
    tiers();
    memory();
    return test_result();
}
