// A moment in fields, and its number: days or units. In the tier's namespace.
#pragma once

#include <cstdint>

#include "gatun/csv_temporal.h"

namespace gatun::GATUN_TIER {

struct Moment {
    uint32_t century = 19, year = 70; // of the century
    uint32_t month = 1, day = 1;
    uint32_t hour = 0, minute = 0, second = 0, nanos = 0;
    int32_t offset = 0; // seconds east of UTC

    bool is_leap() const { return (year == 0 ? century : year) % 4 == 0; }
};

// Of common years and of leap years, by month; no month, no days.
struct Months {
    int16_t days[2][16] = {};
    int16_t before[2][16] = {}; // days of the year before the month, less one in leap years, counted already

    constexpr Months() {
        constexpr uint8_t sizes[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int leap = 0; leap < 2; leap++) {
            before[leap][1] = static_cast<int16_t>(-leap);
            for (int month = 1; month <= 12; month++) {
                days[leap][month] = static_cast<int16_t>(sizes[month - 1] + (month == 2 ? leap : 0));
                before[leap][month + 1] = static_cast<int16_t>(before[leap][month] + days[leap][month]);
            }
        }
    }
};

constexpr Months months{};

// Whether the fields are on the calendar and on the clock. A year has four digits.
inline bool exists(const Moment& m) {
    const uint32_t days = static_cast<uint32_t>(months.days[m.is_leap()][m.month & 15]);
    return ((m.century | m.year) != 0) & (m.month < 16) & (m.day - 1 < days) & (m.hour < 24) & (m.minute < 60) &
           (m.second < 60);
}

// Days since 1970-01-01. A century has 36524 days and a quarter, a year 365 and one.
inline int32_t days_of(const Moment& m) {
    const uint32_t years = m.century * 36524 + m.century / 4 + m.year * 365 + m.year / 4;
    return static_cast<int32_t>(years + m.day) + months.before[m.is_leap()][m.month] - 719528;
}

// What numbers a column has.
struct Scale {
    uint32_t kind;
    uint32_t unit;          // steps a second
    uint32_t nanos_a_step;
    bool wide;              // 8 bytes a value, not 4

    explicit Scale(const gatun_csv_temporal& type) : kind(type.kind) {
        static constexpr uint32_t units[] = {1, 1000, 1'000'000, 1'000'000'000};
        unit = units[type.unit];
        nanos_a_step = 1'000'000'000 / unit;
        wide = kind == GATUN_CSV_TIMESTAMP || (kind == GATUN_CSV_TIME && type.unit >= GATUN_CSV_MICROSECOND);
    }
};

// The number of a moment that exists; false when the fraction is too fine or 64 bits are too few.
inline bool number_of(const Moment& m, const Scale& scale, int64_t& number) {
    const int64_t days = days_of(m);
    if (scale.kind == GATUN_CSV_DATE) {
        number = days;
        return true;
    }
    int64_t fraction = 0;
    if (m.nanos != 0) {
        if (m.nanos % scale.nanos_a_step != 0) return false;
        fraction = m.nanos / scale.nanos_a_step;
    }
    int64_t seconds = days * 86400 + m.hour * 3600 + m.minute * 60 + m.second - m.offset;
    if (seconds < 0 && fraction != 0) { // so that the least number of nanoseconds does not overflow halfway
        seconds++;
        fraction -= scale.unit;
    }
    return !__builtin_mul_overflow(seconds, static_cast<int64_t>(scale.unit), &number) &&
           !__builtin_add_overflow(number, fraction, &number);
}

}  // namespace gatun::GATUN_TIER
