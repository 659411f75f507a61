package dev.gatun.internal.csv.read;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvLayout;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvTable;
import java.util.List;

/// The ways to run a scan.
public final class Scan {
  private Scan() {}

  /// Checks that all types can be read from text.
  public static void checkTypes(List<Field> fields) {
    fields.forEach(field -> checkType(field.name(), field.type()));
  }

  /// Checks that a type can be read from text.
  public static void checkType(String column, DataType type) {}

  public static CsvLayout inspect(ScanSettings settings) {
    throw new UnsupportedOperationException("not yet");
  }

  public static CsvReader open(ScanSettings settings) {
    throw new UnsupportedOperationException("not yet");
  }

  public static CsvTable read(ScanSettings settings) {
    throw new UnsupportedOperationException("not yet");
  }

  public static CsvReader records(ScanSettings settings) {
    throw new UnsupportedOperationException("not yet");
  }
}
