// The state of one scan. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "csv/index_block.hpp"
#include "gatun/sql_scan.h"
#include "sql/byte_set.hpp"
#include "sql/words.hpp"

namespace gatun::GATUN_TIER::sql {

inline constexpr ByteSet line_ends('\n', '\r');
inline constexpr ByteSet dollars('$');
inline constexpr ByteSet backslashes('\\');

// What means something inside quotes, by the closing character: with backslashes or without, with line ends or without.
struct QuoteSets {
    ByteSet sets[2][2];
    explicit constexpr QuoteSets(char close)
        : sets{{ByteSet(close), ByteSet(close, '\n', '\r')}, {ByteSet(close, '\\'), ByteSet(close, '\\', '\n', '\r')}} {}
};

inline constexpr QuoteSets apostrophes('\''), quotation_marks('"'), backticks('`'), brackets(']');

class Scanner {
  public:
    Scanner(const uint8_t* text, uint64_t from, uint64_t to, uint32_t rules, gatun_sql_end& end)
        : text(text), to(to), rules(rules), behind(from), first_code(to), end(end), code_set('\'', '"', '-', '/') {
        if (has(GATUN_SQL_HASH_COMMENTS)) code_set.add('#');
        if (has(GATUN_SQL_DOLLAR_QUOTES)) code_set.add('$');
        if (has(GATUN_SQL_BACKTICKS)) code_set.add('`');
        if (has(GATUN_SQL_BRACKETS)) code_set.add('[');
        if (has(GATUN_SQL_EXECUTABLE_COMMENTS)) code_set.add('*');
        if (has(GATUN_SQL_PSQL)) code_set.add('\\'), code_set.add(';');
        end = {GATUN_SQL_NOTHING, 0, to, to, to};
    }

    void run() {
        for (uint64_t at = behind; at < to;) {
            at = code_set.find(text, at, to);
            if (at < to) at = take(at);
        }
        code(to);
        if (end.open == GATUN_SQL_NOTHING && executable > 0) {
            leave_open(GATUN_SQL_EXECUTABLE_COMMENT, executable_begin, executable);
        }
    }

  private:
    const uint8_t* const text;
    const uint64_t to;
    const uint32_t rules;
    uint64_t behind;      // the last thing that was taken whole; from here on only code was seen
    uint64_t first_code;  // of the statement, `to` when none was seen; with GATUN_SQL_PSQL only
    uint32_t executable = 0;  // comments that are open
    uint64_t executable_begin = 0;
    gatun_sql_end& end;
    ByteSet code_set;

    bool has(uint32_t rule) const { return (rules & rule) != 0; }
    bool is(uint64_t at, uint8_t character) const { return at < to && text[at] == character; }

    // Takes what begins at `at`, which is in the set. Returns where to go on.
    uint64_t take(uint64_t at) {
        switch (text[at]) {
            case '\'': {
                const bool escaped = is_escaped(at);
                return quoted(at, '\'', apostrophes, GATUN_SQL_STRING, has(GATUN_SQL_BACKSLASHES) || escaped, escaped);
            }
            case '"': return quoted(at, '"', quotation_marks, GATUN_SQL_IDENTIFIER, has(GATUN_SQL_BACKSLASHES), false);
            case '`': return quoted(at, '`', backticks, GATUN_SQL_IDENTIFIER, false, false);
            case '[': return quoted(at, ']', brackets, GATUN_SQL_IDENTIFIER, false, false);
            case '-': return begins_comment(at) ? line_comment(at) : at + 1;
            case '#': return line_comment(at);
            case '/': return is(at + 1, '*') ? comment(at) : at + 1;
            case '*': return executable > 0 && is(at + 1, '/') ? end_executable(at) : at + 1;
            case '$': return dollar_quote(at);
            case '\\': return backslash(at);
            default: return statement_end(at);
        }
    }

    // Notes that text[behind, until) is code, blanks apart.
    void code(uint64_t until) {
        if (has(GATUN_SQL_PSQL) && first_code == to) {
            while (behind < until && is_blank(text[behind])) behind++;
            if (behind < until) first_code = behind;
        }
        for (uint64_t at = until; at > behind; at--) {
            if (!is_blank(text[at - 1])) {
                end.last_code = at - 1;
                break;
            }
        }
        behind = until;
    }

    // Notes that text[begin, until) is code that was taken whole.
    uint64_t solid(uint64_t begin, uint64_t until) {
        if (first_code == to) first_code = begin;
        end.last_code = until - 1;
        return behind = until;
    }

    uint64_t leave_open(gatun_sql_open open, uint64_t begin, uint32_t depth = 0) {
        end.open = open;
        end.begin = begin;
        end.depth = depth;
        return behind = to;
    }

    bool begins_comment(uint64_t at) const {
        if (!is(at + 1, '-')) return false;
        return !has(GATUN_SQL_BLANK_AFTER_DASHES) || at + 2 >= to || text[at + 2] <= ' ' || text[at + 2] == 0x7f;
    }

    uint64_t line_comment(uint64_t at) {
        code(at);
        const uint64_t line_end = line_ends.find(text, at, to);
        return line_end < to ? behind = line_end : leave_open(GATUN_SQL_LINE_COMMENT, at);
    }

    // The next slash-star, where they nest, or star-slash of text[at, to); `to` when there is none.
    uint64_t comment_edge(uint64_t at) const {
        for (; at + 1 < to; at += 64) {
            const index::Block block(text + at), next(text + at + 1);
            uint64_t found = block.equal('*') & next.equal('/');
            if (has(GATUN_SQL_NESTED_COMMENTS)) found |= block.equal('/') & next.equal('*');
            if (found != 0) {
                at += static_cast<uint64_t>(__builtin_ctzll(found));
                return at + 1 < to ? at : to;
            }
        }
        return to;
    }

    uint64_t comment(uint64_t at) {
        code(at);
        if (has(GATUN_SQL_EXECUTABLE_COMMENTS)) {
            const uint64_t mark = is(at + 2, 'M') ? at + 3 : at + 2;
            if (is(mark, '!')) {
                if (executable++ == 0) executable_begin = at;
                return behind = mark + 1;
            }
        }
        uint32_t depth = 1;
        for (uint64_t edge = at + 2;; edge += 2) {
            edge = comment_edge(edge);
            if (edge >= to) return leave_open(GATUN_SQL_BLOCK_COMMENT, at, depth);
            if (text[edge] == '/') {
                depth++;
            } else if (--depth == 0) {
                return behind = edge + 2;
            }
        }
    }

    uint64_t end_executable(uint64_t at) {
        code(at);
        executable--;
        return behind = at + 2;
    }

    bool is_escaped(uint64_t at) const {
        return has(GATUN_SQL_E_STRINGS) && at > behind && (text[at - 1] | 0x20) == 'e' &&
               (at - 1 == behind || !is_in_word(text[at - 2]));
    }

    // @param goes_on whether a string behind it belongs to it
    uint64_t quoted(
        uint64_t begin, uint8_t close, const QuoteSets& sets, gatun_sql_open open, bool escapes, bool goes_on) {
        code(begin);
        for (uint64_t at = begin + 1;;) {
            at = sets.sets[escapes][end.first_long == to].find(text, at, to);
            if (at >= to) {
                end.last_code = to - 1;
                return leave_open(open, begin);
            }
            if (text[at] == '\\') {
                at += 2;
            } else if (text[at] != close) {
                end.first_long = begin;
            } else if (is(at + 1, close)) {
                at += 2;
            } else {
                const uint64_t next = goes_on ? next_part(at + 1) : to;
                if (next == to) return solid(begin, at + 1);
                at = next + 1;
            }
        }
    }

    // The quote of a string that goes on behind a line end, `to` when there is none.
    uint64_t next_part(uint64_t at) const {
        bool line_end = false;
        for (; at < to && is_blank(text[at]); at++) line_end |= is_line_end(text[at]);
        return line_end && is(at, '\'') ? at : to;
    }

    uint64_t dollar_quote(uint64_t at) {
        if (at > behind && is_in_word(text[at - 1])) return at + 1;
        uint64_t tag = at + 1;
        if (tag < to && is_digit(text[tag])) return tag;
        while (tag < to && is_in_tag(text[tag])) tag++;
        if (!is(tag, '$')) return tag;
        code(at);
        const uint64_t size = tag + 1 - at;
        for (uint64_t close = tag + 1;; close++) {
            close = dollars.find(text, close, to);
            if (to - close < size) {
                end.last_code = to - 1;
                return leave_open(GATUN_SQL_DOLLAR_QUOTE, at);
            }
            uint64_t same = 1;
            while (same < size && text[close + same] == text[at + same]) same++;
            if (same == size) return solid(at, close + size);
        }
    }

    uint64_t backslash(uint64_t at) {
        if (is(at + 1, ';') || is(at + 1, ':')) return at + 2;
        code(at);
        const uint64_t line_end = line_ends.find(text, at, to);
        if (begins_with_word(text, at + 1, line_end, "copy") && is_from_stdin(text, at + 1, line_end)) {
            return copy_data(at, line_end);
        }
        return end_statement(line_end);
    }

    uint64_t statement_end(uint64_t at) {
        code(at + 1);
        const uint64_t begin = first_code;
        first_code = to;
        if (!begins_with_word(text, begin, at, "copy") || !is_from_stdin(text, begin, at)) return behind;
        return copy_data(begin, line_ends.find(text, at, to));
    }

    uint64_t end_statement(uint64_t until) {
        first_code = end.last_code = to;
        return behind = until;
    }

    // Data behind a line that ends at `line_end`.
    uint64_t copy_data(uint64_t statement, uint64_t line_end) {
        for (uint64_t at = line_end;; at++) {
            at = backslashes.find(text, at, to);
            if (at >= to) {
                end.last_code = to;
                return leave_open(GATUN_SQL_COPY_DATA, statement);
            }
            if (is_line_end(text[at - 1]) && is(at + 1, '.') && (at + 2 >= to || is_line_end(text[at + 2]))) {
                return end_statement(at + 2);
            }
        }
    }
};

}  // namespace gatun::GATUN_TIER::sql
