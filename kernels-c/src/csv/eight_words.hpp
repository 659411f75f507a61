// The first eight bytes of eight cells, compared at once. For .isa.inl files of AVX2 and AVX-512: part of the tier's
// namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "core/x86.hpp"
#include "csv/strided.hpp"
#include "gatun/csv.h"

namespace gatun::GATUN_TIER {

namespace {

// Four or eight words in one register.
#if defined(__AVX512F__)
struct Words {
    static constexpr unsigned count = 8;
    __m512i lanes;

    static Words all(uint64_t word) { return {_mm512_set1_epi64(static_cast<long long>(word))}; }
    static Words of(const __m256i& low, const __m256i& high) {
        return {_mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1)};
    }
    static Words widened(const __m256i& sizes, unsigned) { return {_mm512_cvtepu32_epi64(sizes)}; }
    friend Words operator-(Words a, Words b) { return {_mm512_sub_epi64(a.lanes, b.lanes)}; }
    friend Words operator&(Words a, Words b) { return {_mm512_and_si512(a.lanes, b.lanes)}; }
    friend Words operator<<(Words a, Words n) { return {_mm512_sllv_epi64(a.lanes, n.lanes)}; }
    friend Words operator>>(Words a, Words n) { return {_mm512_srlv_epi64(a.lanes, n.lanes)}; }
    unsigned equal(Words b) const { return _mm512_cmpeq_epi64_mask(lanes, b.lanes); }
    Words where(unsigned mask, Words b) const {
        return {_mm512_mask_mov_epi64(lanes, static_cast<__mmask8>(mask), b.lanes)};
    }
};
#else
struct Words {
    static constexpr unsigned count = 4;
    __m256i lanes;

    static Words all(uint64_t word) { return {_mm256_set1_epi64x(static_cast<long long>(word))}; }
    static Words widened(const __m256i& sizes, unsigned half) {
        return {_mm256_cvtepu32_epi64(half == 0 ? _mm256_castsi256_si128(sizes) : _mm256_extracti128_si256(sizes, 1))};
    }
    friend Words operator-(Words a, Words b) { return {_mm256_sub_epi64(a.lanes, b.lanes)}; }
    friend Words operator&(Words a, Words b) { return {_mm256_and_si256(a.lanes, b.lanes)}; }
    friend Words operator<<(Words a, Words n) { return {_mm256_sllv_epi64(a.lanes, n.lanes)}; }
    friend Words operator>>(Words a, Words n) { return {_mm256_srlv_epi64(a.lanes, n.lanes)}; }
    unsigned equal(Words b) const {
        const __m256i same = _mm256_cmpeq_epi64(lanes, b.lanes);
        return static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(same)));
    }
    Words where(unsigned mask, Words b) const {
        const __m256i bits = _mm256_setr_epi64x(1, 2, 4, 8), set = _mm256_set1_epi64x(mask);
        return {_mm256_blendv_epi8(lanes, b.lanes, _mm256_cmpeq_epi64(_mm256_and_si256(set, bits), bits))};
    }
};
#endif

// Cells of up to eight bytes, quotes aside, as words with zeros behind them; the words of longer ones are any.
struct EightWords {
    static constexpr unsigned parts = 8 / Words::count;

    Words words[parts], sizes[parts];

    static EightWords load(const gatun_csv_cells& cells, uint64_t row) {
        const uint32_t* const starts = cells.starts + row * cells.stride;
        const uint32_t* const ends = cells.ends + row * cells.stride;
        const __m256i sizes =
            _mm256_sub_epi32(eight_elements(ends, cells.stride), eight_elements(starts, cells.stride));
        const auto word = [&](uint64_t i) {
            return static_cast<long long>(gatun::load<uint64_t>(cells.text + starts[i * cells.stride]));
        };
        const __m256i low = _mm256_setr_epi64x(word(0), word(1), word(2), word(3));
        const __m256i high = _mm256_setr_epi64x(word(4), word(5), word(6), word(7));
        EightWords eight;
#if defined(__AVX512F__)
        eight.words[0] = Words::of(low, high);
#else
        eight.words[0] = {low};
        eight.words[1] = {high};
#endif
        for (unsigned i = 0; i < parts; i++) {
            eight.sizes[i] = Words::widened(sizes, i);
            if (cells.quote != 0) eight.unquote(i, cells.quote);
            const Words behind = Words::all(64) - (eight.sizes[i] << Words::all(3));
            eight.words[i] = eight.words[i] << behind >> behind;
        }
        return eight;
    }

    // Which cells are a token.
    unsigned equal(const ShortToken& token) const {
        unsigned same = 0;
        for (unsigned i = 0; i < parts; i++) {
            same |= (words[i].equal(Words::all(token.word)) & sizes[i].equal(Words::all(token.size)))
                    << i * Words::count;
        }
        return same;
    }

  private:
    // Takes the quotes away. A quoted cell has two; behind an empty one there may be a quote as well.
    void unquote(unsigned i, uint8_t quote) {
        const unsigned quoted = (words[i] & Words::all(0xff)).equal(Words::all(quote)) & ~sizes[i].equal(Words::all(0));
        if (quoted == 0) return;
        // Of one that has eight bytes inside only seven are there: it counts as a long one.
        const unsigned eight = sizes[i].equal(Words::all(10));
        const Words inside = (sizes[i] - Words::all(2)).where(eight, Words::all(9));
        sizes[i] = sizes[i].where(quoted, inside);
        words[i] = words[i].where(quoted, words[i] >> Words::all(8));
    }
};

}  // namespace

}  // namespace gatun::GATUN_TIER
