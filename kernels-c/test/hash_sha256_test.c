/* SHA-256: the standard's examples, and every length around the borders of blocks against the standard's pseudo-code,
 * one message and many, whole and in pieces, between guard pages, by every method of every tier. */
#include "check.h"
#include "gatun/core.h"
#include "gatun/hash_sha256.h"
#include "guarded.h"
#include "random.h"

enum { MOST = 1 << 14, MESSAGES = 70, DIGEST = GATUN_HASH_SHA256_DIGEST_BYTES };

static guarded_pages memory;
static int32_t method;

static uint32_t rotate(uint32_t x, int n) { return x >> n | x << (32 - n); }

/* The first 32 bits behind the point of a root of a prime, to the constants of sections 4.2.2 and 5.3.3. */
static uint32_t of_root(uint32_t prime, int cube) {
    const __uint128_t scaled = (__uint128_t)prime << (cube ? 96 : 64);
    uint64_t root = 0;
    for (int bit = 35; bit >= 0; bit--) {
        const uint64_t more = root | 1ull << bit;
        const __uint128_t square = (__uint128_t)more * more;
        if (cube ? square <= scaled / more : square <= scaled) root = more;
    }
    return (uint32_t)root;
}

static uint32_t constants[64], initial[8];

static void make_constants(void) {
    int n = 0;
    for (uint32_t candidate = 2; n < 64; candidate++) {
        int prime = 1;
        for (uint32_t i = 2; i * i <= candidate; i++) prime &= candidate % i != 0;
        if (!prime) continue;
        if (n < 8) initial[n] = of_root(candidate, 0);
        constants[n++] = of_root(candidate, 1);
    }
}

/* Section 6.2.2. */
static void compress(uint32_t* hash, const uint8_t* block) {
    uint32_t w[64], s[8];
    for (int t = 0; t < 16; t++) {
        w[t] = (uint32_t)block[4 * t] << 24 | block[4 * t + 1] << 16 | block[4 * t + 2] << 8 | block[4 * t + 3];
    }
    for (int t = 16; t < 64; t++) {
        const uint32_t x = w[t - 15], y = w[t - 2];
        w[t] = w[t - 16] + w[t - 7] + (rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) +
               (rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
    }
    memcpy(s, hash, sizeof s);
    for (int t = 0; t < 64; t++) {
        const uint32_t one = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
                             ((s[4] & s[5]) ^ (~s[4] & s[6])) + constants[t] + w[t];
        const uint32_t two =
            (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += one;
        s[0] = one + two;
    }
    for (int i = 0; i < 8; i++) hash[i] += s[i];
}

/* The digest of a message of which all but the end, `size` bytes, was compressed: `bytes` in all. */
static void end_of(uint32_t* hash, const uint8_t* end, uint64_t size, uint64_t bytes, uint8_t* digest) {
    uint8_t block[64];
    for (; size >= 64; end += 64, size -= 64) compress(hash, end);
    memset(block, 0, sizeof block);
    if (size > 0) memcpy(block, end, size);
    block[size] = 0x80;
    if (size >= 56) {
        compress(hash, block);
        memset(block, 0, sizeof block);
    }
    for (int i = 0; i < 8; i++) block[63 - i] = (uint8_t)(bytes * 8 >> 8 * i);
    compress(hash, block);
    for (int i = 0; i < DIGEST; i++) digest[i] = (uint8_t)(hash[i / 4] >> 8 * (3 - i % 4));
}

static void expected(const uint8_t* bytes, uint64_t size, uint8_t* digest) {
    uint32_t hash[8];
    memcpy(hash, initial, sizeof hash);
    end_of(hash, bytes, size, size, digest);
}

static void check_digests(const uint8_t* bytes, uint64_t size, const uint64_t* ranges, uint64_t count) {
    static uint8_t digests[MESSAGES * DIGEST + 1];
    digests[count * DIGEST] = 0x5a;
    CHECK_EQUAL(0, gatun_hash_sha256_digests(method, bytes, size, ranges, count, digests, NULL));
    CHECK_EQUAL(0x5a, digests[count * DIGEST]);
    for (uint64_t i = 0; i < count; i++) {
        uint8_t digest[DIGEST];
        expected(bytes + ranges[2 * i], ranges[2 * i + 1] - ranges[2 * i], digest);
        if (memcmp(digest, digests + i * DIGEST, DIGEST) != 0) CHECK_EQUAL(count, i);
    }
}

static void check_text(const char* text, const char* digest) {
    const uint64_t range[] = {0, strlen(text)};
    uint8_t found[DIGEST];
    CHECK_EQUAL(0, gatun_hash_sha256_digests(method, (const uint8_t*)text, range[1], range, 1, found, NULL));
    char hex[2 * DIGEST + 1];
    for (int i = 0; i < DIGEST; i++) snprintf(hex + 2 * i, 3, "%02x", found[i]);
    CHECK_EQUAL(0, strcmp(hex, digest));
}

/* FIPS 180-2, appendix B, and RFC 6234, section 8.5. */
static void standard(void) {
    check_text("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_text("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char text[641];
    for (int i = 0; i < 640; i++) text[i] = "01234567"[i % 8];
    text[640] = '\0';
    check_text(text, "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5");
}

/* One message of every length, ending and beginning at a page that may not be read. */
static void one_message(void) {
    for (uint64_t size = 0; size <= 520; size++) {
        const uint64_t range[] = {0, size};
        check_digests(memory.begin + memory.size - size, size, range, 1);
        check_digests(memory.begin, size, range, 1);
    }
}

/* As many as the lanes and around it, all of one length and of any, the last one at the end of the page. */
static void many_messages(void) {
    static const uint64_t sizes[] = {0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 640};
    uint64_t ranges[2 * MESSAGES];
    for (uint64_t count = 0; count <= MESSAGES; count = count < 20 ? count + 1 : count + 25) {
        for (uint64_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            for (uint64_t i = 0; i < count; i++) {
                ranges[2 * i] = memory.size - sizes[k] - (count - 1 - i);
                ranges[2 * i + 1] = ranges[2 * i] + sizes[k];
            }
            check_digests(memory.begin, memory.size, ranges, count);
        }
        for (int round = 0; round < 40; round++) {
            const uint64_t most[] = {4, 130, 600, MOST};
            const uint64_t below = most[test_below(4)];
            for (uint64_t i = 0; i < count; i++) {
                const uint64_t size = test_below(test_below(5) == 0 ? below : below / 4);
                ranges[2 * i] = memory.size - size - (test_below(3) == 0 ? 0 : test_below(memory.size - size));
                ranges[2 * i + 1] = ranges[2 * i] + size;
            }
            check_digests(memory.begin, memory.size, ranges, count);
        }
    }
}

/* Streams that get nothing, a few bytes, or blocks in each call. Each hashes the bytes from a place of its own on. */
static void pieces(void) {
    gatun_hash_sha256_stream streams[MESSAGES];
    uint64_t ranges[2 * MESSAGES], froms[MESSAGES], ends[MESSAGES];
    for (int round = 0; round < 60; round++) {
        const uint64_t count = 1 + test_below(MESSAGES);
        const uint64_t most[] = {3, 66, 400};
        const uint64_t below = most[test_below(3)];
        gatun_hash_sha256_begin(streams, count);
        for (uint64_t i = 0; i < count; i++) froms[i] = ends[i] = test_below(memory.size / 2);
        for (int call = 0; call < 12; call++) {
            for (uint64_t i = 0; i < count; i++) {
                ranges[2 * i] = ends[i];
                ranges[2 * i + 1] = ends[i] += test_below(3) == 0 ? 0 : test_below(below);
            }
            CHECK_EQUAL(0, gatun_hash_sha256_update(method, streams, count, memory.begin, memory.size, ranges, NULL));
        }
        for (uint64_t i = 0; i < count; i++) {
            uint8_t digest[DIGEST], wanted[DIGEST];
            expected(memory.begin + froms[i], ends[i] - froms[i], wanted);
            CHECK_EQUAL(0, gatun_hash_sha256_finish(streams + i, digest, NULL));
            CHECK_EQUAL(0, memcmp(wanted, digest, DIGEST));
            CHECK_EQUAL(0, gatun_hash_sha256_finish(streams + i, digest, NULL)); /* of nothing */
            expected(memory.begin, 0, wanted);
            CHECK_EQUAL(0, memcmp(wanted, digest, DIGEST));
        }
    }
}

/* The length in bits has 64 bits. Nobody waits for so many bytes: the stream is told that it has had them. */
static void long_messages(void) {
    for (int bits = 28; bits < 61; bits++) {
        for (uint64_t rest = 0; rest < 64; rest += 9) {
            gatun_hash_sha256_stream stream;
            uint8_t digest[DIGEST], wanted[DIGEST];
            uint32_t hash[8];
            const uint64_t range[] = {0, 200};
            gatun_hash_sha256_begin(&stream, 1);
            stream.bytes = (1ull << bits) - 64;
            const uint64_t first[] = {200, 200 + rest};
            CHECK_EQUAL(0, gatun_hash_sha256_update(method, &stream, 1, memory.begin, memory.size, first, NULL));
            CHECK_EQUAL(0, gatun_hash_sha256_update(method, &stream, 1, memory.begin, memory.size, range, NULL));
            uint8_t end[300];
            memcpy(end, memory.begin + 200, rest);
            memcpy(end + rest, memory.begin, 200);
            memcpy(hash, initial, sizeof hash);
            end_of(hash, end, rest + 200, (1ull << bits) - 64 + rest + 200, wanted);
            CHECK_EQUAL(0, gatun_hash_sha256_finish(&stream, digest, NULL));
            CHECK_EQUAL(0, memcmp(wanted, digest, DIGEST));
        }
    }
}

static void wrong_arguments(void) {
    gatun_error error;
    gatun_hash_sha256_stream streams[3];
    uint8_t digests[3 * DIGEST];
    uint64_t good[] = {0, 10, 5, 5, 2, 100}, bad[][6] = {
        {0, 10, 6, 5, 2, 200}, {0, 10, 100, 101, 9, 8}, {0, 10, ~0ull, 5, 0, 0}, {0, 10, 3, ~0ull, 0, 0}};
    gatun_hash_sha256_begin(streams, 3);
    memset(digests, 0x5a, sizeof digests);
    for (int i = 0; i < 4; i++) {
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE,
            gatun_hash_sha256_digests(method, memory.begin, 100, bad[i], 3, digests, &error));
        CHECK_EQUAL(1, error.position);
        CHECK_EQUAL(GATUN_STATUS_OUT_OF_RANGE,
            gatun_hash_sha256_update(method, streams, 3, memory.begin, 100, bad[i], &error));
        CHECK_EQUAL(1, error.position);
    }
    for (uint64_t i = 0; i < sizeof digests; i++) CHECK_EQUAL(0x5a, digests[i]);
    for (int i = 0; i < 3; i++) CHECK_EQUAL(0, streams[i].bytes);
    const int32_t invalid = GATUN_STATUS_INVALID_ARGUMENT;
    CHECK_EQUAL(invalid, gatun_hash_sha256_digests(-1, memory.begin, 100, good, 3, digests, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_digests(6, memory.begin, 100, good, 3, digests, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_digests(method, NULL, 100, good, 3, digests, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_digests(method, memory.begin, 100, NULL, 3, digests, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_digests(method, memory.begin, 100, good, 3, NULL, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_update(method, NULL, 3, memory.begin, 100, good, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_finish(NULL, digests, &error));
    CHECK_EQUAL(invalid, gatun_hash_sha256_finish(streams, NULL, &error));
    CHECK_EQUAL(0, gatun_hash_sha256_digests(method, NULL, 0, NULL, 0, NULL, &error));
}

/* No tier has less than the one below it, and AUTO and SCALAR are in all. */
static int is_there(int32_t tier) {
    static int before[GATUN_HASH_SHA256_LANES_16 + 1];
    const int32_t status = gatun_hash_sha256_digests(method, NULL, 0, NULL, 0, NULL, NULL);
    CHECK(status == GATUN_STATUS_OK || status == GATUN_STATUS_UNSUPPORTED);
    const int there = status == GATUN_STATUS_OK;
    CHECK(there || (before[method] == 0 && method > GATUN_HASH_SHA256_SCALAR));
    CHECK(!there || tier > GATUN_ISA_SCALAR || method <= GATUN_HASH_SHA256_SCALAR);
    before[method] = there;
    return there;
}

int main(void) {
    make_constants();
    memory = guarded_pages_make(MOST);
    for (uint64_t i = 0; i < memory.size; i++) memory.begin[i] = (uint8_t)test_random();
    for (int32_t tier = GATUN_ISA_SCALAR; tier <= GATUN_ISA_AVX512; tier++) {
        if (gatun_isa_cap(tier) != tier) continue;
        for (method = GATUN_HASH_SHA256_AUTO; method <= GATUN_HASH_SHA256_LANES_16; method++) {
            if (!is_there(tier)) continue;
            const int before = checks_failed;
            standard();
            one_message();
            many_messages();
            pieces();
            long_messages();
            wrong_arguments();
            if (checks_failed > before) fprintf(stderr, "by method %d in tier %d\n", method, tier);
        }
    }
    return test_result();
}
