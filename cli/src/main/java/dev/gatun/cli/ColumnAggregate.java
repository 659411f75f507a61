package dev.gatun.cli;

import dev.gatun.arrow.Column;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.NullColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a scan tells of the values of a column, or of a part of one, over all batches.
///
/// This class only counts values and nulls. Subclasses read values in tight loops over the buffers
/// of columns, so that a scan takes little longer than reading the file.
class ColumnAggregate {
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String path;
  private final Field field;
  private long values;
  private long nulls;

  /// @param path dotted, from the top
  ColumnAggregate(String path, Field field) {
    this.path = path;
    this.field = field;
  }

  /// Adds the slots of a batch.
  ///
  /// @param parents which slots of the struct around it have a value; null for all
  final void add(Column column, @Nullable MemorySegment parents) {
    int n = column.length();
    if (column instanceof NullColumn) {
      nulls += n;
      return;
    }
    MemorySegment valid =
        Validity.and(column.nullCount() == 0 ? null : column.validity(), parents, n);
    int present = Validity.count(valid, n);
    values += present;
    nulls += n - present;
    addParts(column, valid);
    if (present > 0) {
      addValues(column, valid);
    }
  }

  /// Adds the slots of the parts that have one for every slot, null or not.
  ///
  /// @param valid which slots have a value; null for all
  void addParts(Column column, @Nullable MemorySegment valid) {
    // Most have no parts.
  }

  /// Adds the slots that have a value, of which there is at least one.
  ///
  /// @param valid which these are; null for all
  void addValues(Column column, @Nullable MemorySegment valid) {
    // They are counted already.
  }

  final String path() {
    return path;
  }

  final Field field() {
    return field;
  }

  final long values() {
    return values;
  }

  final long nulls() {
    return nulls;
  }

  /// The rest of what is known.
  ///
  /// @param min null where there is no order or no value
  /// @param sum a [Number], null where sums make no sense
  /// @param mean null where sums make no sense or there is no value
  /// @param nans NaNs, null where there are no such things
  /// @param trues how often true, null for other types
  /// @param bytes length of all values, null where all values have one width
  /// @param elements elements of all lists, or entries of all maps; null for other types
  record Summary(
      @Nullable Object min,
      @Nullable Object max,
      @Nullable Number sum,
      @Nullable Double mean,
      @Nullable Long nans,
      @Nullable Long trues,
      @Nullable Long bytes,
      @Nullable Long elements) {
    static final Summary NONE = new Summary(null, null, null, null, null, null, null, null);

    static Summary ofRange(@Nullable Object min, @Nullable Object max) {
      return new Summary(min, max, null, null, null, null, null, null);
    }
  }

  /// What was found in the values so far.
  Summary summary() {
    return Summary.NONE;
  }

  /// Aggregates of the parts.
  List<ColumnAggregate> children() {
    return List.of();
  }
}
