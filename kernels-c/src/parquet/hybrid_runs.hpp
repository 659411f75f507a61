// Walking over the runs of a hybrid section. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

#include "core/error.hpp"
#include "core/words.hpp"
#include "parquet/hybrid_unpack.hpp"
#include "parquet/parquet_hybrid.hpp"

namespace gatun::GATUN_TIER {

namespace {

// Values that were read in one go: n in the caller's buffer, or n times the same.
struct HybridPiece {
    uint64_t n;
    uint32_t top;  // the largest value
    bool constant;
};

class HybridRuns {
public:
    explicit HybridRuns(const HybridSource& source)
        : c_(*source.cursor), data_(source.data), error_(source.error) {}

    // Makes sure that the current run has values left. After a failure the cursor stays where it was.
    int32_t need_run() {
        while (c_.run == 0) {
            const int32_t status = next_run();
            if (status != GATUN_STATUS_OK) return status;
        }
        return GATUN_STATUS_OK;
    }

    bool packed() const { return c_.packed != 0; }
    uint64_t left() const { return c_.run; }
    uint32_t value() const { return c_.value; }

    // Takes n values, at most those left, from the run. Returns the bit where they begin if it is bit-packed.
    uint64_t take(uint64_t n) {
        const uint64_t bit = c_.bit;
        c_.run -= n;
        if (c_.packed) c_.bit += n * static_cast<uint64_t>(c_.bit_width);
        return bit;
    }

    // Reads at least one value and at most `want`, at most `room` of them into `out` as 32-bit values. A failure is
    // reported once the values before it have been given out, so that the first wrong one is the one that is found.
    int32_t next(uint64_t want, uint64_t room, uint8_t* out, HybridPiece& piece) {
        piece = {0, 0, false};
        if (room > want) room = want;
        while (piece.n < room) {
            const int32_t status = need_run();
            if (status != GATUN_STATUS_OK) return piece.n == 0 ? status : GATUN_STATUS_OK;
            uint64_t n = room - piece.n < c_.run ? room - piece.n : c_.run;
            uint32_t top = c_.value;
            if (c_.packed) {
                top = unpack(take(n), n, out + 4 * piece.n);
            } else if (c_.run < long_run) {
                take(n);
                // Where there is room, always as many: loops of unforeseeable length cost more than stores.
                const uint64_t stores = room - piece.n >= long_run ? long_run : n;
                for (uint64_t i = 0; i < stores; i++) store(out + 4 * (piece.n + i), top);
            } else if (piece.n == 0) {
                n = want < c_.run ? want : c_.run;
                take(n);
                piece = {n, top, true};
                return GATUN_STATUS_OK;
            } else {
                return GATUN_STATUS_OK;
            }
            piece.n += n;
            if (top > piece.top) piece.top = top;
        }
        return GATUN_STATUS_OK;
    }

    // Ends a call that cannot go on.
    int32_t end(int32_t status) {
        c_ = exhausted_hybrid;
        return status;
    }

    int32_t out_of_range(uint32_t value, const char* message) {
        return end(fail(error_, GATUN_STATUS_OUT_OF_RANGE, -1, value, message));
    }

private:
    // A run that is worth a loop of its own.
    static constexpr uint64_t long_run = 64;
    static constexpr uint64_t endless = 1ull << 62;

    int32_t next_run() {
        if (c_.bit_width == 0) {
            c_.run = endless;
            return GATUN_STATUS_OK;
        }
        uint64_t at = c_.at, header = 0;
        for (unsigned shift = 0;; shift += 7) {
            if (at >= c_.size) return broken("section ends before its values");
            const uint64_t byte = data_[at++];
            header |= (byte & 0x7f) << shift;
            if (byte < 0x80) break;
            if (shift == 28) return broken("run header is too long");
        }
        if (header > UINT32_MAX) return broken("run is too long");
        const uint64_t width = static_cast<uint64_t>(c_.bit_width), count = header >> 1;
        if (header & 1) {
            const uint64_t whole = count * width, there = c_.size - at, bytes = whole < there ? whole : there;
            const uint64_t values = bytes * 8 / width;
            c_.run = values < count * 8 ? values : count * 8;
            c_.bit = at * 8;
            c_.packed = 1;
            c_.at = at + bytes;
            return GATUN_STATUS_OK;
        }
        const uint64_t bytes = (width + 7) / 8;
        if (c_.size - at < bytes) return broken("section ends in a run");
        const uint64_t value = load<uint32_t>(data_ + at) & low_bits(8 * bytes);
        if (value > low_bits(width)) return broken("value of a run has too many bits");
        c_.value = static_cast<uint32_t>(value);
        c_.run = count;
        c_.packed = 0;
        c_.at = at + bytes;
        return GATUN_STATUS_OK;
    }

    int32_t broken(const char* message) {
        return fail(error_, GATUN_STATUS_FORMAT, static_cast<int64_t>(c_.at), 0, message);
    }

    // n bit-packed values from a bit on; returns the largest.
    uint32_t unpack(uint64_t bit, uint64_t n, uint8_t* out) const {
        const unsigned width = static_cast<unsigned>(c_.bit_width);
        const bool backwards = c_.layout == GATUN_PARQUET_LAYOUT_BIT_PACKED;
        uint32_t top = 0;
        for (; n != 0 && (bit % 8 != 0 || backwards); n--, bit += width, out += 4) {
            const uint32_t value = backwards ? packed_backwards(data_, bit, width) : packed_value(data_, bit, width);
            store(out, value);
            if (value > top) top = value;
        }
        if (n == 0) return top;
        const uint32_t rest = unpackers[width](data_ + bit / 8, n, out);
        return rest > top ? rest : top;
    }

    gatun_parquet_hybrid& c_;
    const uint8_t* const data_;
    gatun_error* const error_;
};

}  // namespace

}  // namespace gatun::GATUN_TIER
