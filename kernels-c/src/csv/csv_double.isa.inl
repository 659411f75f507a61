#include "csv/double_lanes.hpp"
#include "csv/double_text.hpp"
#include "csv/null_numbers.hpp"
#include "csv/number_column.hpp"

namespace gatun::GATUN_TIER {

namespace {

class DoubleConverter {
public:
    DoubleConverter(const gatun_csv_cells& cells, uint32_t flags, uint64_t* values)
        : cells_(cells), flags_(flags), values_(values), nulls_(cells, [&](const Cell& token, uint64_t& bits) {
              return read_double(cells, flags, token, bits);
          }) {}

    bool lanes_allowed() const { return !nulls_.too_many(); }

    template <unsigned W>
    GATUN_INLINE Mask batch(const Scan& scan, Words power, bool powers, uint64_t row) {
        Mask done = scan.good;
        if (W == 3) done = except(done, scan.integer & less(all(INT64_MAX), scan.mantissa));  // perhaps no misfit
        Words result = magnitudes<W>(scan, power, powers, done);
        result = result | only(scan.negative, all(sign_bit));
        for (const uint64_t null : nulls_) done = except(done, equal(result, all(null)));
        store_values(row, only(done, result));
        return done;
    }

    bool cell(const Cell& cell, uint64_t row) { return read_double(cells_, flags_, cell, values_[row]); }

    void clear(uint64_t row) { values_[row] = 0; }

private:
    // The slack behind the values has room for eight.
    GATUN_INLINE void store_values(uint64_t row, Words result) {
        constexpr uint64_t slack = GATUN_CSV_SLACK / sizeof(uint64_t);
        if (lanes <= slack || row + lanes <= cells_.rows + slack) return put(values_ + row, result);
        uint64_t words[lanes];
        put(words, result);
        for (uint64_t i = 0; row + i < cells_.rows; i++) values_[row + i] = words[i];
    }

    template <unsigned W>
    GATUN_INLINE Words magnitudes(const Scan& scan, Words power, [[maybe_unused]] bool powers, Mask& done) {
#if defined(__AVX512F__)
        if (W == 1 && !powers) return quotients<1>(scan.mantissa, scan.behind);
        const Mask large = less(all(exact_integers), scan.mantissa);
        if (W == 2 && !powers && bits(large & done) == 0) return quotients<2>(scan.mantissa, scan.behind);
        Words exponent = power - (scan.behind >> 3);
        if (powers) {
            done = done & in_range(exponent);
            exponent = only(done, exponent);
        }
        Mask unsure;
        Words result = products(scan.mantissa, exponent, unsure);
        if (__builtin_expect(bits(unsure & done) != 0, 0)) {
            uint64_t mantissas[lanes], exponents[lanes], results[lanes];
            put(mantissas, scan.mantissa), put(exponents, exponent), put(results, result);
            for (unsigned left = bits(unsure & done); left != 0; left &= left - 1) {
                const unsigned i = static_cast<unsigned>(__builtin_ctz(left));
                results[i] = one_double(mantissas[i], static_cast<int64_t>(exponents[i]));
            }
            result = load_words(results);
        }
        return result;
#else
#if defined(__AVX2__)
        if (W == 1 && !powers) return small_quotients(scan.mantissa, scan.behind);
#endif
        uint64_t mantissas[lanes], exponents[lanes];
        put(mantissas, only(done, scan.mantissa)), put(exponents, power - (scan.behind >> 3));
        for (unsigned i = 0; i < lanes; i++) mantissas[i] = one_double(mantissas[i], static_cast<int64_t>(exponents[i]));
        return load_words(mantissas);
#endif
    }

    const gatun_csv_cells& cells_;
    uint32_t flags_;
    uint64_t* values_;
    NullNumbers nulls_;
};

}  // namespace

void csv_double(const gatun_csv_cells& cells, uint32_t flags, uint64_t* values, uint8_t* validity,
    gatun_csv_outcome& outcome) {
    DoubleConverter converter(cells, flags, values);
    NumberColumn(cells, converter).convert(validity, outcome);
}

}  // namespace gatun::GATUN_TIER
