// Where the workers of a team meet, for builds with GATUN_SIMULATE: bench/scaling runs many workers one at a time, each
// for as long as it is the one that is furthest behind, and so finds out how long a call would take on as many cores.
#pragma once

#include <cstdint>

extern "C" {
#ifdef GATUN_SIMULATE
// A worker is about to take a chunk: returns when it is this worker's turn.
__attribute__((visibility("default"))) void gatun_simulation_next(uint32_t worker);

// A worker waits at a barrier; the last one to arrive lets all of them go.
__attribute__((visibility("default"))) void gatun_simulation_wait(uint32_t worker);
__attribute__((visibility("default"))) void gatun_simulation_release(uint32_t worker);
#else
inline __attribute__((always_inline)) void gatun_simulation_next(uint32_t) {}
inline __attribute__((always_inline)) void gatun_simulation_wait(uint32_t) {}
inline __attribute__((always_inline)) void gatun_simulation_release(uint32_t) {}
#endif
}
