// Where messages come from: ranges of bytes, or streams and the pieces that go to them.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "gatun/hash_sha256.h"
#include "hash/pieces.hpp"
#include "hash/sha256.hpp"
#include "hash/sha256_message.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

// Whole messages, and where their digests go.
class Ranges {
  public:
    Ranges(const Pieces& pieces, uint8_t* digests) : pieces(pieces), digests(digests) {}

    bool make(Message& message) {
        if (next == pieces.count) return false;
        const uint8_t* const begin = pieces.bytes + pieces.from(next);
        const uint64_t size = pieces.to(next) - pieces.from(next);
        message.run = {begin, message.end.make(begin, size)};
        message.next = message.end.run();
        if (message.run.blocks == 0) {
            message.run = message.next;
            message.next.blocks = 0;
        }
        message.number = next++;
        __builtin_memcpy(message.hash, initial, sizeof initial);
        return true;
    }

    void done(const Message& message) { write(digests + message.number * digest_bytes, message.hash); }

  private:
    const Pieces& pieces;
    uint8_t* const digests;
    uint64_t next = 0;
};

// Streams. What a piece leaves behind its last whole block stays in the stream.
class Streams {
  public:
    Streams(gatun_hash_sha256_stream* streams, const Pieces& pieces) : pieces(pieces), streams(streams) {}

    bool make(Message& message) {
        for (; next < pieces.count; next++) {
            gatun_hash_sha256_stream& stream = streams[next];
            const uint8_t* const piece = pieces.bytes + pieces.from(next);
            const uint64_t size = pieces.to(next) - pieces.from(next);
            const uint64_t held = stream.bytes % block_bytes, missing = block_bytes - held;
            stream.bytes += size;
            if (size < missing) {
                copy(stream.block + held, piece, size);
                continue;
            }
            if (held > 0) {
                copy(stream.block + held, piece, missing);
                message.run = {stream.block, 1};
                message.next = {piece + missing, (size - missing) / block_bytes};
            } else {
                message.run = {piece, size / block_bytes};
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
        copy(stream.block, pieces.bytes + pieces.to(message.number) - rest, rest);
    }

  private:
    static void copy(uint8_t* to, const uint8_t* from, uint64_t size) {
        if (size > 0) __builtin_memcpy(to, from, size);
    }

    const Pieces& pieces;
    gatun_hash_sha256_stream* const streams;
    uint64_t next = 0;
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
