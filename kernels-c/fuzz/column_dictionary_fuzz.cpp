// Dictionaries: bytes cut into strings; the numbers must lead back to equal strings.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/column_dictionary.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    constexpr uint64_t rows = 200, readable = 8, elements = 512;
    if (size < 1 + rows) return 0;
    const uint64_t most = data[0] % rows;
    const uint64_t key[2] = {0x123456789abcdef, 0xfedcba987654321};
    int32_t offsets[rows + 1] = {0};
    uint64_t at = 0;
    for (uint64_t row = 0; row < rows; row++) {
        at += data[1 + row] % 20;
        if (at > size) at = size;
        offsets[row + 1] = static_cast<int32_t>(at);
    }
    uint8_t* const bytes = static_cast<uint8_t*>(malloc(size + readable));
    memcpy(bytes, data, size);
    memset(bytes + size, 0xa5, readable);
    const gatun_dictionary_column column = {offsets, bytes, nullptr, rows};
    int32_t indexes[rows], firsts[rows];
    uint64_t scratch[elements], distinct = 0;
    gatun_error error;
    if (gatun_column_dictionary_encode(
            &column, key, indexes, firsts, most, scratch, elements, &distinct, &error) != GATUN_STATUS_OK) {
        abort();
    }
    for (uint64_t row = 0; row < rows && distinct <= most; row++) {
        const int32_t first = firsts[indexes[row]], length = offsets[row + 1] - offsets[row];
        if (offsets[first + 1] - offsets[first] != length) abort();
        if (memcmp(bytes + offsets[first], bytes + offsets[row], static_cast<uint64_t>(length)) != 0) abort();
    }
    free(bytes);
    return 0;
}
