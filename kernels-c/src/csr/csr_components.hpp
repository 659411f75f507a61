// What the workers of a components call share.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "gatun/csr_components.h"

namespace gatun::csr {

struct ComponentsState {
    int32_t giant;     // label of the component most samples fell into
    int64_t largest;   // vertices of the largest component
    alignas(64) int64_t roots[GATUN_MAX_WORKERS];  // components whose smallest vertex is in a worker's share
};

class ComponentsScratch {
  public:
    __attribute__((always_inline)) ComponentsScratch(int64_t vertices, uint32_t workers, void* memory, uint64_t bytes)
        : scratch(memory, bytes) {
        (void)workers;
        state = scratch.take<ComponentsState>(1);
        sizes = scratch.take<int32_t>(vertices > 0 ? static_cast<uint64_t>(vertices) : 0);
    }

    __attribute__((always_inline)) uint64_t bytes() const { return scratch.bytes(); }
    __attribute__((always_inline)) bool fits() const { return scratch.fits(); }

  private:
    Scratch scratch;

  public:
    ComponentsState* state;
    int32_t* sizes;  // by label
};

}  // namespace gatun::csr
