// Doubles: any bytes as cells; every tier must come to the same.
#include "csv_number_cells.hpp"
#include "gatun/core.h"
#include "gatun/csv_double.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 2) return 0;
    const uint32_t flags = bytes[0] & 1;
    const FuzzCells block(bytes + 2, size - 2);
    const gatun_csv_cells cells = block.cells(bytes[1] & 1 ? '.' : ',', bytes[1] & 2 ? '\'' : 0);
    const size_t value_bytes = 8 * block.rows(), words = (block.rows() + 63) / 64 * 8;
    uint8_t* first = nullptr;
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        uint8_t* const out = static_cast<uint8_t*>(calloc(1, words + value_bytes + GATUN_CSV_SLACK));
        gatun_csv_outcome outcome;
        gatun_error error;
        double* const values = reinterpret_cast<double*>(out + words);
        if (gatun_csv_double_convert(&cells, flags, values, out, &outcome, &error) != GATUN_STATUS_OK) abort();
        if (first == nullptr) {
            first = out;
            continue;
        }
        if (memcmp(first, out, words + value_bytes) != 0) abort();
        free(out);
    }
    free(first);
    return 0;
}
