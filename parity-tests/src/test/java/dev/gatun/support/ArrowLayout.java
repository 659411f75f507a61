package dev.gatun.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// What must hold of the buffers of any array, so that readers of the Arrow format may rely on it.
public final class ArrowLayout {
  private ArrowLayout() {}

  /// Checks an array and those below it.
  ///
  /// @throws AssertionError naming the field and what is wrong
  public static void check(ArrayData array) {
    String name = array.field().name() + " " + array.field().type();
    assertTrue(array.length() >= 0, name);
    if (array.field().type() instanceof DataType.Null) {
      assertEquals(array.length(), array.nulls(), name + ": nulls");
      return;
    }
    checkValidity(array, name);
    checkOwnBuffers(array, name);
    assertEquals(array.field().children().size(), array.children().size(), name + ": children");
    for (int i = 0; i < array.children().size(); i++) {
      ArrayData child = array.children().get(i);
      assertEquals(array.field().children().get(i), child.field(), name + ": field of a child");
      assertEquals(childLength(array), child.length(), name + ": length of a child");
      check(child);
    }
  }

  private static void checkValidity(ArrayData array, String name) {
    int nulls = 0;
    if (array.validity() != null) {
      assertSize(array.validity(), (array.length() + 7L) / 8, name + ": validity");
      for (int slot = 0; slot < array.length(); slot++) {
        nulls += ArrowSlots.isValid(array, slot) ? 0 : 1;
      }
    }
    assertEquals(nulls, array.nulls(), name + ": nulls");
  }

  private static void checkOwnBuffers(ArrayData array, String name) {
    long length = array.length();
    switch (array.field().type()) {
      case DataType.Struct _ -> assertNull(array.values(), name);
      case DataType.List _, DataType.Map _ -> checkOffsets(array, name);
      case DataType.Utf8 _, DataType.Binary _ ->
          assertSize(array.values(), checkOffsets(array, name), name + ": values");
      case DataType.Utf8View _, DataType.BinaryView _ ->
          assertSize(array.values(), length * 16, name + ": views");
      case DataType.Dictionary(DataType values) -> {
        assertSize(array.values(), length * 4, name + ": indexes");
        assertNotNull(array.dictionary(), name);
        assertEquals(values, array.dictionary().field().type(), name);
        check(array.dictionary());
        checkIndexes(array, name);
      }
      case DataType type -> assertSize(array.values(), (length * bits(type) + 7) / 8, name);
    }
  }

  private static void checkIndexes(ArrayData array, String name) {
    for (int slot = 0; slot < array.length(); slot++) {
      int index = array.values().getAtIndex(ValueLayout.JAVA_INT, slot);
      boolean inside = index >= 0 && index < array.dictionary().length();
      assertTrue(inside || !ArrowSlots.isValid(array, slot), name + ": index");
    }
  }

  private static long bits(DataType type) {
    return switch (type) {
      case DataType.Bool _ -> 1;
      case DataType.Int(int bits, _) -> bits;
      case DataType.FloatingPoint(int bits) -> bits;
      case DataType.Decimal(_, _, int bits) -> bits;
      case DataType.FixedSizeBinary(int width) -> width * 8L;
      case DataType.Date _ -> 32;
      case DataType.Time(var unit) -> unit.ordinal() <= 1 ? 32 : 64;
      case DataType.Timestamp _ -> 64;
      case DataType other -> throw new AssertionError(other);
    };
  }

  /// Returns where the last list or string ends.
  private static int checkOffsets(ArrayData array, String name) {
    assertSize(array.offsets(), (array.length() + 1L) * 4, name + ": offsets");
    int last = ArrowSlots.offset(array, 0);
    assertEquals(0, last, name + ": first offset");
    for (int slot = 0; slot < array.length(); slot++) {
      int next = ArrowSlots.offset(array, slot + 1);
      assertTrue(next >= last, () -> name + ": offsets descend");
      last = next;
    }
    return last;
  }

  private static int childLength(ArrayData array) {
    return array.field().type() instanceof DataType.Struct
        ? array.length()
        : ArrowSlots.offset(array, array.length());
  }

  private static void assertSize(MemorySegment buffer, long least, String name) {
    assertNotNull(buffer, name);
    assertTrue(
        buffer.byteSize() >= least,
        () -> name + " has " + buffer.byteSize() + " bytes, not " + least);
  }
}
