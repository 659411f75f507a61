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

uint64_t whole_pages(uint64_t bytes) { return (bytes + huge_page - 1) & ~(huge_page - 1); }

// The first place from `raw` on where a huge page may begin.
char* aligned(void* raw) {
    return reinterpret_cast<char*>(whole_pages(reinterpret_cast<uintptr_t>(raw)));
}

}  // namespace

extern "C" {

#if defined(_WIN32)

int32_t gatun_memory_map(uint64_t bytes, void** out) {
    if (out == nullptr || bytes == 0 || bytes > largest_block) return GATUN_STATUS_INVALID_ARGUMENT;
    const uint64_t size = whole_pages(bytes);
    // One huge page more than needed, of address space only, so that an aligned block lies in it.
    void* raw = VirtualAlloc(nullptr, size + huge_page, MEM_RESERVE, PAGE_NOACCESS);
    if (raw == nullptr) return GATUN_STATUS_OUT_OF_MEMORY;
    *out = VirtualAlloc(aligned(raw), size, MEM_COMMIT, PAGE_READWRITE);
    if (*out != nullptr) return GATUN_STATUS_OK;
    VirtualFree(raw, 0, MEM_RELEASE);
    return GATUN_STATUS_OUT_OF_MEMORY;
}

int32_t gatun_memory_unmap(void* address, uint64_t bytes) {
    if (address == nullptr || bytes == 0) return GATUN_STATUS_INVALID_ARGUMENT;
    // Only a whole reservation can be released, by its begin.
    MEMORY_BASIC_INFORMATION block;
    const bool released = VirtualQuery(address, &block, sizeof block) != 0 && block.AllocationBase != nullptr &&
        VirtualFree(block.AllocationBase, 0, MEM_RELEASE);
    return released ? GATUN_STATUS_OK : GATUN_STATUS_INVALID_ARGUMENT;
}

#else

int32_t gatun_memory_map(uint64_t bytes, void** out) {
    if (out == nullptr || bytes == 0 || bytes > largest_block) return GATUN_STATUS_INVALID_ARGUMENT;
    const uint64_t size = whole_pages(bytes);
    // One huge page more than needed, so that an aligned block can be cut out of it.
    void* raw = mmap(nullptr, size + huge_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (raw == MAP_FAILED) return GATUN_STATUS_OUT_OF_MEMORY;
    char* const start = static_cast<char*>(raw);
    char* const block = aligned(raw);
    if (block > start) munmap(start, block - start);
    if (block < start + huge_page) munmap(block + size, start + huge_page - block);
    *out = block;
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
