// The fast way through a text: 64 bytes at a time as masks, for records of one width, without escapes and where there is
// nothing to trim or merge. Every rule of the grammar is checked, and where one does not hold, the machine of
// index_machine.hpp reads on from the last record that was complete.
#pragma once

#include "csv/index_positions.hpp"
#include "csv/index_span.hpp"
#include "gatun/csv_index.h"

namespace gatun::GATUN_TIER::index {

class Sweep {
  public:
    Sweep(gatun_csv_index_cursor& cursor, const csv::Span& span)
        : c(cursor),
          s(span),
          line_end_ranks(ranks_of_line_ends(span.width)),
          skips_empty_lines(
              span.width == 1 && (cursor.rules & (GATUN_CSV_SKIP_EMPTY_LINES | GATUN_CSV_EDGE_LINES))),
          possible(span.width > 0 && cursor.delimiter != 0 && cursor.escape == 0) {}

    // Takes records from c.next on. Returns up to where the machine has to go on, after which this may be tried again.
    uint64_t run() {
        if (!possible || c.next >= s.to || c.rows >= s.most_rows) return UINT64_MAX;
        State state = {c.next, c.cells, s.width - 1};
        s.starts[c.cells] = static_cast<uint32_t>(c.next);
        const uint64_t until = pieces(state);
        const uint64_t rows = (state.ends - c.cells) / s.width;
        const uint64_t room = s.most_rows - c.rows;
        c.rows += rows < room ? rows : room;
        c.cells = c.rows * s.width;
        c.next = s.starts[c.cells];
        return until;
    }

    // Whether some line ends were quoted.
    bool met_quoted_lines() const { return quoted_lines != 0; }

  private:
    // Blocks that are given up together when something is odd: few behind something odd, then more and more.
    static constexpr uint64_t least_blocks = 8, most_blocks = 64;

    struct State {
        uint64_t at;             // in the text
        uint64_t ends;           // written so far; the start of the cell behind them is too
        uint64_t left;           // delimiters before the next line end
        uint64_t inside = 0;     // all ones inside quotes
        uint64_t line_begins = 1; // whether the byte before ends a line,
        uint64_t cell_begins = 0; // is a delimiter,
        uint64_t closes = 0;      // is a closing quote,
        uint64_t is_return = 0;   // is a CR outside quotes,
        uint64_t is_blank = 0;    // is a blank or tab, and no delimiter
    };

    // What a piece had that matters for the next one.
    struct Seen {
        bool quotes;
        bool returns;
        bool odd;
    };

    // Among the cells of records, one bit for each last one, from the last of the first record.
    static uint64_t ranks_of_line_ends(uint64_t width) {
        uint64_t ranks = 0;
        for (uint64_t rank = 0; rank < 64; rank += width == 0 ? 64 : width) ranks |= 1ull << rank;
        return ranks;
    }

    uint64_t pieces(State& state) {
        while (state.at < s.to && state.ends < s.most_rows * s.width) {
            // One more byte of the text is looked at, behind a CR; a block may hold 64 cells.
            const uint64_t there = (s.to - state.at - 1) / 64, room = (s.most_cells - state.ends) / 64;
            uint64_t blocks = there < room ? there : room;
            if (blocks == 0) break;
            if (blocks > trusted) blocks = trusted;
            State after = state;
            const Seen seen = piece_as_seen(after, blocks);
            if (seen.quotes > c.quotes || seen.returns > c.returns) {
                c.quotes |= seen.quotes;
                c.returns |= seen.returns;
                continue;
            }
            if (seen.odd) {
                trusted = least_blocks;
                return after.at;
            }
            if (trusted < most_blocks) trusted *= 2;
            if (!seen.quotes && after.inside == 0) c.quotes = 0;
            state = after;
        }
        return UINT64_MAX;
    }

    Seen piece_as_seen(State& state, uint64_t blocks) {
        if (c.quotes) return piece_with<true, true>(state, blocks);
        const bool lines = c.comment != 0 || skips_empty_lines ||
                           (c.rules & (GATUN_CSV_TRIM | GATUN_CSV_MERGE | GATUN_CSV_EDGE_LINES));
        return lines ? piece_with<false, true>(state, blocks) : piece_with<false, false>(state, blocks);
    }

    template <bool quotes, bool lines>
    Seen piece_with(State& state, uint64_t blocks) {
        return c.returns ? piece<quotes, lines, true>(state, blocks) : piece<quotes, lines, false>(state, blocks);
    }

    // Masks first and positions then: together they would need more registers than there are.
    //
    // `quotes`: where there may be some. `lines`: where the first bytes of lines or cells matter, as they do where there
    // are quotes.
    // `returns`: where there may be CRs.
    template <bool quotes, bool lines, bool returns>
    Seen piece(State& state, uint64_t blocks) {
        uint64_t ends_of[most_blocks];
        const uint64_t at = state.at, first = state.ends;
        const Seen seen = masks<quotes, lines, returns>(state, blocks, ends_of);
        // Perhaps odd only for want of care.
        if (seen.odd || seen.quotes > c.quotes || seen.returns > c.returns) return seen;
        state.ends = put_ends(at, blocks, ends_of, first);
        put_starts(first, state.ends, returns);
        return seen;
    }

    template <bool quotes, bool lines, bool returns>
    Seen masks(State& given, uint64_t blocks, uint64_t* ends_of) {
        // In registers: what is stored might be anything's memory.
        const uint8_t* const text = s.text;
        const uint8_t delimiter = c.delimiter, quote = c.quote == 0 ? '\r' : c.quote, comment = c.comment;
        const uint64_t width = s.width, ranks = line_end_ranks, has_quote = c.quote == 0 ? 0 : ~0ull;
        const bool skips_empty = skips_empty_lines, trims = c.rules & GATUN_CSV_TRIM,
                   merges = c.rules & GATUN_CSV_MERGE, edge_lines = c.rules & GATUN_CSV_EDGE_LINES;
        State state = given;
        Block::Any any_quotes, any_returns;
        uint64_t odd = 0, quoted = 0;
        for (uint64_t i = 0; i < blocks; i++, state.at += 64) {
            const Block block(text + state.at);
            uint64_t delimiters = block.equal(delimiter), feeds = block.equal('\n'), crs = 0, marks = 0, outside = ~0ull;
            any_quotes.note(block, quote);
            any_returns.note(block, '\r');
            if constexpr (returns) crs = block.equal('\r');
            if constexpr (quotes) {
                marks = block.equal(quote) & has_quote;
                const uint64_t inside = parities(marks) ^ state.inside;
                state.inside = static_cast<uint64_t>(static_cast<int64_t>(inside) >> 63);
                quoted |= (feeds | crs) & inside;
                outside = ~inside;
                delimiters &= outside;
                feeds &= outside;
                crs &= outside;
            }

            // Of CR LF, the CR ends the cell, and the next one begins behind the LF.
            uint64_t ends = delimiters | feeds, line_ends = feeds;
            if constexpr (returns) {
                line_ends = crs | (feeds & ~(crs << 1 | state.is_return));
                ends = delimiters | line_ends;
                state.is_return = crs >> 63;
            }

            if constexpr (lines) {
                uint64_t behind_lines = feeds;
                if constexpr (returns) {
                    const uint64_t feed_follows = static_cast<uint64_t>(text[state.at + 64] == '\n') << 63;
                    behind_lines = feeds | (crs & ~(feeds >> 1 | feed_follows));
                }
                const uint64_t line_begins = behind_lines << 1 | state.line_begins;
                const uint64_t cell_begins = line_begins | delimiters << 1 | state.cell_begins;
                if (comment != 0) odd |= line_begins & block.equal(comment);
                if (skips_empty) odd |= line_begins & ends;
                if (merges) odd |= (delimiters & cell_begins) | (line_ends & (delimiters << 1 | state.cell_begins));
                if (trims || edge_lines) {
                    const uint64_t tabs = block.equal('\t'), all = block.equal(' ') | tabs;
                    if (trims) {
                        const uint64_t blanks = all & ~block.equal(delimiter);
                        odd |= (blanks & cell_begins) | (ends & (blanks << 1 | state.is_blank));
                        state.is_blank = blanks >> 63;
                    }
                    if (edge_lines) {
                        odd |= line_begins & (all | block.equal('#') | block.equal('%'));
                        odd |= (block.equal('\n') | block.equal('\r')) & ~outside;
                        if (delimiter == ' ') odd |= tabs;
                    }
                }
                state.line_begins = behind_lines >> 63;
                state.cell_begins = delimiters >> 63;
                if constexpr (quotes) {
                    const uint64_t opening = marks & ~outside, closing = marks & outside;
                    const uint64_t behind_closing = closing << 1 | state.closes;
                    odd |= opening & ~(cell_begins | behind_closing);
                    odd |= behind_closing & ~(ends | marks);
                    state.closes = closing >> 63;
                }
            }

            // The cells at line ends must be the last ones of records, and no others.
            odd |= line_ends ^ at_ranks(state.left < 64 ? ranks << state.left : 0, ends);
            state.left += width * ones_in(line_ends) - ones_in(ends);
            ends_of[i] = ends;
        }
        if constexpr (!quotes) {
            // The last byte is no quote, or this is done again with care.
            const uint8_t last = text[state.at - 1];
            state.line_begins = last == '\n' || (last == '\r' && text[state.at] != '\n');
            state.cell_begins = last == delimiter;
            state.closes = 0;
        }
        quoted_lines |= quoted;
        given = state;
        return {any_quotes && c.quote != 0, static_cast<bool>(any_returns), odd != 0};
    }

    uint64_t put_ends(uint64_t at, uint64_t blocks, const uint64_t* ends_of, uint64_t to) {
#if defined(__AVX512BW__)
        if (c.compresses) return put_ends_by<true>(at, blocks, ends_of, to);
#endif
        return put_ends_by<false>(at, blocks, ends_of, to);
    }

    template <bool compresses>
    uint64_t put_ends_by(uint64_t at, uint64_t blocks, const uint64_t* ends_of, uint64_t to) {
        uint32_t* const ends = s.ends;
        for (uint64_t i = 0; i < blocks; i++) {
            put_positions<compresses>(ends_of[i], at + 64 * i, ends + to);
            to += ones_in(ends_of[i]);
        }
        return to;
    }

    // The starts of the cells behind cells from .. to - 1.
    void put_starts(uint64_t from, uint64_t to, bool returns) {
        const uint32_t* const __restrict ends = s.ends;
        uint32_t* const __restrict starts = s.starts + 1;
        for (uint64_t i = from; i < to; i++) starts[i] = ends[i] + 1;
        if (!returns) return;
        // Behind CR LF a cell begins one byte later. What is at other places than these is odd, and so given up.
        const uint64_t first = from - (from - c.cells) % s.width + s.width - 1;
        for (uint64_t i = first; i < to; i += s.width) {
            starts[i] += s.text[ends[i]] == '\r' && s.text[ends[i] + 1] == '\n';
        }
    }

    gatun_csv_index_cursor& c;
    const csv::Span& s;
    const uint64_t line_end_ranks;
    const bool skips_empty_lines; // where they would look like records
    const bool possible;
    uint64_t quoted_lines = 0;
    uint64_t trusted = least_blocks;
};

}  // namespace gatun::GATUN_TIER::index
