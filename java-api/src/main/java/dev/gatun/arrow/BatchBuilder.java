package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Makes a batch of arrays, which are copied when it is built.
///
/// ```java
/// try (Batch people =
///     new BatchBuilder().longs("id", 1, 2, 3).strings("name", "Ada", null, "Grace").build()) { … }
/// ```
///
/// For one thread at a time.
public final class BatchBuilder {
  private final List<Field> fields = new ArrayList<>();
  private final List<BiFunction<Field, Region, ArrayData>> columns = new ArrayList<>();
  private int rows = -1;

  /// No columns yet.
  public BatchBuilder() {}

  /// A column `int32`.
  ///
  /// @throws IllegalArgumentException when there are not as many values as in the columns before,
  ///     as for the methods below
  public BatchBuilder ints(String name, int... values) {
    return add(name, new DataType.Int(Integer.SIZE, true), MemorySegment.ofArray(values), 4);
  }

  /// A column `int64`.
  public BatchBuilder longs(String name, long... values) {
    return add(name, new DataType.Int(Long.SIZE, true), MemorySegment.ofArray(values), 8);
  }

  /// A column `float64`.
  public BatchBuilder doubles(String name, double... values) {
    return add(name, new DataType.FloatingPoint(Double.SIZE), MemorySegment.ofArray(values), 8);
  }

  /// A column `bool`.
  public BatchBuilder booleans(String name, boolean... values) {
    byte[] bits = new byte[(values.length + 7) / 8];
    for (int i = 0; i < values.length; i++) {
      bits[i / 8] |= (byte) ((values[i] ? 1 : 0) << i % 8);
    }
    MemorySegment given = MemorySegment.ofArray(bits);
    return add(
        name,
        new DataType.Bool(),
        false,
        values.length,
        (field, region) -> array(field, values.length, 0, null, null, copy(given, region)));
  }

  /// A column `utf8`, in which values may be null.
  public BatchBuilder strings(String name, @Nullable String... values) {
    return add(
        name,
        new DataType.Utf8(),
        true,
        values.length,
        (field, region) -> strings(field, values, region));
  }

  private BatchBuilder add(String name, DataType type, MemorySegment values, int width) {
    int count = Math.toIntExact(values.byteSize() / width);
    return add(
        name,
        type,
        false,
        count,
        (field, region) -> array(field, count, 0, null, null, copy(values, region)));
  }

  private BatchBuilder add(
      String name,
      DataType type,
      boolean nullable,
      int count,
      BiFunction<Field, Region, ArrayData> column) {
    if (rows >= 0 && rows != count) {
      throw new IllegalArgumentException(
          "column \"%s\" has %d values, not %d".formatted(name, count, rows));
    }
    rows = count;
    fields.add(new Field(name, type, nullable));
    columns.add(column);
    return this;
  }

  private static MemorySegment copy(MemorySegment values, Region region) {
    return region.allocate(values.byteSize()).copyFrom(values);
  }

  private static ArrayData strings(Field field, @Nullable String[] values, Region region) {
    byte[][] texts = new byte[values.length][];
    int[] offsets = new int[values.length + 1];
    byte[] bits = new byte[(values.length + 7) / 8];
    int nulls = 0;
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      texts[i] = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
      offsets[i + 1] = Math.addExact(offsets[i], texts[i].length);
      bits[i / 8] |= (byte) ((value == null ? 0 : 1) << i % 8);
      nulls += value == null ? 1 : 0;
    }
    MemorySegment data = region.allocate(offsets[values.length]);
    for (int i = 0; i < values.length; i++) {
      MemorySegment.copy(texts[i], 0, data, ValueLayout.JAVA_BYTE, offsets[i], texts[i].length);
    }
    return array(
        field,
        values.length,
        nulls,
        nulls == 0 ? null : copy(MemorySegment.ofArray(bits), region),
        copy(MemorySegment.ofArray(offsets), region),
        data);
  }

  private static ArrayData array(
      Field field,
      int rows,
      int nulls,
      @Nullable MemorySegment validity,
      @Nullable MemorySegment offsets,
      MemorySegment values) {
    return new ArrayData(field, rows, nulls, validity, offsets, values, List.of(), null, List.of());
  }

  /// The batch, detached: for any thread, until it is closed.
  public Batch build() {
    Region region = new Region(MemoryAccount.process());
    boolean complete = false;
    try {
      List<ArrayData> arrays = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        arrays.add(columns.get(i).apply(fields.get(i), region));
      }
      Schema schema = new Schema(fields, Map.of());
      Batch batch = Batches.open(schema, Math.max(rows, 0), arrays, BatchMemory.of(region::close));
      complete = true;
      return batch.detach();
    } finally {
      if (!complete) {
        region.close();
      }
    }
  }
}
