/* A small pseudo-random generator (xorshift64*), the same numbers in every run. */
#ifndef GATUN_TEST_RANDOM_H
#define GATUN_TEST_RANDOM_H

#include <stdint.h>

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
