#include <cstring>

#include "core/bitmaps.hpp"
#include "parquet/hybrid_gather.hpp"
#include "parquet/hybrid_narrow.hpp"
#include "parquet/hybrid_runs.hpp"
#include "parquet/parquet_hybrid.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Values unpacked at a time: enough to make the calls in between cheap, few enough to stay in the first-level cache.
constexpr uint64_t block = 1024;

// Calls use(done, piece, values) for n values in order; place(done) is where the next block of values goes.
template <class Place, class Use>
int32_t for_pieces(
    const HybridSource& source, uint64_t n, uint32_t limit, const char* message, Place&& place, Use&& use) {
    HybridRuns runs(source);
    HybridPiece piece;
    for (uint64_t done = 0; done < n; done += piece.n) {
        uint8_t* const values = place(done);
        const int32_t status = runs.next(n - done, block, values, piece);
        if (status != GATUN_STATUS_OK) return runs.end(status);
        if (piece.top >= limit) return runs.out_of_range(piece.top, message);
        use(done, piece, values);
    }
    return GATUN_STATUS_OK;
}

// The same, with a buffer for the values.
template <class Use>
int32_t for_pieces(const HybridSource& source, uint64_t n, uint32_t limit, const char* message, Use&& use) {
    alignas(64) uint8_t buffer[4 * block];
    return for_pieces(source, n, limit, message, [&buffer](uint64_t) { return buffer; }, use);
}

// The bits of a byte the other way round.
uint64_t turned(uint64_t byte) {
    uint64_t bits = 0;
    for (unsigned i = 0; i < 8; i++) bits |= (byte >> i & 1) << (7 - i);
    return bits;
}

}  // namespace

int32_t parquet_hybrid_bits(
    const HybridSource& source, uint64_t n, uint8_t* bitmap, uint64_t bit_offset, uint64_t& ones) {
    const bool backwards = source.cursor->layout == GATUN_PARQUET_LAYOUT_BIT_PACKED;
    HybridRuns runs(source);
    ones = 0;
    if (n == 0) return GATUN_STATUS_OK;
    BitAppender out(bitmap, bit_offset);
    while (n != 0) {
        const int32_t status = runs.need_run();
        if (status != GATUN_STATUS_OK) return runs.end(status);
        uint64_t take = n < runs.left() ? n : runs.left();
        n -= take;
        uint64_t bit = runs.take(take);
        if (!runs.packed()) {
            out.fill(runs.value() != 0, take);
            ones += runs.value() != 0 ? take : 0;
            continue;
        }
        while (take != 0) {
            uint64_t k = take, bits;
            if (backwards) {
                k = k < 8 - bit % 8 ? k : 8 - bit % 8;
                bits = turned(source.data[bit / 8]) >> bit % 8 & low_bits(k);
            } else {
                k = k < 64 - bit % 8 ? k : 64 - bit % 8;
                bits = load<uint64_t>(source.data + bit / 8) >> bit % 8 & low_bits(k);
            }
            out.push(bits, k);
            ones += count_ones(bits);
            bit += k;
            take -= k;
        }
    }
    out.finish();
    return GATUN_STATUS_OK;
}

int32_t parquet_hybrid_bytes(const HybridSource& source, uint64_t n, uint32_t limit, uint8_t* out) {
    return for_pieces(source, n, limit, "level out of range",
        [out](uint64_t done, const HybridPiece& piece, const uint8_t* values) {
            if (piece.constant) {
                std::memset(out + done, static_cast<int>(piece.top), piece.n);
            } else {
                narrow(values, piece.n, out + done);
            }
        });
}

int32_t parquet_hybrid_indices(const HybridSource& source, uint64_t n, uint32_t limit, uint8_t* out) {
    return for_pieces(
        source, n, limit, "dictionary index out of range", [out](uint64_t done) { return out + 4 * done; },
        [](uint64_t, const HybridPiece& piece, uint8_t* values) {
            for (uint64_t i = 0; piece.constant && i < piece.n; i++) store(values + 4 * i, piece.top);
        });
}

int32_t parquet_hybrid_gather(
    const HybridSource& source, uint64_t n, const HybridDictionary& dictionary, uint8_t* out) {
    return for_pieces(source, n, dictionary.count, "dictionary index out of range",
        [&dictionary, out](uint64_t done, const HybridPiece& piece, const uint8_t* values) {
            uint8_t* const to = out + done * dictionary.width;
            if (piece.constant) {
                repeat_entry(dictionary, piece.top, piece.n, to);
            } else {
                gather_entries(dictionary, values, piece.n, to);
            }
        });
}

int32_t parquet_hybrid_skip(const HybridSource& source, uint64_t n) {
    HybridRuns runs(source);
    while (n != 0) {
        const int32_t status = runs.need_run();
        if (status != GATUN_STATUS_OK) return runs.end(status);
        const uint64_t take = n < runs.left() ? n : runs.left();
        runs.take(take);
        n -= take;
    }
    return GATUN_STATUS_OK;
}

}  // namespace gatun::GATUN_TIER
