// Forms in which every field lies at a fixed place: read a word at a time, or by temporal_vector.hpp. In the tier's
// namespace.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#include "csv/temporal_moment.hpp"

namespace gatun::GATUN_TIER {

// Fields of two digits that a layout can have.
enum Pair : uint8_t { CENTURY, YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, PAIRS };

// Besides the letters of a program: 'T' or a blank.
constexpr uint8_t date_from_time = 'T';

struct Layout {
    static constexpr uint32_t most_size = 20, nowhere = 24;

    uint32_t size = 0;              // of the cell, 0 when there is no layout
    bool has_date = false;
    uint8_t century = 0;            // where the cell has none
    uint8_t separator = nowhere;    // place of the 'T' or blank
    uint8_t at[PAIRS] = {nowhere, nowhere, nowhere, nowhere, nowhere, nowhere, nowhere};
    uint8_t low[24] = {};           // a byte XOR low is ...
    uint8_t most[24] = {};          // ... at most this: 9, for a literal 0, and 255 behind the end
    uint64_t low_words[3] = {};
    uint64_t add[3] = {};           // lifts bytes that are more into their highest bit
    uint64_t care[3] = {};

    constexpr Layout() = default;

    // From a program, whose size is 0 when a field of it has no fixed place.
    constexpr Layout(const uint8_t* program, uint32_t bytes) {
        for (uint32_t i = 0; i < bytes; i += 2) {
            if (!append(program[i], program[i + 1])) {
                size = 0;
                return;
            }
        }
        for (uint32_t i = 0; i < 24; i++) {
            const uint32_t shift = i % 8 * 8;
            if (i >= size) {
                most[i] = 255;
                continue;
            }
            low_words[i / 8] |= static_cast<uint64_t>(low[i]) << shift;
            add[i / 8] |= static_cast<uint64_t>(0x7f - most[i]) << shift;
            care[i / 8] |= 0xffull << shift;
        }
        has_date = at[DAY] != nowhere;
    }

private:
    constexpr bool append(uint8_t letter, uint8_t count) {
        switch (letter) {
            case '\'': return literal(count);
            case date_from_time: separator = static_cast<uint8_t>(size); return literal(' ');
            case 'y':
                if (count == 2) century = 20;
                return (count == 2 || pair(CENTURY)) && pair(YEAR);
            case 'M': return count == 2 && pair(MONTH);
            case 'd': return count == 2 && pair(DAY);
            case 'H': return count == 2 && pair(HOUR);
            case 'm': return count == 2 && pair(MINUTE);
            case 's': return count == 2 && pair(SECOND);
            default: return false;
        }
    }

    constexpr bool literal(uint8_t byte) {
        if (size + 1 > most_size) return false;
        low[size] = byte, most[size] = 0;
        size++;
        return true;
    }

    constexpr bool pair(Pair field) {
        if (size + 2 > most_size) return false;
        at[field] = static_cast<uint8_t>(size);
        for (int digit = 0; digit < 2; digit++, size++) low[size] = '0', most[size] = 9;
        return true;
    }
};

// Where a layout has a 'T' or blank; 'T' XOR ' '.
constexpr uint32_t separator_place = 10;
constexpr uint64_t separator_alternative = 0x74;

// Reads the fields of a cell of the layout's size, of which 24 bytes can be read; false where a byte is not what the
// layout says. The fields may be out of range. Inlined, so that a layout known to the compiler costs nothing.
inline __attribute__((always_inline)) bool read_layout(const Layout& layout, const uint8_t* cell, Moment& moment) {
    uint64_t x[4];
    for (int i = 0; i < 3; i++) x[i] = (load<uint64_t>(cell + 8 * i) ^ layout.low_words[i]) & layout.care[i];
    constexpr uint32_t shift = separator_place % 8 * 8;
    const bool is_alternative = layout.separator == separator_place && (x[1] >> shift & 0xff) == separator_alternative;
    x[1] ^= static_cast<uint64_t>(is_alternative) * (separator_alternative << shift);
    uint64_t wrong = 0;
    for (int i = 0; i < 3; i++) wrong |= x[i] | (x[i] + layout.add[i]);
    if ((wrong & 0x8080808080808080) != 0) return false;
    // Each byte: ten times the digit there and the digit behind it.
    x[0] = x[0] * 10 + (x[0] >> 8 | x[1] << 56);
    x[1] = x[1] * 10 + (x[1] >> 8 | x[2] << 56);
    x[2] = x[2] * 10 + (x[2] >> 8);
    x[Layout::nowhere / 8] = 0;
    const auto field = [&](Pair pair) {
        return static_cast<uint32_t>(x[layout.at[pair] / 8] >> layout.at[pair] % 8 * 8 & 0xff);
    };
    if (layout.has_date) {
        moment.century = field(CENTURY) + layout.century;
        moment.year = field(YEAR);
        moment.month = field(MONTH);
        moment.day = field(DAY);
    }
    moment.hour = field(HOUR);
    moment.minute = field(MINUTE);
    moment.second = field(SECOND);
    return true;
}

}  // namespace gatun::GATUN_TIER
