package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.ParquetBytes.Encoding;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParquetBytesParityTest {
  /// How the test encodes: the three of the interface, and by dictionary.
  enum Form {
    PLAIN,
    DELTA_LENGTH,
    DELTA_PREFIX,
    DICTIONARY
  }

  /// A section of values, with the dictionary it may need.
  private record Section(Form form, byte[] bytes, int values, List<byte[]> entries) {
    void begin(ParquetBytes.Cursor cursor) {
      MemorySegment data = Sections.offHeap(bytes);
      if (form != Form.DICTIONARY) {
        cursor.begin(data, 0, bytes.length, values, Encoding.valueOf(form.name()));
        return;
      }
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      int[] offsets = new int[entries.size() + 1];
      for (int i = 0; i < entries.size(); i++) {
        joined.writeBytes(entries.get(i));
        offsets[i + 1] = joined.size();
      }
      cursor.beginDictionary(
          data,
          0,
          bytes.length,
          OffHeap.ints(offsets),
          Sections.offHeap(joined.toByteArray()),
          entries.size());
    }

    Section with(byte[] others) {
      return new Section(form, others, values, entries);
    }
  }

  /// Each begins with a part of the one before it; now and then one is long.
  private static List<byte[]> strings(int n, SplittableRandom random) {
    List<byte[]> strings = new ArrayList<>();
    byte[] before = {};
    int most = random.nextBoolean() ? 20 : 100;
    for (int i = 0; i < n; i++) {
      int length = random.nextInt(50) == 0 ? random.nextInt(3000) : random.nextInt(most);
      byte[] string = new byte[length];
      random.nextBytes(string);
      int shared = Math.min(length, random.nextInt(before.length + 1));
      System.arraycopy(before, 0, string, 0, shared);
      strings.add(string);
      before = string;
    }
    return strings;
  }

  private static Section encode(Form form, List<byte[]> values, SplittableRandom random) {
    int n = values.size();
    return switch (form) {
      case PLAIN -> new Section(form, ByteArrayEncoder.plain(values), n, List.of());
      case DELTA_LENGTH -> new Section(form, ByteArrayEncoder.deltaLength(values), n, List.of());
      case DELTA_PREFIX -> new Section(form, ByteArrayEncoder.deltaPrefix(values), n, List.of());
      case DICTIONARY -> {
        int entries = Math.max(1, n / 3);
        List<byte[]> dictionary = new ArrayList<>(n == 0 ? strings(1, random) : values);
        dictionary.subList(entries, dictionary.size()).clear();
        int[] indexes = random.ints(n, 0, entries).toArray();
        for (int i = 0; i < n; i++) {
          values.set(i, dictionary.get(indexes[i]));
        }
        int bitWidth = 32 - Integer.numberOfLeadingZeros(entries - 1) + random.nextInt(3);
        yield new Section(form, ByteArrayEncoder.indexes(indexes, bitWidth), n, dictionary);
      }
    };
  }

  /// Reads all values into one small buffer that is used again and again.
  private static Object[] read(Engine engine, Section section, long seed, boolean skips) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteArrayOutputStream lengths = new ByteArrayOutputStream();
    try (ParquetBytes.Cursor cursor = Kernels.PARQUET_BYTES.on(engine).open()) {
      section.begin(cursor);
      MemorySegment offsets = Arena.ofAuto().allocate(4 * 1100, 4);
      MemorySegment out = Arena.ofAuto().allocate(2000 + Slack.BYTES);
      for (int at = 0; at < section.values(); ) {
        int n = Math.min(section.values() - at, random.nextInt(random.nextBoolean() ? 8 : 1000));
        if (skips && random.nextInt(4) == 0) {
          cursor.skip(n);
          at += n;
          continue;
        }
        int start = random.nextInt(10);
        offsets.set(ValueLayout.JAVA_INT, 4, start);
        long given = cursor.read(n, offsets, 1, out);
        if (given < n && cursor.wanted() > out.byteSize() - Slack.BYTES - 10) {
          out = copy(out, cursor.wanted() + 10 + Slack.BYTES);
        }
        for (int i = 1; i <= given; i++) {
          int from = offsets.getAtIndex(ValueLayout.JAVA_INT, i);
          int to = offsets.getAtIndex(ValueLayout.JAVA_INT, i + 1);
          lengths.writeBytes((to - from + ",").getBytes(StandardCharsets.UTF_8));
          all.writeBytes(out.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE));
        }
        at += (int) given;
      }
    }
    return new Object[] {all.toByteArray(), lengths.toString()};
  }

  private static MemorySegment copy(MemorySegment from, long size) {
    MemorySegment larger = Arena.ofAuto().allocate(size);
    return larger.copyFrom(from);
  }

  @NeedsNatives
  @Property(tries = 400)
  void nativeEqualsJava(@ForAll Form form, @ForAll @IntRange(max = 1500) int n, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Section section = encode(form, strings(n, random), random);
    boolean skips = random.nextBoolean();
    Sections.assertParity(engine -> () -> read(engine, section, seed, skips));
  }

  @NeedsNatives
  @Property(tries = 3000)
  void brokenBytesHaveTheSameOutcome(
      @ForAll Form form, @ForAll @IntRange(max = 200) int n, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Section right = encode(form, strings(n, random), random);
    Section section = right.with(Sections.damage(right.bytes(), random));
    // Indexes that are passed over are not looked at, unless they were decoded ahead.
    boolean skips = form != Form.DICTIONARY && random.nextBoolean();
    Sections.assertParity(engine -> () -> read(engine, section, seed, skips));
  }

  @Property(tries = 300)
  void javaReadsWhatWasWritten(
      @ForAll Form form, @ForAll @IntRange(max = 300) int n, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> values = strings(n, random);
    Section section = encode(form, values, random);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    values.forEach(expected::writeBytes);
    Object[] figures = read(Engine.JAVA, section, seed, false);
    assertArrayEquals(expected.toByteArray(), (byte[]) figures[0]);
  }

  @NeedsNatives
  @Property(tries = 200)
  void fixedWidthByPrefix(
      @ForAll @IntRange(max = 600) int n,
      @ForAll @IntRange(min = 1, max = 80) int width,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> values = strings(n, random).stream().map(v -> Arrays.copyOf(v, width)).toList();
    byte[] bytes = ByteArrayEncoder.deltaPrefix(values);
    byte[] section = random.nextInt(4) == 0 ? Sections.damage(bytes, random) : bytes;
    Outcome outcome =
        Sections.assertParity(engine -> () -> readFixed(engine, section, n, width, seed));
    if (section == bytes) {
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      values.forEach(expected::writeBytes);
      assertArrayEquals(expected.toByteArray(), (byte[]) outcome.figure(0));
    }
  }

  private static Object[] readFixed(Engine engine, byte[] bytes, int n, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MemorySegment out = Arena.ofAuto().allocate((long) n * width);
    try (ParquetBytes.Cursor cursor = Kernels.PARQUET_BYTES.on(engine).open()) {
      cursor.begin(Sections.offHeap(bytes), 0, bytes.length, n, Encoding.DELTA_PREFIX);
      for (int at = 0; at < n; ) {
        int piece = Math.min(n - at, random.nextInt(300));
        cursor.fixed(piece, width, out, (long) at * width);
        at += piece;
      }
    }
    return new Object[] {out.toArray(ValueLayout.JAVA_BYTE)};
  }

  @NeedsNatives
  @Property(tries = 20)
  void nothingCanBeReadAfterAFailure(@ForAll Form form, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Section right = encode(form, strings(40, random), random);
    Section cut = right.with(Arrays.copyOf(right.bytes(), right.bytes().length / 2));
    Outcome outcome = Sections.assertParity(engine -> () -> readTwice(engine, cut));
    assertEquals("broken, broken", outcome.figure(0));
  }

  private static Object[] readTwice(Engine engine, Section section) throws Exception {
    MemorySegment offsets = Arena.ofAuto().allocate(4 * 100, 4);
    MemorySegment out = Arena.ofAuto().allocate(200_000);
    try (ParquetBytes.Cursor cursor = Kernels.PARQUET_BYTES.on(engine).open()) {
      Object first =
          Sections.orBroken(
              () -> {
                section.begin(cursor);
                return new Object[] {cursor.read(40, offsets, 0, out)};
              })[0];
      Object second = Sections.orBroken(() -> new Object[] {cursor.read(40, offsets, 0, out)})[0];
      return new Object[] {first + ", " + second};
    }
  }
}
