/* How a simulation is begun and what it finds; only in builds with GATUN_SIMULATE. Times in nanoseconds. */
#ifndef GATUN_SIMULATED_H
#define GATUN_SIMULATED_H

#include <stdint.h>

#include "gatun/export.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gatun_simulated_worker {
    int64_t clock;  /* when it was done */
    int64_t busy;   /* processor time */
    int64_t waited; /* at barriers */
    int64_t chunks; /* taken from the shared counter */
} gatun_simulated_worker;

typedef struct gatun_simulation {
    uint32_t workers;
    int64_t barriers;
    int64_t barrier_cost; /* what a barrier takes, as given */
    int64_t clock_cost;   /* what reading the clock takes, which is taken off */
    int64_t elapsed;      /* on as many cores as workers */
    gatun_simulated_worker worker[256];
} gatun_simulation;

GATUN_EXPORT void gatun_simulation_begin(uint32_t workers, int64_t barrier_cost);

/* Around each worker's call, on a thread of its own. */
GATUN_EXPORT void gatun_simulation_enter(uint32_t worker);
GATUN_EXPORT void gatun_simulation_leave(uint32_t worker);

/* After all of them have left. */
GATUN_EXPORT void gatun_simulation_end(gatun_simulation* result);

#ifdef __cplusplus
}
#endif

#endif
