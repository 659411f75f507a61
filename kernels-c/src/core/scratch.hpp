// Carving typed, 64-byte aligned arrays out of one scratch block. The same code measures (no memory behind it) and
// cuts, so that a size function and its kernel cannot disagree.
#pragma once

#include <cstdint>

namespace gatun {

class Scratch {
  public:
    // Measures only.
    Scratch() : base(nullptr), limit(UINT64_MAX) {}
    Scratch(void* memory, uint64_t bytes) : base(static_cast<char*>(memory)), limit(bytes) {}

    template <class T>
    __attribute__((always_inline)) T* take(uint64_t count) {
        T* part = base == nullptr ? nullptr : reinterpret_cast<T*>(base + used);
        used += (count * sizeof(T) + 63) & ~63ull;
        return part;
    }

    __attribute__((always_inline)) uint64_t bytes() const { return used; }
    __attribute__((always_inline)) bool fits() const { return base != nullptr && used <= limit; }

  private:
    char* const base;
    const uint64_t limit;
    uint64_t used = 0;
};

}  // namespace gatun
