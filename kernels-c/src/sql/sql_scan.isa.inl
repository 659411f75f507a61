// Comments and quotes of SQL, from one byte that may mean something to the next.
#include <cstdint>

#include "core/words.hpp"
#include "csv/index_block.hpp"
#include "sql/scanner.hpp"

namespace gatun::GATUN_TIER {

void sql_scan_run(const uint8_t* text, uint64_t from, uint64_t to, uint32_t rules, gatun_sql_end& end) {
    sql::Scanner(text, from, to, rules, end).run();
}

void sql_scan_lines(const uint8_t* text, uint64_t from, uint64_t to, gatun_sql_lines& lines) {
    lines.ends = from < to ? index::count_lines(text, from, to) : 0;
    lines.returns = 0;
    for (uint64_t at = from; at < to; at += 64) {
        lines.returns += index::ones_in(index::Block(text + at).equal('\r') & low_bits(to - at));
    }
}

}  // namespace gatun::GATUN_TIER
