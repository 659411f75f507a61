// Where messages come from: ranges of bytes, or streams and the pieces that go to them.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "gatun/hash_sha256.h"
#include "hash/pieces.hpp"
#include "hash/sha256.hpp"
#include "hash/sha256_schedule.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

// Messages that were begun and put back. They are fewer than any engine has lanes.
class PutBack {
  public:
    void put_back(const Message& message) { waiting[count++] = message; }

  protected:
    bool take_back(Message& message) {
        if (count == 0) return false;
        message = waiting[--count];
        return true;
    }

  private:
    Message waiting[most_lanes];
    int count = 0;
};

// Whole messages, and where their digests go.
class Ranges : public PutBack {
  public:
    Ranges(const Pieces& pieces, uint8_t* digests) : pieces(pieces), digests(digests) {}

    bool take(Message& message) {
        if (take_back(message)) return true;
        if (next == pieces.count) return false;
        const uint8_t* const begin = pieces.bytes + pieces.from(next);
        const uint64_t size = pieces.to(next) - pieces.from(next);
        const uint64_t rest = size % block_bytes;
        const unsigned place = static_cast<unsigned>(__builtin_ctz(free_ends));
        free_ends &= free_ends - 1;
        uint8_t* const end = ends[place];
        if (rest > 0) __builtin_memcpy(end, begin + size - rest, rest);
        const Run whole = {begin, size / block_bytes};
        const Run last = {end, (rest + pad(end + rest, size)) / block_bytes};
        message.run = whole.blocks > 0 ? whole : last;
        message.next = {end, whole.blocks > 0 ? last.blocks : 0};
        message.number = next++;
        message.place = place;
        __builtin_memcpy(message.hash, initial, sizeof initial);
        return true;
    }

    void done(const Message& message) {
        free_ends |= 1u << message.place;
        write(digests + message.number * digest_bytes, message.hash);
    }

  private:
    const Pieces& pieces;
    uint8_t* const digests;
    uint64_t next = 0;
    uint8_t ends[most_lanes][2 * block_bytes];  // of the messages under way, padded
    uint32_t free_ends = (1u << most_lanes) - 1;
};

// Streams. What a piece leaves behind its last whole block stays in the stream.
class Streams : public PutBack {
  public:
    Streams(gatun_hash_sha256_stream* streams, const Pieces& pieces) : pieces(pieces), streams(streams) {}

    bool take(Message& message) {
        if (take_back(message)) return true;
        for (; next < pieces.count; next++) {
            gatun_hash_sha256_stream& stream = streams[next];
            const uint8_t* piece = pieces.bytes + pieces.from(next);
            uint64_t size = pieces.to(next) - pieces.from(next);
            const uint64_t held = stream.bytes % block_bytes, missing = block_bytes - held;
            stream.bytes += size;
            if (size < missing) {
                keep(stream, held, piece, size);
                continue;
            }
            message.run = {stream.block, 1};
            message.next = {piece, size / block_bytes};
            if (held > 0) {
                __builtin_memcpy(stream.block + held, piece, missing);
                message.next = {piece + missing, (size - missing) / block_bytes};
            } else {
                message.run = message.next;
                message.next.blocks = 0;
            }
            message.number = next++;
            __builtin_memcpy(message.hash, stream.hash, sizeof stream.hash);
            return true;
        }
        return false;
    }

    void done(const Message& message) {
        gatun_hash_sha256_stream& stream = streams[message.number];
        __builtin_memcpy(stream.hash, message.hash, sizeof stream.hash);
        const uint64_t rest = stream.bytes % block_bytes;
        keep(stream, 0, pieces.bytes + pieces.to(message.number) - rest, rest);
    }

  private:
    static void keep(gatun_hash_sha256_stream& stream, uint64_t held, const uint8_t* from, uint64_t size) {
        if (size > 0) __builtin_memcpy(stream.block + held, from, size);
    }

    const Pieces& pieces;
    gatun_hash_sha256_stream* const streams;
    uint64_t next = 0;
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
