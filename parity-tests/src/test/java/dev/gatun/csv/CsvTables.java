package dev.gatun.csv;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Random texts that have columns of certain types in mind, most cells of which are such values.
final class CsvTables {
  private static final String[] ODD = {
    "x", "-", "1.5.5", "1e", "--1", "2021-02-29", "25:00:00", "9223372036854775808", "12a", "é", " "
  };

  /// What a cell may be, before quotes are put around it.
  private enum Kind {
    BOOLEAN(new DataType.Bool(), "true", "false", "True", "FALSE"),
    INTEGER(
        new DataType.Int(64, true),
        "0",
        "1",
        "-17",
        "42",
        "123456789",
        "9223372036854775807",
        "-9223372036854775808",
        "1000000"),
    SMALL(new DataType.Int(16, true), "0", "-32768", "32767", "7", "99"),
    UNSIGNED(new DataType.Int(32, false), "0", "4294967295", "7", "100"),
    DOUBLE(
        new DataType.FloatingPoint(64),
        "1.5",
        "-0.0",
        ".5",
        "5.",
        "1e300",
        "1e-400",
        "-2.5E-3",
        "0.1",
        "3",
        "9007199254740993.5",
        "40.75061798095703"),
    FLOAT(new DataType.FloatingPoint(32), "1.5", "-0.0", "16777217", "3.4028236e38", "0.1"),
    DECIMAL(
        new DataType.Decimal(20, 3, 128), "1.5", "-0.001", "12345678901234567", "2.500000", "7"),
    TEXT(
        new DataType.Utf8(),
        "a",
        "é",
        "",
        "𝄞 clef",
        "plain text",
        "x y",
        "longer than sixteen bytes of text"),
    WORD(new DataType.Dictionary(new DataType.Utf8()), "red", "green", "", "blue"),
    DATE(new DataType.Date(), "1970-01-01", "2000-02-29", "9999-12-31", "0001-01-01", "2026-11-21"),
    TIME(
        new DataType.Time(TimeUnit.MILLISECOND),
        "00:00",
        "23:59:59",
        "12:34:56.789",
        "01:02:03.5000"),
    LOCAL(
        new DataType.Timestamp(TimeUnit.MICROSECOND, null),
        "2015-01-15 19:05:39",
        "1969-12-31T23:59:59.000001",
        "2000-01-01",
        "2000-01-01 12:00"),
    INSTANT(
        new DataType.Timestamp(TimeUnit.SECOND, "UTC"),
        "2015-01-15T19:05:39Z",
        "2000-01-01T12:00:00+02:00",
        "2000-01-01 12:00:00-0130",
        "2000-01-01T00:00:00+01");

    private final DataType type;
    private final String[] values;

    Kind(DataType type, String... values) {
      this.type = type;
      this.values = values;
    }

    /// A value, or with luck something else.
    Arbitrary<String> cells(boolean faulty) {
      Arbitrary<String> good = Arbitraries.of(values);
      Arbitrary<String> numbers =
          this == INTEGER
              ? Arbitraries.longs().map(String::valueOf)
              : this == DOUBLE ? Arbitraries.doubles().map(String::valueOf) : good;
      Arbitrary<String> common =
          Arbitraries.frequencyOf(
              Tuple.of(8, good), Tuple.of(4, numbers), Tuple.of(2, Arbitraries.just("")));
      return faulty
          ? Arbitraries.frequencyOf(Tuple.of(60, common), Tuple.of(1, Arbitraries.of(ODD)))
          : common;
    }
  }

  private CsvTables() {}

  /// Up to five columns and forty records, with wrong values, wrong lengths and wrong quotes here
  /// and there when `faulty`.
  static Arbitrary<CsvText> tables(boolean faulty) {
    return Combinators.combine(
            CsvArbitraries.dialects(),
            Arbitraries.of(Kind.values()).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.of(true, false))
        .flatAs((dialect, kinds, header) -> tables(header(dialect, header), kinds, faulty));
  }

  private static CsvDialect header(CsvDialect dialect, boolean present) {
    return present ? dialect.header(CsvDialect.Header.PRESENT) : dialect;
  }

  private static Arbitrary<CsvText> tables(CsvDialect dialect, List<Kind> kinds, boolean faulty) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      fields.add(new Field("column_" + (i + 1), kinds.get(i).type, true));
    }
    List<Arbitrary<String>> cells =
        kinds.stream().map(kind -> written(dialect, kind.cells(faulty))).toList();
    String delimiter = String.valueOf(dialect.delimiter());
    Arbitrary<String> right =
        Combinators.combine(cells).as(record -> String.join(delimiter, record));
    Arbitrary<String> records =
        faulty
            ? Arbitraries.frequencyOf(Tuple.of(20, right), Tuple.of(1, wrong(dialect, right)))
            : right;
    Arbitrary<String> ends =
        Arbitraries.frequency(Tuple.of(6, "\n"), Tuple.of(2, "\r\n"), Tuple.of(1, "\r"));
    Arbitrary<String> between =
        Arbitraries.frequency(
            Tuple.of(20, ""),
            Tuple.of(1, dialect.skipEmptyLines() ? "\n\r\n" : ""),
            Tuple.of(1, dialect.comment() == 0 ? "" : dialect.comment() + " a \" comment\n"));
    Arbitrary<String> lines =
        Combinators.combine(records, ends, between).as((record, end, more) -> record + end + more);
    String first =
        dialect.header() == CsvDialect.Header.PRESENT
            ? String.join(delimiter, fields.stream().map(Field::name).toList()) + "\n"
            : "";
    // The first record says how many cells there are.
    return Combinators.combine(
            right.filter(record -> !record.isEmpty()),
            lines.list().ofMaxSize(40),
            right,
            Arbitraries.of(true, false))
        .as(
            (second, all, last, ended) ->
                first + second + "\n" + String.join("", all) + (ended ? "" : last))
        .map(text -> new CsvText(text, dialect, fields));
  }

  /// In quotes where they are needed, and now and then where they are not.
  private static Arbitrary<String> written(CsvDialect dialect, Arbitrary<String> cells) {
    if (dialect.quote() == 0) {
      return cells;
    }
    String quote = String.valueOf(dialect.quote());
    String pair = (dialect.escape() == 0 ? quote : "" + dialect.escape()) + quote;
    Arbitrary<String> odd =
        Arbitraries.of("", "\n", "\r\n", "\r", pair, String.valueOf(dialect.delimiter()), "ü");
    return Combinators.combine(
            cells,
            Arbitraries.frequencyOf(Tuple.of(30, Arbitraries.just("")), Tuple.of(1, odd)),
            Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true)))
        .as((cell, tail, quoted) -> quoted || !tail.isEmpty() ? quote + cell + tail + quote : cell);
  }

  /// Too long, too short, or with text behind a quote.
  private static Arbitrary<String> wrong(CsvDialect dialect, Arbitrary<String> records) {
    String delimiter = String.valueOf(dialect.delimiter());
    String quote = dialect.quote() == 0 ? "\"" : String.valueOf(dialect.quote());
    return Combinators.combine(records, Arbitraries.integers().between(0, 4))
        .as(
            (record, fault) ->
                switch (fault) {
                  case 0 -> record + delimiter + "1";
                  case 1 -> "1";
                  case 2 -> quote + "1" + quote + "x" + delimiter + record;
                  case 3 -> record + delimiter + quote + "q" + quote + " r";
                  default -> record.replaceFirst(java.util.regex.Pattern.quote(delimiter), " ");
                });
  }
}
