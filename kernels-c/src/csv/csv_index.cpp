// The cells of a CSV text: exported functions, the grammar, and the way to the active CPU tier.
#include "gatun/csv_index.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "csv/index_span.hpp"

GATUN_DISPATCH(void, csv_index, (gatun_csv_index_cursor & c, const gatun::csv::Span& span), (c, span))

namespace {

constexpr uint32_t all_rules = GATUN_CSV_SKIP_EMPTY_LINES | GATUN_CSV_STRAY_QUOTES | GATUN_CSV_TRIM |
                               GATUN_CSV_MERGE | GATUN_CSV_PAD | GATUN_CSV_TRUNCATE | GATUN_CSV_EDGE_LINES;

bool distinct(const uint8_t (&&characters)[6]) {
    for (int i = 0; i < 6; i++) {
        for (int k = 0; k < i; k++) {
            if (characters[i] != 0 && characters[i] == characters[k]) return false;
        }
        if (characters[i] > 127) return false;
    }
    return true;
}

void classify(gatun_csv_index_cursor& c) {
    namespace csv = gatun::csv;
    if (c.rules & GATUN_CSV_TRIM) c.classes[' '] = c.classes['\t'] = csv::BLANK;
    if (c.quote != 0 && !(c.rules & GATUN_CSV_STRAY_QUOTES)) c.classes[c.quote] = csv::QUOTE;
    if (c.delimiter != 0) c.classes[c.delimiter] = csv::DELIMITER;
    if (c.delimiter == ' ' && (c.rules & GATUN_CSV_EDGE_LINES)) c.classes['\t'] = csv::DELIMITER;
    c.classes['\n'] = c.classes['\r'] = csv::LINE_END;
}

}  // namespace

extern "C" {

int32_t gatun_csv_index_begin(gatun_csv_index_cursor* cursor, uint8_t delimiter, uint8_t quote, uint8_t escape,
    uint8_t comment, uint32_t rules, gatun_error* error) {
    if (escape == quote) escape = 0;
    if (!distinct({delimiter, quote, escape, comment, '\n', '\r'})) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, "characters that are no ASCII or not distinct");
    }
    if (rules & ~all_rules) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, rules, "rules that do not exist");
    }
    __builtin_memset(cursor, 0, sizeof *cursor);
    cursor->delimiter = delimiter;
    cursor->quote = quote;
    cursor->escape = escape;
    cursor->comment = comment;
    cursor->rules = rules;
    cursor->compresses = gatun::has_vbmi2;
    classify(*cursor);
    return GATUN_STATUS_OK;
}

int32_t gatun_csv_index_run(gatun_csv_index_cursor* cursor, const uint8_t* text, uint64_t from, uint64_t to,
    int32_t last, uint32_t width, uint32_t* starts, uint32_t* ends, uint32_t* firsts, uint64_t most_cells,
    uint64_t most_rows, gatun_error* error) {
    if (from > to || to > INT32_MAX) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, static_cast<int64_t>(from), static_cast<int64_t>(to),
            "a text that ends before it begins, or of 2 GiB or more");
    }
    if (most_cells > INT32_MAX) {
        return gatun::fail(
            error, GATUN_STATUS_INVALID_ARGUMENT, -1, static_cast<int64_t>(most_cells), "room for 2^31 cells or more");
    }
    gatun::dispatch_csv_index(
        *cursor, {text, from, to, last != 0, width, starts, ends, firsts, most_cells,
                     most_rows < INT32_MAX ? most_rows : INT32_MAX});
    return GATUN_STATUS_OK;
}

}  // extern "C"
