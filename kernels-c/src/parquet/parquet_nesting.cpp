// Levels to validity and offsets: argument checks, and the way to the active CPU tier.
#include "gatun/parquet_nesting.h"

#include "core/dispatch.hpp"
#include "core/error.hpp"
#include "parquet/parquet_nesting.hpp"

GATUN_DISPATCH(void, parquet_nesting_records,
    (const uint8_t* rep, uint64_t n, uint64_t want, gatun_parquet_nesting_counts& counts), (rep, n, want, counts))
GATUN_DISPATCH(bool, parquet_nesting_validity,
    (const gatun::Levels& levels, uint8_t* bitmap, uint64_t bit_offset, uint64_t capacity,
        gatun_parquet_nesting_counts& counts),
    (levels, bitmap, bit_offset, capacity, counts))
GATUN_DISPATCH(bool, parquet_nesting_offsets,
    (const gatun::Levels& levels, uint32_t base, uint8_t* out, uint64_t capacity, gatun_parquet_nesting_counts& counts),
    (levels, base, out, capacity, counts))

namespace {

int32_t refuse(gatun_error* error, const char* why) {
    return gatun::fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, why);
}

int32_t too_small(gatun_error* error) {
    return gatun::fail(error, GATUN_STATUS_CAPACITY, -1, 0, "no room for all slots");
}

bool is_level(int32_t level) { return level >= 0 && level <= 255; }

// What is wrong with the levels, or nullptr.
const char* problem(const uint8_t* def, uint64_t n, int32_t slot_rep, int32_t slot_def, int32_t item_def) {
    if (def == nullptr && n != 0) return "NULL";
    if (!is_level(slot_rep) || !is_level(slot_def) || !is_level(item_def)) return "level is outside 0..255";
    return nullptr;
}

gatun::Levels levels(
    const uint8_t* def, const uint8_t* rep, uint64_t n, int32_t slot_rep, int32_t slot_def, int32_t item_def) {
    return {def, rep, n, static_cast<uint8_t>(slot_rep), static_cast<uint8_t>(slot_def),
        static_cast<uint8_t>(item_def)};
}

}  // namespace

extern "C" {

int32_t gatun_parquet_nesting_records(
    const uint8_t* rep, uint64_t n, uint64_t want, gatun_parquet_nesting_counts* counts, gatun_error* error) {
    if (counts == nullptr) return refuse(error, "NULL");
    if (rep == nullptr) {
        const uint64_t records = n < want ? n : want;
        *counts = {records, records};
    } else {
        gatun::dispatch_parquet_nesting_records(rep, n, want, *counts);
    }
    return GATUN_STATUS_OK;
}

int32_t gatun_parquet_nesting_validity(const uint8_t* def, const uint8_t* rep, uint64_t n, int32_t slot_rep,
    int32_t slot_def, int32_t valid_def, uint8_t* bitmap, uint64_t bit_offset, uint64_t capacity,
    gatun_parquet_nesting_counts* counts, gatun_error* error) {
    const char* const wrong = problem(def, n, slot_rep, slot_def, valid_def);
    if (wrong != nullptr) return refuse(error, wrong);
    if (bitmap == nullptr || counts == nullptr) return refuse(error, "NULL");
    const gatun::Levels all = levels(def, rep, n, slot_rep, slot_def, valid_def);
    const bool fits = gatun::dispatch_parquet_nesting_validity(all, bitmap, bit_offset, capacity, *counts);
    return fits ? GATUN_STATUS_OK : too_small(error);
}

int32_t gatun_parquet_nesting_offsets(const uint8_t* def, const uint8_t* rep, uint64_t n, int32_t slot_rep,
    int32_t slot_def, int32_t element_def, int32_t base, int32_t* out, uint64_t capacity,
    gatun_parquet_nesting_counts* counts, gatun_error* error) {
    const char* const wrong = problem(def, n, slot_rep, slot_def, element_def);
    if (wrong != nullptr) return refuse(error, wrong);
    if (out == nullptr || counts == nullptr) return refuse(error, "NULL");
    if (capacity == 0) return too_small(error);
    const gatun::Levels all = levels(def, rep, n, slot_rep, slot_def, element_def);
    const bool fits = gatun::dispatch_parquet_nesting_offsets(
        all, static_cast<uint32_t>(base), reinterpret_cast<uint8_t*>(out), capacity - 1, *counts);
    if (!fits) return too_small(error);
    if (base < 0 || counts->found > static_cast<uint64_t>(INT32_MAX - base)) {
        return gatun::fail(error, GATUN_STATUS_OVERFLOW, -1, base, "list offset does not fit 32 bits");
    }
    return GATUN_STATUS_OK;
}
}
