/* Footers: a good one, cut at each byte, each byte changed, hostile ones, on every tier. Every input ends where readable
 * memory may end: the sanitizers see a byte too many. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/parquet_footer.h"

enum { most = 1 << 16, groups = 40, columns = 3 };

static uint8_t built[most];
static uint64_t built_size;

static void put(uint8_t byte) {
    if (built_size < most) built[built_size++] = byte;
}

static void put_text(const char* text) {
    put((uint8_t)strlen(text));
    for (; *text; text++) put((uint8_t)*text);
}

static void put_varint(uint64_t value) {
    for (; value >= 0x80; value >>= 7) put((uint8_t)(value | 0x80));
    put((uint8_t)value);
}

static void put_integer(uint8_t header, int64_t value) {
    put(header);
    put_varint((uint64_t)value << 1 ^ (uint64_t)(value >> 63));
}

static void put_chunk(int group, int column) {
    put_integer(0x26, 0); /* file_offset */
    put(0x1c);            /* meta_data */
    put_integer(0x15, 2);
    put(0x19), put(0x25), put_varint(0), put_varint(6);
    put(0x19), put(0x18), put_text(column == 0 ? "a" : "longer");
    put_integer(0x15, 1);
    put_integer(0x16, 1000 * group);
    put_integer(0x16, 1ll << column * 12);
    put_integer(0x16, 77);
    put_integer(0x26, 1ll << group);
    put(0x3c), put(0x18), put_text("max"), put(0x18), put_text("min"), put(0x11), put(0x00);
    put(0x00);
    put(0x00);
}

static void put_footer(void) {
    built_size = 0;
    put_integer(0x15, 2);
    put(0x19), put(0x4c);
    for (int i = 0; i <= columns; i++) put(0x48), put_text("name"), put(0x00);
    put_integer(0x16, 5 * groups);
    put(0x19), put(0xfc), put_varint(groups);
    for (int g = 0; g < groups; g++) {
        put(0x19), put(columns << 4 | 0x0c);
        for (int c = 0; c < columns; c++) put_chunk(g, c);
        put_integer(0x16, 100 + g);
        put_integer(0x16, 5);
        put(0x00);
    }
    put(0x28), put_text("test");
    put(0x00);
}

static gatun_parquet_footer out;
static gatun_parquet_row_group row_groups[groups];
static int32_t chunks[groups * columns];

/* Indexes a copy that has nothing behind it. */
static int32_t run(const uint8_t* bytes, uint64_t size) {
    uint8_t* const exact = malloc(size > 0 ? size : 1);
    memcpy(exact, bytes, size);
    gatun_error error = {0};
    const int32_t status =
        gatun_parquet_footer_index(exact, size, row_groups, groups, chunks, groups * columns, &out, &error);
    if (status != GATUN_STATUS_OK) {
        CHECK_EQUAL(GATUN_STATUS_FORMAT, status);
        CHECK(error.position >= 0 && (uint64_t)error.position <= size);
        CHECK(error.message[0] != '\0');
    }
    free(exact);
    return status;
}

static void good(void) {
    put_footer();
    built[built_size] = 0x99; /* what follows is no part of it */
    CHECK_EQUAL(GATUN_STATUS_OK, run(built, built_size + 1));
    CHECK_EQUAL(built_size, out.length);
    CHECK_EQUAL(2, out.version);
    CHECK_EQUAL(5 * groups, out.rows);
    CHECK_EQUAL(groups, out.row_groups);
    CHECK_EQUAL(groups * columns, out.chunks);
    CHECK_EQUAL(3, out.schema);
    CHECK_EQUAL(0, out.key_values);
    CHECK_EQUAL(0x4c, built[out.schema]);
    CHECK_EQUAL(4, built[out.created_by]);
    for (int g = 0; g < groups; g++) {
        CHECK_EQUAL(5, row_groups[g].rows);
        CHECK_EQUAL(100 + g, row_groups[g].total_byte_size);
        CHECK_EQUAL(-1, row_groups[g].compressed_size);
        CHECK_EQUAL(-1, row_groups[g].ordinal);
        CHECK_EQUAL(g * columns, row_groups[g].first_chunk);
        CHECK_EQUAL(columns, row_groups[g].chunk_count);
    }
    for (int c = 0; c < groups * columns; c++) CHECK(memcmp(built + chunks[c], "\x26\x00\x1c\x15", 4) == 0);
    gatun_error error;
    CHECK_EQUAL(GATUN_STATUS_OK, gatun_parquet_footer_index(built, built_size, NULL, 0, NULL, 0, &out, &error));
    CHECK_EQUAL(groups * columns, out.chunks); /* counted, not written */
}

static void damaged(void) {
    for (uint64_t size = 0; size < built_size; size++) CHECK_EQUAL(GATUN_STATUS_FORMAT, run(built, size));
    for (uint64_t i = 0; i < built_size; i++) {
        const uint8_t right = built[i];
        const uint8_t wrong[] = {0x00, 0x0c, 0x19, 0x7f, 0x80, 0xff, (uint8_t)(right + 1), (uint8_t)(right ^ 0x80)};
        for (unsigned w = 0; w < sizeof wrong; w++) {
            built[i] = wrong[w];
            run(built, built_size);
        }
        built[i] = right;
    }
}

static void hostile(void) {
    gatun_error error;
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_footer_index(NULL, 0, NULL, 0, NULL, 0, &out, &error));
    CHECK_EQUAL(GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_footer_index(built, 1, NULL, 1, NULL, 0, &out, &error));
    CHECK_EQUAL(
        GATUN_STATUS_INVALID_ARGUMENT, gatun_parquet_footer_index(built, 1ull << 31, NULL, 0, NULL, 0, &out, &error));
    memset(built, 0x1c, most); /* structs in structs */
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(built, most));
    memset(built, 0x19, most); /* lists in lists */
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(built, most));
    static const uint8_t huge_list[] = {0x49, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x00};
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(huge_list, sizeof huge_list));
    static const uint8_t huge_text[] = {0x68, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0x00};
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(huge_text, sizeof huge_text));
    static const uint8_t twice[] = {0x15, 0x02, 0x05, 0x02, 0x02, 0x00};
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(twice, sizeof twice));
    static const uint8_t empty[] = {0x00};
    CHECK_EQUAL(GATUN_STATUS_FORMAT, run(empty, sizeof empty));
}

int main(void) {
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        good();
        damaged();
        hostile();
    }
    return test_result();
}
