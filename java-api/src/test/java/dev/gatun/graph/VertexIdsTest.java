package dev.gatun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VertexIdsTest {
  private static VertexIds read(String text) {
    try (EdgeList edges = EdgeTexts.read(EdgeTexts.READER, text)) {
      return edges.ids();
    }
  }

  @Test
  void dense() {
    VertexIds ids = VertexIds.dense(10);
    assertTrue(ids.isDense());
    assertEquals(10, ids.size());
    assertEquals("7", ids.name(7));
    assertEquals(7, ids.vertex("7"));
    for (String name : List.of("10", "-1", "07", "+7", "x", "", "7 ", "99999999999999999999")) {
      assertEquals(-1, ids.vertex(name), name);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> ids.name(10));
    assertThrows(IndexOutOfBoundsException.class, () -> ids.name(-1));
    assertThrows(IllegalArgumentException.class, () -> VertexIds.dense(-1));
  }

  @Test
  void longs() {
    LongIds ids = (LongIds) read("5 -7\n9000000000000000000 5\n");
    assertFalse(ids.isDense());
    assertEquals(3, ids.size());
    assertEquals("-7", ids.name(1));
    assertEquals(-7, ids.id(1));
    assertEquals(2, ids.vertex("9000000000000000000"));
    for (String name : List.of("6", "05", "x", "", "9000000000000000001")) {
      assertEquals(-1, ids.vertex(name), name);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> ids.name(3));
  }

  @Test
  void strings() {
    VertexIds ids = read("a,Grüße\nGrüße,\"漢 字\"\n");
    assertFalse(ids.isDense());
    assertEquals(3, ids.size());
    assertEquals("Grüße", ids.name(1));
    assertEquals(2, ids.vertex("漢 字"));
    assertEquals(-1, ids.vertex("b"));
    assertEquals(-1, ids.vertex(""));
    assertThrows(IndexOutOfBoundsException.class, () -> ids.name(3));
  }

  /// Ids of all magnitudes, in an order that makes small ones appear before and after many others.
  @Test
  void manyNumbers() {
    SplittableRandom random = new SplittableRandom(1);
    Set<Long> expected = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      long id = random.nextLong() >> random.nextInt(30, 64);
      expected.add(id);
      expected.add((long) i);
      text.append(id).append(' ').append(i).append('\n');
    }
    LongIds ids = (LongIds) read(text.toString());
    assertEquals(expected.size(), ids.size());
    int vertex = 0;
    for (long id : expected) {
      assertEquals(id, ids.id(vertex));
      assertEquals(vertex++, ids.vertex(id));
    }
  }

  @Test
  void manyStrings() {
    Set<String> expected = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      String a = "x".repeat(i % 37) + i % 5000;
      String b = i + "é";
      expected.add(a);
      expected.add(b);
      text.append(a).append('\t').append(b).append('\n');
    }
    VertexIds ids = read(text.toString());
    assertEquals(expected.size(), ids.size());
    int vertex = 0;
    for (String name : expected) {
      assertEquals(name, ids.name(vertex));
      assertEquals(vertex++, ids.vertex(name));
    }
  }
}
