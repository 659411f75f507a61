// The workers of one SPMD call: barrier, shared chunk counter, cancellation, first failure.
// Included once per tier, so everything lives in that tier's namespace: an inline function shared between tiers
// could otherwise be linked in its widest form.
#pragma once

#include <cstdint>

#include "core/error.hpp"
#include "core/simulation.hpp"
#include "core/wait.hpp"
#include "gatun/team.h"

#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER {

inline void pause_cpu() {
#if defined(__x86_64__) || defined(_M_X64)
    _mm_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

// One step of waiting for somebody else: first in hope of nanoseconds, then giving the processor to whoever is ready,
// then asleep, since on a busy machine the one waited for may not run for milliseconds.
inline void wait_step(int step) {
    if (step < 2048) {
        pause_cpu();
    } else if (step < 2048 + 64) {
        give_way();
    } else {
        nap();
    }
}

class Team {
  public:
    Team(gatun_team* shared, uint32_t worker, uint32_t workers) : worker(worker), workers(workers), s(shared) {}

    const uint32_t worker;
    const uint32_t workers;

    bool first() const { return worker == 0; }

    // Waits for all workers; what any of them wrote before is visible to all after.
    void barrier() {
        meet([] { return false; });
    }

    // Runs body(begin, end) over 0 .. total in chunks taken from a shared counter; ends at a barrier. Returns false
    // (on every worker alike) when the call was cancelled or a worker failed.
    template <class Body>
    bool for_chunks(int64_t total, int64_t chunk, Body&& body) {
        take_chunks(total, chunk, body);
        return end_chunks([] {});
    }

    // The two halves of for_chunks, for what a worker has to do between its last chunk and the barrier. The last
    // worker to arrive calls last() before it lets the others go.
    template <class Body>
    void take_chunks(int64_t total, int64_t chunk, Body&& body) {
        int64_t at = 0;
        for (;;) {
            turn();
            if (workers > 1) at = __atomic_fetch_add(&s->next, chunk, __ATOMIC_RELAXED);
            if (at >= total || stopping()) return;
            body(at, at + chunk < total ? at + chunk : total);
            at += chunk;
        }
    }

    template <class Last>
    bool end_chunks(Last&& last) {
        return meet([this, &last] {
            __atomic_store_n(&s->next, 0, __ATOMIC_RELAXED);
            last();
            return ends();
        });
    }

    // To be called before a worker takes work by other means than for_chunks: see core/simulation.hpp.
    void turn() const { gatun_simulation_next(worker); }

    // This worker's part of 0 .. total in whole multiples of `unit`, fixed by worker number.
    void share(int64_t total, int64_t unit, int64_t& begin, int64_t& end) const {
        const int64_t units = (total + unit - 1) / unit;
        begin = units * worker / workers * unit;
        end = units * (worker + 1) / workers * unit;
        if (begin > total) begin = total;
        if (end > total) end = total;
    }

    // A hint inside loops: somebody failed or the caller wants the call to end. Workers may see it at different
    // times; only running() after a barrier is the same for all.
    bool stopping() const {
        return __atomic_load_n(&s->cancel, __ATOMIC_RELAXED) != 0 || __atomic_load_n(&s->status, __ATOMIC_RELAXED) != 0;
    }

    // Meets at a barrier and tells every worker the same: whether the call goes on.
    bool running() {
        return meet([this] { return ends(); });
    }

    int32_t status() const { return __atomic_load_n(&s->status, __ATOMIC_RELAXED); }

    // The first failure is kept.
    int32_t fail(int32_t status, int64_t position, int64_t value, const char* message) {
        int32_t none = 0;
        if (__atomic_compare_exchange_n(&s->status, &none, status, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
            gatun::fail(&s->error, status, position, value, message);
        }
        return status;
    }

    // For passes over data in which several workers may meet faults and the one at the smallest position is to be
    // reported: notes a position and lets the pass go on to its end, where for_chunks or running() says false.
    // Until fail() writes the details, error.position counts down from INT64_MAX; 0, as the caller left it, is none.
    void note_fault(int64_t position) {
        const int64_t key = INT64_MAX - position;
        int64_t known = __atomic_load_n(&s->error.position, __ATOMIC_RELAXED);
        while (key > known && !__atomic_compare_exchange_n(&s->error.position, &known, key, true, __ATOMIC_RELAXED,
                                  __ATOMIC_RELAXED)) {
        }
    }

    // The smallest position noted. Only after a barrier, and before fail().
    int64_t first_fault() const { return INT64_MAX - __atomic_load_n(&s->error.position, __ATOMIC_RELAXED); }

    void set_total(int64_t total) { __atomic_store_n(&s->total, total, __ATOMIC_RELAXED); }
    void advance(int64_t by) { __atomic_fetch_add(&s->progress, by, __ATOMIC_RELAXED); }
    void set_progress(int64_t done) { __atomic_store_n(&s->progress, done, __ATOMIC_RELAXED); }

  private:
    // The barrier. The last worker to arrive calls last() before it lets the others go; true ends the call for all.
    // That verdict is the low bit of the phase, which cannot change before everyone has seen it: the flags it is made
    // from may, when a fast worker fails early in the next step. Returns whether the call goes on.
    template <class Last>
    bool meet(Last&& last) {
        uint32_t phase = __atomic_load_n(&s->phase, __ATOMIC_RELAXED);
        if (workers == 1 || __atomic_add_fetch(&s->arrived, 1, __ATOMIC_ACQ_REL) == workers) {
            __atomic_store_n(&s->arrived, 0, __ATOMIC_RELAXED);
            phase = (phase + 2) | (last() ? 1 : 0);
            __atomic_store_n(&s->phase, phase, __ATOMIC_RELEASE);
            gatun_simulation_release(worker);
            return (phase & 1) == 0;
        }
        const uint32_t before = phase;
        gatun_simulation_wait(worker);
        for (int step = 0; (phase = __atomic_load_n(&s->phase, __ATOMIC_ACQUIRE)) == before; step++) wait_step(step);
        return (phase & 1) == 0;
    }

    // Whether the call ends here. For the last worker at a barrier.
    bool ends() {
        if (__atomic_load_n(&s->cancel, __ATOMIC_RELAXED) != 0) fail(GATUN_STATUS_CANCELLED, -1, 0, "cancelled");
        return status() != 0 || __atomic_load_n(&s->error.position, __ATOMIC_RELAXED) != 0;
    }

    gatun_team* const s;
};

}  // namespace gatun::GATUN_TIER
