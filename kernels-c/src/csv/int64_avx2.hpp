// Four integers at once with AVX2. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "csv/int64_column.hpp"
#include "csv/strided.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Two cells, the 16 bytes that end each of them.
struct TwoCells {
    __m256i bytes;
    __m256i inside;  // which bytes are the cells' own

    // `sizes` has the size of a cell in each half, at byte `at` of it.
    TwoCells(const uint8_t* low, const uint8_t* high, __m256i sizes, char at) {
        const __m256i behind =
            _mm256_broadcastsi128_si256(_mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
        inside = _mm256_cmpgt_epi8(_mm256_shuffle_epi8(sizes, _mm256_set1_epi8(at)), behind);
        bytes = _mm256_loadu2_m128i(
            reinterpret_cast<const __m128i*>(high - 16), reinterpret_cast<const __m128i*>(low - 16));
    }

    // The first bytes where they are a minus, which are no longer inside then.
    __m256i take_minus() {
        const __m256i first = _mm256_andnot_si256(_mm256_bslli_epi128(inside, 1), inside);
        const __m256i minus = _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('-')), first);
        inside = _mm256_andnot_si256(minus, inside);
        return minus;
    }

    // Values of digits, 0 outside.
    __m256i digits() const { return _mm256_and_si256(_mm256_sub_epi8(bytes, _mm256_set1_epi8('0')), inside); }
};

// Four numbers of 16 digits, from the cells 0 and 2, 1 and 3: pairs, fours, eights, each in one multiplication with
// addition.
inline __m256i join_digits(__m256i even, __m256i odd) {
    const __m256i tens = _mm256_set1_epi16(0x010a), hundreds = _mm256_set1_epi32(0x00010064);
    const __m256i e = _mm256_madd_epi16(_mm256_maddubs_epi16(even, tens), hundreds);
    const __m256i o = _mm256_madd_epi16(_mm256_maddubs_epi16(odd, tens), hundreds);
    const __m256i eights = _mm256_madd_epi16(_mm256_packus_epi32(e, o), _mm256_set1_epi32(0x00012710));
    return _mm256_add_epi64(_mm256_mul_epu32(eights, _mm256_set1_epi64x(100000000)), _mm256_srli_epi64(eights, 32));
}

// All bits of a cell of which no bit is set, in the order of the cells.
inline __m256i cells_of_zeros(__m256i even, __m256i odd) {
    const __m256i any = _mm256_or_si256(_mm256_unpacklo_epi64(even, odd), _mm256_unpackhi_epi64(even, odd));
    return _mm256_cmpeq_epi64(any, _mm256_setzero_si256());
}

inline unsigned lane_bits(__m256i lanes) {
    return static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(lanes)));
}

// Minus signs and empty cells here, what is left one by one.
__attribute__((noinline)) inline unsigned convert_shapes(
    const Int64Column& column, uint64_t row, __m256i sizes, TwoCells even, TwoCells odd) {
    const __m256i ones = _mm256_set1_epi64x(-1), zero = _mm256_setzero_si256();
    const __m256i even_minus = even.take_minus(), odd_minus = odd.take_minus();
    const __m256i minus = _mm256_xor_si256(cells_of_zeros(even_minus, odd_minus), ones);
    const __m256i e = even.digits(), o = odd.digits(), nine = _mm256_set1_epi8(9);
    const __m256i right = cells_of_zeros(_mm256_subs_epu8(e, nine), _mm256_subs_epu8(o, nine));
    const __m256i some = _mm256_cmpgt_epi64(_mm256_add_epi64(sizes, minus), zero);
    const __m256i more = _mm256_cmpgt_epi64(sizes, _mm256_set1_epi64x(static_cast<long long>(column.plain)));
    const __m256i good = _mm256_andnot_si256(more, _mm256_and_si256(right, some));
    const __m256i numbers = _mm256_sub_epi64(_mm256_xor_si256(join_digits(e, o), minus), minus);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(column.values + 8 * row), _mm256_and_si256(numbers, good));
    unsigned valid = lane_bits(good);
    const unsigned nulls = column.empty_is_null ? lane_bits(_mm256_cmpeq_epi64(sizes, zero)) : 0;
    for (unsigned rest = ~(valid | nulls) & 15; rest != 0; rest &= rest - 1) {
        const unsigned i = static_cast<unsigned>(__builtin_ctz(rest));
        valid |= static_cast<unsigned>(column.one(row + i)) << i;
    }
    return valid;
}

// Whether four rows have values, bit by bit.
inline unsigned convert_four(const Int64Column& column, uint64_t row, __m128i sizes) {
    const uint64_t stride = column.cells.stride;
    const uint32_t* const ends = column.cells.ends + row * stride;
    const uint8_t* const text = column.cells.text;
    const __m256i wide = _mm256_cvtepu32_epi64(sizes);
    const TwoCells even(text + ends[0], text + ends[2 * stride], wide, 0);
    const TwoCells odd(text + ends[stride], text + ends[3 * stride], wide, 8);
    const __m256i e = even.digits(), o = odd.digits();
    const __m256i wrong = _mm256_subs_epu8(_mm256_max_epu8(e, o), _mm256_set1_epi8(9));
    const __m128i less = _mm_sub_epi32(sizes, _mm_set1_epi32(1));
    const __m128i most = _mm_set1_epi32(static_cast<int>(column.plain) - 1);
    const bool plain = _mm_movemask_epi8(_mm_cmpeq_epi32(_mm_min_epu32(less, most), less)) == 0xffff;
    if (!plain || !_mm256_testz_si256(wrong, wrong)) return convert_shapes(column, row, wide, even, odd);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(column.values + 8 * row), join_digits(e, o));
    return 15;
}

// Whether eight rows have values, bit by bit.
inline unsigned convert_eight(const Int64Column& column, uint64_t row) {
    const gatun_csv_cells& cells = column.cells;
    const uint32_t* const starts = cells.starts + row * cells.stride;
    const uint32_t* const ends = cells.ends + row * cells.stride;
    const __m256i sizes = _mm256_sub_epi32(eight_elements(ends, cells.stride), eight_elements(starts, cells.stride));
    // What registers cannot help: a quoted column, and one of numbers that are all long.
    const bool quoted = cells.text[starts[0]] == cells.quote && cells.quote != 0;
    const __m256i longer = _mm256_max_epu32(sizes, _mm256_set1_epi32(static_cast<int>(column.plain) + 1));
    const bool all_longer = _mm256_movemask_epi8(_mm256_cmpeq_epi32(longer, sizes)) == -1;
    if (quoted || all_longer || !column.all_plain()) return column.one_by_one(row);
    return convert_four(column, row, _mm256_castsi256_si128(sizes)) |
           convert_four(column, row + 4, _mm256_extracti128_si256(sizes, 1)) << 4;
}

}  // namespace

}  // namespace gatun::GATUN_TIER
