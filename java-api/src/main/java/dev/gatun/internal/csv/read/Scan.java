package dev.gatun.internal.csv.read;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvLayout;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvTable;
import dev.gatun.internal.exec.Execution;
import java.util.List;

/// The ways to run a scan.
public final class Scan {
  /// Decimal digits that 128 bits hold.
  private static final int MOST_DIGITS = 38;

  private Scan() {}

  /// Checks that all types can be read from text.
  ///
  /// @throws IllegalArgumentException when one cannot
  public static void checkTypes(List<Field> fields) {
    fields.forEach(field -> checkType(field.name(), field.type()));
  }

  /// Checks that a type can be read from text.
  ///
  /// @throws IllegalArgumentException when it cannot
  public static void checkType(String column, DataType type) {
    boolean readable =
        switch (type) {
          case DataType.Null _,
              DataType.Bool _,
              DataType.Utf8 _,
              DataType.Date _,
              DataType.Time _,
              DataType.Timestamp _ ->
              true;
          case DataType.Int(int bits, boolean signed) ->
              bits == 8 || bits == 16 || bits == 32 || (bits == 64 && signed);
          case DataType.FloatingPoint(int bits) -> bits == 32 || bits == 64;
          case DataType.Decimal(int precision, int scale, int bits) ->
              bits == 128
                  && (precision >= 1 && precision <= MOST_DIGITS)
                  && (scale >= 0 && scale <= precision);
          case DataType.Dictionary(DataType values) -> values instanceof DataType.Utf8;
          default -> false;
        };
    if (!readable) {
      throw new IllegalArgumentException("column " + column + ": no " + type + " is read from CSV");
    }
  }

  /// See [dev.gatun.csv.CsvScan#inspect].
  public static CsvLayout inspect(ScanSettings settings) {
    try (ScanStart start = begin(settings, false)) {
      return start.inspect();
    }
  }

  /// See [dev.gatun.csv.CsvScan#open].
  public static CsvReader open(ScanSettings settings) {
    ScanStart start = begin(settings, false);
    try {
      return start.open(settings.limit);
    } catch (RuntimeException | Error e) {
      start.close();
      throw e;
    }
  }

  /// See [dev.gatun.csv.CsvScan#read].
  public static CsvTable read(ScanSettings settings) {
    try (ScanStart start = begin(settings, true)) {
      return start.read();
    }
  }

  /// See [dev.gatun.csv.CsvScan#records].
  public static CsvReader records(ScanSettings settings) {
    ScanStart start = begin(settings, false);
    try {
      return start.records();
    } catch (RuntimeException | Error e) {
      start.close();
      throw e;
    }
  }

  private static ScanStart begin(ScanSettings settings, boolean twice) {
    ScanRun run = new ScanRun(Execution.begin("csv scan", settings.options));
    try {
      return new ScanStart(settings, run, twice);
    } catch (RuntimeException | Error e) {
      run.close();
      throw e;
    }
  }
}
