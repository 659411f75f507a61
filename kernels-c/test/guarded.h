/* Memory that lies between pages which may not be touched. */
#ifndef GATUN_TEST_GUARDED_H
#define GATUN_TEST_GUARDED_H

#include "check.h"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <sys/mman.h>
#endif

/* A whole number of pages wherever it runs: Arm may have pages of 64 KiB, macOS has 16. */
#define GUARD_PAGE ((uint64_t)1 << 16)

/* At least `most` bytes from a page's begin to a page's end; never freed. */
typedef struct guarded_pages {
    uint8_t* begin;
    uint64_t size;
} guarded_pages;

static inline guarded_pages guarded_pages_make(uint64_t most) {
    const uint64_t size = (most + GUARD_PAGE - 1) / GUARD_PAGE * GUARD_PAGE;
#if defined(_WIN32)
    uint8_t* memory = VirtualAlloc(NULL, size + 2 * GUARD_PAGE, MEM_RESERVE, PAGE_NOACCESS);
    const int made = memory != NULL && VirtualAlloc(memory + GUARD_PAGE, size, MEM_COMMIT, PAGE_READWRITE) != NULL;
#else
    uint8_t* memory = mmap(NULL, size + 2 * GUARD_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
    const int made = memory != MAP_FAILED && mprotect(memory + GUARD_PAGE, size, PROT_READ | PROT_WRITE) == 0;
#endif
    if (!made) {
        fprintf(stderr, "no guarded memory for the test\n");
        exit(2);
    }
    return (guarded_pages){memory + GUARD_PAGE, size};
}

typedef struct guarded {
    uint8_t* end; /* behind the last byte that may be touched */
} guarded;

/* For up to `most` bytes; never freed. */
static inline guarded guarded_make(uint64_t most) {
    const guarded_pages pages = guarded_pages_make(most);
    return (guarded){pages.begin + pages.size};
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
