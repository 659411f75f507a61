// Dates and times of CSV cells: argument checks, and the way to the active CPU tier.
#include "gatun/csv_temporal.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(void, csv_temporal,
    (const gatun_csv_cells& cells, const gatun_csv_temporal& type, uint8_t* values, uint8_t* validity,
        gatun_csv_outcome& outcome),
    (cells, type, values, validity, outcome))

namespace {

bool has_item(uint8_t letter, uint8_t count) {
    switch (letter) {
        case '\'': return true;
        case 'y': return count == 2 || count == 4;
        case 'M': return count >= 1 && count <= 3;
        case 'd':
        case 'H':
        case 'h':
        case 'm':
        case 's': return count == 1 || count == 2;
        case 'a':
        case 'Z': return count == 1;
        case 'S': return count >= 1 && count <= 9;
        case 'X': return count >= 1 && count <= 3;
        default: return false;
    }
}

// Whether a kind of column has a field.
bool has_field(uint32_t kind, uint8_t letter) {
    const bool of_date = letter == 'y' || letter == 'M' || letter == 'd', of_offset = letter == 'X' || letter == 'Z';
    return kind == GATUN_CSV_TIMESTAMP || (kind == GATUN_CSV_DATE ? of_date : !of_date && !of_offset);
}

// Whether a program has only items there are and fields of the kind, each once.
bool is_program(uint32_t kind, const uint8_t* program, uint32_t bytes) {
    uint64_t seen[2] = {};
    for (uint32_t i = 0; i < bytes; i += 2) {
        const uint8_t letter = program[i];
        if (!has_item(letter, program[i + 1])) return false;
        if (letter == '\'') continue;
        if (!has_field(kind, letter)) return false;
        const uint64_t bit = 1ull << letter % 64;
        if ((seen[letter / 64] & bit) != 0) return false;
        seen[letter / 64] |= bit;
    }
    return true;
}

// What is wrong, or nullptr.
const char* problem(const gatun_csv_cells* cells, const gatun_csv_temporal* type, const void* values,
    const void* validity, const void* outcome) {
    if (cells == nullptr || type == nullptr || outcome == nullptr) return "NULL";
    if (cells->rows != 0 && (cells->text == nullptr || cells->starts == nullptr || cells->ends == nullptr ||
                                values == nullptr || validity == nullptr)) {
        return "NULL";
    }
    if (cells->null_bytes != 0 && cells->nulls == nullptr) return "NULL";
    if (type->kind > GATUN_CSV_TIMESTAMP) return "no such kind";
    if (type->unit > GATUN_CSV_NANOSECOND) return "no such unit";
    if (type->offsets > GATUN_CSV_OFFSETS_REQUIRED) return "no such offsets";
    if (type->program_bytes != 0 && (type->program == nullptr || type->program_bytes % 2 != 0 ||
                                        !is_program(type->kind, type->program, type->program_bytes))) {
        return "no such program";
    }
    return nullptr;
}

}  // namespace

extern "C" int32_t gatun_csv_temporal_convert(const gatun_csv_cells* cells, const gatun_csv_temporal* type,
    uint8_t* values, uint8_t* validity, gatun_csv_outcome* outcome, gatun_error* error) {
    const char* const wrong = problem(cells, type, values, validity, outcome);
    if (wrong != nullptr) return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, wrong);
    *outcome = {0, 0, cells->rows};
    gatun::dispatch_csv_temporal(*cells, *type, values, validity, *outcome);
    return GATUN_STATUS_OK;
}
