#include "csv/index_machine.hpp"
#include "csv/index_sweep.hpp"

namespace gatun::GATUN_TIER {

void csv_index(gatun_csv_index_cursor& c, const csv::Span& s) {
    c.rows = c.cells = c.lines = 0;
    c.next = s.from;
    index::Machine machine(c, s);
    index::Sweep sweep(c, s);
    uint64_t from, rows;
    do {
        from = c.next;
        rows = c.rows;
        const uint64_t until = sweep.run();
        c.lines += sweep.met_quoted_lines() ? index::count_lines(s.text, from, c.next) : c.rows - rows;
        from = c.next;
        const bool goes_on = machine.run(until);
        c.lines += index::count_lines(s.text, from, c.next);
        if (!goes_on) break;
    } while (true);
    if (c.stop == GATUN_CSV_BAD) c.problem_lines = index::count_lines(s.text, c.next, c.resume);
    if (s.width == 0) s.firsts[c.rows] = static_cast<uint32_t>(c.cells);
}

}  // namespace gatun::GATUN_TIER
