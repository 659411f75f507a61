// Passing over many structs of few shapes.
//
// The column chunks of a footer differ in their values, hardly in their shape: which fields there are, how many bytes
// each integer takes, how long each text is. A shape is the bytes of a struct with a mask: 0xff for what must be the same
// (field headers, lengths), 0x80 for the bytes of integers (of which the top bit says whether more follow), 0 for the
// rest. A struct that agrees with a shape under its mask is sound and as long as the shape, and finding that out takes a
// few vector instructions instead of a walk from field to field.
#pragma once

#include <cstring>

#include "parquet/thrift_walk.hpp"

namespace gatun::GATUN_TIER {

namespace {

class ThriftShapes {
public:
    // Behind the struct at p; null when it is of a rare shape, too long or not sound.
    const uint8_t* skip(const uint8_t* p, const uint8_t* end) {
        if (end - p < longest) return nullptr;
        // What came after this shape the last time comes again, mostly.
        const int guess = shapes[last].successor;
        if (shapes[guess].matches(p)) return step(p, guess);
        for (int i = 0; i < known; i++) {
            if (shapes[i].matches(p)) return step(p, i);
        }
        return learn(p);
    }

private:
    static constexpr int longest = 512;
    static constexpr int count = 16;
    static constexpr int block = 64;
    static constexpr int slack = 16;  // no read inside one field passes it
    static constexpr int deepest = 8;

    struct Shape {
        uint8_t bytes[longest];
        uint8_t mask[longest];
        int length;
        int successor;

        inline __attribute__((always_inline)) bool matches(const uint8_t* p) const {
            for (int from = 0; from < length; from += block) {
                uint64_t difference = 0;
                for (int i = from; i < from + block; i += 8) {
                    uint64_t a, b, m;
                    memcpy(&a, p + i, 8);
                    memcpy(&b, bytes + i, 8);
                    memcpy(&m, mask + i, 8);
                    difference |= (a ^ b) & m;
                }
                if (difference != 0) return false;
            }
            return length > 0;
        }
    };

    const uint8_t* step(const uint8_t* p, int shape) {
        shapes[last].successor = shape;
        last = shape;
        return p + shapes[shape].length;
    }

    const uint8_t* learn(const uint8_t* p) {
        const int slot = oldest;
        Shape& shape = shapes[slot];
        memset(shape.mask, 0, longest);
        shape.length = 0;
        start = p;
        limit = p + longest - slack;
        mask = shape.mask;
        const uint8_t* const next = walk(p, 0);
        if (next == nullptr) return nullptr;
        memcpy(shape.bytes, p, longest);
        shape.length = static_cast<int>(next - p);
        shape.successor = slot;
        if (known < count) known++;
        oldest = (oldest + 1) % count;
        return step(p, slot);
    }

    void fixed(const uint8_t* p) { mask[p - start] = 0xff; }

    const uint8_t* integer(const uint8_t* p) {
        for (int i = 0; i < longest_varint; i++) {
            mask[p + i - start] = 0x80;
            if (p[i] < 0x80) return p + i + 1;
        }
        return nullptr;
    }

    const uint8_t* binary(const uint8_t* p) {
        fixed(p);
        return p[0] < 0x80 ? p + 1 + p[0] : nullptr;
    }

    const uint8_t* value(int type, const uint8_t* p, int depth) {
        switch (type) {
            case wire_i32:
            case wire_i64: return integer(p);
            case wire_binary: return binary(p);
            case wire_struct: return walk(p, depth);
            case wire_list: return list(p, depth);
            default: return nullptr;
        }
    }

    const uint8_t* list(const uint8_t* p, int depth) {
        const int type = *p & 0x0f, size = *p >> 4;
        if (size == 15 || type == wire_list) return nullptr;
        fixed(p++);
        for (int i = 0; i < size; i++) {
            if (p == nullptr || p >= limit) return nullptr;
            p = value(type, p, depth);
        }
        return p;
    }

    const uint8_t* walk(const uint8_t* p, int depth) {
        if (depth == deepest) return nullptr;
        while (p != nullptr && p < limit) {
            const uint8_t header = *p;
            fixed(p++);
            if (header == 0) return p;
            if (header < 0x10) return nullptr;
            const int type = header & 0x0f;
            if (type != wire_true && type != wire_false) p = value(type, p, depth + 1);
        }
        return nullptr;
    }

    Shape shapes[count];
    int known = 0;
    int oldest = 0;
    int last = 0;
    const uint8_t* start = nullptr;
    const uint8_t* limit = nullptr;
    uint8_t* mask = nullptr;

public:
    ThriftShapes() {
        for (Shape& shape : shapes) {
            shape.length = 0;
            shape.successor = 0;
        }
    }
};

}  // namespace

}  // namespace gatun::GATUN_TIER
