// Any bytes as the cells of a column, for the fuzzers of number converters.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/csv.h"

// Newlines end cells. Blocks of their own, so that the sanitizer sees a step over either end.
class FuzzCells {
public:
    FuzzCells(const uint8_t* bytes, size_t size)
        : text_(static_cast<uint8_t*>(malloc(3 * size + 2 + 2 * GATUN_CSV_SLACK))),
          starts_(static_cast<uint32_t*>(malloc(4 * (size + 1)))), ends_(static_cast<uint32_t*>(malloc(4 * (size + 1)))) {
        if (text_ == nullptr || starts_ == nullptr || ends_ == nullptr) abort();
        memset(text_, '8', GATUN_CSV_SLACK);
        for (size_t from = 0, to = 0; to <= size; to++) {
            if (to != size && bytes[to] != '\n') continue;
            add(bytes + from, to - from);
            from = to + 1;
        }
        memset(text_ + size_, '9', GATUN_CSV_SLACK);
        text_ = static_cast<uint8_t*>(realloc(text_, size_ + GATUN_CSV_SLACK));
        starts_ = static_cast<uint32_t*>(realloc(starts_, 4 * rows_));
        ends_ = static_cast<uint32_t*>(realloc(ends_, 4 * rows_));
    }
    FuzzCells(const FuzzCells&) = delete;
    FuzzCells& operator=(const FuzzCells&) = delete;
    ~FuzzCells() {
        free(text_);
        free(starts_);
        free(ends_);
    }

    uint64_t rows() const { return rows_; }

    gatun_csv_cells cells(uint8_t decimal, uint8_t grouping) const {
        static const uint8_t nulls[] = {0, 1, '0', 2, 'N', 'A'};
        return {text_, starts_, ends_, 1, rows_, nulls, sizeof nulls, nullptr, '"', '"', decimal, grouping, {0}};
    }

private:
    void add(const uint8_t* cell, size_t size) {
        starts_[rows_] = static_cast<uint32_t>(size_);
        memcpy(text_ + size_, cell, size);
        size_ += size;
        // As the index gives them: what begins with a quote ends with another one.
        if (size > 0 && cell[0] == '"' && (size == 1 || cell[size - 1] != '"')) text_[size_++] = '"';
        ends_[rows_++] = static_cast<uint32_t>(size_);
        text_[size_++] = '\n';
    }

    uint8_t* text_;
    uint32_t* starts_;
    uint32_t* ends_;
    size_t size_ = GATUN_CSV_SLACK;
    uint64_t rows_ = 0;
};
