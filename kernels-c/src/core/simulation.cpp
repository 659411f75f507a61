// The discrete-event simulation behind gatun_simulation_*. One worker holds the baton and runs; its clock goes on by the
// processor time it uses. Before each chunk the baton goes to the runnable worker whose clock is lowest, as if each had
// a core of its own; at a barrier all clocks become the highest plus the cost of the barrier.
#include "core/simulation.hpp"

#include <pthread.h>
#include <time.h>

#include "core/simulated.h"

namespace {

constexpr uint32_t most = 256;

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t turns[most];
gatun_simulation now;
bool waiting[most], gone[most];
int64_t started[most];
uint32_t baton;

int64_t processor_time() {
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000 + time.tv_nsec;
}

void charge(uint32_t worker) {
    const int64_t time = processor_time();
    const int64_t used = time - started[worker] - now.clock_cost;
    if (used > 0) {
        now.worker[worker].clock += used;
        now.worker[worker].busy += used;
    }
    started[worker] = time;
}

void hand_on() {
    uint32_t next = most;
    for (uint32_t w = 0; w < now.workers; w++) {
        if (waiting[w] || gone[w]) continue;
        if (next == most || now.worker[w].clock < now.worker[next].clock) next = w;
    }
    if (next == most) return;
    baton = next;
    pthread_cond_signal(&turns[next]);
}

void take_up(uint32_t worker) {
    while (baton != worker) pthread_cond_wait(&turns[worker], &mutex);
    started[worker] = processor_time();
}

}  // namespace

extern "C" {

void gatun_simulation_next(uint32_t worker) {
    pthread_mutex_lock(&mutex);
    charge(worker);
    now.worker[worker].chunks++;
    hand_on();
    take_up(worker);
    pthread_mutex_unlock(&mutex);
}

void gatun_simulation_wait(uint32_t worker) {
    pthread_mutex_lock(&mutex);
    charge(worker);
    waiting[worker] = true;
    hand_on();
    take_up(worker);
    pthread_mutex_unlock(&mutex);
}

void gatun_simulation_release(uint32_t worker) {
    pthread_mutex_lock(&mutex);
    charge(worker);
    int64_t last = 0;
    for (uint32_t w = 0; w < now.workers; w++) {
        if (now.worker[w].clock > last) last = now.worker[w].clock;
    }
    for (uint32_t w = 0; w < now.workers; w++) {
        now.worker[w].waited += last - now.worker[w].clock;
        now.worker[w].clock = last + (now.workers > 1 ? now.barrier_cost : 0);
        waiting[w] = false;
    }
    now.barriers++;
    pthread_mutex_unlock(&mutex);
}

void gatun_simulation_begin(uint32_t workers, int64_t barrier_cost) {
    now = gatun_simulation{};
    now.workers = workers;
    now.barrier_cost = barrier_cost;
    const int64_t start = processor_time();
    constexpr int64_t readings = 1000;
    for (int64_t i = 0; i < readings; i++) processor_time();
    now.clock_cost = (processor_time() - start) / readings;
    for (uint32_t w = 0; w < workers; w++) {
        pthread_cond_init(&turns[w], nullptr);
        waiting[w] = gone[w] = false;
    }
    baton = 0;
}

void gatun_simulation_enter(uint32_t worker) {
    pthread_mutex_lock(&mutex);
    take_up(worker);
    pthread_mutex_unlock(&mutex);
}

void gatun_simulation_leave(uint32_t worker) {
    pthread_mutex_lock(&mutex);
    charge(worker);
    gone[worker] = true;
    hand_on();
    pthread_mutex_unlock(&mutex);
}

void gatun_simulation_end(gatun_simulation* result) {
    now.elapsed = 0;
    for (uint32_t w = 0; w < now.workers; w++) {
        if (now.worker[w].clock > now.elapsed) now.elapsed = now.worker[w].clock;
    }
    *result = now;
}
}
