// The index of a CSV text: any bytes under any grammar, in whole and cut in two, on every tier.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/csv_index.h"

namespace {

constexpr uint64_t slack = 64;

struct Run {
    uint64_t rows = 0, lines = 0, bad = 0, sum = 0;
};

// Reads all of a text, at first up to `cut`.
Run read(gatun_csv_index_cursor& c, const uint8_t* text, uint64_t cut, uint64_t size, uint32_t width, uint64_t most,
    uint32_t* starts, uint32_t* ends, uint32_t* firsts) {
    Run run;
    gatun_error error;
    uint64_t from = 0;
    for (uint64_t to = cut;;) {
        gatun_csv_index_run(&c, text, from, to, to == size, width, starts, ends, firsts, most, size + 1, &error);
        for (uint64_t i = 0; i < c.cells; i++) run.sum = run.sum * 31 + starts[i] * 7 + ends[i];
        run.rows += c.rows;
        run.lines += c.lines;
        from = c.next;
        if (c.stop == GATUN_CSV_BAD) {
            run.bad++;
            run.lines += c.problem_lines;
            from = c.resume;
        } else if (c.stop == GATUN_CSV_FULL && c.rows == 0) {
            return run;
        } else if (c.stop == GATUN_CSV_END) {
            if (to == size) return run;
            to = size;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 4) return 0;
    const uint32_t rules = bytes[0] % 64, width = bytes[1] % 8;
    const uint8_t escape = bytes[2] & 1 ? '\\' : 0, comment = bytes[2] & 2 ? '#' : 0;
    const uint64_t cut_at = bytes[3];
    bytes += 4;
    size -= 4;
    const uint64_t cut = size * cut_at / 255, most = size + 1 + width;
    auto* const text = static_cast<uint8_t*>(calloc(1, size + slack));
    memcpy(text, bytes, size);
    auto* const starts = static_cast<uint32_t*>(malloc(4 * (most + slack)));
    auto* const ends = static_cast<uint32_t*>(malloc(4 * (most + slack)));
    auto* const firsts = static_cast<uint32_t*>(malloc(4 * (size + 2)));
    Run first;
    bool any = false;
    for (int32_t tier = gatun_isa_detected(); tier >= 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (uint64_t to = 0; to < 2; to++) {
            gatun_csv_index_cursor cursor;
            gatun_error error;
            gatun_csv_index_begin(&cursor, ',', '"', escape, comment, rules, &error);
            const Run run = read(cursor, text, to == 0 ? size : cut, size, width, most, starts, ends, firsts);
            if (!any) first = run;
            any = true;
            if (memcmp(&run, &first, sizeof run) != 0) __builtin_trap();
        }
    }
    free(firsts);
    free(ends);
    free(starts);
    free(text);
    return 0;
}
