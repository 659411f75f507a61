package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.ColumnFilter;
import java.lang.foreign.MemorySegment;

/// [ColumnFilter] by `gatun_column_filter_*`.
public final class ColumnFilterNative implements ColumnFilter {
  private static final String NAME = "column_filter";

  @Override
  public long numbers(Rows rows, MemorySegment values, NumberBounds bounds) {
    ColumnFilter.requireBytes(values, (long) rows.count() * bounds.type().width());
    return NativeErrors.count(
        NAME,
        gatun_h.gatun_column_filter_numbers(
            rows.count(),
            Structs.orNull(rows.validity()),
            rows.selection(),
            flags(rows, bounds.below()) | (bounds.nans() ? gatun_h.GATUN_FILTER_NANS() : 0),
            bounds.type().ordinal(),
            values,
            bounds.bounds(),
            bounds.count()));
  }

  @Override
  public long strings(Rows rows, MemorySegment offsets, MemorySegment bytes, BytesBounds bounds) {
    ColumnFilter.requireBytes(offsets, (rows.count() + 1L) * Integer.BYTES);
    return bytes(rows, offsets, 0, bytes, bounds);
  }

  @Override
  public long fixed(Rows rows, int width, MemorySegment bytes, BytesBounds bounds) {
    ColumnFilter.requireBytes(bytes, (long) rows.count() * width);
    return bytes(rows, MemorySegment.NULL, width, bytes, bounds);
  }

  private static long bytes(
      Rows rows, MemorySegment offsets, int width, MemorySegment bytes, BytesBounds bounds) {
    return NativeErrors.count(
        NAME,
        gatun_h.gatun_column_filter_bytes(
            rows.count(),
            Structs.orNull(rows.validity()),
            rows.selection(),
            flags(rows, bounds.below()),
            offsets,
            width,
            bytes,
            bounds.offsets(),
            bounds.bounds(),
            bounds.count()));
  }

  @Override
  public long bits(Rows rows, MemorySegment values, boolean zeroes, boolean ones) {
    ColumnFilter.requireBytes(values, (rows.count() + 7L) / 8);
    return bitmap(rows, values, zeroes, ones);
  }

  @Override
  public long all(Rows rows, boolean pass) {
    return bitmap(rows, MemorySegment.NULL, pass, pass);
  }

  private static long bitmap(Rows rows, MemorySegment values, boolean zeroes, boolean ones) {
    return NativeErrors.count(
        NAME,
        gatun_h.gatun_column_filter_bits(
            rows.count(),
            Structs.orNull(rows.validity()),
            rows.selection(),
            flags(rows, false)
                | (zeroes ? gatun_h.GATUN_FILTER_ZEROES() : 0)
                | (ones ? gatun_h.GATUN_FILTER_ONES() : 0),
            values));
  }

  @Override
  public long indexes(Rows rows, MemorySegment indexes, MemorySegment matches, int entries) {
    ColumnFilter.requireBytes(indexes, (long) rows.count() * Integer.BYTES);
    ColumnFilter.requireBytes(matches, (entries + 7L) / 8);
    return NativeErrors.count(
        NAME,
        gatun_h.gatun_column_filter_indexes(
            rows.count(),
            Structs.orNull(rows.validity()),
            rows.selection(),
            flags(rows, false),
            indexes,
            matches,
            entries));
  }

  private static int flags(Rows rows, boolean below) {
    int combine =
        switch (rows.combine()) {
          case SET -> gatun_h.GATUN_FILTER_SET();
          case AND -> gatun_h.GATUN_FILTER_AND();
          case OR -> gatun_h.GATUN_FILTER_OR();
        };
    return combine
        | (rows.nulls() ? gatun_h.GATUN_FILTER_NULLS() : 0)
        | (below ? gatun_h.GATUN_FILTER_BELOW() : 0);
  }
}
