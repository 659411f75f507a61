package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnDictionary;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ColumnDictionaryParityTest {
  /// Strings, null for null.
  private record Column(
      MemorySegment offsets, MemorySegment bytes, MemorySegment validity, int rows) {
    static Column of(List<String> strings) {
      int rows = strings.size();
      int[] offsets = new int[rows + 1];
      byte[] validity = new byte[(rows + 7) / 8];
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 0; i < rows; i++) {
        String string = strings.get(i);
        if (string != null) {
          validity[i / 8] |= (byte) (1 << i % 8);
          bytes.writeBytes(string.getBytes(StandardCharsets.ISO_8859_1));
        }
        offsets[i + 1] = bytes.size();
      }
      return new Column(
          OffHeap.ints(offsets),
          Sections.offHeap(bytes.toByteArray()),
          OffHeap.copy(MemorySegment.ofArray(validity)),
          rows);
    }

    /// Count, indexes, first rows.
    Object[] encode(Engine engine, int most, boolean nulls) {
      MemorySegment indexes = OffHeap.ints(new int[rows]);
      MemorySegment firsts = OffHeap.ints(new int[most]);
      MemorySegment scratch = Arena.ofAuto().allocate(ColumnDictionary.scratchBytes(most), 8);
      int count =
          Kernels.COLUMN_DICTIONARY
              .on(engine)
              .encode(
                  offsets, bytes, nulls ? validity : null, rows, indexes, firsts, most, scratch);
      return count < 0
          ? new Object[] {count}
          : new Object[] {count, indexes.toArray(JAVA_INT), firsts.toArray(JAVA_INT)};
    }
  }

  private static List<String> strings(int rows, SplittableRandom random) {
    int different = 1 + random.nextInt(random.nextBoolean() ? 5 : 300);
    int most = 1 + random.nextInt(random.nextBoolean() ? 9 : 80);
    List<String> palette = new ArrayList<>();
    for (int i = 0; i < different; i++) {
      // Many share what they begin with, and zeros behind it.
      String head = "\0".repeat(random.nextInt(most));
      palette.add(random.nextBoolean() ? head : head + (char) random.nextInt(256));
    }
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      strings.add(random.nextInt(10) == 0 ? null : palette.get(random.nextInt(different)));
    }
    return strings;
  }

  @Property(tries = 1000)
  void firstAppearancesAreNumbered(@ForAll @IntRange(max = 400) int rows, @ForAll long seed) {
    List<String> strings = strings(rows, new SplittableRandom(seed));
    Map<String, Integer> firsts = new LinkedHashMap<>();
    int[] indexes = new int[rows];
    List<String> order = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String string = strings.get(i);
      if (string != null) {
        if (firsts.putIfAbsent(string, i) == null) {
          order.add(string);
        }
        indexes[i] = order.indexOf(string);
      }
    }
    int count = firsts.size();
    Column column = Column.of(strings);
    for (Setup setup : Setup.engines()) {
      Object[] figures = column.encode(setup.engine(), count, true);
      assertEquals(count, figures[0]);
      assertArrayEquals(indexes, (int[]) figures[1]);
      assertArrayEquals(
          firsts.values().stream().mapToInt(Integer::intValue).toArray(), (int[]) figures[2]);
      if (count > 0) {
        Object[] tooMany = column.encode(setup.engine(), count - 1, true);
        assertEquals(ColumnDictionary.TOO_MANY, tooMany[0]);
      }
    }
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 3000) int rows,
      @ForAll @IntRange(max = 400) int most,
      @ForAll boolean nulls,
      @ForAll long seed) {
    Column column = Column.of(strings(rows, new SplittableRandom(seed)));
    Sections.assertParity(engine -> () -> column.encode(engine, most, nulls));
  }

  /// Strings that Java's hash and those of many tables cannot tell apart take no longer.
  @Example
  void collisionsAreHarmless() {
    List<String> strings =
        IntStream.range(0, 1 << 16)
            .mapToObj(
                i -> {
                  StringBuilder string = new StringBuilder();
                  for (int bit = 0; bit < 16; bit++) {
                    string.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                  }
                  return string.toString();
                })
            .toList();
    Column column = Column.of(strings);
    int[] all = IntStream.range(0, 1 << 16).toArray();
    for (Setup setup : Setup.engines()) {
      Object[] figures = column.encode(setup.engine(), 1 << 16, false);
      assertArrayEquals(all, (int[]) figures[1]);
    }
  }

  @Example
  void smallSegmentsAreRefused() {
    Column column = Column.of(List.of("a", "b"));
    MemorySegment ints = OffHeap.ints(0, 0);
    MemorySegment one = OffHeap.ints(0);
    MemorySegment none = MemorySegment.NULL;
    MemorySegment scratch = Arena.ofAuto().allocate(ColumnDictionary.scratchBytes(2), 8);
    MemorySegment small = scratch.asSlice(8);
    for (Setup setup : Setup.engines()) {
      ColumnDictionary kernel = Kernels.COLUMN_DICTIONARY.on(setup.engine());
      MemorySegment o = column.offsets;
      MemorySegment b = column.bytes;
      MemorySegment v = column.validity;
      assertOutside(() -> kernel.encode(o, b, v, 3, OffHeap.ints(0, 0, 0), ints, 2, scratch));
      assertOutside(() -> kernel.encode(o, b.asSlice(1), v, 2, ints, ints, 2, scratch));
      assertOutside(() -> kernel.encode(o, b, none, 2, ints, ints, 2, scratch));
      assertOutside(() -> kernel.encode(o, b, v, 2, one, ints, 2, scratch));
      assertOutside(() -> kernel.encode(o, b, v, 2, ints, one, 2, scratch));
      assertOutside(() -> kernel.encode(o, b, v, 2, ints, ints, 2, small));
      assertOutside(() -> kernel.encode(o, b, v, 2, ints, ints, -1, scratch));
      assertEquals(2, kernel.encode(o, b, v, 2, ints, ints, 2, scratch));
    }
  }

  private static void assertOutside(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IndexOutOfBoundsException.class, call);
  }
}
