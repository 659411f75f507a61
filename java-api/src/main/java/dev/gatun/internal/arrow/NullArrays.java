package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrays of nothing but nulls.
public final class NullArrays {
  private static final int VIEW = 16;

  private NullArrays() {}

  /// So many nulls of a field, or, of no rows, an empty array of one that has none.
  public static ArrayData of(Field field, int rows, Region region) {
    DataType type = field.type();
    boolean bits = rows > 0 && !(type instanceof DataType.Null);
    return new ArrayData(
        field,
        rows,
        rows,
        bits ? region.allocateZeroed((rows + 7L) / 8) : null,
        hasOffsets(type) ? region.allocateZeroed((rows + 1L) * Integer.BYTES) : null,
        values(type, rows, region),
        field.children().stream()
            .map(child -> of(child, type instanceof DataType.Struct ? rows : 0, region))
            .toList(),
        type instanceof DataType.Dictionary(DataType values)
            ? of(new Field("", values, true), 0, region)
            : null,
        List.of());
  }

  private static boolean hasOffsets(DataType type) {
    return switch (type) {
      case DataType.Utf8 _, DataType.Binary _, DataType.List _, DataType.Map _ -> true;
      default -> false;
    };
  }

  private static @Nullable MemorySegment values(DataType type, int rows, Region region) {
    return switch (type) {
      case DataType.Null _, DataType.Struct _, DataType.List _, DataType.Map _ -> null;
      case DataType.Bool _ -> region.allocateZeroed((rows + 7L) / 8);
      case DataType.Utf8 _, DataType.Binary _ -> region.allocate(0);
      case DataType.Dictionary _ -> region.allocateZeroed((long) rows * Integer.BYTES);
      case DataType.Utf8View _, DataType.BinaryView _ -> region.allocateZeroed((long) rows * VIEW);
      default -> region.allocateZeroed((long) rows * FixedWidths.of(type));
    };
  }
}
