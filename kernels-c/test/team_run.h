/* Runs an SPMD kernel on threads of its own. The only place in the tests that knows how threads are made. */
#ifndef GATUN_TEST_TEAM_RUN_H
#define GATUN_TEST_TEAM_RUN_H

#include "check.h"
#include "gatun/team.h"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <pthread.h>
#endif

typedef int32_t (*spmd_kernel)(void* args, gatun_team* team, uint32_t worker, uint32_t workers);

typedef struct spmd_worker {
    spmd_kernel kernel;
    void* args;
    gatun_team* team;
    uint32_t worker;
    uint32_t workers;
    int32_t status;
} spmd_worker;

static void spmd_run(spmd_worker* w) { w->status = w->kernel(w->args, w->team, w->worker, w->workers); }

#if defined(_WIN32)

typedef HANDLE spmd_thread;

static DWORD WINAPI spmd_thread_main(void* worker) {
    spmd_run(worker);
    return 0;
}

static int spmd_start(spmd_thread* thread, spmd_worker* w) {
    *thread = CreateThread(NULL, 0, spmd_thread_main, w, 0, NULL);
    return *thread != NULL;
}

static void spmd_join(spmd_thread thread) {
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
}

#else

typedef pthread_t spmd_thread;

static void* spmd_thread_main(void* worker) {
    spmd_run(worker);
    return NULL;
}

static int spmd_start(spmd_thread* thread, spmd_worker* w) {
    return pthread_create(thread, NULL, spmd_thread_main, w) == 0;
}

static void spmd_join(spmd_thread thread) { pthread_join(thread, NULL); }

#endif

/* Calls kernel(args, team, 0 .. workers - 1) at the same time; checks that all return the same and returns it.
 * `team` comes zeroed, or with its cancel flag set. */
static inline int32_t team_run(spmd_kernel kernel, void* args, gatun_team* team, uint32_t workers) {
    spmd_thread threads[GATUN_MAX_WORKERS];
    spmd_worker w[GATUN_MAX_WORKERS];
    w[0] = (spmd_worker){kernel, args, team, 0, workers, 0};
    for (uint32_t i = 1; i < workers; i++) {
        w[i] = (spmd_worker){kernel, args, team, i, workers, 0};
        if (!spmd_start(&threads[i], &w[i])) {
            fprintf(stderr, "no thread for the test\n");
            exit(2);
        }
    }
    spmd_run(&w[0]);
    for (uint32_t i = 1; i < workers; i++) {
        spmd_join(threads[i]);
        CHECK_EQUAL(w[0].status, w[i].status);
    }
    return w[0].status;
}

#endif
