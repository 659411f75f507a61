// Columns of cells out of any bytes, for the targets of converters.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gatun/core.h"
#include "gatun/csv.h"

// Cells are what lies between line feeds. Those that begin with the quote and do not end with one the index would not
// let through: their first byte is another one.
class FuzzColumn {
  public:
    FuzzColumn(const uint8_t* bytes, size_t size, uint64_t stride) : text_(memory(size + 2 * GATUN_CSV_SLACK)) {
        uint8_t* const text = text_ + GATUN_CSV_SLACK;
        if (size > 0) memcpy(text, bytes, size);
        uint64_t rows = 1;
        for (size_t i = 0; i < size; i++) rows += text[i] == '\n';
        const uint64_t elements = (rows - 1) * stride + 1;
        starts_ = reinterpret_cast<uint32_t*>(memory(4 * elements));
        ends_ = reinterpret_cast<uint32_t*>(memory(4 * elements));
        uint64_t begin = 0, row = 0;
        for (size_t i = 0; i <= size; i++) {
            if (i < size && text[i] != '\n') continue;
            if (text[begin] == '"' && i > begin && (i == begin + 1 || text[i - 1] != '"')) text[begin] = '_';
            starts_[row * stride] = static_cast<uint32_t>(begin + GATUN_CSV_SLACK);
            ends_[row * stride] = static_cast<uint32_t>(i + GATUN_CSV_SLACK);
            row++;
            begin = i + 1;
        }
        cells.text = text_;
        cells.starts = starts_;
        cells.ends = ends_;
        cells.stride = stride;
        cells.rows = rows;
        cells.quote = cells.escape = '"';
        cells.decimal = '.';
    }

    FuzzColumn(const FuzzColumn&) = delete;

    ~FuzzColumn() {
        free(text_);
        free(starts_);
        free(ends_);
    }

    gatun_csv_cells cells = {};

  private:
    static uint8_t* memory(uint64_t size) { return static_cast<uint8_t*>(calloc(1, size)); }

    uint8_t* text_;
    uint32_t* starts_;
    uint32_t* ends_;
};

// What a tier made of a column; all must come to the same.
class FuzzResult {
  public:
    FuzzResult(uint64_t rows, uint64_t bits) : words_((rows + 63) / 64 * 8), size_((rows * bits + 7) / 8) {
        values = static_cast<uint8_t*>(calloc(1, size_ + GATUN_CSV_SLACK));
        validity = static_cast<uint8_t*>(calloc(1, words_));
        misfits = static_cast<uint8_t*>(calloc(1, words_));
    }

    FuzzResult(const FuzzResult&) = delete;

    ~FuzzResult() {
        free(values);
        free(validity);
        free(misfits);
    }

    void require_equal(const FuzzResult& other) const {
        const bool same = memcmp(values, other.values, size_) == 0 && memcmp(validity, other.validity, words_) == 0 &&
                          memcmp(misfits, other.misfits, words_) == 0 &&
                          memcmp(&outcome, &other.outcome, sizeof outcome) == 0;
        if (!same) abort();
    }

    uint8_t* values;
    uint8_t* validity;
    uint8_t* misfits;
    gatun_csv_outcome outcome = {};

  private:
    uint64_t words_, size_;
};

// Runs convert(cells, result) on every tier and compares.
template <class Convert>
void fuzz_tiers(const gatun_csv_cells& cells, uint64_t bits, Convert convert) {
    gatun_isa_cap(GATUN_ISA_SCALAR);
    FuzzResult expected(cells.rows, bits);
    gatun_csv_cells given = cells;
    given.misfits = expected.misfits;
    const int32_t status = convert(given, expected);
    for (int32_t tier = gatun_isa_detected(); tier > 0; tier--) {
        if (gatun_isa_cap(tier) != tier) continue;
        FuzzResult actual(cells.rows, bits);
        given.misfits = actual.misfits;
        if (convert(given, actual) != status) abort();
        actual.require_equal(expected);
    }
}
