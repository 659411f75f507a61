// Walking over the Thrift compact protocol without interpreting it: knows all of the protocol, and says what is wrong.
#pragma once

#include <cstdint>

#include "gatun/parquet_footer.h"

namespace gatun::GATUN_TIER {

namespace {

enum WireType : int {
    wire_stop = 0,
    wire_true = 1,
    wire_false = 2,
    wire_i8 = 3,
    wire_i16 = 4,
    wire_i32 = 5,
    wire_i64 = 6,
    wire_double = 7,
    wire_binary = 8,
    wire_list = 9,
    wire_set = 10,
    wire_map = 11,
    wire_struct = 12,
    wire_uuid = 13,
};

constexpr int longest_varint = 10;
constexpr int32_t largest_id = INT16_MAX;

// Reads forward from p. After a fault `wrong` says what it was and nothing moves any more; every read checks for it by
// its own bounds, since p is at the end then.
struct ThriftWalk {
    const uint8_t* p;
    const uint8_t* end;
    const char* wrong = nullptr;
    const uint8_t* wrong_at = nullptr;

    __attribute__((noinline, cold)) bool fault(const char* message) {
        if (wrong == nullptr) {
            wrong = message;
            wrong_at = p;
        }
        p = end;
        return false;
    }

    bool byte(uint8_t& value) {
        if (p == end) return fault("ends in the middle of a value");
        value = *p++;
        return true;
    }

    bool varint(uint64_t& value) {
        value = 0;
        for (int i = 0; i < longest_varint; i++) {
            uint8_t next = 0;
            if (!byte(next)) return false;
            value |= static_cast<uint64_t>(next & 0x7f) << (7 * i);
            if (next < 0x80) return true;
        }
        return fault("an integer of more than 10 bytes");
    }

    bool skip_varint() {
        uint64_t value = 0;
        return varint(value);
    }

    bool skip_bytes(uint64_t n) {
        if (n > static_cast<uint64_t>(end - p)) return fault("ends in the middle of a value");
        p += n;
        return true;
    }

    // A length or count: each byte or element takes one byte or more of what is left.
    bool length(uint64_t& value) {
        if (p != end && *p < 0x80) {
            value = *p++;
        } else if (!varint(value)) {
            return false;
        }
        return value <= static_cast<uint64_t>(end - p) || fault("a length beyond the end");
    }

    bool integer(int type, int64_t& value) {
        if (type == wire_i8) {
            uint8_t next = 0;
            if (!byte(next)) return false;
            value = static_cast<int8_t>(next);
            return true;
        }
        if (type < wire_i16 || type > wire_i64) return fault("a value of another type where an integer belongs");
        uint64_t raw = 0;
        if (!varint(raw)) return false;
        value = static_cast<int64_t>(raw >> 1) ^ -static_cast<int64_t>(raw & 1);
        return true;
    }

    bool integer32(int type, int32_t& value) {
        int64_t wide = 0;
        if (!integer(type, wide)) return false;
        value = static_cast<int32_t>(wide);
        return value == wide || fault("an integer that does not fit 32 bits");
    }

    // Reads a field's header. `id` is that of the field before, 0 at first; it stays at the end of the struct, when the
    // type is wire_stop.
    bool field(int& type, int32_t& id) {
        uint8_t header = 0;
        if (!byte(header)) return false;
        type = header & 0x0f;
        if (type == wire_stop) return header == 0 || fault("a field header that is none");
        if (type > wire_uuid) return fault("a type that does not exist");
        if (header >= 0x10) {
            id += header >> 4;
        } else {
            uint64_t raw = 0;
            if (!varint(raw)) return false;
            const int64_t given = static_cast<int64_t>(raw >> 1) ^ -static_cast<int64_t>(raw & 1);
            id = given < 1 || given > largest_id ? 0 : static_cast<int32_t>(given);
        }
        return (id >= 1 && id <= largest_id) || fault("a field id out of range");
    }

    bool list(int& type, uint64_t& size) {
        uint8_t header = 0;
        if (!byte(header)) return false;
        type = header & 0x0f;
        size = header >> 4;
        if (size == 15) return length(size);
        return size <= static_cast<uint64_t>(end - p) || fault("a length beyond the end");
    }

    // Passes over a value; a flag in a struct lies in the field's header and is no value.
    bool skip(int type, int depth) {
        switch (type) {
            case wire_true:
            case wire_false:
            case wire_i8: return skip_bytes(1);
            case wire_i16:
            case wire_i32:
            case wire_i64: return skip_varint();
            case wire_double: return skip_bytes(8);
            case wire_uuid: return skip_bytes(16);
            case wire_binary: {
                uint64_t size = 0;
                if (!length(size)) return false;
                p += size;
                return true;
            }
            case wire_list:
            case wire_set: return skip_list(depth);
            case wire_map: return skip_map(depth);
            case wire_struct: return skip_struct(depth);
            default: return fault("a type that does not exist");
        }
    }

    bool skip_field(int type, int depth) {
        return type == wire_true || type == wire_false || skip(type, depth);
    }

    bool deeper(int depth) {
        return depth < GATUN_PARQUET_FOOTER_DEPTH || fault("nested too deep");
    }

    // `depth` is the number of structs, lists and maps around the value.
    bool skip_struct(int depth) {
        if (!deeper(depth)) return false;
        int type = 0;
        int32_t id = 0;
        while (field(type, id)) {
            if (type == wire_stop) return true;
            if (!skip_field(type, depth + 1)) return false;
        }
        return false;
    }

    bool skip_list(int depth) {
        int type = 0;
        uint64_t left = 0;
        if (!deeper(depth) || !list(type, left)) return false;
        for (; left > 0; left--) {
            if (!skip(type, depth + 1)) return false;
        }
        return true;
    }

    bool skip_map(int depth) {
        uint64_t left = 0;
        uint8_t types = 0;
        if (!deeper(depth) || !length(left) || (left > 0 && !byte(types))) return false;
        for (; left > 0; left--) {
            if (!skip(types >> 4, depth + 1) || !skip(types & 0x0f, depth + 1)) return false;
        }
        return true;
    }
};

}  // namespace

}  // namespace gatun::GATUN_TIER
