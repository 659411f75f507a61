#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace gatun::GATUN_TIER {

namespace {

#if defined(__AVX2__)

// 32 values: those of the low lanes, 16 of them, and those of the high lanes are joined each among themselves.
struct Block {
    static constexpr uint64_t values = 32;
    __m256i v;

    static Block at(const uint8_t* from) { return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))}; }
    Block low_with(Block o) const { return {_mm256_unpacklo_epi8(v, o.v)}; }
    Block high_with(Block o) const { return {_mm256_unpackhi_epi8(v, o.v)}; }

    // `i` counts the 16-byte pieces that a lane is joined to.
    void put(uint8_t* to, uint64_t i, uint64_t width) const {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 16 * i), _mm256_castsi256_si128(v));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 16 * (i + width)), _mm256_extracti128_si256(v, 1));
    }
};

#elif defined(__SSE2__)

// 16 values.
struct Block {
    static constexpr uint64_t values = 16;
    __m128i v;

    static Block at(const uint8_t* from) { return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))}; }
    Block low_with(Block o) const { return {_mm_unpacklo_epi8(v, o.v)}; }
    Block high_with(Block o) const { return {_mm_unpackhi_epi8(v, o.v)}; }

    void put(uint8_t* to, uint64_t i, uint64_t) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 16 * i), v); }
};

#endif

// Values `from` .. `n` - 1 byte by byte.
template <unsigned width>
void join_each(const uint8_t* streams, uint64_t values, uint64_t from, uint64_t n, uint8_t* out) {
    for (uint64_t i = from; i < n; i++) {
        for (unsigned b = 0; b < width; b++) out[i * width + b] = streams[b * values + i];
    }
}

#if defined(__SSE2__)

// Whole values of 2, 4, 8 or 16 bytes: pairs of streams are interleaved byte by byte, the first with the one half of
// all streams further on, until each vector holds whole values.
template <unsigned width>
void join_whole(const uint8_t* streams, uint64_t values, uint64_t n, uint8_t* out) {
    uint64_t i = 0;
    for (; i + Block::values <= n; i += Block::values) {
        Block blocks[width], next[width];
#pragma GCC unroll 16
        for (unsigned b = 0; b < width; b++) blocks[b] = Block::at(streams + b * values + i);
#pragma GCC unroll 4
        for (unsigned step = 1; step < width; step *= 2) {
#pragma GCC unroll 8
            for (unsigned b = 0; b < width / 2; b++) {
                next[2 * b] = blocks[b].low_with(blocks[b + width / 2]);
                next[2 * b + 1] = blocks[b].high_with(blocks[b + width / 2]);
            }
#pragma GCC unroll 16
            for (unsigned b = 0; b < width; b++) blocks[b] = next[b];
        }
#pragma GCC unroll 16
        for (unsigned b = 0; b < width; b++) blocks[b].put(out + i * width, b, width);
    }
    join_each<width>(streams, values, i, n, out);
}

#else

template <unsigned width>
void join_whole(const uint8_t* streams, uint64_t values, uint64_t n, uint8_t* out) {
    join_each<width>(streams, values, 0, n, out);
}

#endif

// Values of any width: four streams at a time are joined aside, so many values that they stay in the cache.
void join_any(const uint8_t* streams, uint64_t values, uint64_t width, uint64_t n, uint8_t* out) {
    constexpr uint64_t most = 256;
    uint8_t joined[4 * most];
    for (uint64_t from = 0; from < n; from += most) {
        const uint64_t count = n - from < most ? n - from : most;
        uint8_t* const to = out + from * width;
        uint64_t b = 0;
        for (; b + 4 <= width; b += 4) {
            join_whole<4>(streams + b * values + from, values, count, joined);
            for (uint64_t i = 0; i < count; i++) __builtin_memcpy(to + i * width + b, joined + 4 * i, 4);
        }
        for (; b < width; b++) {
            for (uint64_t i = 0; i < count; i++) to[i * width + b] = streams[b * values + from + i];
        }
    }
}

}  // namespace

void parquet_split_join(
    const uint8_t* data, uint64_t values, uint64_t width, uint64_t first, uint64_t n, uint8_t* out) {
    const uint8_t* const streams = data + first;
    switch (width) {
        case 2: return join_whole<2>(streams, values, n, out);
        case 4: return join_whole<4>(streams, values, n, out);
        case 8: return join_whole<8>(streams, values, n, out);
        case 16: return join_whole<16>(streams, values, n, out);
        default: return join_any(streams, values, width, n, out);
    }
}

}  // namespace gatun::GATUN_TIER
