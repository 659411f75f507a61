// A dictionary by an open hash table with linear probing. The hash is the polynomial that has a string's bytes as its
// coefficients, modulo 2^61 - 1, at a secret point (Carter and Wegman, 1979): two different strings of n bytes have the same
// one for at most n / 7 + 1 points, whatever the strings are.
#include "gatun/column_dictionary.h"

#include "core/error.hpp"
#include "core/words.hpp"

namespace {

using gatun::load;
using gatun::low_bits;

__extension__ typedef unsigned __int128 uint128;

constexpr uint64_t prime = (1ull << 61) - 1;
constexpr uint64_t chunk = 7;  // bytes of a coefficient, so that it is less than the prime

struct String {
    const uint8_t* at;
    uint64_t size;
};

inline String string_at(const gatun_dictionary_column& column, uint64_t row) {
    const int32_t begin = column.offsets[row];
    return {column.bytes + begin, static_cast<uint64_t>(column.offsets[row + 1] - begin)};
}

inline bool valid(const gatun_dictionary_column& column, uint64_t row) {
    return column.validity == nullptr || (column.validity[row / 8] >> row % 8 & 1) != 0;
}

// Strings of other sizes are other polynomials, since the size is the first coefficient.
inline uint64_t hash(String s, uint64_t point) {
    uint64_t sum = s.size;
    for (uint64_t i = 0; i < s.size; i += chunk) {
        const uint64_t left = s.size - i < chunk ? s.size - i : chunk;
        const uint128 product = static_cast<uint128>(sum) * point;  // less than 2^123
        const uint64_t once = (static_cast<uint64_t>(product) & prime) + static_cast<uint64_t>(product >> 61);
        sum = (once & prime) + (once >> 61) + (load<uint64_t>(s.at + i) & low_bits(8 * left));  // less than 2^62
    }
    return sum;
}

inline bool equal(String a, String b) {
    if (a.size != b.size) return false;
    uint64_t i = 0;
    for (; i + 8 <= a.size; i += 8) {
        if (load<uint64_t>(a.at + i) != load<uint64_t>(b.at + i)) return false;
    }
    return ((load<uint64_t>(a.at + i) ^ load<uint64_t>(b.at + i)) & low_bits(8 * (a.size - i))) == 0;
}

// Elements are 0, or the low half of the hash above the string's number plus 1.
class Table {
  public:
    Table(uint64_t* slots, uint64_t size, const uint64_t* key)
        : slots_(slots), mask_(size - 1), shift_(static_cast<unsigned>(64 - __builtin_ctzll(size))),
          point_(key[0] % prime), spread_(key[1] | 1) {
        for (uint64_t i = 0; i < size; i++) slots[i] = 0;
    }

    // The number of a row's string, `next` when it was not there and now is.
    int32_t find(const gatun_dictionary_column& column, uint64_t row, const int32_t* firsts, uint64_t next) {
        const String wanted = string_at(column, row);
        const uint64_t hashed = hash(wanted, point_), tag = hashed << 32;
        for (uint64_t slot = hashed * spread_ >> shift_;; slot = (slot + 1) & mask_) {
            const uint64_t found = slots_[slot];
            if (found == 0) {
                slots_[slot] = tag | (next + 1);
                return static_cast<int32_t>(next);
            }
            const uint64_t number = (found & 0xffffffff) - 1;
            if ((found ^ tag) >> 32 == 0 &&
                equal(wanted, string_at(column, static_cast<uint64_t>(firsts[number])))) {
                return static_cast<int32_t>(number);
            }
        }
    }

  private:
    uint64_t* const slots_;
    const uint64_t mask_;
    const unsigned shift_;
    const uint64_t point_;
    const uint64_t spread_;  // multiplied by this, the highest bits of a hash are as good as any
};

// Room for twice as many strings as there are, and for the one that is too many.
uint64_t table_size(uint64_t most) {
    uint64_t size = 2;
    while (size < 2 * most) size *= 2;
    return size;
}

}  // namespace

extern "C" int32_t gatun_column_dictionary_encode(const gatun_dictionary_column* column, const uint64_t* key,
    int32_t* indexes, int32_t* firsts, uint64_t most, uint64_t* scratch, uint64_t scratch_elements, uint64_t* distinct,
    gatun_error* error) {
    const uint64_t rows = column->rows, size = table_size(most < rows ? most : rows);
    if (scratch_elements < size) {
        return gatun::fail(error, GATUN_STATUS_CAPACITY, -1, static_cast<int64_t>(size), "the hash table is too small");
    }
    Table table(scratch, size, key);
    uint64_t count = 0;
    for (uint64_t row = 0; row < rows; row++) {
        if (!valid(*column, row)) {
            indexes[row] = 0;
            continue;
        }
        const int32_t number = table.find(*column, row, firsts, count);
        indexes[row] = number;
        if (static_cast<uint64_t>(number) < count) continue;
        if (count++ == most) break;
        firsts[number] = static_cast<int32_t>(row);
    }
    *distinct = count;
    return GATUN_STATUS_OK;
}
