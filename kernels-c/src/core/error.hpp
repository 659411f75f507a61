// Filling the caller's gatun_error.
#pragma once

#include <cstdint>

#include "gatun/status.h"

namespace gatun {

// Records why a kernel stops and returns the status, so that a check is one line:
//   return fail(error, GATUN_STATUS_OUT_OF_RANGE, i, id, "vertex id out of range");
inline __attribute__((always_inline)) int32_t fail(
    gatun_error* error, int32_t status, int64_t position, int64_t value, const char* message) {
    if (error != nullptr) {
        error->status = status;
        error->position = position;
        error->value = value;
        unsigned i = 0;
        for (; message[i] != '\0' && i + 1 < sizeof error->message; i++) error->message[i] = message[i];
        error->message[i] = '\0';
    }
    return status;
}

}  // namespace gatun
