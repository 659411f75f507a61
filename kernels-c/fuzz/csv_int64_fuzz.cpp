// Integers: any bytes in the cells, any null tokens, on every tier.
#include "csv_fuzz.hpp"
#include "gatun/csv_int64.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 4 || size < 4u + bytes[3]) return 0;
    FuzzColumn column(bytes + 4 + bytes[3], size - 4 - bytes[3], 1 + bytes[0] % 4);
    column.cells.quote = bytes[0] & 128 ? 0 : '"';
    column.cells.grouping = bytes[1];
    column.cells.nulls = bytes + 4;  // perhaps not whole: then it is refused
    column.cells.null_bytes = bytes[3];
    fuzz_tiers(column.cells, 64, [=](const gatun_csv_cells& cells, FuzzResult& to) {
        gatun_error error;
        return gatun_csv_int64_convert(
            &cells, bytes[2] & 1, reinterpret_cast<int64_t*>(to.values), to.validity, &to.outcome, &error);
    });
    return 0;
}
