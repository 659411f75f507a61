// Comments and quotes of SQL: any bytes under any rules; all tiers must say the same.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/sql_scan.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2) return 0;
    constexpr uint64_t readable = 64;
    const uint32_t rules = (data[0] | static_cast<uint32_t>(data[1]) << 8) & 1023;
    size -= 2;
    uint8_t* const text = static_cast<uint8_t*>(calloc(1, size + readable));
    if (size > 0) memcpy(text, data + 2, size);
    gatun_sql_end expected, end;
    gatun_sql_lines expected_lines, lines;
    gatun_isa_cap(GATUN_ISA_SCALAR);
    if (gatun_sql_scan_run(text, 0, size, rules, &expected, nullptr) != GATUN_STATUS_OK) abort();
    gatun_sql_scan_lines(text, 0, size, &expected_lines);
    if (expected.begin > size || expected.first_long > size || expected.last_code > size) abort();
    if ((expected.open == GATUN_SQL_NOTHING) != (expected.begin == size)) abort();
    for (int32_t tier = gatun_isa_detected(); tier > GATUN_ISA_SCALAR; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        gatun_sql_scan_run(text, 0, size, rules, &end, nullptr);
        gatun_sql_scan_lines(text, 0, size, &lines);
        if (memcmp(&expected, &end, sizeof end) != 0 || memcmp(&expected_lines, &lines, sizeof lines) != 0) abort();
    }
    free(text);
    return 0;
}
