/* Buffers that end where memory ends: a read or write behind them ends the test program. */
#ifndef GATUN_TEST_GUARDED_H
#define GATUN_TEST_GUARDED_H

#include "check.h"

#if !defined(_WIN32)
#include <sys/mman.h>
#include <unistd.h>
#endif

typedef struct guarded {
    uint8_t* base;
    uint64_t size; /* usable bytes, up to the guard */
} guarded;

/* Room for at least `size` bytes. Elsewhere than on POSIX systems there is no guard. */
static inline guarded guarded_open(uint64_t size) {
#if defined(_WIN32)
    return (guarded){test_memory(size), size};
#else
    const uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
    size = (size + page - 1) / page * page;
    uint8_t* const base =
        mmap(NULL, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED || mprotect(base + size, page, PROT_NONE) != 0) {
        fprintf(stderr, "no guarded memory for the test\n");
        exit(2);
    }
    return (guarded){base, size};
#endif
}

/* Where the guard begins. */
static inline uint8_t* guarded_stop(guarded memory) { return memory.base + memory.size; }

/* The last `bytes` bytes, filled with a pattern. */
static inline uint8_t* guarded_end(guarded memory, uint64_t bytes) {
    uint8_t* const at = memory.base + memory.size - bytes;
    memset(at, 0xa5, bytes);
    return at;
}

/* The same, holding a copy of `from`. */
static inline uint8_t* guarded_copy(guarded memory, const void* from, uint64_t bytes) {
    return bytes == 0 ? guarded_end(memory, 0) : memcpy(guarded_end(memory, bytes), from, bytes);
}

/* A small pseudo-random generator (xorshift64*). */
static uint64_t test_seed = 88172645463325252ull;

static inline uint64_t test_random(void) {
    test_seed ^= test_seed >> 12;
    test_seed ^= test_seed << 25;
    test_seed ^= test_seed >> 27;
    return test_seed * 2685821657736338717ull;
}

/* 0 .. n - 1. */
static inline uint64_t test_below(uint64_t n) { return (test_random() >> 11) % n; }

#endif
