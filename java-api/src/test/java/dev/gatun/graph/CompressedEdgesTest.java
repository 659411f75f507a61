package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.DENSE;
import static dev.gatun.graph.EdgeTexts.read;
import static dev.gatun.graph.EdgeTexts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputFormatException;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressedEdgesTest {
  private static final int EDGES = 3000;

  private static byte[] text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i).append(' ').append(i * 7919L % EDGES).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdOutputStream(out)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void assertAllEdges(String name, byte[] stored) {
    try (EdgeList edges = read(DENSE, name, stored)) {
      assertEquals(EDGES, edges.size());
      for (int i = 0; i < EDGES; i++) {
        assertEquals(i, edges.source(i));
        assertEquals(i * 7919L % EDGES, edges.target(i));
      }
      assertEquals(stored.length, edges.bytesRead());
    }
  }

  @Test
  void wholeAndInPieces() throws IOException {
    byte[] first = text(0, 1000);
    byte[] second = text(1000, EDGES);
    assertAllEdges("e.txt.gz", gzip(text(0, EDGES)));
    assertAllEdges("E.TXT.GZ", join(gzip(first), gzip(new byte[0]), gzip(second)));
    assertAllEdges("e.txt.gz", join(gzip(first), gzip(second), new byte[700]));
    assertAllEdges("e.txt.zst", zstd(text(0, EDGES)));
    assertAllEdges("e.txt.zst", join(zstd(first), zstd(second)));
  }

  @Test
  void files(@TempDir Path dir) throws IOException {
    byte[] stored = zstd(text(0, EDGES));
    Path file = Files.write(dir.resolve("e.tsv.zst"), stored);
    try (EdgeList edges = DENSE.read(file)) {
      assertEquals(EDGES, edges.size());
      assertEquals(stored.length, edges.bytesRead());
    }
  }

  @Test
  void gzipHeaderWithEverything() throws IOException {
    byte[] plain = gzip(text(0, EDGES));
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 0x1e, 1, 2, 3, 4, 0, 3, 2, 0, 'a', 'b', 'n', 0, 'c', 'o', 0
    };
    CRC32 crc = new CRC32();
    crc.update(header);
    byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >>> 8)};
    byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
    assertAllEdges("e.gz", join(header, sum, body));
    sum[0]++;
    String message = refused(DENSE, "e.gz", join(header, sum, body)).getMessage();
    assertTrue(message.contains("wrong header checksum"), message);
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    byte[] text = text(0, 300);
    byte[] gzip = gzip(text);
    for (int n = 0; n < gzip.length; n++) {
      InputFormatException e = refused(DENSE, "e.gz", Arrays.copyOf(gzip, n));
      assertTrue(e.getMessage().contains("gzip data ends too early"), e.getMessage());
      assertTrue(e.byteOffset() >= 0 && e.byteOffset() <= text.length, e.getMessage());
    }
    byte[] zstd = zstd(text);
    for (int n = 0; n < zstd.length; n++) {
      InputFormatException e = refused(DENSE, "e.zst", Arrays.copyOf(zstd, n));
      assertTrue(e.getMessage().contains("zstd data ends too early"), e.getMessage());
    }
  }

  @Test
  void secondGzipMemberMayNotBeTruncatedEither() throws IOException {
    byte[] first = gzip(text(0, 10));
    byte[] both = join(first, gzip(text(10, 20)));
    for (int n = first.length + 1; n < both.length; n++) {
      refused(DENSE, "e.gz", Arrays.copyOf(both, n));
    }
    refused(DENSE, "e.gz", join(first, "tail".getBytes(StandardCharsets.US_ASCII)));
    refused(DENSE, "e.gz", join(first, new byte[] {0, 0, 1}));
  }

  @Test
  void everyDamagedByteIsNoticedOrHarmless() throws IOException {
    byte[] text = text(0, 300);
    for (String name : new String[] {"e.gz", "e.zst"}) {
      byte[] stored = name.equals("e.gz") ? gzip(text) : zstd(text);
      for (int i = 0; i < stored.length; i++) {
        byte[] damaged = stored.clone();
        damaged[i] ^= 0x55;
        try (EdgeList edges = read(DENSE, name, damaged)) {
          assertEquals(300, edges.size(), name + " damaged at " + i);
        } catch (InputFormatException e) {
          assertEquals(name, e.source());
        }
      }
    }
  }

  @Test
  void endingsThatLie() throws IOException {
    byte[] text = text(0, 10);
    assertEquals(
        "e.gz: byte 0: not gzip data (the offset is that of the decompressed data)",
        refused(DENSE, "e.gz", text).getMessage());
    refused(DENSE, "e.zst", text);
  }

  @Test
  void textNeedsNoEnding() throws IOException {
    assertAllEdges("e.txt", gzip(text(0, EDGES)));
    assertAllEdges("e.txt", zstd(text(0, EDGES)));
  }
}
