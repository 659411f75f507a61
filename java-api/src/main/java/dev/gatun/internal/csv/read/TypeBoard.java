package dev.gatun.internal.csv.read;

import dev.gatun.arrow.DataType;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The types of a scan's columns as far as they are known. Types that are found out only ever
/// become wider. Thread-safe.
final class TypeBoard {
  private final AtomicReferenceArray<DataType> types;
  private final boolean[] found;
  private final DataType string;

  /// @param given of each column, null where it is to be found out
  /// @param string what strings that are found out become
  TypeBoard(DataType[] given, DataType string) {
    this.string = string;
    types = new AtomicReferenceArray<>(given.length);
    found = new boolean[given.length];
    for (int i = 0; i < given.length; i++) {
      found[i] = given[i] == null;
      types.set(i, found[i] ? FoundTypes.NULL : given[i]);
    }
  }

  int size() {
    return found.length;
  }

  DataType type(int column) {
    return types.get(column);
  }

  /// Whether the type is found out, and not asked for.
  boolean isFound(int column) {
    return found[column];
  }

  /// Whether a column may still get another type.
  boolean isOpen(int column) {
    return found[column] && !types.get(column).equals(string);
  }

  boolean hasOpen() {
    for (int i = 0; i < found.length; i++) {
      if (isOpen(i)) {
        return true;
      }
    }
    return false;
  }

  /// What strings that are found out become.
  DataType string() {
    return string;
  }

  /// Makes a column take what `type` takes too.
  void widen(int column, DataType type) {
    types.accumulateAndGet(column, type, (a, b) -> FoundTypes.join(a, b, string));
  }
}
