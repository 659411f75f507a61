package dev.gatun.internal.csv.read;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.TimeUnit;
import java.util.ArrayList;
import java.util.List;

/// The types that are found out, and which of them hold the values of which others.
///
/// The sets of cells that two types take are either one inside the other or have nothing in common
/// but null, and strings take everything; so the type of a whole column is the join of the types of
/// its parts, whatever the order.
final class FoundTypes {
  static final DataType NULL = new DataType.Null();
  static final DataType STRING = new DataType.Utf8();
  static final DataType DICTIONARY = new DataType.Dictionary(STRING);

  private static final DataType BOOL = new DataType.Bool();
  private static final DataType INTEGER = new DataType.Int(64, true);
  private static final DataType REAL = new DataType.FloatingPoint(64);
  private static final DataType DATE = new DataType.Date();
  private static final List<DataType> TIMESTAMPS = timestamps(null);
  private static final List<DataType> INSTANTS = timestamps("UTC");
  private static final List<DataType> TIMES = times();

  private FoundTypes() {}

  private static List<DataType> timestamps(@org.jspecify.annotations.Nullable String zone) {
    List<DataType> types = new ArrayList<>();
    for (TimeUnit unit : TimeUnit.values()) {
      types.add(new DataType.Timestamp(unit, zone));
    }
    return types;
  }

  private static List<DataType> times() {
    List<DataType> types = new ArrayList<>();
    for (TimeUnit unit : TimeUnit.values()) {
      types.add(new DataType.Time(unit));
    }
    return types;
  }

  /// Types that take all cells that `type` takes and more, in the order in which they are tried.
  /// None for strings.
  static List<DataType> above(DataType type, DataType string) {
    List<DataType> types = new ArrayList<>();
    switch (type) {
      case DataType.Null _ -> {
        types.add(BOOL);
        types.add(INTEGER);
        types.add(REAL);
        types.add(DATE);
        types.addAll(TIMESTAMPS);
        types.addAll(INSTANTS);
        types.addAll(TIMES);
      }
      case DataType.Int _ -> types.add(REAL);
      case DataType.Date _ -> types.addAll(TIMESTAMPS);
      case DataType.Timestamp stamp -> {
        List<DataType> all = stamp.zone() == null ? TIMESTAMPS : INSTANTS;
        types.addAll(all.subList(all.indexOf(type) + 1, all.size()));
      }
      case DataType.Time _ -> types.addAll(TIMES.subList(TIMES.indexOf(type) + 1, TIMES.size()));
      default -> {}
    }
    if (!type.equals(string)) {
      types.add(string);
    }
    return types;
  }

  /// The first type that takes what either of two takes.
  static DataType join(DataType a, DataType b, DataType string) {
    if (a.equals(b) || above(b, string).contains(a)) {
      return a;
    }
    return above(a, string).contains(b) ? b : string;
  }
}
