// Large blocks straight from the operating system, on huge pages where it has them.
#include "gatun/core.h"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <sys/mman.h>
#endif

namespace {

constexpr uint64_t huge_page = 2ull << 20;
constexpr uint64_t largest_block = 1ull << 47;

#if !defined(_WIN32)
uint64_t whole_pages(uint64_t bytes) { return (bytes + huge_page - 1) & ~(huge_page - 1); }
#endif

}  // namespace

extern "C" {

#if defined(_WIN32)

int32_t gatun_memory_map(uint64_t bytes, void** out) {
    if (out == nullptr || bytes == 0 || bytes > largest_block) return GATUN_STATUS_INVALID_ARGUMENT;
    *out = VirtualAlloc(nullptr, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    return *out == nullptr ? GATUN_STATUS_OUT_OF_MEMORY : GATUN_STATUS_OK;
}

int32_t gatun_memory_unmap(void* address, uint64_t bytes) {
    if (address == nullptr || bytes == 0) return GATUN_STATUS_INVALID_ARGUMENT;
    return VirtualFree(address, 0, MEM_RELEASE) ? GATUN_STATUS_OK : GATUN_STATUS_INVALID_ARGUMENT;
}

#else

int32_t gatun_memory_map(uint64_t bytes, void** out) {
    if (out == nullptr || bytes == 0 || bytes > largest_block) return GATUN_STATUS_INVALID_ARGUMENT;
    const uint64_t size = whole_pages(bytes);
    // One huge page more than needed, so that an aligned block can be cut out of it.
    void* raw = mmap(nullptr, size + huge_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (raw == MAP_FAILED) return GATUN_STATUS_OUT_OF_MEMORY;
    const uintptr_t start = reinterpret_cast<uintptr_t>(raw);
    const uintptr_t aligned = (start + huge_page - 1) & ~static_cast<uintptr_t>(huge_page - 1);
    if (aligned > start) munmap(raw, aligned - start);
    if (aligned < start + huge_page) munmap(reinterpret_cast<void*>(aligned + size), start + huge_page - aligned);
    *out = reinterpret_cast<void*>(aligned);
#if defined(MADV_HUGEPAGE)
    madvise(*out, size, MADV_HUGEPAGE);  // a wish: without it the block works on small pages
#endif
    return GATUN_STATUS_OK;
}

int32_t gatun_memory_unmap(void* address, uint64_t bytes) {
    if (address == nullptr || bytes == 0) return GATUN_STATUS_INVALID_ARGUMENT;
    return munmap(address, whole_pages(bytes)) == 0 ? GATUN_STATUS_OK : GATUN_STATUS_INVALID_ARGUMENT;
}

#endif
}
