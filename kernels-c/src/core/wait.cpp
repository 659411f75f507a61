#include "core/wait.hpp"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <sched.h>
#include <time.h>
#endif

namespace gatun {

#if defined(_WIN32)

void give_way() { SwitchToThread(); }

void nap() { Sleep(1); }

#else

void give_way() { sched_yield(); }

void nap() {
    const timespec shortest = {0, 50'000};
    nanosleep(&shortest, nullptr);
}

#endif

}  // namespace gatun
