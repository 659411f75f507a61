// Keeping selected rows: argument checks, and the way to the active CPU tier.
#include "gatun/column_select.h"

#include "column/column_select.hpp"
#include "core/dispatch.hpp"

using gatun::column::Selection;

GATUN_DISPATCH(int64_t, select_fixed,
    (const Selection& selection, int64_t width, const uint8_t* values, uint8_t* out), (selection, width, values, out))
GATUN_DISPATCH(int64_t, select_bits, (const Selection& selection, const uint8_t* values, uint8_t* out),
    (selection, values, out))
GATUN_DISPATCH(int64_t, select_strings,
    (const Selection& selection, const int32_t* offsets, const uint8_t* bytes, int32_t* out_offsets,
        uint8_t* out_bytes, int64_t capacity),
    (selection, offsets, bytes, out_offsets, out_bytes, capacity))
GATUN_DISPATCH(int64_t, select_lists,
    (const Selection& selection, const int32_t* offsets, int32_t* out_offsets, uint8_t* element_selection,
        int64_t elements),
    (selection, offsets, out_offsets, element_selection, elements))

namespace {

bool right(const Selection& selection) {
    return selection.rows >= 0 && selection.selected >= 0 && selection.selected <= selection.rows &&
        (selection.rows == 0 || selection.bits != nullptr);
}

}  // namespace

extern "C" {

int64_t gatun_column_select_fixed(
    int64_t rows, const uint8_t* selection, int64_t selected, int64_t width, const void* values, void* out) {
    const Selection kept = {rows, selection, selected};
    if (!right(kept) || width < 1 || (rows > 0 && values == nullptr) || (selected > 0 && out == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_select_fixed(
        kept, width, static_cast<const uint8_t*>(values), static_cast<uint8_t*>(out));
}

int64_t gatun_column_select_bits(
    int64_t rows, const uint8_t* selection, int64_t selected, const uint8_t* values, uint8_t* out) {
    const Selection kept = {rows, selection, selected};
    if (!right(kept) || (rows > 0 && values == nullptr) || (selected > 0 && out == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_select_bits(kept, values, out);
}

int64_t gatun_column_select_strings(int64_t rows, const uint8_t* selection, int64_t selected, const int32_t* offsets,
    const uint8_t* bytes, int32_t* out_offsets, uint8_t* out_bytes, int64_t capacity) {
    const Selection kept = {rows, selection, selected};
    if (!right(kept) || capacity < 0 || out_offsets == nullptr || (rows > 0 && offsets == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_select_strings(kept, offsets, bytes, out_offsets, out_bytes, capacity);
}

int64_t gatun_column_select_lists(int64_t rows, const uint8_t* selection, int64_t selected, const int32_t* offsets,
    int32_t* out_offsets, uint8_t* element_selection, int64_t elements) {
    const Selection kept = {rows, selection, selected};
    if (!right(kept) || elements < 0 || out_offsets == nullptr || (rows > 0 && offsets == nullptr) ||
        (elements > 0 && element_selection == nullptr)) {
        return GATUN_STATUS_INVALID_ARGUMENT;
    }
    return gatun::dispatch_select_lists(kept, offsets, out_offsets, element_selection, elements);
}
}
