package dev.gatun.arrow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A row of a batch, by the column's place or name. Reads the batch itself, so it is as valid as
/// that. Numbers are widened: [#getLong] reads every integer type, dates and timestamps as their
/// count of days or units, [#getDouble] every number but decimals.
///
/// A primitive getter throws [NullPointerException] for a null; the others return it.
public final class Row {
  private final List<Column> columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final int count;
  private int index = -1;

  Row(List<Column> columns, int count) {
    this.columns = columns;
    this.count = count;
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(columns.get(i).field().name(), i);
    }
  }

  Iterator<Row> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return index + 1 < count;
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        index++;
        return Row.this;
      }
    };
  }

  /// The row's number in its batch.
  public int index() {
    return index;
  }

  /// The place of the first column of that name.
  ///
  /// @throws IllegalArgumentException when there is none
  public int place(String name) {
    Integer place = places.get(name);
    return place != null ? place : Fields.index(columns.stream().map(Column::field).toList(), name);
  }

  /// Whether the value is null.
  public boolean isNull(int column) {
    return columns.get(column).isNull(index);
  }

  /// See [#isNull(int)].
  public boolean isNull(String column) {
    return isNull(place(column));
  }

  /// A boolean.
  public boolean getBoolean(int column) {
    return present(column).asBooleans().get(index);
  }

  /// See [#getBoolean(int)].
  public boolean getBoolean(String column) {
    return getBoolean(place(column));
  }

  /// An integer, or the count of days or units of a time.
  ///
  /// @throws ArithmeticException when it takes more than 32 bits
  public int getInt(int column) {
    return Math.toIntExact(getLong(column));
  }

  /// See [#getInt(int)].
  public int getInt(String column) {
    return getInt(place(column));
  }

  /// An integer, or the count of days or units of a time. The bits of a `uint64`.
  public long getLong(int column) {
    return present(column).longValue(index);
  }

  /// See [#getLong(int)].
  public long getLong(String column) {
    return getLong(place(column));
  }

  /// A number that is not a decimal.
  public double getDouble(int column) {
    return present(column).doubleValue(index);
  }

  /// See [#getDouble(int)].
  public double getDouble(String column) {
    return getDouble(place(column));
  }

  /// A decimal.
  public @Nullable BigDecimal getDecimal(int column) {
    return columns.get(column).asDecimals().get(index);
  }

  /// See [#getDecimal(int)].
  public @Nullable BigDecimal getDecimal(String column) {
    return getDecimal(place(column));
  }

  /// Text.
  public @Nullable String getString(int column) {
    return columns.get(column).asStrings().get(index);
  }

  /// See [#getString(int)].
  public @Nullable String getString(String column) {
    return getString(place(column));
  }

  /// Bytes, of fixed width or not.
  public byte @Nullable [] getBytes(int column) {
    return columns.get(column) instanceof FixedSizeBinaryColumn fixed
        ? fixed.get(index)
        : columns.get(column).asBinary().get(index);
  }

  /// See [#getBytes(int)].
  public byte @Nullable [] getBytes(String column) {
    return getBytes(place(column));
  }

  /// A list, its elements as of [#getObject(int)].
  public @Nullable List<@Nullable Object> getList(int column) {
    return columns.get(column).asList().list(index);
  }

  /// See [#getList(int)].
  public @Nullable List<@Nullable Object> getList(String column) {
    return getList(place(column));
  }

  /// A struct by field name, its values as of [#getObject(int)].
  public @Nullable Map<String, @Nullable Object> getStruct(int column) {
    StructColumn structs = columns.get(column).asStruct();
    return structs.isNull(index) ? null : structs.value(index);
  }

  /// See [#getStruct(int)].
  public @Nullable Map<String, @Nullable Object> getStruct(String column) {
    return getStruct(place(column));
  }

  /// A map, its keys and values as of [#getObject(int)].
  public @Nullable Map<@Nullable Object, @Nullable Object> getMap(int column) {
    MapColumn maps = columns.get(column).asMap();
    return maps.isNull(index) ? null : maps.value(index);
  }

  /// See [#getMap(int)].
  public @Nullable Map<@Nullable Object, @Nullable Object> getMap(String column) {
    return getMap(place(column));
  }

  /// Any value, as [Column#object] has it.
  public @Nullable Object getObject(int column) {
    return columns.get(column).object(index);
  }

  /// See [#getObject(int)].
  public @Nullable Object getObject(String column) {
    return getObject(place(column));
  }

  private Column present(int column) {
    if (isNull(column)) {
      throw new NullPointerException(
          "column \"" + columns.get(column).field().name() + "\" is null in row " + index);
    }
    return columns.get(column);
  }
}
