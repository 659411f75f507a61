/* UTF-8: every sequence of two and three bytes and many of four against the rules of RFC 3629 written out, at every place
 * around the borders of blocks, in front of guard pages, on every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/csv_utf8.h"
#include "guarded.h"
#include "random.h"

enum { MOST = 2048, READABLE = 64 };

static guarded memory;

static uint64_t first_invalid(const uint8_t* bytes, uint64_t size) {
    uint8_t* const text = guarded_end(memory, size + READABLE);
    memcpy(text, bytes, size);
    return gatun_csv_utf8_first_invalid(text, 0, size);
}

/* Decodes and encodes again: what comes out differently was not well-formed. */
static uint64_t expected(const uint8_t* bytes, uint64_t size) {
    for (uint64_t at = 0; at < size;) {
        const uint8_t lead = bytes[at];
        const uint64_t n = lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0;
        static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
        if (n == 0 || at + n > size) return at;
        uint32_t point = n == 1 ? lead : lead & (0x7fu >> n);
        for (uint64_t i = 1; i < n; i++) {
            if (bytes[at + i] >> 6 != 2) return at;
            point = point << 6 | (bytes[at + i] & 0x3f);
        }
        if (point < least[n] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return at;
        at += n;
    }
    return size;
}

static void all_short(void) {
    uint8_t bytes[160];
    memset(bytes, 'a', sizeof bytes);
    int wrong = 0;
    for (uint32_t number = 0; number < 1 << 24; number++) {
        /* Across the border of a register. A first byte of ASCII says nothing new. */
        const uint8_t lead = (uint8_t)(number >> 16);
        if (lead < 0x80 && lead != 'a') continue;
        bytes[62] = lead, bytes[63] = (uint8_t)(number >> 8), bytes[64] = (uint8_t)number;
        bytes[65] = lead >= 0xf0 ? 0xbf : 'a';
        /* Not guarded: it would take long. */
        wrong += gatun_csv_utf8_first_invalid(bytes, 0, 80) != expected(bytes, 80);
    }
    CHECK_EQUAL(0, wrong);
}

static void at_every_place(void) {
    static const char* const sequences[] = {"x", "\xc3\xa9", "\xe6\x9d\xb1", "\xf0\x9f\x98\x80", "\xed\xa0\x80",
        "\xf4\x90\x80\x80", "\xe0\x9f\xbf", "\xf8\x80\x80\x80\x80", "\xc1\xbf", "\xf0\x8f\xbf\xbf", "\xff", "\x80"};
    uint8_t bytes[600];
    for (uint64_t k = 0; k < sizeof sequences / sizeof *sequences; k++) {
        for (uint64_t size = 0; size < 600; size = size < 150 ? size + 1 : size + 37) {
            for (uint64_t at = 0; at < size; at++) {
                memset(bytes, 'a', size);
                const uint64_t n = strlen(sequences[k]);
                memcpy(bytes + at, sequences[k], n < size - at ? n : size - at);
                if (first_invalid(bytes, size) != expected(bytes, size)) CHECK_EQUAL(k, at);
            }
        }
    }
}

static void random_text(void) {
    uint8_t bytes[MOST];
    const uint64_t most = test_below(2) == 0 ? 100 : MOST - 4, odds = 1 + test_below(60);
    uint64_t size = 0;
    while (size < most) {
        const uint64_t points[] = {0x80, 0x800, 0xd800, 0x110000};
        uint32_t point = test_below(odds) == 0 ? (uint32_t)test_below(points[test_below(4)]) : 'a';
        if (point >= 0xd800 && point < 0xe000) point = 'b';
        if (point < 0x80) {
            bytes[size++] = (uint8_t)point;
            continue;
        }
        const unsigned n = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        bytes[size++] = (uint8_t)(0xf00u >> n | point >> 6 * (n - 1));
        for (unsigned i = n - 1; i > 0; i--) bytes[size++] = (uint8_t)(0x80 | (point >> 6 * (i - 1) & 0x3f));
    }
    CHECK_EQUAL(size, first_invalid(bytes, size));
    for (int i = 0; i < 20; i++) {
        uint8_t damaged[MOST];
        memcpy(damaged, bytes, size);
        damaged[test_below(size)] = (uint8_t)(0x80 + test_below(0x80));
        CHECK_EQUAL(expected(damaged, size), first_invalid(damaged, size));
        const uint64_t cut = test_below(size);
        CHECK_EQUAL(expected(bytes, cut), first_invalid(bytes, cut));
    }
}

/* What lies before the first byte does not belong to it. */
static void from_the_middle(void) {
    uint8_t* const text = guarded_end(memory, 100 + READABLE);
    memset(text, 0xe6, 100);
    memset(text + 50, 'a', 50);
    CHECK_EQUAL(100, gatun_csv_utf8_first_invalid(text, 50, 100));
    CHECK_EQUAL(49, gatun_csv_utf8_first_invalid(text, 49, 100));
    CHECK_EQUAL(70, gatun_csv_utf8_first_invalid(text, 70, 70));
    text[50] = 0x80;
    CHECK_EQUAL(50, gatun_csv_utf8_first_invalid(text, 50, 100));
}

int main(void) {
    memory = guarded_make(MOST + READABLE);
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        all_short();
        at_every_place();
        for (int i = 0; i < 1000; i++) random_text();
        from_the_middle();
    }
    return test_result();
}
