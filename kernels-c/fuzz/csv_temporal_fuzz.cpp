// Dates and times: any bytes as cells, as null token and as program, on every tier; all must agree.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/csv_temporal.h"

namespace {

constexpr uint64_t most_rows = 100, slack = GATUN_CSV_SLACK;

struct Result {
    uint8_t values[most_rows * 8];
    uint8_t validity[16];
    uint8_t misfits[16];
    gatun_csv_outcome outcome;
    int32_t status;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 4) return 0;
    gatun_csv_temporal type = {bytes[0] % 3u, bytes[1] % 4u, bytes[2] % 3u, 0, nullptr};
    const uint64_t program_bytes = bytes[3] % 40;
    bytes += 4, size -= 4;
    if (program_bytes > size) return 0;
    type.program_bytes = static_cast<uint32_t>(program_bytes);
    type.program = program_bytes == 0 ? nullptr : bytes;
    bytes += program_bytes, size -= program_bytes;
    uint8_t* const text = static_cast<uint8_t*>(calloc(1, slack + size + slack));
    memcpy(text + slack, bytes, size);
    // Cells between line ends; one that begins with a quote must end with another.
    uint32_t starts[most_rows], ends[most_rows];
    uint64_t rows = 0;
    uint32_t start = slack;
    for (uint32_t at = slack; at < slack + size && rows < most_rows; at++) {
        if (text[at] != '\n') continue;
        if (text[start] != '"' || (at - start >= 2 && text[at - 1] == '"')) {
            starts[rows] = start, ends[rows] = at, rows++;
        }
        start = at + 1;
    }
    uint8_t nulls[256] = {};
    nulls[0] = rows == 0 ? 0 : static_cast<uint8_t>((ends[0] - starts[0]) % 256);
    memcpy(nulls + 1, text + (rows == 0 ? 0 : starts[0]), nulls[0]);
    static Result results[2];
    for (int32_t tier = gatun_isa_detected(), first = 1; tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        Result& result = results[first ? 0 : 1];
        memset(&result, 0, sizeof result);
        const gatun_csv_cells cells = {
            text, starts, ends, 1, rows, nulls, 1u + nulls[0], result.misfits, '"', '"', '.', 0, {}};
        gatun_error error;
        result.status =
            gatun_csv_temporal_convert(&cells, &type, result.values, result.validity, &result.outcome, &error);
        if (!first && memcmp(&results[0], &results[1], sizeof result) != 0) __builtin_trap();
        first = 0;
    }
    free(text);
    return 0;
}
