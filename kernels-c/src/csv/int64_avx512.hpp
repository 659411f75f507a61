// Eight integers at once with AVX-512. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "csv/eight_cells.hpp"
#include "csv/int64_column.hpp"
#include "csv/strided.hpp"

namespace gatun::GATUN_TIER {

namespace {

struct EightDigits {
    __m512i even, odd;  // values of digits, 0 where there is none

    EightDigits(const EightCells& cells, CellBits digits) {
        const __m512i zero = _mm512_set1_epi8('0');
        even = _mm512_maskz_sub_epi8(digits.even, cells.even, zero);
        odd = _mm512_maskz_sub_epi8(digits.odd, cells.odd, zero);
    }

    bool right() const { return _mm512_cmpgt_epu8_mask(_mm512_max_epu8(even, odd), _mm512_set1_epi8(9)) == 0; }

    // The bytes that are none.
    CellBits wrong() const {
        const __m512i nine = _mm512_set1_epi8(9);
        return {_mm512_cmpgt_epu8_mask(even, nine), _mm512_cmpgt_epu8_mask(odd, nine)};
    }

    // The numbers of 16 digits: pairs, fours, eights, each in one multiplication with addition.
    __m512i join() const {
        const __m512i tens = _mm512_set1_epi16(0x010a), hundreds = _mm512_set1_epi32(0x00010064);
        const __m512i e = _mm512_madd_epi16(_mm512_maddubs_epi16(even, tens), hundreds);
        const __m512i o = _mm512_madd_epi16(_mm512_maddubs_epi16(odd, tens), hundreds);
        const __m512i fours = _mm512_packus_epi32(e, o);  // in the order of the cells
        const __m512i eights = _mm512_madd_epi16(fours, _mm512_set1_epi32(0x00012710));
        return _mm512_add_epi64(_mm512_mul_epu32(eights, _mm512_set1_epi64(100000000)), _mm512_srli_epi64(eights, 32));
    }
};

// Takes the quotes away that cells of up to 16 bytes begin and end with.
inline void unquote(EightCells& cells, CellBits first, uint8_t quote) {
    const CellBits quotes = first & cells.equal(quote);
    if (quotes.none()) return;
    const unsigned quoted = quotes.cells();
    constexpr uint64_t each = 0x0001000100010001;
    const uint64_t spread = _pdep_u64(quoted, each * 3);
    const uint64_t even = (spread & each) * 0xffff, odd = (spread >> 1 & each) * 0xffff;  // all bytes of a cell
    const __m512i zero = _mm512_setzero_si512();
    cells.even = _mm512_mask_alignr_epi8(cells.even, even, cells.even, zero, 15);
    cells.odd = _mm512_mask_alignr_epi8(cells.odd, odd, cells.odd, zero, 15);
    cells.size = _mm512_mask_sub_epi64(cells.size, static_cast<__mmask8>(quoted), cells.size, _mm512_set1_epi64(2));
}

// Which cells are null tokens of up to eight bytes.
inline unsigned short_nulls(const ShortTokens& tokens, const EightCells& cells, CellBits inside) {
    if (tokens.count == 0) return 0;
    const __m512i even = _mm512_maskz_mov_epi8(inside.even, cells.even);
    const __m512i odd = _mm512_maskz_mov_epi8(inside.odd, cells.odd);
    const __m512i outside = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(cells.size, 3));
    const __m512i words = _mm512_srlv_epi64(_mm512_unpackhi_epi64(even, odd), outside);
    unsigned nulls = 0;
    for (const ShortToken& token : tokens) {
        const __mmask8 sized =
            _mm512_cmpeq_epi64_mask(cells.size, _mm512_set1_epi64(static_cast<long long>(token.size)));
        nulls |= _mm512_mask_cmpeq_epi64_mask(sized, words, _mm512_set1_epi64(static_cast<long long>(token.word)));
    }
    return nulls;
}

// Cells of any shape: quotes, signs and null tokens here, what is left one by one.
__attribute__((noinline)) inline unsigned convert_shapes(const Int64Column& column, uint64_t row, EightCells cells) {
    CellBits inside = cells.inside();
    if (column.cells.quote != 0) {
        unquote(cells, inside.first(), column.cells.quote);
        inside = cells.inside();
    }
    const unsigned nulls = short_nulls(column.nulls, cells, inside);
    const CellBits minus = cells.equal('-') & inside.first(), plus = cells.equal('+') & inside.first();
    const CellBits digits = inside.without(minus | plus);
    const EightDigits values(cells, digits);
    unsigned good = digits.cells() & ~values.wrong().cells() & ~nulls;
    good &= _mm512_cmple_epu64_mask(cells.size, _mm512_set1_epi64(static_cast<long long>(column.plain)));
    if (column.style.canonical) {
        const unsigned zeros = (digits.first() & cells.equal('0')).cells();
        good &= ~plus.cells() & ~(zeros & _mm512_cmpgt_epu64_mask(cells.size, _mm512_set1_epi64(1)));
    }
    const __m512i joined = values.join();
    const __m512i numbers =
        _mm512_mask_sub_epi64(joined, static_cast<__mmask8>(minus.cells()), _mm512_setzero_si512(), joined);
    _mm512_storeu_si512(column.values + 8 * row, _mm512_maskz_mov_epi64(static_cast<__mmask8>(good), numbers));
    for (unsigned rest = ~(good | nulls) & 0xff; rest != 0; rest &= rest - 1) {
        const unsigned i = static_cast<unsigned>(__builtin_ctz(rest));
        good |= static_cast<unsigned>(column.one(row + i)) << i;
    }
    return good;
}

// Whether a number of several digits begins with 0: then it is less than one digit less allows.
inline bool zeros_in_front(__m512i numbers, __m512i sizes) {
    alignas(64) static constexpr int64_t least[16] = {0, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
        1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000};
    const __m512i last = _mm512_sub_epi64(sizes, _mm512_set1_epi64(1));
    const __m512i limits = _mm512_permutex2var_epi64(_mm512_load_si512(least), last, _mm512_load_si512(least + 8));
    return _mm512_cmplt_epu64_mask(numbers, limits) != 0;
}

// Eight cells of up to eight bytes: plain digits, perhaps behind a minus, or nothing where that is null. False when one
// is something else.
inline bool convert_short(const Int64Column& column, uint64_t row, __m512i sizes, unsigned& valid) {
    const uint64_t stride = column.cells.stride;
    const uint32_t* const starts = column.cells.starts + row * stride;
    const auto word = [&](uint64_t i) {
        return static_cast<long long>(load<uint64_t>(column.cells.text + starts[i * stride]));
    };
    const __m256i low = _mm256_setr_epi64x(word(0), word(1), word(2), word(3));
    const __m256i high = _mm256_setr_epi64x(word(4), word(5), word(6), word(7));
    const __m512i one = _mm512_set1_epi64(1), nine = _mm512_set1_epi8(9), byte = _mm512_set1_epi64(0xff);
    __m512i words = _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
    words = _mm512_xor_si512(words, _mm512_set1_epi8('0'));
    // What is behind the cell goes out, zeros come in before it.
    const __m512i behind = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(sizes, 3));
    __m512i digits = _mm512_sllv_epi64(words, behind);
    __mmask8 minus = 0;
    if (_mm512_cmpgt_epu8_mask(digits, nine) != 0) {
        if (column.style.canonical) return false;
        minus = _mm512_mask_cmpeq_epi64_mask(
            _mm512_cmpgt_epu64_mask(sizes, one), _mm512_and_si512(words, byte), _mm512_set1_epi64('-' ^ '0'));
        digits = _mm512_sllv_epi64(_mm512_mask_andnot_epi64(words, minus, byte, words), behind);
        if (_mm512_cmpgt_epu8_mask(digits, nine) != 0) return false;
    }
    const __m512i fours =
        _mm512_madd_epi16(_mm512_maddubs_epi16(digits, _mm512_set1_epi16(0x010a)), _mm512_set1_epi32(0x00010064));
    __m512i numbers = _mm512_add_epi64(_mm512_mul_epu32(fours, _mm512_set1_epi64(10000)), _mm512_srli_epi64(fours, 32));
    if (column.style.canonical && zeros_in_front(numbers, sizes)) return false;
    numbers = _mm512_mask_sub_epi64(numbers, minus, _mm512_setzero_si512(), numbers);
    _mm512_storeu_si512(column.values + 8 * row, numbers);
    valid = _mm512_test_epi64_mask(sizes, sizes);
    return true;
}

// Whether eight rows have values, bit by bit.
inline unsigned convert_eight(const Int64Column& column, uint64_t row) {
    const uint64_t at = row * column.cells.stride;
    const __m256i sizes = _mm256_sub_epi32(eight_elements(column.cells.ends + at, column.cells.stride),
        eight_elements(column.cells.starts + at, column.cells.stride));
    const __m512i wide = _mm512_cvtepu32_epi64(sizes);
    const uint32_t fewest = column.empty_is_null ? 0 : 1;
    const __m256i more = _mm256_sub_epi32(sizes, _mm256_set1_epi32(static_cast<int>(fewest)));
    unsigned valid = 0;
    const bool is_short = _mm256_cmpgt_epu32_mask(more, _mm256_set1_epi32(static_cast<int>(8 - fewest))) == 0;
    if (is_short && column.number_is_value && convert_short(column, row, wide, valid)) return valid;
    EightCells cells = EightCells::load(column.cells, row, wide);
    const EightDigits values(cells, cells.inside());
    const __m512i most = _mm512_set1_epi64(static_cast<long long>(column.plain));
    const __mmask8 odd = _mm512_cmpge_epu64_mask(_mm512_sub_epi64(wide, _mm512_set1_epi64(1)), most);
    if (column.number_is_value && odd == 0 && values.right()) {
        const __m512i numbers = values.join();
        if (!column.style.canonical || !zeros_in_front(numbers, wide)) {
            _mm512_storeu_si512(column.values + 8 * row, numbers);
            return 0xff;
        }
    }
    if (_mm512_cmpgt_epu64_mask(wide, most) == 0xff) return column.one_by_one(row);
    cells.size = _mm512_min_epu64(wide, _mm512_set1_epi64(100));  // all in one byte
    return convert_shapes(column, row, cells);
}

}  // namespace

}  // namespace gatun::GATUN_TIER
