// Comments and quotes of SQL: exported functions, checks, and the way to the active CPU tier.
#include "gatun/sql_scan.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(void, sql_scan_run, (const uint8_t* text, uint64_t from, uint64_t to, uint32_t rules, gatun_sql_end& end),
    (text, from, to, rules, end))
GATUN_DISPATCH(void, sql_scan_lines, (const uint8_t* text, uint64_t from, uint64_t to, gatun_sql_lines& lines),
    (text, from, to, lines))

namespace {

constexpr uint32_t all_rules = GATUN_SQL_NESTED_COMMENTS | GATUN_SQL_HASH_COMMENTS | GATUN_SQL_BLANK_AFTER_DASHES |
                               GATUN_SQL_EXECUTABLE_COMMENTS | GATUN_SQL_BACKSLASHES | GATUN_SQL_E_STRINGS |
                               GATUN_SQL_DOLLAR_QUOTES | GATUN_SQL_BACKTICKS | GATUN_SQL_BRACKETS | GATUN_SQL_PSQL;

}  // namespace

extern "C" {

int32_t gatun_sql_scan_run(const uint8_t* text, uint64_t from, uint64_t to, uint32_t rules, gatun_sql_end* end,
    gatun_error* error) {
    if (from > to) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, static_cast<int64_t>(from), static_cast<int64_t>(to),
            "a text that ends before it begins");
    }
    if (rules & ~all_rules) {
        return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, rules, "rules that do not exist");
    }
    gatun::dispatch_sql_scan_run(text, from, to, rules, *end);
    return GATUN_STATUS_OK;
}

void gatun_sql_scan_lines(const uint8_t* text, uint64_t from, uint64_t to, gatun_sql_lines* lines) {
    gatun::dispatch_sql_scan_lines(text, from, to, *lines);
}

}  // extern "C"
