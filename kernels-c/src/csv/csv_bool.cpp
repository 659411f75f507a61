// Booleans: argument checks, and the way to the active CPU tier.
#include "gatun/csv_bool.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "csv/arguments.hpp"
#include "csv/csv_bool.hpp"

GATUN_DISPATCH(void, csv_bool,
    (const gatun_csv_cells& cells, const gatun::BoolTokens& tokens, uint8_t* values, uint8_t* validity,
        gatun_csv_outcome& outcome),
    (cells, tokens, values, validity, outcome))

extern "C" int32_t gatun_csv_bool_convert(const gatun_csv_cells* cells, const uint8_t* yes, uint64_t yes_bytes,
    const uint8_t* no, uint64_t no_bytes, uint8_t* values, uint8_t* validity, gatun_csv_outcome* outcome,
    gatun_error* error) {
    const char* wrong = gatun::problem(cells);
    const bool tokens = gatun::whole_tokens(yes, yes_bytes) && gatun::whole_tokens(no, no_bytes);
    if (wrong == nullptr && !tokens) wrong = "a token runs past the end";
    const bool pointers = outcome != nullptr && values != nullptr && validity != nullptr;
    if (wrong == nullptr && !pointers) wrong = "NULL";
    if (wrong != nullptr) return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, wrong);
    gatun::dispatch_csv_bool(*cells, {{yes, yes_bytes}, {no, no_bytes}}, values, validity, *outcome);
    return GATUN_STATUS_OK;
}
