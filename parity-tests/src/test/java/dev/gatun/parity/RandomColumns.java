package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.gatun.internal.kernel.ColumnFilter.BytesBounds;
import dev.gatun.internal.kernel.ColumnFilter.NumberBounds;
import dev.gatun.internal.kernel.ColumnFilter.NumberType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Columns in Arrow layout with few different values, so that many are equal, the odd ones of each
/// type among them. Segments have no byte more than is needed.
final class RandomColumns {
  private static final double[] ODD = {
    0, -0.0, 1, -1, 2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 6e-8
  };

  /// Offsets and bytes.
  record Strings(MemorySegment offsets, MemorySegment bytes) {}

  private final SplittableRandom random;

  RandomColumns(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private MemorySegment allocate(long bytes) {
    return Arena.ofAuto().allocate(bytes);
  }

  /// Bits of which each word of 64 has its own density; those behind the last are 0.
  MemorySegment bitmap(int count) {
    MemorySegment bitmap = allocate((count + 7L) / 8);
    int density = 0;
    for (int i = 0; i < count; i++) {
      density = i % 64 == 0 ? random.nextInt(9) : density;
      if (random.nextInt(8) < density) {
        long at = i / 8;
        bitmap.set(JAVA_BYTE, at, (byte) (bitmap.get(JAVA_BYTE, at) | 1 << i % 8));
      }
    }
    return bitmap;
  }

  /// Validity, or null.
  MemorySegment validity(int count) {
    return chance(3) ? null : bitmap(count);
  }

  MemorySegment numbers(NumberType type, int count) {
    MemorySegment values = allocate((long) count * type.width());
    for (int i = 0; i < count; i++) {
      put(type, values, i);
    }
    return values;
  }

  private void put(NumberType type, MemorySegment values, long index) {
    long at = index * type.width();
    double odd = ODD[random.nextInt(ODD.length)];
    switch (type) {
      case FLOAT16 -> values.set(JAVA_SHORT_UNALIGNED, at, Float.floatToFloat16((float) odd));
      case FLOAT32 -> values.set(JAVA_FLOAT_UNALIGNED, at, (float) odd);
      case FLOAT64 -> values.set(JAVA_DOUBLE_UNALIGNED, at, odd);
      default -> {
        long low = random.nextInt(-3, 4);
        long extreme = random.nextInt(-3, 4);
        for (int byteAt = 0; byteAt < type.width(); byteAt++) {
          values.set(JAVA_BYTE, at + byteAt, (byte) (low >> Math.min(63, 8 * byteAt)));
        }
        if (chance(4)) {
          int top = type.width() - 1;
          values.set(JAVA_BYTE, at + top, (byte) ((extreme + 0x80) & 0xff));
        }
      }
    }
  }

  /// Up to 60 bounds, mostly few.
  NumberBounds numberBounds(NumberType type) {
    int most = random.nextInt(chance(3) ? 60 : 5);
    MemorySegment drawn = numbers(type, most);
    TreeSet<Integer> sorted =
        new TreeSet<>((a, b) -> compare(type, drawn, a.intValue(), b.intValue()));
    for (int i = 0; i < most; i++) {
      if (!isNan(type, drawn, i)) {
        sorted.add(i);
      }
    }
    MemorySegment bounds = allocate((long) sorted.size() * type.width());
    int at = 0;
    for (int i : sorted) {
      MemorySegment.copy(
          drawn, (long) i * type.width(), bounds, (long) at++ * type.width(), type.width());
    }
    return new NumberBounds(type, bounds, sorted.size(), chance(2), chance(2));
  }

  private static boolean isNan(NumberType type, MemorySegment values, int index) {
    return type.name().startsWith("FLOAT") && Double.isNaN(real(type, values, index));
  }

  private static double real(NumberType type, MemorySegment values, int index) {
    long at = (long) index * type.width();
    return switch (type) {
      case FLOAT16 -> Float.float16ToFloat(values.get(JAVA_SHORT_UNALIGNED, at));
      case FLOAT32 -> values.get(JAVA_FLOAT_UNALIGNED, at);
      default -> values.get(JAVA_DOUBLE_UNALIGNED, at);
    };
  }

  private static int compare(NumberType type, MemorySegment values, int a, int b) {
    if (type.name().startsWith("FLOAT")) {
      // 0.0 and -0.0 are one bound
      return Double.compare(real(type, values, a) + 0.0, real(type, values, b) + 0.0);
    }
    boolean unsigned = type.name().startsWith("UINT");
    for (int i = type.width() - 1; i >= 0; i--) {
      byte x = values.get(JAVA_BYTE, (long) a * type.width() + i);
      byte y = values.get(JAVA_BYTE, (long) b * type.width() + i);
      if (x != y) {
        boolean signed = i == type.width() - 1 && !unsigned;
        return signed ? Byte.compare(x, y) : Byte.compareUnsigned(x, y);
      }
    }
    return 0;
  }

  /// Letters of which there are few.
  MemorySegment letters(int count) {
    MemorySegment bytes = allocate(count);
    for (int i = 0; i < count; i++) {
      bytes.set(JAVA_BYTE, i, letter());
    }
    return bytes;
  }

  private byte letter() {
    return chance(40) ? (byte) (chance(2) ? 0 : 0xff) : (byte) ('a' + random.nextInt(2));
  }

  private byte[] string() {
    byte[] bytes = new byte[random.nextInt(chance(4) ? 40 : 5)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = letter();
    }
    return bytes;
  }

  Strings strings(int count) {
    byte[][] strings = new byte[count][];
    for (int i = 0; i < count; i++) {
      strings[i] = string();
    }
    return strings(strings);
  }

  private Strings strings(byte[][] strings) {
    MemorySegment offsets = allocate((strings.length + 1L) * Integer.BYTES);
    int size = 0;
    for (int i = 0; i < strings.length; i++) {
      size += strings[i].length;
      offsets.set(JAVA_INT_UNALIGNED, (i + 1L) * Integer.BYTES, size);
    }
    MemorySegment bytes = allocate(size);
    long at = 0;
    for (byte[] string : strings) {
      MemorySegment.copy(string, 0, bytes, JAVA_BYTE, at, string.length);
      at += string.length;
    }
    return new Strings(offsets, bytes);
  }

  /// Ranges, equality, prefixes, and sets.
  BytesBounds bytesBounds() {
    TreeSet<String> sorted = new TreeSet<>();
    String first = new String(string(), StandardCharsets.ISO_8859_1);
    int kind = random.nextInt(4);
    if (kind == 0) {
      sorted.add(first);
      sorted.add(first + "\0");
    } else if (kind == 1) {
      sorted.add("a" + first);
      sorted.add(("a" + first).substring(0, first.length()) + "b");
    } else {
      for (int i = random.nextInt(kind == 2 ? 3 : 50); i > 0; i--) {
        sorted.add(new String(string(), StandardCharsets.ISO_8859_1));
      }
    }
    byte[][] bounds =
        sorted.stream()
            .map(bound -> bound.getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
    Strings strings = strings(bounds);
    return new BytesBounds(strings.offsets(), strings.bytes(), bounds.length, chance(2));
  }
}
