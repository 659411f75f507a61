package dev.gatun.csv;

import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.BatchWriter;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.csv.write.CsvOutput;
import dev.gatun.internal.io.BatchOutput;
import dev.gatun.internal.io.OutputFile;
import java.nio.file.Path;
import java.util.Locale;

/// Writes batches as CSV, in UTF-8. Immutable: every setting gives a new writer.
///
/// ```java
/// try (ParquetReader reader = file.scan().columns("id", "name").open()) {
///   CsvWriter.rfc4180().write(Path.of("names.csv.gz"), reader);
/// }
/// ```
///
/// Records end in LF. A cell is quoted where it must be: when the delimiter, a quote or a line end
/// is in it, when it is a text that a reader would take for null, or begins a record like a
/// comment. A quote inside is doubled.
///
/// Values are written so that [CsvScan] reads them back: numbers as Java prints them, decimals with
/// all digits of their scale, booleans as `true` and `false`, dates, times and timestamps as ISO
/// 8601 with as many digits as their unit has, those with a time zone in UTC with `Z`, bytes in
/// hexadecimal digits. To tell null from the empty text, read with
/// [CsvFormats.StringNulls#UNQUOTED].
public final class CsvWriter {
  private static final CsvWriter RFC_4180 = new CsvWriter(',', '"', true, "");

  private final char delimiter;
  private final char quote;
  private final boolean header;
  private final String nullText;

  private CsvWriter(char delimiter, char quote, boolean header, String nullText) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.header = header;
    this.nullText = nullText;
    check("delimiter", delimiter);
    check("quote", quote);
    if (delimiter == quote) {
      throw new IllegalArgumentException("one character is delimiter and quote");
    }
    for (int i = 0; i < nullText.length(); i++) {
      char c = nullText.charAt(i);
      if (c == delimiter || c == quote || c == '\n' || c == '\r') {
        throw new IllegalArgumentException("null text \"" + nullText + "\" would need quotes");
      }
    }
  }

  private static void check(String name, char value) {
    boolean blank = value == ' ' || value == '\t';
    if (!blank && (value <= ' ' || value > 0x7e || Character.isLetterOrDigit(value))) {
      throw new IllegalArgumentException("%s U+%04X cannot be used".formatted(name, (int) value));
    }
  }

  /// RFC 4180 with a header: comma, double quotes; null is the empty cell.
  public static CsvWriter rfc4180() {
    return RFC_4180;
  }

  /// With this ASCII character between cells; default a comma.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvWriter delimiter(char value) {
    return new CsvWriter(value, quote, header, nullText);
  }

  /// With this ASCII character around cells that need it; default double quotes.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvWriter quote(char value) {
    return new CsvWriter(delimiter, value, header, nullText);
  }

  /// With the columns' names as the first record, the default, or without.
  public CsvWriter header(boolean value) {
    return new CsvWriter(delimiter, quote, value, nullText);
  }

  /// With null written so, without quotes; default nothing.
  ///
  /// @throws IllegalArgumentException when it would need quotes
  public CsvWriter nullText(String value) {
    return new CsvWriter(delimiter, quote, header, value);
  }

  /// Writes the batches that a reader has left to a file, without closing the reader.
  ///
  /// @param file compressed when its name ends in `.gz`
  /// @return their rows
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when a column is nested
  public long write(Path file, BatchReader reader) {
    try (BatchWriter writer = open(file, reader.schema())) {
      long rows = writer.writeAll(reader);
      writer.finish();
      return rows;
    }
  }

  /// Begins a file.
  ///
  /// @param file compressed when its name ends in `.gz`
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when a column is nested
  public BatchWriter open(Path file, Schema schema) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zst")) {
      throw new IllegalArgumentException(file + ": CSV is compressed as .gz only");
    }
    CsvOutput.check(schema);
    OutputFile output = OutputFile.create(file);
    CsvOutput.Form form = new CsvOutput.Form(delimiter, quote, header, nullText);
    return BatchOutput.begin(
        output, schema, () -> new CsvOutput(output.channel(), name.endsWith(".gz"), schema, form));
  }
}
