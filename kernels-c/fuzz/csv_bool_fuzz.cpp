// Booleans: any bytes in the cells and in the tokens, on every tier.
#include "csv_fuzz.hpp"
#include "gatun/csv_bool.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    if (size < 4) return 0;
    const uint64_t nulls = bytes[1], yes = bytes[2], no = bytes[3], tokens = nulls + yes + no;
    if (size < 4 + tokens) return 0;
    FuzzColumn column(bytes + 4 + tokens, size - 4 - tokens, 1 + bytes[0] % 4);
    column.cells.quote = bytes[0] & 128 ? 0 : '"';
    column.cells.nulls = bytes + 4;  // perhaps not whole: then it is refused
    column.cells.null_bytes = nulls;
    fuzz_tiers(column.cells, 1, [=](const gatun_csv_cells& cells, FuzzResult& to) {
        gatun_error error;
        return gatun_csv_bool_convert(
            &cells, bytes + 4 + nulls, yes, bytes + 4 + nulls + yes, no, to.values, to.validity, &to.outcome, &error);
    });
    return 0;
}
