package dev.gatun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.MemoryAccount;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeListTest {
  @Test
  void arraysAreNotCopied() {
    int[] source = {0, 1, 2};
    int[] target = {1, 2, 0};
    EdgeList edges = EdgeList.of(source, target);
    assertEquals(List.of("0>1", "1>2", "2>0"), EdgeTexts.edges(edges));
    assertSame(source, edges.tuples().source().heapBase().orElseThrow());
    source[0] = 2;
    assertEquals(2, edges.source(0));
    assertEquals(1.0, edges.weight(0));
    assertEquals(0, edges.bytesRead());
    assertFalse(edges.symmetric());
    edges.close();
    assertEquals(3, edges.size());
    assertEquals(1, edges.target(0));
  }

  @Test
  void weightsOfEveryType() {
    int[] ids = {0, 1};
    EdgeList ints = EdgeList.of(ids, ids, new int[] {-5, 7});
    assertEquals(WeightType.INT32, ints.weightType());
    assertEquals(-5, ints.weight(0));
    EdgeList longs = EdgeList.of(ids, ids, new long[] {1L << 40, 7});
    assertEquals(WeightType.INT64, longs.weightType());
    assertEquals(0x1p40, longs.weight(0));
    EdgeList floats = EdgeList.of(ids, ids, new float[] {0.1f, 7});
    assertEquals(WeightType.FLOAT32, floats.weightType());
    assertEquals(0.1f, floats.weight(0));
    EdgeList doubles = EdgeList.of(ids, ids, new double[] {0.1, 7});
    assertEquals(WeightType.FLOAT64, doubles.weightType());
    assertEquals(0.1, doubles.weight(0));
  }

  @Test
  void pairs() {
    EdgeList edges = EdgeList.ofPairs(new int[] {3, 4, 5, 6});
    assertEquals(List.of("3>4", "5>6"), EdgeTexts.edges(edges));
    assertEquals(2, edges.tuples().stride());
    assertEquals(0, EdgeList.ofPairs(new int[0]).vertices());
    assertThrows(IllegalArgumentException.class, () -> EdgeList.ofPairs(new int[3]));
  }

  @Test
  void segments() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ids = arena.allocateFrom(ValueLayout.JAVA_INT, 0, 1, 2);
      EdgeList edges = EdgeList.of(ids, ids);
      assertEquals(3, edges.size());
      assertSame(ids, edges.tuples().source());
      assertThrows(
          IllegalArgumentException.class, () -> EdgeList.of(ids, ids, ids, WeightType.NONE));
      assertThrows(
          IllegalArgumentException.class, () -> EdgeList.of(ids, ids, ids, WeightType.INT64));
      assertThrows(IllegalArgumentException.class, () -> EdgeList.of(ids, ids.asSlice(4)));
      assertThrows(IllegalArgumentException.class, () -> EdgeList.of(ids, ids.asSlice(0, 11)));
    }
    MemorySegment unaligned = MemorySegment.ofArray(new byte[8]);
    assertThrows(IllegalArgumentException.class, () -> EdgeList.of(unaligned, unaligned));
    assertThrows(
        IllegalArgumentException.class, () -> EdgeList.of(new int[2], new int[2], new int[3]));
  }

  @Test
  void vertices() {
    EdgeList edges = EdgeList.of(new int[] {0, 7}, new int[] {3, 1});
    assertEquals(8, edges.vertices());
    assertEquals(8, edges.ids().size());
    EdgeList more = edges.withVertices(20);
    assertEquals(20, more.vertices());
    assertEquals(20, more.ids().size());
    assertTrue(more.ids().isDense());
    assertEquals(8, edges.vertices());
    assertThrows(IllegalArgumentException.class, () -> edges.withVertices(-1));
    assertEquals(0, EdgeList.of(new int[0], new int[0]).vertices());
  }

  @Test
  void badIdsAreNamed() {
    EdgeList negative = EdgeList.of(new int[] {0, 7}, new int[] {3, -1});
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, negative::vertices);
    assertEquals("edge 1 goes from 7 to -1: ids are 0 to 2147483646", e.getMessage());
    EdgeList huge = EdgeList.of(new int[] {Integer.MAX_VALUE}, new int[] {0});
    assertThrows(IllegalArgumentException.class, huge::vertices);
  }

  @Test
  void indexesAreChecked() {
    EdgeList edges = EdgeList.ofPairs(new int[] {3, 4, 5, 6});
    for (long i : new long[] {-1, 2, Long.MAX_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> edges.source(i));
      assertThrows(IndexOutOfBoundsException.class, () -> edges.target(i));
      assertThrows(IndexOutOfBoundsException.class, () -> edges.weight(i));
    }
  }

  @Test
  void closingFreesWhatWasRead() {
    long before = MemoryAccount.process().live();
    EdgeList edges = EdgeTexts.read(EdgeTexts.READER, "a b 5\nb c 6\n");
    EdgeList same = edges.withVertices(3);
    assertThrows(IllegalArgumentException.class, () -> edges.withVertices(4));
    assertTrue(MemoryAccount.process().live() > before);
    try (Execution execution = Execution.begin("test", RunOptions.defaults())) {
      edges.use(execution);
      assertThrows(IllegalStateException.class, edges::close);
    }
    edges.close();
    edges.close();
    assertEquals(before, MemoryAccount.process().live());
    assertThrows(IllegalStateException.class, () -> edges.source(0));
    assertThrows(IllegalStateException.class, () -> same.weight(0));
    try (Execution execution = Execution.begin("test", RunOptions.defaults())) {
      assertThrows(IllegalStateException.class, () -> same.use(execution));
    }
    assertEquals("c", edges.ids().name(2));
  }
}
