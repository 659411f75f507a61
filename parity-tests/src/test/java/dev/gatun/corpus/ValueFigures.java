package dev.gatun.corpus;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.support.ArrowSlots;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/// The figures of a leaf's values. Each kind of value has its own.
abstract sealed class ValueFigures {
  private final Hash31 hash = new Hash31();

  static ValueFigures of(DataType type) {
    return switch (ArrowSlots.valueType(type)) {
      case DataType.Null _ -> new Nothing();
      case DataType.Bool _ -> new Booleans();
      case DataType.Int(_, boolean signed) -> new Integers(signed);
      case DataType.Date _, DataType.Time _, DataType.Timestamp _ -> new Integers(true);
      case DataType.FloatingPoint(int bits) -> new Floats(bits);
      case DataType.Decimal _ -> new Decimals();
      case DataType.Utf8 _,
          DataType.Binary _,
          DataType.Utf8View _,
          DataType.BinaryView _,
          DataType.FixedSizeBinary _ ->
          new Bytes();
      case DataType other -> throw new AssertionError(other + " is no leaf");
    };
  }

  final void add(ArrayData array, int slot) {
    hash.add(take(array, slot));
  }

  /// Counts a value in and returns what stands for it in the hash.
  abstract long take(ArrayData array, int slot);

  void putInto(Map<String, Object> figures) {
    figures.put("valueHash", hash.value());
  }

  static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static final class Nothing extends ValueFigures {
    @Override
    long take(ArrayData array, int slot) {
      throw new AssertionError("the null type has no values");
    }
  }

  private static final class Booleans extends ValueFigures {
    private long sum;

    @Override
    long take(ArrayData array, int slot) {
      long value = ArrowSlots.bits(array, slot);
      sum += value;
      return value;
    }

    @Override
    void putInto(Map<String, Object> figures) {
      super.putInto(figures);
      figures.put("sum", sum);
    }
  }

  private static final class Integers extends ValueFigures {
    private final boolean signed;
    private long sum;
    private Long min;
    private Long max;

    Integers(boolean signed) {
      this.signed = signed;
    }

    @Override
    long take(ArrayData array, int slot) {
      long value = ArrowSlots.bits(array, slot);
      sum += value;
      min = min == null || compare(value, min) < 0 ? (Long) value : min;
      max = max == null || compare(value, max) > 0 ? (Long) value : max;
      return value;
    }

    private int compare(long a, long b) {
      return signed ? Long.compare(a, b) : Long.compareUnsigned(a, b);
    }

    @Override
    void putInto(Map<String, Object> figures) {
      super.putInto(figures);
      figures.put("sum64", sum);
      figures.put("min", text(min));
      figures.put("max", text(max));
    }

    private String text(Long value) {
      if (value == null) {
        return null;
      }
      return signed ? Long.toString(value) : Long.toUnsignedString(value);
    }
  }

  private static final class Floats extends ValueFigures {
    private final int bits;
    private double sum;
    private double magnitudes;
    private long nan;
    private long inf;
    private Double min;
    private Double max;

    Floats(int bits) {
      this.bits = bits;
    }

    @Override
    long take(ArrayData array, int slot) {
      long raw = ArrowSlots.bits(array, slot);
      double value =
          switch (bits) {
            case 16 -> Float.float16ToFloat((short) raw);
            case 32 -> Float.intBitsToFloat((int) raw);
            default -> Double.longBitsToDouble(raw);
          };
      if (Double.isNaN(value)) {
        nan++;
        return raw;
      }
      if (Double.isInfinite(value)) {
        inf++;
      } else {
        sum += value;
        magnitudes += Math.abs(value);
      }
      min = min == null || value < min ? (Double) value : min;
      max = max == null || value > max ? (Double) value : max;
      return raw;
    }

    @Override
    void putInto(Map<String, Object> figures) {
      super.putInto(figures);
      figures.put("nan", nan);
      figures.put("inf", inf);
      figures.put("sumFinite", Double.isFinite(sum) ? (Double) sum : null);
      figures.put("magnitudes", magnitudes);
      figures.put("min", min);
      figures.put("max", max);
    }
  }

  private static final class Decimals extends ValueFigures {
    private BigInteger sum = BigInteger.ZERO;
    private BigInteger min;
    private BigInteger max;

    @Override
    long take(ArrayData array, int slot) {
      BigInteger value = ArrowSlots.unscaled(array, slot);
      sum = sum.add(value);
      min = min == null ? value : min.min(value);
      max = max == null ? value : max.max(value);
      return crc32(value.toByteArray());
    }

    @Override
    void putInto(Map<String, Object> figures) {
      super.putInto(figures);
      figures.put("sumUnscaled", sum);
      figures.put("min", min);
      figures.put("max", max);
    }
  }

  private static final class Bytes extends ValueFigures {
    private static final int SHOWN = 64;

    private long total;
    private byte[] min;
    private byte[] max;

    @Override
    long take(ArrayData array, int slot) {
      byte[] value = ArrowSlots.bytes(array, slot);
      total += value.length;
      min = min == null || Arrays.compareUnsigned(value, min) < 0 ? value : min;
      max = max == null || Arrays.compareUnsigned(value, max) > 0 ? value : max;
      return crc32(value);
    }

    @Override
    void putInto(Map<String, Object> figures) {
      super.putInto(figures);
      figures.put("bytes", total);
      figures.put("minBytes", hex(min));
      figures.put("maxBytes", hex(max));
    }

    private static String hex(byte[] value) {
      return value == null
          ? null
          : HexFormat.of().formatHex(value, 0, Math.min(value.length, SHOWN));
    }
  }
}
