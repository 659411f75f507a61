// Null tokens that are numbers ("0", "-999"): a cell that the lanes convert to one of these may be null. In the tier's
// namespace.
#pragma once

#include "csv/cell.hpp"

namespace gatun::GATUN_TIER {

class NullNumbers {
public:
    // read(token, word) gives the word that stands for a token's number, or false when it is none.
    template <class Read>
    NullNumbers(const gatun_csv_cells& cells, Read&& read) {
        for (uint64_t at = 0; at < cells.null_bytes; at += 1 + cells.nulls[at]) {
            const uint8_t* const token = cells.nulls + at + 1;
            uint64_t word = 0;
            if (!read(Cell{token, token + cells.nulls[at], false}, word)) continue;
            if (count_ < most) word_[count_] = word;
            count_++;
        }
    }

    // More than are looked for one by one.
    bool too_many() const { return count_ > most; }

    const uint64_t* begin() const { return word_; }
    const uint64_t* end() const { return word_ + (too_many() ? most : count_); }

private:
    static constexpr unsigned most = 4;
    uint64_t word_[most];
    unsigned count_ = 0;
};

}  // namespace gatun::GATUN_TIER
