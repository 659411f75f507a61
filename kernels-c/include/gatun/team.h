/*
 * What the workers of one parallel kernel call share.
 *
 * A parallel kernel is SPMD: the caller runs f(args, team, worker, workers) for worker = 0 .. workers - 1, each on
 * a thread of its own, all at the same time (they meet at barriers inside), and looks at the statuses afterwards.
 * All workers return the same status. The library creates no threads.
 */
#ifndef GATUN_TEAM_H
#define GATUN_TEAM_H

#include "gatun/status.h"

#define GATUN_MAX_WORKERS 256

/* Zero it before each call, except where a field says otherwise. Aligned to 64 bytes. */
typedef struct gatun_team {
    int32_t cancel;    /* the caller may set it to non-zero at any time; polled at least every few milliseconds */
    int32_t status;    /* first status that is not OK, set by the worker that met it */
    int64_t progress;  /* work units done so far, advanced by the kernel, read by the caller */
    int64_t total;     /* work units in all, 0 while unknown, set by the kernel */
    int64_t reserved0[5];
    int64_t next;      /* the kernel's own: next chunk to take */
    int64_t reserved1[7];
    uint32_t arrived;  /* the kernel's own: barrier */
    uint32_t phase;
    int64_t reserved2[7];
    gatun_error error; /* details of `status` */
} gatun_team;

#endif
