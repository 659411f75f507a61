package dev.gatun.internal.io;

import static dev.gatun.internal.io.Bytes.bytes;
import static dev.gatun.internal.io.Bytes.gzip;
import static dev.gatun.internal.io.Bytes.join;
import static dev.gatun.internal.io.Bytes.readAll;
import static dev.gatun.internal.io.Bytes.trickle;
import static dev.gatun.internal.io.Bytes.utf8;
import static dev.gatun.internal.io.Bytes.zstd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.gatun.InputFormatException;
import dev.gatun.InputSource;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompressedTextTest {
  private static final byte[] TEXT = utf8("id,name\n1,añ\n2,b\n".repeat(50));
  private static final String SUFFIX = " (the offset is that of the decompressed data)";

  /// Bytes that the bombs decompress to.
  private static final int BOMB = 256 << 20;

  private static byte[] read(String name, byte[] stored) {
    return readAll(TextInputs.of(InputSource.of(name, stored), TextEncoding.DETECTED).open(), 1000);
  }

  private static void assertText(String name, byte[] stored) {
    assertArrayEquals(TEXT, read(name, stored), name);
    for (int i = 1; i <= 7; i++) {
      TextInput text = TextInputs.of(name, trickle(stored, i), TextEncoding.DETECTED);
      try (ByteStream open = text.open()) {
        assertArrayEquals(TEXT, readAll(open, i), name + " by " + i);
        assertEquals(stored.length, open.consumed());
      }
    }
  }

  private static InputFormatException refused(String name, byte[] stored) {
    return assertThrows(InputFormatException.class, () -> read(name, stored));
  }

  private static void assertRefused(String name, byte[] stored, String problem) {
    String message = refused(name, stored).getMessage();
    assertTrue(message.startsWith(name + ": byte "), message);
    assertTrue(message.endsWith(": " + problem + SUFFIX), message);
  }

  private static byte[] head(byte[] bytes, int size) {
    return Arrays.copyOf(bytes, size);
  }

  private static byte[] skippable(int... contents) {
    return join(bytes(0x5e, 0x2a, 0x4d, 0x18, contents.length, 0, 0, 0), bytes(contents));
  }

  /// A frame of 256 KiB windows with blocks that repeat one byte, and no checksum.
  private static byte[] repeats(int blocks) {
    byte[] frame = join(bytes(0x28, 0xb5, 0x2f, 0xfd, 0, 0x40), new byte[4 * blocks]);
    for (int i = 0; i < blocks; i++) {
      int header = (128 << 10) << 3 | 1 << 1 | (i == blocks - 1 ? 1 : 0);
      byte[] block = bytes(header, header >>> 8, header >>> 16, 'a');
      System.arraycopy(block, 0, frame, 6 + 4 * i, 4);
    }
    return frame;
  }

  @Test
  void byNameAndByFirstBytes() throws IOException {
    byte[] gzip = gzip(TEXT);
    byte[] zstd = zstd(TEXT);
    assertText("t.csv", TEXT);
    assertText("t.csv.gz", gzip);
    assertText("T.CSV.GZ", gzip);
    assertText("t.zst", zstd);
    assertText("stream", gzip);
    assertText("t.csv", zstd);
    assertRefused("t.gz", TEXT, "not gzip data");
    assertRefused("t.zst", TEXT, "not zstd data");
    assertRefused("t.gz", zstd, "not gzip data");
    assertRefused("t.zst", gzip, "not zstd data");
  }

  @Test
  void oneBehindTheOther() throws IOException {
    byte[] first = head(TEXT, 100);
    byte[] second = Arrays.copyOfRange(TEXT, 100, TEXT.length);
    assertText("t.gz", join(gzip(first), gzip(new byte[0]), gzip(second)));
    assertText("t.gz", join(gzip(first), gzip(second), new byte[700]));
    assertText("t.zst", join(zstd(first), zstd(new byte[0]), zstd(second)));
    assertText("stream", join(zstd(first), zstd(second)));
  }

  @Test
  void skippableFrames() throws IOException {
    byte[] many = new byte[100_000];
    byte[] longOne = join(bytes(0x50, 0x2a, 0x4d, 0x18), bytes(0xa0, 0x86, 1, 0), many);
    byte[] zstd = join(skippable(1, 2, 3), zstd(head(TEXT, 7)), longOne, skippable());
    byte[] rest = zstd(Arrays.copyOfRange(TEXT, 7, TEXT.length));
    assertText("t.zst", join(zstd, rest, skippable(4)));
    assertRefused("t.zst", skippable(1), "zstd data ends too early");
    for (int n = 1; n < 9; n++) {
      byte[] cut = head(skippable(4), n);
      assertRefused("t.zst", join(zstd, rest, cut), "zstd data ends too early");
    }
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    byte[] gzip = gzip(TEXT);
    byte[] zstd = zstd(TEXT);
    for (int n = 0; n < gzip.length; n++) {
      assertRefused("t.gz", head(gzip, n), "gzip data ends too early");
      if (n > 0) {
        assertRefused("t.gz", join(gzip, head(gzip, n)), "gzip data ends too early");
      }
    }
    for (int n = 0; n < zstd.length; n++) {
      assertRefused("t.zst", head(zstd, n), "zstd data ends too early");
      if (n > 0) {
        assertRefused("t.zst", join(zstd, head(zstd, n)), "zstd data ends too early");
      }
    }
  }

  @Test
  void garbageBehind() throws IOException {
    for (byte[] tail :
        new byte[][] {utf8("tail"), bytes(0x28, 0xb5, 0x2f, 0xfc), bytes(0, 0, 0, 1)}) {
      assertRefused("t.gz", join(gzip(TEXT), tail), "gzip data is followed by something else");
      assertRefused("t.zst", join(zstd(TEXT), tail), "zstd data is followed by something else");
    }
  }

  @Test
  void everyDamagedByteIsNoticedOrHarmless() throws IOException {
    for (String name : new String[] {"t.gz", "t.zst"}) {
      byte[] stored = name.equals("t.gz") ? gzip(TEXT) : zstd(TEXT);
      for (int i = 0; i < stored.length; i++) {
        for (int flip : new int[] {0x01, 0x55, 0x80, 0xff}) {
          byte[] damaged = stored.clone();
          damaged[i] ^= (byte) flip;
          try {
            assertArrayEquals(TEXT, read(name, damaged), name + " damaged at " + i);
          } catch (InputFormatException e) {
            assertEquals(name, e.source());
            assertTrue(e.byteOffset() >= 0, e.getMessage());
          }
        }
      }
    }
  }

  @Test
  void compressedAndEncoded() throws IOException {
    String text = "\ufeffä😀";
    byte[] stored = gzip(text.getBytes(StandardCharsets.UTF_16LE));
    assertArrayEquals(utf8("ä😀"), read("t.gz", stored));
    byte[] broken = zstd(bytes(0xff, 0xfe, 'a', 0, 'b'));
    assertEquals(
        "t: byte 4: expected text in UTF-16LE, found 0x62 at the end",
        refused("t", broken).getMessage());
  }

  @Test
  void bombsNeedLittleMemory() throws IOException {
    assertStreams("bomb.zst", repeats(BOMB >> 17));
    assertStreams("bomb.gz", gzip(new byte[BOMB]));
  }

  private static void assertStreams(String name, byte[] stored) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assertTrue(stored.length < BOMB >> 9);
    long before = threads.getCurrentThreadAllocatedBytes();
    MemorySegment into = MemorySegment.ofArray(new byte[1 << 20]);
    long total = 0;
    TextInput text = TextInputs.of(InputSource.of(name, stored), TextEncoding.DETECTED);
    try (ByteStream open = text.open()) {
      for (int n; (n = open.read(into, 0, 1 << 20)) >= 0; ) {
        total += n;
      }
    }
    assertEquals(BOMB, total);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 16 << 20, name + " took " + allocated);
  }
}
