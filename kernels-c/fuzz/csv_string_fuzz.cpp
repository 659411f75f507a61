// Text cells: bytes cut into cells at a separator, quoted ones closed, measured and copied on every tier.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/csv_string.h"

namespace {

constexpr uint64_t slack = GATUN_CSV_SLACK, most = 300;
constexpr uint8_t tokens[] = {0, 1, 'N', 2, '"', 'x'};

// The end of the cell at `from`. One that begins with a quote ends with another, as the index sees to; what is between may
// be anything, even what no index lets through.
uint64_t end_of(const uint8_t* text, uint64_t from, uint64_t to) {
    uint64_t at = from;
    while (at < to && text[at] != ',') at++;
    if (at == from || text[from] != '"') return at;
    while (at > from + 1 && text[at - 1] != '"') at--;
    return at == from + 1 ? from : at;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2) return 0;
    gatun_csv_cells cells = {};
    cells.quote = '"';
    cells.escape = data[0] % 2 == 0 ? '"' : '\\';
    cells.nulls = tokens;
    cells.null_bytes = data[0] % 3 == 0 ? 0 : sizeof tokens;
    const int32_t nulls = data[1] % 3;
    data += 2;
    size -= 2;
    uint8_t* const memory = static_cast<uint8_t*>(malloc(size + 2 * slack));
    memset(memory, '"', size + 2 * slack);
    memcpy(memory + slack, data, size);
    cells.text = memory + slack;
    uint32_t starts[most], ends[most];
    for (uint64_t at = 0; at < size && cells.rows < most; cells.rows++) {
        const uint64_t end = end_of(cells.text, at, size);
        starts[cells.rows] = static_cast<uint32_t>(at);
        ends[cells.rows] = static_cast<uint32_t>(end);
        at = end + 1;
    }
    cells.starts = starts;
    cells.ends = ends;
    cells.stride = 1;
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        int32_t offsets[most + 1];
        uint64_t validity[(most + 63) / 64];
        gatun_csv_strings strings;
        gatun_error error;
        if (gatun_csv_string_measure(
                &cells, nulls, offsets, reinterpret_cast<uint8_t*>(validity), &strings, &error) != GATUN_STATUS_OK) {
            abort();
        }
        uint8_t* const bytes = static_cast<uint8_t*>(malloc(static_cast<uint64_t>(offsets[cells.rows]) + slack));
        gatun_csv_string_copy(&cells, &strings, offsets, bytes, &error);
        free(bytes);
    }
    free(memory);
    return 0;
}
