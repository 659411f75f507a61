// The fast way through a text: 64 bytes at a time as masks, for records of one width without trimming, merging and
// escapes. Every rule of the grammar is checked, and where one does not hold, the machine of index_machine.hpp reads on
// from the last record that was complete.
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
          skips_empty_lines(span.width == 1 && (cursor.rules & GATUN_CSV_SKIP_EMPTY_LINES)),
          possible(span.width > 0 && cursor.delimiter != 0 && cursor.escape == 0 &&
                   (cursor.rules & (GATUN_CSV_TRIM | GATUN_CSV_MERGE)) == 0) {}

    // Takes records from c.next on. Returns up to where the machine has to go on, after which this may be tried again.
    uint64_t run() {
        if (!possible || c.next >= s.to || c.rows >= s.most_rows) return UINT64_MAX;
        State state = {c.next, c.cells, c.cells + 1, static_cast<uint64_t>(s.width) - 1};
        s.starts[c.cells] = static_cast<uint32_t>(c.next);
        const uint64_t until = pieces(state);
        const uint64_t rows = (state.starts - 1 - c.cells) / s.width;
        const uint64_t room = s.most_rows - c.rows;
        c.rows += rows < room ? rows : room;
        c.cells = c.rows * s.width;
        c.next = s.starts[c.cells];
        return until;
    }

    // Whether some line ends were quoted.
    bool met_quoted_lines() const { return quoted_lines != 0; }

  private:
    // Blocks that are given up together when something is odd.
    static constexpr uint64_t most_blocks = 64;

    struct State {
        uint64_t at;             // in the text
        uint64_t ends;           // written so far
        uint64_t starts;         // written so far, that of the cell at hand included
        uint64_t left;           // delimiters before the next line end
        uint64_t inside = 0;     // all ones inside quotes
        uint64_t cell_begins = 1; // whether the byte before lies before a cell,
        uint64_t line_begins = 1; // ends a line,
        uint64_t closes = 0;      // is a closing quote,
        uint64_t is_return = 0;   // is a CR outside quotes
    };

    // What a piece had that matters for the next one, not zero if so.
    struct Seen {
        uint64_t quotes = 0;
        uint64_t returns = 0;
        uint64_t odd = 0;
    };

    // Among the cells of records, one bit for each last one, from the last of the first record.
    static uint64_t ranks_of_line_ends(uint64_t width) {
        uint64_t ranks = 0;
        for (uint64_t rank = 0; rank < 64; rank += width == 0 ? 64 : width) ranks |= 1ull << rank;
        return ranks;
    }

    uint64_t pieces(State& state) {
        while (state.at < s.to && state.starts - 1 < s.most_rows * s.width) {
            // One more byte of the text is looked at, behind a CR; a block may hold 64 cells.
            const uint64_t there = (s.to - state.at - 1) / 64, room = (s.most_cells - state.ends) / 64;
            uint64_t blocks = there < room ? there : room;
            if (blocks == 0) break;
            if (blocks > most_blocks) blocks = most_blocks;
            State after = state;
            const Seen seen = piece_as_seen(after, blocks);
            if ((seen.quotes != 0) > c.quotes || (seen.returns != 0) > c.returns) {
                c.quotes |= seen.quotes != 0;
                c.returns |= seen.returns != 0;
                continue;
            }
            if (seen.odd != 0) return after.at;
            if (seen.quotes == 0 && after.inside == 0) c.quotes = 0;
            state = after;
        }
        return UINT64_MAX;
    }

    Seen piece_as_seen(State& state, uint64_t blocks) {
        if (c.quotes) return c.returns ? piece_as<true, true>(state, blocks) : piece_as<true, false>(state, blocks);
        return c.returns ? piece_as<false, true>(state, blocks) : piece_as<false, false>(state, blocks);
    }

    template <bool quotes, bool returns>
    Seen piece_as(State& state, uint64_t blocks) {
#if defined(__AVX512BW__)
        if (c.compresses) return piece<quotes, returns, true>(state, blocks);
#endif
        return piece<quotes, returns, false>(state, blocks);
    }

    template <bool quotes, bool returns, bool compresses>
    Seen piece(State& given, uint64_t blocks) {
        // Everything in registers: what is stored might be anything's memory.
        const uint8_t* const text = s.text;
        uint32_t* const to_starts = s.starts;
        uint32_t* const to_ends = s.ends;
        const uint8_t delimiter = c.delimiter, quote = c.quote, comment = c.comment;
        const uint64_t width = s.width, ranks = line_end_ranks;
        const bool watching = comment != 0 || skips_empty_lines, skips_empty = skips_empty_lines;
        State state = given;
        Seen seen;
        uint64_t quoted = 0;
        for (; blocks != 0; blocks--, state.at += 64) {
            const Block block(text + state.at);
            uint64_t delimiters = block.equal(delimiter);
            uint64_t feeds = block.equal('\n');
            uint64_t crs = block.equal('\r');
            const uint64_t marks = quote == 0 ? 0 : block.equal(quote);
            seen.quotes |= marks;
            seen.returns |= crs;

            uint64_t outside = ~0ull;
            if constexpr (quotes) {
                const uint64_t inside = parities(marks) ^ state.inside;
                state.inside = static_cast<uint64_t>(static_cast<int64_t>(inside) >> 63);
                quoted |= (feeds | crs) & inside;
                outside = ~inside;
                delimiters &= outside;
                feeds &= outside;
                crs &= outside;
            }

            // Of CR LF, the CR ends the cell, and the next one begins behind the LF.
            uint64_t ends = delimiters | feeds, befores = ends;
            if constexpr (returns) {
                const uint64_t feed_follows = static_cast<uint64_t>(text[state.at + 64] == '\n') << 63;
                ends = delimiters | crs | (feeds & ~(crs << 1 | state.is_return));
                befores = delimiters | feeds | (crs & ~(feeds >> 1 | feed_follows));
                state.is_return = crs >> 63;
            }

            if constexpr (quotes) {
                const uint64_t opening = marks & ~outside, closing = marks & outside;
                const uint64_t behind_closing = closing << 1 | state.closes;
                seen.odd |= opening & ~(befores << 1 | state.cell_begins | behind_closing);
                seen.odd |= behind_closing & ~(ends | marks);
                state.closes = closing >> 63;
            }
            if (watching) {
                const uint64_t line_begins = (befores & ~delimiters) << 1 | state.line_begins;
                if (comment != 0) seen.odd |= line_begins & block.equal(comment);
                if (skips_empty) seen.odd |= line_begins & ends;
                state.line_begins = (befores & ~delimiters) >> 63;
            }
            state.cell_begins = befores >> 63;

            // The cells at line ends must be the last ones of records, and no others.
            const uint64_t cells = ones_in(ends), line_ends = ends & ~delimiters;
            const uint64_t expected = state.left < 64 ? ranks << state.left & low_bits(cells) : 0;
            seen.odd |= extract_bits(line_ends, ends) ^ expected;
            state.left += width * ones_in(line_ends) - cells;

            if constexpr (returns) {
                put_positions<compresses>(ends, state.at, Ends{to_ends + state.ends});
                put_positions<compresses>(befores, state.at, Starts{to_starts + state.starts});
                state.starts += ones_in(befores);
            } else {
                put_positions<compresses>(ends, state.at, Both{to_ends + state.ends, to_starts + state.starts});
                state.starts += cells;
            }
            state.ends += cells;
        }
        quoted_lines |= quoted;
        given = state;
        return seen;
    }

    gatun_csv_index_cursor& c;
    const csv::Span& s;
    const uint64_t line_end_ranks;
    const bool skips_empty_lines; // where they would look like records
    const bool possible;
    uint64_t quoted_lines = 0;
};

}  // namespace gatun::GATUN_TIER::index
