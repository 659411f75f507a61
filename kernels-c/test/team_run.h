/* Runs an SPMD kernel on threads of its own. The only place in the tests that knows how threads are made. */
#ifndef GATUN_TEST_TEAM_RUN_H
#define GATUN_TEST_TEAM_RUN_H

#include <pthread.h>

#include "check.h"
#include "gatun/team.h"

typedef int32_t (*spmd_kernel)(void* args, gatun_team* team, uint32_t worker, uint32_t workers);

typedef struct spmd_worker {
    spmd_kernel kernel;
    void* args;
    gatun_team* team;
    uint32_t worker;
    uint32_t workers;
    int32_t status;
} spmd_worker;

static void* spmd_thread(void* argument) {
    spmd_worker* w = argument;
    w->status = w->kernel(w->args, w->team, w->worker, w->workers);
    return NULL;
}

/* Calls kernel(args, team, 0 .. workers - 1) at the same time; checks that all return the same and returns it.
 * `team` comes zeroed, or with its cancel flag set. */
static inline int32_t team_run(spmd_kernel kernel, void* args, gatun_team* team, uint32_t workers) {
    pthread_t threads[GATUN_MAX_WORKERS];
    spmd_worker w[GATUN_MAX_WORKERS];
    for (uint32_t i = 0; i < workers; i++) {
        w[i] = (spmd_worker){kernel, args, team, i, workers, 0};
        if (i > 0 && pthread_create(&threads[i], NULL, spmd_thread, &w[i]) != 0) {
            fprintf(stderr, "no thread for the test\n");
            exit(2);
        }
    }
    spmd_thread(&w[0]);
    for (uint32_t i = 1; i < workers; i++) {
        pthread_join(threads[i], NULL);
        CHECK_EQUAL(w[0].status, w[i].status);
    }
    return w[0].status;
}

#endif
