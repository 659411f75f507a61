package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.READER;
import static dev.gatun.graph.EdgeTexts.edges;
import static dev.gatun.graph.EdgeTexts.read;
import static dev.gatun.graph.EdgeTexts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryPairsTest {
  private static byte[] bytes(int... ids) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * ids.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(ids);
    return buffer.array();
  }

  @Test
  void pairs(@TempDir Path dir) throws IOException {
    byte[] stored = bytes(0, 5, 5, 300, 2, 2);
    try (EdgeList edges = READER.read(Files.write(dir.resolve("e.bin"), stored))) {
      assertEquals(List.of("0>5", "5>300", "2>2"), edges(edges));
      assertEquals(301, edges.vertices());
      assertEquals(WeightType.NONE, edges.weightType());
      assertEquals(24, edges.bytesRead());
      assertTrue(edges.ids().isDense());
    }
    try (EdgeList edges = read(READER.vertices(1000), "e.bin", stored)) {
      assertEquals(1000, edges.vertices());
    }
    EdgeListReader named = READER.format(EdgeListReader.Format.BINARY_PAIRS);
    try (EdgeList edges = read(named, "anything", stored)) {
      assertEquals(3, edges.size());
    }
    try (EdgeList edges = read(READER, "e.bin", new byte[0])) {
      assertEquals(0, edges.size());
      assertEquals(0, edges.vertices());
    }
  }

  @Test
  void manyPairsPlainAndCompressed(@TempDir Path dir) throws IOException {
    int[] ids = new int[2 * 400_001];
    Arrays.setAll(ids, i -> (int) (i * 2654435761L >>> 8 & 0xfffff));
    byte[] stored = bytes(ids);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(stored);
    }
    Path plain = Files.write(dir.resolve("e.bin"), stored);
    Path gz = Files.write(dir.resolve("e.bin.gz"), packed.toByteArray());
    try (EdgeList one = READER.read(plain);
        EdgeList two = READER.read(gz);
        EdgeList three = read(READER, "e.bin", stored)) {
      for (EdgeList edges : List.of(one, two, three)) {
        assertEquals(ids.length / 2, edges.size());
        for (int i = 0; i < edges.size(); i++) {
          assertEquals(ids[2 * i], edges.source(i));
          assertEquals(ids[2 * i + 1], edges.target(i));
        }
      }
    }
  }

  @Test
  void readsThatCutIdsInTwo() {
    ByteArrayInputStream dripping =
        new ByteArrayInputStream(bytes(1, 2, 70000, 4)) {
          @Override
          public synchronized int read(byte[] target, int from, int n) {
            return super.read(target, from, Math.min(n, 3));
          }
        };
    try (EdgeList edges = READER.read(dripping, "e.bin", dev.gatun.RunOptions.defaults())) {
      assertEquals(List.of("1>2", "70000>4"), edges(edges));
    }
  }

  @Test
  void errors() {
    byte[] three = bytes(1, 2, 3);
    for (int n = 9; n <= 12; n++) {
      assertEquals(
          "e.bin: byte 8: expected a pair of 8 bytes, found the end after " + (n - 8),
          refused(READER, "e.bin", Arrays.copyOf(three, n)).getMessage());
    }
    assertEquals(
        "e.bin: byte 12: expected a vertex id from 0 to 2147483646, found -7",
        refused(READER, "e.bin", bytes(0, 1, 2, -7)).getMessage());
    assertEquals(
        "e.bin: byte 0: expected a vertex id from 0 to 2147483646, found 2147483647",
        refused(READER, "e.bin", bytes(Integer.MAX_VALUE, 1)).getMessage());
    assertEquals(
        "e.bin: byte 4: expected a vertex id from 0 to 1, found 2",
        refused(READER.vertices(2), "e.bin", bytes(1, 2, 0, 0)).getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> read(READER.weights(WeightType.INT32), "e.bin", bytes(0, 1)));
  }
}
