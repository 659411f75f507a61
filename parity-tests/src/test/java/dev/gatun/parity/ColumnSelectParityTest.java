package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnSelect;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import dev.gatun.support.NeedsNatives;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ColumnSelectParityTest extends ParityTest {
  @NeedsNatives
  @Property(tries = 1000)
  void fixed(
      @ForAll @IntRange(max = 400) int rows,
      @ForAll @IntRange(min = 1, max = 17) int width,
      @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    MemorySegment values = random.letters(rows * width);
    Selection selection = selection(random, rows);
    byte[] expected = kept(values, selection, width);
    assertParity(
        run -> {
          MemorySegment out = Arena.ofAuto().allocate((long) selection.kept() * width);
          kernel(run).fixed(selection, width, values, out);
          assertArrayEquals(expected, bytes(out));
          MemorySegment place = OffHeap.copy(values);
          kernel(run).fixed(selection, width, place, place);
          assertArrayEquals(expected, bytes(place.asSlice(0, expected.length)));
          return new Object[] {bytes(out)};
        });
  }

  private static byte[] kept(MemorySegment values, Selection selection, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int row = 0; row < selection.rows(); row++) {
      if (isKept(selection, row)) {
        out.writeBytes(bytes(values.asSlice((long) row * width, width)));
      }
    }
    return out.toByteArray();
  }

  private static boolean isKept(Selection selection, int row) {
    return (selection.bits().get(ValueLayout.JAVA_BYTE, row / 8) >> row % 8 & 1) != 0;
  }

  @NeedsNatives
  @Property(tries = 500)
  void bits(@ForAll @IntRange(max = 700) int rows, @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    MemorySegment values = random.bitmap(rows);
    Selection selection = selection(random, rows);
    assertParity(
        run -> {
          MemorySegment out = Arena.ofAuto().allocate((selection.kept() + 7L) / 8);
          int ones = kernel(run).bits(selection, values, out);
          MemorySegment place = OffHeap.copy(values);
          kernel(run).bits(selection, place, place);
          return new Object[] {ones, bytes(out), bytes(place.asSlice(0, out.byteSize()))};
        });
  }

  @NeedsNatives
  @Property(tries = 500)
  void strings(@ForAll @IntRange(max = 300) int rows, @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    RandomColumns.Strings strings = random.strings(rows);
    Selection selection = selection(random, rows);
    assertParity(
        run -> {
          MemorySegment offsets = OffHeap.copy(strings.offsets());
          MemorySegment bytes = OffHeap.copy(strings.bytes());
          MemorySegment outOffsets = Arena.ofAuto().allocate((selection.kept() + 1L) * 4);
          MemorySegment outBytes = Arena.ofAuto().allocate(bytes.byteSize());
          long size = kernel(run).strings(selection, offsets, bytes, outOffsets, outBytes);
          kernel(run).strings(selection, offsets, bytes, offsets, bytes);
          return new Object[] {
            size,
            bytes(outOffsets),
            bytes(outBytes.asSlice(0, size)),
            bytes(offsets.asSlice(0, outOffsets.byteSize())),
            bytes(bytes.asSlice(0, size))
          };
        });
  }

  @NeedsNatives
  @Property(tries = 500)
  void lists(@ForAll @IntRange(max = 300) int rows, @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    RandomColumns.Strings lists = random.strings(rows);
    int elements = (int) lists.bytes().byteSize();
    Selection selection = selection(random, rows);
    assertParity(
        run -> {
          MemorySegment offsets = OffHeap.copy(lists.offsets());
          MemorySegment childBits = Arena.ofAuto().allocate((elements + 7L) / 8);
          int kept = kernel(run).lists(selection, offsets, elements, offsets, childBits);
          return new Object[] {
            kept, bytes(childBits), bytes(offsets.asSlice(0, (selection.kept() + 1L) * 4))
          };
        });
  }

  private static Selection selection(RandomColumns random, int rows) {
    MemorySegment bits = random.bitmap(rows);
    int kept = 0;
    for (byte eight : bytes(bits)) {
      kept += Integer.bitCount(eight & 0xff);
    }
    return new Selection(rows, bits, kept);
  }

  private static ColumnSelect kernel(RunOptions run) {
    return Kernels.COLUMN_SELECT.on(run.engine());
  }

  private static byte[] bytes(MemorySegment segment) {
    return segment.toArray(ValueLayout.JAVA_BYTE);
  }
}
