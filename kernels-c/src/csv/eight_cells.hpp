// Eight cells of a column in registers of AVX-512. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/x86.hpp"
#include "gatun/csv.h"

namespace gatun::GATUN_TIER {

namespace {

// A bit for each byte of four cells in a register of 16 bytes each.
struct CellBits {
    uint64_t even, odd;

    friend CellBits operator&(CellBits a, CellBits b) { return {a.even & b.even, a.odd & b.odd}; }
    friend CellBits operator|(CellBits a, CellBits b) { return {a.even | b.even, a.odd | b.odd}; }
    CellBits without(CellBits b) const { return {even & ~b.even, odd & ~b.odd}; }
    bool none() const { return (even | odd) == 0; }

    // The lowest one of each cell whose ones are all behind it.
    CellBits first() const {
        constexpr uint64_t inside = 0xfffefffefffefffe;
        return {even & ~(even << 1 & inside), odd & ~(odd << 1 & inside)};
    }

    // A bit for each cell that has a one.
    unsigned cells() const {
        constexpr uint64_t low = 0x7fff7fff7fff7fff;
        const uint64_t e = ((even & low) + low) | even, o = ((odd & low) + low) | odd;
        return static_cast<unsigned>(_pext_u64((e & ~low) >> 1 | (o & ~low), 0xc000c000c000c000));
    }
};

// The last 16 bytes of eight cells, and their sizes.
struct EightCells {
    __m512i even, odd;  // cells 0, 2, 4 and 6; 1, 3, 5 and 7
    __m512i size;       // 64 bits each

    static EightCells load(const gatun_csv_cells& cells, uint64_t row, __m512i size) {
        const uint64_t stride = cells.stride;
        const uint32_t* const ends = cells.ends + row * stride;
        const uint8_t* const tails = cells.text - 16;
        const auto tail = [=](uint64_t i) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i*>(tails + ends[i * stride]));
        };
        const auto two = [=](uint64_t i) {
            return _mm256_inserti128_si256(_mm256_castsi128_si256(tail(i)), tail(i + 2), 1);
        };
        const auto four = [=](uint64_t i) { return _mm512_inserti64x4(_mm512_castsi256_si512(two(i)), two(i + 4), 1); };
        return {four(0), four(1), size};
    }

    // Sizes up to 255 in each byte of a cell.
    __m512i even_sizes() const { return _mm512_shuffle_epi8(size, _mm512_setzero_si512()); }
    __m512i odd_sizes() const { return _mm512_shuffle_epi8(size, _mm512_set1_epi8(8)); }

    // The bytes that are the cells' own.
    CellBits inside() const {
        const __m512i behind =
            _mm512_broadcast_i32x4(_mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
        return {_mm512_cmpgt_epu8_mask(even_sizes(), behind), _mm512_cmpgt_epu8_mask(odd_sizes(), behind)};
    }

    // The bytes that are a certain character.
    CellBits equal(uint8_t character) const {
        const __m512i all = _mm512_set1_epi8(static_cast<char>(character));
        return {_mm512_cmpeq_epi8_mask(even, all), _mm512_cmpeq_epi8_mask(odd, all)};
    }
};

}  // namespace

}  // namespace gatun::GATUN_TIER
