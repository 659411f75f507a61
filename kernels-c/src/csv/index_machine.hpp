// The whole grammar, byte by byte: takes over where the masks of index_sweep.hpp meet something odd.
#pragma once

#include "csv/index_block.hpp"
#include "csv/index_span.hpp"
#include "gatun/csv_index.h"

namespace gatun::GATUN_TIER::index {

class Machine {
  public:
    Machine(gatun_csv_index_cursor& cursor, const csv::Span& span) : c(cursor), s(span) {}

    // Takes records from c.next until one begins at `until` or behind it. Returns false when the run stops, for the
    // reason in c.stop.
    bool run(uint64_t until) {
        while (pass_over() && c.next < s.to) {
            if (c.next >= until) return true;
            if (c.rows == s.most_rows || s.width > s.most_cells - c.cells) return stop(GATUN_CSV_FULL);
            Record r;
            if (!read(r)) break;
            if (r.bad || !has_width(r)) return stop_at(r);
            if (s.width == 0) {
                if (r.count > s.most_cells - c.cells) return stop(GATUN_CSV_FULL);
                s.firsts[c.rows] = static_cast<uint32_t>(c.cells);
                c.cells += r.count;
            } else {
                for (; r.count < s.width; r.count++) put(r.count, r.end, r.end);
                c.cells += s.width;
            }
            c.rows++;
            c.next = r.next;
        }
        return stop(GATUN_CSV_END);
    }

  private:
    struct Record {
        uint64_t count = 0; // of cells
        uint64_t end = 0;   // of the last cell, where the line end is
        uint64_t next = 0;
        bool ends_empty = false; // whether the last cell is
        bool bad = false;
        int32_t problem = 0;
        uint64_t problem_at = 0;
        uint64_t problem_cell = 0;

        void wrong(int32_t kind, uint64_t at) {
            if (bad) return;
            bad = true;
            problem = kind;
            problem_at = at;
            problem_cell = count;
        }
    };

    csv::Class class_at(uint64_t at) const { return static_cast<csv::Class>(c.classes[s.text[at]]); }
    bool ends_cell(uint64_t at) const { return at == s.to || class_at(at) >= csv::DELIMITER; }
    bool is(uint64_t at, uint8_t character) const {
        return at < s.to && s.text[at] == character && character != 0;
    }
    bool trims() const { return c.rules & GATUN_CSV_TRIM; }
    bool merges() const { return c.rules & GATUN_CSV_MERGE; }
    bool edge_lines() const { return c.rules & GATUN_CSV_EDGE_LINES; }

    bool stop(int32_t why) {
        c.stop = why;
        return false;
    }

    bool stop_at(const Record& r) {
        c.problem = r.problem;
        c.problem_at = r.problem_at;
        c.problem_cell = r.problem_cell;
        c.resume = r.next;
        return stop(GATUN_CSV_BAD);
    }

    void put(uint64_t cell, uint64_t start, uint64_t end) {
        if (cell >= s.most_cells - c.cells || (s.width != 0 && cell >= s.width)) return;
        s.starts[c.cells + cell] = static_cast<uint32_t>(start);
        s.ends[c.cells + cell] = static_cast<uint32_t>(end);
    }

    // Moves c.next behind empty lines and comments. Returns false at one that may go on behind the text.
    bool pass_over() {
        for (;;) {
            uint64_t at = behind_indent(c.next);
            if (begins_comment(at)) {
                while (at < s.to && s.text[at] != '\n' && s.text[at] != '\r') at++;
            } else if (!skips_line(at)) {
                begin = at;
                return true;
            }
            if (!behind_line(at, c.next)) return false;
        }
    }

    uint64_t behind_indent(uint64_t at) const {
        if (edge_lines()) while (at < s.to && (s.text[at] == ' ' || s.text[at] == '\t')) at++;
        return at;
    }

    bool begins_comment(uint64_t at) const {
        return is(at, c.comment) || (edge_lines() && (is(at, '#') || is(at, '%')));
    }

    // Whether the line whose first byte that counts is at `at` is empty, and so no record.
    bool skips_line(uint64_t at) const {
        if (edge_lines() && at == s.to) return at > c.next;
        return (c.rules & (GATUN_CSV_SKIP_EMPTY_LINES | GATUN_CSV_EDGE_LINES)) && at < s.to &&
               class_at(at) == csv::LINE_END;
    }

    // Where the next line begins, `at` being this one's end. Returns false when that is not known yet.
    bool behind_line(uint64_t at, uint64_t& next) const {
        if (at == s.to) {
            if (s.last) next = at;
            return s.last;
        }
        if (s.text[at] == '\r' && at + 1 == s.to && !s.last) return false;
        next = at + (s.text[at] == '\r' && is(at + 1, '\n') ? 2 : 1);
        return true;
    }

    // Reads the record at c.next, whose first byte that counts is at `begin`. Returns false when it is not complete.
    bool read(Record& r) {
        uint64_t at = behind_delimiters(begin);
        for (;;) {
            const bool complete = read_cell(r, at);
            r.count++;
            if (!complete) return false;
            if (at == s.to || class_at(at) != csv::DELIMITER) break;
            at = behind_delimiters(at + 1);
            if (merges() && (at == s.to || class_at(at) == csv::LINE_END)) break;
        }
        r.end = at;
        return behind_line(at, r.next);
    }

    uint64_t behind_delimiters(uint64_t at) const {
        if (merges()) while (at < s.to && class_at(at) == csv::DELIMITER) at++;
        return at;
    }

    uint64_t behind_blanks(uint64_t at) const {
        if (trims()) while (at < s.to && class_at(at) == csv::BLANK) at++;
        return at;
    }

    // Reads the cell at `at`, which goes to the delimiter, line end or end of the text behind it. Returns false when
    // the text ends inside quotes and may go on.
    bool read_cell(Record& r, uint64_t& at) {
        const uint64_t start = at = behind_blanks(at);
        uint64_t end;
        if (is(at, c.quote)) {
            at = end = behind_quotes(at + 1);
            const uint64_t line_end = edge_lines() ? find(s.text, start, at < s.to ? at : s.to, '\n', '\r') : s.to;
            if (at > s.to || line_end < at) {
                at = end = line_end;
                if (at == s.to && !s.last) return false;
                r.wrong(GATUN_CSV_UNCLOSED_QUOTE, start);
            }
            at = behind_blanks(at);
            if (!ends_cell(at)) r.wrong(GATUN_CSV_TEXT_AFTER_QUOTE, at);
            while (!ends_cell(at)) at++;
        } else {
            for (; !ends_cell(at); at++) {
                if (class_at(at) == csv::QUOTE) r.wrong(GATUN_CSV_STRAY_QUOTE, at);
            }
            end = at;
            while (end > start && class_at(end - 1) == csv::BLANK) end--;
        }
        put(r.count, start, end);
        r.ends_empty = start == end;
        return true;
    }

    // Where the quoted text before `at` ends, behind the closing quote; above s.to when it does not.
    uint64_t behind_quotes(uint64_t at) const {
        for (;; at += 2) {
            at = find(s.text, at, s.to, c.quote, c.escape == 0 ? c.quote : c.escape);
            if (at == s.to) return s.to + 1;
            if (s.text[at] == c.quote) {
                if (c.escape != 0 || !is(at + 1, c.quote)) return at + 1;
            } else if (!is(at + 1, c.quote) && !is(at + 1, c.escape)) {
                at--; // a mere escape: go on behind it
            }
        }
    }

    bool has_width(Record& r) const {
        if (s.width == 0 || r.count == s.width || (c.rules & GATUN_CSV_TRUNCATE)) return true;
        if (r.count < s.width && (c.rules & GATUN_CSV_PAD)) return true;
        if (r.count == s.width + 1 && r.ends_empty && edge_lines()) return true;
        r.problem = r.count < s.width ? GATUN_CSV_TOO_FEW : GATUN_CSV_TOO_MANY;
        r.problem_at = r.end;
        r.problem_cell = r.count;
        return false;
    }

    gatun_csv_index_cursor& c;
    const csv::Span& s;
    uint64_t begin = 0;
};

}  // namespace gatun::GATUN_TIER::index
