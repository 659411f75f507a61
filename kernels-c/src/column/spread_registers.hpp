// Spreading by AVX2 and AVX-512, a register of slots at a time. A load takes as many values as there are slots: those
// behind the ones that are needed lie at or before the slots, so within the buffer.
#pragma once

#include <cstdint>

#include "core/bitmaps.hpp"
#include "core/words.hpp"
#include "core/x86.hpp"

namespace gatun::GATUN_TIER {

namespace {

// For each byte of validity what its 8 slots are made of.
struct SlotSources {
    alignas(64) uint8_t value[256][8];   // the value of each slot, 0x80 for none
    alignas(64) uint8_t before[256][8];  // values before each slot

    constexpr SlotSources() : value(), before() {
        for (unsigned valid = 0; valid < 256; valid++) {
            uint8_t count = 0;
            for (unsigned i = 0; i < 8; i++) {
                const bool present = valid >> i & 1;
                value[valid][i] = present ? count : 0x80;
                before[valid][i] = count;
                count = static_cast<uint8_t>(count + present);
            }
        }
    }
};

constexpr SlotSources slot_sources;

inline __m128i load_sources(const uint8_t (&sources)[8]) {
    return _mm_loadl_epi64(reinterpret_cast<const __m128i*>(sources));
}

// 8 slots of a byte or two, or of offsets; 32 bytes of wider values.
template <unsigned Width>
struct SlotRegister;

template <>
struct SlotRegister<1> {
    static constexpr unsigned slots = 8;

    static void spread(uint8_t* out, const uint8_t* dense, uint64_t valid) {
        const __m128i values = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(dense));
        const __m128i spread = _mm_shuffle_epi8(values, load_sources(slot_sources.value[valid]));
        _mm_storel_epi64(reinterpret_cast<__m128i*>(out), spread);
    }
};

template <>
struct SlotRegister<2> {
    static constexpr unsigned slots = 8;

    static void spread(uint8_t* out, const uint8_t* dense, uint64_t valid) {
        const __m128i values = _mm_loadu_si128(reinterpret_cast<const __m128i*>(dense));
        const __m128i source = load_sources(slot_sources.value[valid]), twice = _mm_add_epi8(source, source);
        // Doubling takes the mark of a null away; the source itself still has it.
        const __m128i bytes = _mm_add_epi8(_mm_unpacklo_epi8(twice, twice), _mm_set1_epi16(0x0100));
        const __m128i nulls = _mm_and_si128(_mm_unpacklo_epi8(source, source), _mm_set1_epi8(-128));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_shuffle_epi8(values, _mm_or_si128(bytes, nulls)));
    }
};

// Each bit as many times as a value has double words.
template <unsigned Width>
inline uint64_t widened(uint64_t valid) {
    if constexpr (Width == 4) return valid;
    if constexpr (Width == 8) return _pdep_u64(valid, 0x5555) * 3;
    return _pdep_u64(valid, 0x1111) * 15;
}

template <unsigned Width>
struct SlotRegister {
#if defined(__AVX512F__)
    static constexpr unsigned slots = 64 / Width;

    static void spread(uint8_t* out, const uint8_t* dense, uint64_t valid) {
        const __mmask16 lanes = static_cast<__mmask16>(widened<Width>(valid));
        _mm512_storeu_si512(out, _mm512_maskz_expand_epi32(lanes, _mm512_loadu_si512(dense)));
    }
#else
    static constexpr unsigned slots = 32 / Width;

    static void spread(uint8_t* out, const uint8_t* dense, uint64_t valid) {
        const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(dense));
        const __m256i source = _mm256_cvtepi8_epi32(load_sources(slot_sources.value[widened<Width>(valid)]));
        const __m256i nulls = _mm256_srai_epi32(source, 31);
        const __m256i spread = _mm256_andnot_si256(nulls, _mm256_permutevar8x32_epi32(values, source));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), spread);
    }
#endif
};

// Offsets: a slot that is null begins where the next value does.
struct OffsetRegister {
    static constexpr unsigned slots = 8;

    static void spread(uint8_t* out, const uint8_t* dense, uint64_t valid) {
        const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(dense));
        const __m256i source = _mm256_cvtepu8_epi32(load_sources(slot_sources.before[valid]));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm256_permutevar8x32_epi32(values, source));
    }
};

// From the last slots down. False, and nothing done, when the n slots do not fill registers.
template <class Register, unsigned Width>
inline bool spread_registers(uint8_t* out, const uint8_t* dense, uint64_t n, uint64_t valid) {
    if (n % Register::slots != 0) return false;
    dense += count_ones(valid) * Width;
    for (uint64_t i = n; i != 0;) {
        i -= Register::slots;
        const uint64_t bits = valid >> i & low_bits(Register::slots);
        dense -= count_ones(bits) * Width;
        Register::spread(out + i * Width, dense, bits);
    }
    return true;
}

}  // namespace

}  // namespace gatun::GATUN_TIER
