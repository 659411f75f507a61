package dev.gatun.internal.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gatun.Engine;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A list of structs of a number and a text: `[{1,a} {2,bb}]`, null, `[]`, `[{null,c}]`,
/// `[{4,dd} {5,}]`.
class ArraySelectorTest {
  private static final Arena ARENA = Arena.ofAuto();

  private static MemorySegment bytes(int... values) {
    MemorySegment bytes = ARENA.allocate(values.length);
    for (int i = 0; i < values.length; i++) {
      bytes.set(ValueLayout.JAVA_BYTE, i, (byte) values[i]);
    }
    return bytes;
  }

  private static MemorySegment ints(int... values) {
    return ARENA.allocateFrom(ValueLayout.JAVA_INT, values);
  }

  private static ArrayData lists() {
    Field number = new Field("n", new DataType.Int(32, true), true);
    Field text = new Field("s", new DataType.Utf8(), false);
    Field pair =
        new Field("element", new DataType.Struct(), false, List.of(number, text), Map.of());
    Field list = new Field("l", new DataType.List(), true, List.of(pair), Map.of());
    ArrayData numbers = array(number, 5, 1, bytes(0b11011), null, ints(1, 2, 0, 4, 5), List.of());
    ArrayData texts =
        array(
            text,
            5,
            0,
            null,
            ints(0, 1, 3, 4, 6, 6),
            bytes('a', 'b', 'b', 'c', 'd', 'd'),
            List.of());
    ArrayData pairs = array(pair, 5, 0, null, null, null, List.of(numbers, texts));
    return array(list, 5, 1, bytes(0b11101), ints(0, 2, 2, 2, 3, 5), null, List.of(pairs));
  }

  private static ArrayData array(
      Field field,
      int length,
      int nulls,
      MemorySegment validity,
      MemorySegment offsets,
      MemorySegment values,
      List<ArrayData> children) {
    return new ArrayData(
        field, length, nulls, validity, offsets, values, children, null, List.of());
  }

  private static ArrayData select(int bits) {
    ArraySelector selector =
        new ArraySelector(new Tallies(Engine.JAVA).on(Kernels.COLUMN_SELECT), Arena.ofAuto());
    return selector.select(lists(), new Selection(5, bytes(bits), Integer.bitCount(bits)));
  }

  private static int[] ints(MemorySegment segment, int count) {
    return segment.asSlice(0, count * 4L).toArray(ValueLayout.JAVA_INT);
  }

  @Test
  void childrenFollow() {
    ArrayData kept = select(0b11010);
    assertEquals(3, kept.length());
    assertEquals(1, kept.nulls());
    assertEquals(0b110, kept.validity().get(ValueLayout.JAVA_BYTE, 0));
    assertArrayEquals(new int[] {0, 0, 1, 3}, ints(kept.offsets(), 4));
    ArrayData pairs = kept.children().getFirst();
    assertEquals(3, pairs.length());
    ArrayData numbers = pairs.children().get(0);
    assertEquals(1, numbers.nulls());
    assertEquals(0b110, numbers.validity().get(ValueLayout.JAVA_BYTE, 0));
    assertArrayEquals(new int[] {0, 4, 5}, ints(numbers.values(), 3));
    ArrayData texts = pairs.children().get(1);
    assertArrayEquals(new int[] {0, 1, 3, 3}, ints(texts.offsets(), 4));
    assertArrayEquals(
        new byte[] {'c', 'd', 'd'}, texts.values().asSlice(0, 3).toArray(ValueLayout.JAVA_BYTE));
  }

  @Test
  void validityGoesWithTheLastNull() {
    ArrayData kept = select(0b10101);
    assertEquals(0, kept.nulls());
    assertNull(kept.validity());
    assertArrayEquals(new int[] {0, 2, 2, 4}, ints(kept.offsets(), 4));
    assertNull(kept.children().getFirst().children().getFirst().validity());
  }

  @Test
  void nothingMovesWhenAllAreKept() {
    ArrayData all = lists();
    ArraySelector selector =
        new ArraySelector(new Tallies(Engine.JAVA).on(Kernels.COLUMN_SELECT), Arena.ofAuto());
    assertSame(all, selector.select(all, new Selection(5, bytes(0b11111), 5)));
    assertEquals(0, select(0).length());
  }
}
