// UTF-8: exported function, and the way to the active CPU tier.
#include "gatun/csv_utf8.h"

#include "core/dispatch.hpp"

GATUN_DISPATCH(uint64_t, csv_utf8_first_invalid, (const uint8_t* text, uint64_t from, uint64_t to), (text, from, to))

extern "C" uint64_t gatun_csv_utf8_first_invalid(const uint8_t* text, uint64_t from, uint64_t to) {
    return gatun::dispatch_csv_utf8_first_invalid(text, from, to);
}
