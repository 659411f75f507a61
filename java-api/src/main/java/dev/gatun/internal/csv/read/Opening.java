package dev.gatun.internal.csv.read;

import dev.gatun.Engine;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvDialect.Header;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvProblem;
import dev.gatun.internal.csv.detect.DialectDetector;
import dev.gatun.internal.csv.detect.HeaderDetector;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the beginning of the first text shows: dialect, header, names.
final class Opening {
  private static final int LOOKED_AT = 100;
  private static final int MOST_CELLS = 10_000;

  private final ScanSettings settings;
  private final Head head;
  private final Engine engine;

  /// @param head at the beginning of the first text
  Opening(ScanSettings settings, Head head, Engine engine) {
    this.settings = settings;
    this.head = head;
    this.engine = engine;
  }

  /// The layout for records as they are.
  Layout records() {
    return new Layout(dialect().header(Header.ABSENT), settings.formats, List.of());
  }

  /// The layout of a table; passes over the header. Without names when there is no record at all.
  ///
  /// @throws CsvException when the first record has not as many cells as there are columns
  Layout table() {
    CsvDialect dialect = dialect();
    Grammar grammar = new Layout(dialect, settings.formats, List.of()).grammar();
    List<List<String>> records = head.peekRecords(grammar, LOOKED_AT, MOST_CELLS);
    Schema schema = settings.schema;
    List<String> given = schema == null ? null : schema.fields().stream().map(Field::name).toList();
    if (records.isEmpty()) {
      Header header = dialect.header() == Header.DETECT ? Header.ABSENT : dialect.header();
      return new Layout(
          dialect.header(header), settings.formats, given == null ? List.of() : given);
    }
    List<String> first = records.getFirst();
    boolean header = isHeader(dialect, records, given);
    if (given != null && given.size() != first.size()) {
      throw otherColumns(first, given, dialect);
    }
    if (header) {
      head.peekRecord(grammar);
      head.skipPeeked();
    }
    List<String> names = given != null ? given : names(header ? first : null, first.size());
    return new Layout(
        dialect.header(header ? Header.PRESENT : Header.ABSENT), settings.formats, names);
  }

  private CsvDialect dialect() {
    return DialectDetector.detect(
        settings.dialect, head.text(), head.from(), head.to(), head.isLast(), engine);
  }

  private boolean isHeader(
      CsvDialect dialect, List<List<String>> records, @Nullable List<String> given) {
    return switch (dialect.header()) {
      case PRESENT -> true;
      case ABSENT -> false;
      case DETECT ->
          given != null
              ? records.getFirst().equals(given)
              : HeaderDetector.isHeader(records, settings.formats);
    };
  }

  /// The header's names; made up where there is none.
  private static List<String> names(@Nullable List<String> header, int width) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String name = header == null ? "" : header.get(i);
      names.add(name.isEmpty() ? "column_" + (i + 1) : name);
    }
    return names;
  }

  private CsvException otherColumns(List<String> first, List<String> given, CsvDialect dialect) {
    return new CsvException(
        new CsvProblem(
            head.name(),
            head.line(),
            0,
            0,
            null,
            head.offset(),
            CsvProblem.Kind.OTHER_COLUMNS,
            String.join(String.valueOf(dialect.delimiter()), first),
            "expected the schema's " + given.size() + " columns, found " + first.size()));
  }
}
