package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.READER;
import static dev.gatun.graph.EdgeTexts.edges;
import static dev.gatun.graph.EdgeTexts.read;
import static dev.gatun.graph.EdgeTexts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixMarketReaderTest {
  private static String matrix(String kind, String rest) {
    return "%%MatrixMarket matrix coordinate " + kind + "\n" + rest;
  }

  @Test
  void general() {
    String text = matrix("real general", "% comment\n\n4 4 3\n1 2 0.5\n  4   1  -2e3 \n2 2 7\n");
    try (EdgeList edges = read(READER, text)) {
      assertEquals(List.of("1>2:0.5", "4>1:-2000.0", "2>2:7.0"), edges(edges));
      assertEquals(0, edges.source(0));
      assertEquals(1, edges.target(0));
      assertEquals(4, edges.vertices());
      assertEquals(WeightType.FLOAT64, edges.weightType());
      assertFalse(edges.symmetric());
      assertEquals("3", edges.ids().name(2));
      assertEquals(3, edges.ids().vertex("4"));
      assertEquals(-1, edges.ids().vertex("0"));
      assertEquals(-1, edges.ids().vertex("5"));
    }
  }

  @Test
  void fieldsAndSymmetry() {
    try (EdgeList edges = read(READER, matrix("PATTERN Symmetric", "3 3 2\n2 1\n3 3"))) {
      assertEquals(List.of("2>1", "3>3"), edges(edges));
      assertTrue(edges.symmetric());
    }
    try (EdgeList edges =
        read(READER, matrix("integer general", "2 2 2\n1 2 3000000000\n2 1 4\n"))) {
      assertEquals(WeightType.INT64, edges.weightType());
      assertEquals(3e9, edges.weight(0));
    }
    try (EdgeList edges =
        read(READER.weights(WeightType.NONE), matrix("real general", "2 2 1\n1 2 3.5\n"))) {
      assertEquals(List.of("1>2"), edges(edges));
    }
    try (EdgeList edges = read(READER, matrix("real general", "0 0 0\n"))) {
      assertEquals(0, edges.vertices());
    }
  }

  @Test
  void knownByNameOrBanner() {
    byte[] bytes = matrix("pattern general", "2 2 1\n1 2\n").getBytes(StandardCharsets.US_ASCII);
    for (String name : new String[] {"m.mtx", "m.MTX", "m", "m.txt"}) {
      try (EdgeList edges = read(READER, name, bytes)) {
        assertEquals(2, edges.vertices());
      }
    }
    byte[] text = "1 2\n".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        "m.mtx: line 1, column 1: expected %%matrixmarket, found \"1\"",
        refused(READER, "m.mtx", text).getMessage());
    assertEquals(
        "m.mtx: line 1: expected %%MatrixMarket, found an empty file",
        refused(READER, "m.mtx", new byte[0]).getMessage());
    try (EdgeList edges = read(READER.format(EdgeListReader.Format.TEXT), "m.mtx", text)) {
      assertEquals(1, edges.size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%%MatrixMarket matrix array real general | 23 | coordinate (others are not supported)",
        "%%MatrixMarket matrix coordinate complex general | 34 | real or integer or pattern (others"
            + " are not supported)",
        "%%MatrixMarket matrix coordinate real hermitian | 39 | general or symmetric (others are"
            + " not supported)",
        "%%MatrixMarket matrix coordinate real skew-symmetric | 39 | general or symmetric (others"
            + " are not supported)",
        "%%MatrixMarket vector coordinate real general | 16 | matrix",
        "%%MatrixMarket matrix coordinate real | 38 | general or symmetric",
        "%%MatrixMarket matrix coordinate real general more | 47 | the end of the line",
        "%%MatrixMarket matrix coordinate bool general | 34 | real or integer or pattern",
      })
  void badBanners(String banner, int column, String expected) {
    InputFormatException e = refused(READER, banner + "\n2 2 0\n");
    assertEquals(1, e.line());
    assertEquals(column, e.column());
    assertTrue(e.getMessage().contains("expected " + expected + ", found"), e.getMessage());
  }

  @Test
  void badSizes() {
    refused(
        READER,
        matrix("real general", "% c\n3 4 0\n"),
        "line 3, column 1: expected a square matrix, found 3 rows and 4 columns");
    refused(
        READER,
        matrix("real general", "2 2\n"),
        "line 2, column 4: expected the number of entries, 0 to 4, found the end of the line");
    refused(
        READER,
        matrix("real symmetric", "2 2 4\n"),
        "line 2, column 5: expected the number of entries, 0 to 3, found \"4\"");
    refused(
        READER,
        matrix("real general", "2147483648 2147483648 1\n"),
        "line 2, column 1: expected the number of rows, 0 to 2147483647, found \"2147483648\"");
    refused(
        READER,
        matrix("real general", "2 2 1 1\n"),
        "line 2, column 7: expected the end of the line, found \"1\"");
    refused(
        READER,
        matrix("real general", "% only comments\n"),
        "line 3: expected a line with the size, found the end of the file");
    assertThrows(
        IllegalArgumentException.class,
        () -> read(READER.vertices(3), matrix("pattern general", "2 2 0\n")));
    assertThrows(
        IllegalArgumentException.class,
        () -> read(READER.weights(WeightType.INT32), matrix("pattern general", "2 2 0\n")));
  }

  @Test
  void badEntries() {
    refused(
        READER,
        matrix("pattern general", "3 3 2\n1 1\n0 2\n"),
        "line 4, column 1: expected a vertex id from 1 to 3, found \"0\"");
    refused(
        READER,
        matrix("pattern general", "3 3 2\n1 1\n1 4\n"),
        "line 4, column 3: expected a vertex id from 1 to 3, found \"4\"");
    refused(
        READER,
        matrix("pattern general", "3 3 1\n1 1 5\n"),
        "line 3, column 5: expected the end of the line after column 2, found \"5\"");
    refused(
        READER,
        matrix("real general", "3 3 1\n1 1\n"),
        "line 3, column 4: expected 3 columns separated by blanks, found 2");
    refused(
        READER,
        matrix("integer general", "3 3 1\n1 1 1.5\n"),
        "line 3, column 5: expected a 64-bit integer as weight, found \"1.5\"");
    refused(
        READER,
        matrix("real general", "3 3 1\n1 1 nan\n"),
        "line 3, column 5: expected a finite number as weight, found \"nan\"");
    refused(
        READER,
        matrix("pattern general", "3 3 2\n1 1\n"),
        "line 4: expected 2 entries, found the end of the file after 1");
    refused(
        READER,
        matrix("pattern general", "3 3 1\n1 1\n\n1 2\n"),
        "line 5, column 1: expected no more than 1 entries, found \"1 2\"");
    refused(
        READER,
        matrix("pattern general", "2147483647 2147483647 4611686014132420609\n1 1\n"),
        "line 4: expected 4611686014132420609 entries, found the end of the file after 1");
  }

  @Test
  void repeatedEntries() {
    refused(
        READER,
        matrix("pattern general", "3 3 3\n2 1\n1 2\n2 1\n"),
        "line 5: expected each entry once, found entry 3 a second time");
    refused(
        READER,
        matrix("pattern general", "3 3 3\n2 1\n% c\n1 2\n2 1\n"),
        "expected each entry once, found entry 3 a second time");
    refused(
        READER,
        matrix("pattern symmetric", "3 3 2\n2 1\n1 2\n"),
        "line 4: expected each entry once, found entry 2 a second time");
  }

  @Test
  void manyEntriesInAnyOrder() {
    int n = 300;
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < n * n; i++) {
      int k = (int) (i * 7919L % (n * n));
      entries.add((k / n + 1) + " " + (k % n + 1));
    }
    String size = "%1$d %1$d %2$d\n".formatted(n, n * n);
    try (EdgeList edges =
        read(READER, matrix("pattern general", size + String.join("\n", entries)))) {
      assertEquals(n * n, edges.size());
    }
    int second = n * n - 100;
    entries.set(second, entries.get(77));
    refused(
        READER,
        matrix("pattern general", size + String.join("\n", entries)),
        "line %d: expected each entry once, found entry %d a second time"
            .formatted(second + 3, second + 1));
  }
}
