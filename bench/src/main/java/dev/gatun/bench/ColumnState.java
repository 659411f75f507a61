package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatun.Engine;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A batch of 16 Ki rows: numbers from 0 to 999, strings of 8 to 23 letters, one row in ten null.
@State(Scope.Benchmark)
public class ColumnState {
  static final int ROWS = 1 << 14;
  private static final int NUMBERS = 1000;
  private static final int NULLS_OF = 10;

  /// Engine.
  @Param({"native", "java"})
  public String engine = "";

  /// Rows of a hundred that pass, or are kept.
  @Param({"1", "50", "99"})
  public int percent;

  MemorySegment ints = MemorySegment.NULL;
  MemorySegment longs = MemorySegment.NULL;
  MemorySegment doubles = MemorySegment.NULL;
  MemorySegment offsets = MemorySegment.NULL;
  MemorySegment bytes = MemorySegment.NULL;
  MemorySegment validity = MemorySegment.NULL;
  MemorySegment selection = MemorySegment.NULL;
  MemorySegment out = MemorySegment.NULL;
  MemorySegment outOffsets = MemorySegment.NULL;
  int selected;

  /// Makes the columns.
  @Setup(Level.Trial)
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    Arena arena = Arena.ofAuto();
    ints = arena.allocate(ROWS * 4L, 64);
    longs = arena.allocate(ROWS * 8L, 64);
    doubles = arena.allocate(ROWS * 8L, 64);
    offsets = arena.allocate((ROWS + 1) * 4L, 64);
    bytes = arena.allocate(ROWS * 24L, 64);
    validity = arena.allocate(ROWS / 8, 64);
    selection = arena.allocate(ROWS / 8, 64);
    out = arena.allocate(ROWS * 24L, 64);
    outOffsets = arena.allocate((ROWS + 1) * 4L, 64);
    int at = 0;
    for (int row = 0; row < ROWS; row++) {
      int number = random.nextInt(NUMBERS);
      ints.setAtIndex(ValueLayout.JAVA_INT, row, number);
      longs.setAtIndex(ValueLayout.JAVA_LONG, row, number);
      doubles.setAtIndex(ValueLayout.JAVA_DOUBLE, row, number);
      byte[] text = String.format("%03d-%s", number, "abcdefghijklmnopqrs").getBytes(UTF_8);
      int length = random.nextInt(8, 24);
      MemorySegment.copy(text, 0, bytes, ValueLayout.JAVA_BYTE, at, length);
      at += length;
      offsets.setAtIndex(ValueLayout.JAVA_INT, row + 1L, at);
      set(validity, row, random.nextInt(NULLS_OF) != 0);
      boolean kept = random.nextInt(100) < percent;
      set(selection, row, kept);
      selected += kept ? 1 : 0;
    }
  }

  private static void set(MemorySegment bitmap, int row, boolean bit) {
    byte before = bitmap.get(ValueLayout.JAVA_BYTE, row / 8);
    bitmap.set(ValueLayout.JAVA_BYTE, row / 8, (byte) (before | (bit ? 1 : 0) << row % 8));
  }

  /// The number that `percent` of a hundred are less than.
  int limit() {
    return percent * NUMBERS / 100;
  }

  Engine engine() {
    return Engine.parse(engine);
  }
}
