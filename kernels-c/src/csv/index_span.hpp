// What csv_index.cpp hands to its tiers: the arguments of one run, and what bytes are outside quotes.
#pragma once

#include <cstdint>

namespace gatun::csv {

// A text, and room for its cells. See gatun/csv_index.h.
struct Span {
    const uint8_t* text;
    uint64_t from;
    uint64_t to;
    bool last;
    uint64_t width;
    uint32_t* starts;
    uint32_t* ends;
    uint32_t* firsts;
    uint64_t most_cells;
    uint64_t most_rows;
};

// Classes of gatun_csv_index_cursor.
enum Class : uint8_t {
    OTHER,
    BLANK,
    QUOTE,
    DELIMITER,
    LINE_END,
};

}  // namespace gatun::csv
