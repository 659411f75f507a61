package dev.gatun.internal.parquet.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BloomFilterTest {
  /// numBytes 32, BLOCK, XXHASH, UNCOMPRESSED in the compact protocol.
  private static final String HEADER = "15401c1c00001c1c00001c1c000000";

  /// Figures published with the hash.
  @ParameterizedTest
  @CsvSource({
    "'',ef46db3751d8e999",
    "a,d24ec4f1a98c6e5b",
    "abc,44bc2cf5ad770999",
    "Nobody inspects the spammish repetition,fbcea83c8a378bf1"
  })
  void hash(String text, String hash) {
    assertEquals(hash, HexFormat.of().toHexDigits(XxHash64.hash(text.getBytes(US_ASCII))));
  }

  @Test
  void anEmptyFilterHasNothingAFullOneEverything() {
    byte[] section = HexFormat.of().parseHex(HEADER + "00".repeat(32));
    BloomFilter empty = BloomFilter.read(MemorySegment.ofArray(section));
    assertNotNull(empty);
    assertEquals(false, empty.mayContain(XxHash64.hash(new byte[] {1})));
    Arrays.fill(section, section.length - 32, section.length, (byte) -1);
    assertTrue(empty.mayContain(XxHash64.hash(new byte[] {1})));
  }

  @Test
  void anUnknownHashIsOfNoUse() {
    String other = HEADER.replaceFirst("(?<=^15401c1c00001c)1c", "2c");
    byte[] section = HexFormat.of().parseHex(other + "00".repeat(32));
    assertNull(BloomFilter.read(MemorySegment.ofArray(section)));
  }

  @Test
  void brokenOnesAreRefused() {
    byte[] whole = HexFormat.of().parseHex(HEADER + "00".repeat(32));
    for (int length = 0; length < whole.length; length++) {
      MemorySegment cut = MemorySegment.ofArray(Arrays.copyOf(whole, length));
      assertThrows(DecodeException.class, () -> BloomFilter.read(cut));
    }
    MemorySegment odd =
        MemorySegment.ofArray(HexFormat.of().parseHex("15421c1c00001c1c00001c1c000000"));
    assertThrows(DecodeException.class, () -> BloomFilter.read(odd));
  }
}
