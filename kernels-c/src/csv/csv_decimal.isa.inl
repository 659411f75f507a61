#include "core/words.hpp"
#include "csv/decimal_text.hpp"
#include "csv/null_numbers.hpp"
#include "csv/number_column.hpp"

namespace gatun::GATUN_TIER {

namespace {

class DecimalConverter {
public:
    DecimalConverter(const gatun_csv_cells& cells, DecimalType type, uint8_t* values)
        : cells_(cells), type_(type), values_(values), nulls_(cells, [&](const Cell& token, uint64_t& low) {
              uint128 value = 0;
              const bool number = read_decimal(cells, type, token, value);
              low = static_cast<uint64_t>(value);
              return number;
          }) {}

    bool lanes_allowed() const { return !nulls_.too_many(); }

    // The lanes only take the text apart: 128 bits are multiplied one by one.
    template <unsigned W>
    GATUN_INLINE Mask batch(const Scan& scan, Words power, bool, uint64_t row) {
        uint64_t mantissas[lanes], exponents[lanes];
        put(mantissas, scan.mantissa), put(exponents, power - (scan.behind >> 3));
        const unsigned good = bits(scan.good), negative = bits(scan.negative);
        uint64_t failed[lanes] = {};
        for (unsigned i = 0; i < lanes && row + i < cells_.rows; i++) {
            uint128 value = mantissas[i];
            bool done = (good >> i & 1) != 0 && unscaled(value, static_cast<int64_t>(exponents[i]), type_);
            if ((negative >> i & 1) != 0) value = -value;
            for (const uint64_t low : nulls_) done = done && low != static_cast<uint64_t>(value);
            put_value(row + i, done ? value : 0);
            failed[i] = !done;
        }
        return equal(load_words(failed), all(0));
    }

    bool cell(const Cell& cell, uint64_t row) {
        uint128 value = 0;
        if (!read_decimal(cells_, type_, cell, value)) return false;
        put_value(row, value);
        return true;
    }

    void clear(uint64_t row) { put_value(row, 0); }

private:
    void put_value(uint64_t row, uint128 value) { store(values_ + 16 * row, value); }

    const gatun_csv_cells& cells_;
    DecimalType type_;
    uint8_t* values_;
    NullNumbers nulls_;
};

}  // namespace

void csv_decimal(const gatun_csv_cells& cells, uint32_t precision, uint32_t scale, uint8_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    DecimalConverter converter(cells, {precision, scale}, values);
    NumberColumn(cells, converter).convert(validity, outcome);
}

}  // namespace gatun::GATUN_TIER
