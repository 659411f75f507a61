package dev.gatun.cli;

import dev.gatun.arrow.DataType;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.LateTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How cells are turned into values.
final class CsvFormatOptions {
  @Option(
      names = "--type",
      paramLabel = "COLUMN=TYPE",
      description = {
        "Type of a column, may be given often: bool, int8..int64, uint8..uint32, float32, float64,"
            + " decimal(P,S), string, dictionary, date, time[UNIT], timestamp[UNIT],"
            + " timestamp[UNIT, ZONE]; UNIT is s, ms, us or ns. Default: found out."
      })
  private List<String> types = new ArrayList<>();

  @Option(names = "--all-strings", description = "All columns are strings.")
  private boolean strings;

  @Option(names = "--dictionaries", description = "Columns of strings become dictionaries.")
  private boolean dictionaries;

  @Option(
      names = "--late",
      paramLabel = "RULE",
      description = {
        "Where values do not fit the type found out from the beginning:",
        "widen the type (default), or fail."
      })
  private @Nullable LateTypes lateTypes;

  @Option(
      names = "--null",
      paramLabel = "TOKEN",
      description = "A cell that is null, may be given often. Default: the empty cell, ''.")
  private List<String> nulls = new ArrayList<>();

  @Option(
      names = "--string-nulls",
      paramLabel = "RULE",
      description = "Null tokens in columns of strings: none (default), unquoted, all.")
  private CsvFormats.@Nullable StringNulls stringNulls;

  @Option(
      names = "--decimal",
      paramLabel = "CHAR",
      description = "Before fractions: . (default) or a comma.")
  private @Nullable String decimal;

  @Option(
      names = "--grouping",
      paramLabel = "CHAR",
      description = "Between groups of three digits. Default: none.")
  private @Nullable String grouping;

  @Option(
      names = "--true",
      paramLabel = "TOKEN",
      description = "For true, may be given often. Default: true, True, TRUE.")
  private List<String> trueTokens = new ArrayList<>();

  @Option(
      names = "--false",
      paramLabel = "TOKEN",
      description = "For false, may be given often. Default: false, False, FALSE.")
  private List<String> falseTokens = new ArrayList<>();

  @Option(
      names = "--date-format",
      paramLabel = "PATTERN",
      description = "Such as dd.MM.yyyy. Default: ISO 8601.")
  private @Nullable String dateFormat;

  @Option(
      names = "--time-format",
      paramLabel = "PATTERN",
      description = "Such as HH.mm. Default: ISO 8601.")
  private @Nullable String timeFormat;

  @Option(
      names = "--timestamp-format",
      paramLabel = "PATTERN",
      description = "Such as 'dd/MM/yyyy HH:mm'. Default: ISO 8601.")
  private @Nullable String timestampFormat;

  /// The scan with these formats and types.
  ///
  /// @param defaultLateTypes where no option says anything
  /// @throws IllegalArgumentException when an option has a value that it cannot have
  CsvScan applyTo(CsvScan scan, LateTypes defaultLateTypes) {
    CsvScan result =
        scan.formats(formats()).lateTypes(lateTypes == null ? defaultLateTypes : lateTypes);
    if (strings) {
      result = result.asStrings();
    }
    if (dictionaries) {
      result = result.dictionaries();
    }
    for (String type : types) {
      int end = type.lastIndexOf('=');
      if (end < 1) {
        throw new IllegalArgumentException("--type '" + type + "' is not COLUMN=TYPE");
      }
      DataType parsed = ArrowTypes.parse(type.substring(end + 1));
      result = result.type(type.substring(0, end), parsed);
    }
    return result;
  }

  private CsvFormats formats() {
    CsvFormats formats =
        CsvFormats.defaults()
            .dateFormat(dateFormat)
            .timeFormat(timeFormat)
            .timestampFormat(timestampFormat);
    if (!nulls.isEmpty()) {
      formats = formats.nulls(nulls.toArray(String[]::new));
    }
    if (stringNulls != null) {
      formats = formats.stringNulls(stringNulls);
    }
    if (decimal != null) {
      formats = formats.decimalSeparator(Characters.parse("--decimal", decimal));
    }
    if (grouping != null) {
      formats = formats.groupingSeparator(Characters.parseOptional("--grouping", grouping));
    }
    if (!trueTokens.isEmpty()) {
      formats = formats.trueTokens(trueTokens.toArray(String[]::new));
    }
    if (!falseTokens.isEmpty()) {
      formats = formats.falseTokens(falseTokens.toArray(String[]::new));
    }
    return formats;
  }
}
