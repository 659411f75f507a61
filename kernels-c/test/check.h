/* What the C tests need: CHECK, and a last line with the count. Plain C11, so that the tests run wherever the
 * library does. */
#ifndef GATUN_TEST_CHECK_H
#define GATUN_TEST_CHECK_H

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks_made;
static int checks_failed;

#define CHECK(condition)                                                                  \
    do {                                                                                  \
        checks_made++;                                                                    \
        if (!(condition)) {                                                               \
            checks_failed++;                                                              \
            fprintf(stderr, "%s:%d: CHECK(%s) failed\n", __FILE__, __LINE__, #condition); \
        }                                                                                 \
    } while (0)

#define CHECK_EQUAL(expected, actual)                                                                           \
    do {                                                                                                        \
        const int64_t want_ = (int64_t)(expected), got_ = (int64_t)(actual);                                    \
        checks_made++;                                                                                          \
        if (want_ != got_) {                                                                                    \
            checks_failed++;                                                                                    \
            fprintf(stderr, "%s:%d: %s is %" PRId64 ", not %" PRId64 "\n", __FILE__, __LINE__, #actual, got_,   \
                want_);                                                                                         \
        }                                                                                                       \
    } while (0)

/* Memory for a test: aligned as kernels want it, filled with a pattern so that nothing is zero by luck. */
static inline void* test_memory(uint64_t bytes) {
    const uint64_t size = (bytes + 64 + 63) & ~63ull;
    void* memory = NULL;
#if defined(_WIN32)
    memory = _aligned_malloc(size, 64);
#else
    memory = aligned_alloc(64, size);
#endif
    if (memory == NULL) {
        fprintf(stderr, "no memory for the test\n");
        exit(2);
    }
    memset(memory, 0xa5, size);
    return memory;
}

static inline void test_free(void* memory) {
#if defined(_WIN32)
    _aligned_free(memory);
#else
    free(memory);
#endif
}

/* To be returned from main. */
static inline int test_result(void) {
    printf("%d checks, %d failed\n", checks_made, checks_failed);
    return checks_failed == 0 ? 0 : 1;
}

#endif
