/* Memory that ends where the next page may not be touched (where the system can do that). */
#ifndef GATUN_TEST_GUARDED_H
#define GATUN_TEST_GUARDED_H

#include "check.h"

#if !defined(_WIN32)
#include <sys/mman.h>
#endif

typedef struct guarded {
    uint8_t* end; /* behind the last byte that may be touched */
} guarded;

/* For up to `most` bytes; never freed. */
static inline guarded guarded_make(uint64_t most) {
    const uint64_t page = 1 << 16, size = (most + page - 1) / page * page;
#if defined(_WIN32)
    return (guarded){(uint8_t*)test_memory(size) + size};
#else
    uint8_t* memory = mmap(NULL, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (memory == MAP_FAILED || mprotect(memory + size, page, PROT_NONE) != 0) {
        fprintf(stderr, "no guarded memory for the test\n");
        exit(2);
    }
    return (guarded){memory + size};
#endif
}

/* The last `size` bytes, filled with a pattern. */
static inline uint8_t* guarded_end(guarded g, uint64_t size) {
    memset(g.end - size, 0xa5, size);
    return g.end - size;
}

/* Copies `size` bytes to the end of the memory. */
static inline uint8_t* guarded_copy(guarded g, const void* from, uint64_t size) {
    if (size > 0) memcpy(g.end - size, from, size);
    return g.end - size;
}

#endif
