#include "csv/csv_bool.hpp"

#include <cstring>

#include "core/words.hpp"
#include "csv/cell.hpp"
#include "csv/converted.hpp"
#include "csv/short_tokens.hpp"
#if defined(__AVX2__)
#include "csv/eight_words.hpp"
#endif

namespace gatun::GATUN_TIER {

namespace {

enum class Meaning { null, yes, no, none };

struct BoolColumn {
    const gatun_csv_cells& cells;
    const BoolTokens& tokens;
    uint8_t* values;
    gatun_csv_outcome& outcome;

    // Short tokens, each once: those for null, then for true, then for false.
    ShortTokens words;
    unsigned first_yes, first_no;

    BoolColumn(const gatun_csv_cells& cells, const BoolTokens& tokens, uint8_t* values, gatun_csv_outcome& outcome)
        : cells(cells), tokens(tokens), values(values), outcome(outcome) {
        add(cells.nulls, cells.null_bytes);
        first_yes = words.count;
        add(tokens.yes.tokens, tokens.yes.bytes);
        first_no = words.count;
        add(tokens.no.tokens, tokens.no.bytes);
    }

    // Converts the cell of a row. Whether it has a value.
    bool one(uint64_t row) const {
        const Cell cell = cell_at(cells, row);
        const Meaning meaning = short_meaning(cell);
        return put(row, meaning == Meaning::none ? any_meaning(cell) : meaning);
    }

    // Whether eight rows have values, bit by bit.
    unsigned eight(uint64_t row) const {
#if defined(__AVX2__)
        const EightWords eight = EightWords::load(cells, row);
        unsigned no = 0, yes = 0, null = 0;
        for (unsigned i = first_no; i < words.count; i++) no |= eight.equal(words.tokens[i]);
        for (unsigned i = first_yes; i < first_no && no != 0xff; i++) yes |= eight.equal(words.tokens[i]);
        for (unsigned i = 0; i < first_yes && (yes | no) != 0xff; i++) null |= eight.equal(words.tokens[i]);
        unsigned valid = yes | no;
        values[row / 8] = static_cast<uint8_t>(yes);
        for (unsigned rest = ~(valid | null) & 0xff; rest != 0; rest &= rest - 1) {
            const unsigned i = static_cast<unsigned>(__builtin_ctz(rest));
            valid |= static_cast<unsigned>(put(row + i, any_meaning(cell_at(cells, row + i)))) << i;
        }
#else
        unsigned valid = 0;
        for (unsigned i = 0; i < 8; i++) valid |= static_cast<unsigned>(one(row + i)) << i;
#endif
        return valid;
    }

  private:
    void add(const uint8_t* list, uint64_t bytes) {
        for_tokens(list, bytes, [this](const uint8_t* token, uint64_t size) { words.add(token, size); });
    }

    static bool has(const TokenList& list, const Cell& cell) {
        bool found = false;
        for_tokens(list.tokens, list.bytes, [&](const uint8_t* token, uint64_t size) {
            found = found || (size == cell.size() && std::memcmp(token, cell.begin, size) == 0);
        });
        return found;
    }

    Meaning short_meaning(const Cell& cell) const {
        if (cell.size() > ShortTokens::widest) return Meaning::none;
        const uint64_t word = load<uint64_t>(cell.begin) & low_bits(8 * cell.size());
        unsigned i = 0;
        while (i < words.count && !(words.tokens[i].word == word && words.tokens[i].size == cell.size())) i++;
        if (i == words.count) return Meaning::none;
        return i < first_yes ? Meaning::null : i < first_no ? Meaning::yes : Meaning::no;
    }

    Meaning any_meaning(const Cell& cell) const {
        if (is_null(cells, cell)) return Meaning::null;
        if (has(tokens.yes, cell)) return Meaning::yes;
        return has(tokens.no, cell) ? Meaning::no : Meaning::none;
    }

    // Whether it is a value. The bits of values are 0 before.
    bool put(uint64_t row, Meaning meaning) const {
        if (meaning == Meaning::none) misfit(cells, row, outcome);
        if (meaning == Meaning::yes) values[row / 8] |= static_cast<uint8_t>(1u << row % 8);
        return meaning == Meaning::yes || meaning == Meaning::no;
    }
};

}  // namespace

void csv_bool(const gatun_csv_cells& cells, const BoolTokens& tokens, uint8_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    const BoolColumn column(cells, tokens, values, outcome);
    std::memset(values, 0, (cells.rows + 63) / 64 * 8);
    const auto eight = [&](uint64_t row) { return column.eight(row); };
    const auto one = [&](uint64_t row) { return column.one(row); };
    convert_rows(cells.rows, validity, outcome, eight, one);
}

}  // namespace gatun::GATUN_TIER
