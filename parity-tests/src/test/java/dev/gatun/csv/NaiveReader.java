package dev.gatun.csv;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvProblem.Kind;
import java.util.ArrayList;
import java.util.List;

/// The reader once more: the whole text at once, in the order in which its documentation says
/// things.
final class NaiveReader {
  /// Where a problem is, and what it is.
  record Place(long line, long record, int column, String columnName, long byteOffset, Kind kind) {
    static Place of(CsvProblem problem) {
      return new Place(
          problem.line(),
          problem.record(),
          problem.column(),
          problem.columnName(),
          problem.byteOffset(),
          problem.kind());
    }
  }

  /// A record that is right, or what is wrong with it.
  private record Row(List<NaiveCsv.Cell> cells, Place trouble) {}

  private final CsvText text;
  private final NaiveValues values;
  private final List<NaiveCsv.Line> records;
  private final int width;

  /// Whether names do not depend on the first record being right.
  private final boolean known;
  private final List<String> names = new ArrayList<>();
  private final List<DataType> types = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private NaiveReader(CsvText text, CsvFormats formats) {
    this.text = text;
    this.values = new NaiveValues(formats);
    List<NaiveCsv.Line> all = NaiveCsv.records(text.dialect(), text.bytes());
    this.width = all.isEmpty() ? text.fields().size() : all.getFirst().cells().size();
    boolean header = text.dialect().header() == CsvDialect.Header.PRESENT && !all.isEmpty();
    this.known = header || !text.fields().isEmpty();
    for (int i = 0; i < width; i++) {
      names.add(header ? all.getFirst().cells().get(i).text() : "column_" + (i + 1));
    }
    this.records = header ? all.subList(1, all.size()) : all;
  }

  /// With the types that were in mind when the text was made.
  static NaiveReader typed(CsvText text, CsvFormats formats) {
    NaiveReader reader = new NaiveReader(text, formats);
    for (int i = 0; i < reader.width; i++) {
      reader.names.set(i, text.fields().get(i).name());
      reader.types.add(text.fields().get(i).type());
    }
    reader.judge();
    return reader;
  }

  /// With types that hold all cells of all records that are right.
  static NaiveReader inferred(CsvText text, CsvFormats formats) {
    NaiveReader reader = new NaiveReader(text, formats);
    reader.judge();
    reader.infer(reader.rows.stream().filter(row -> row.trouble == null).toList());
    return reader;
  }

  /// With types that hold all cells of the records before the first problem.
  static NaiveReader inferredSoFar(CsvText text, CsvFormats formats) {
    NaiveReader reader = new NaiveReader(text, formats);
    reader.judge();
    long right = reader.rows.stream().takeWhile(row -> row.trouble == null).count();
    reader.infer(reader.rows.subList(0, (int) right));
    return reader;
  }

  /// Every column as strings.
  static NaiveReader strings(CsvText text) {
    NaiveReader reader = new NaiveReader(text, CsvFormats.defaults());
    reader.names.forEach(_ -> reader.types.add(new DataType.Utf8()));
    reader.judge();
    return reader;
  }

  private void infer(List<Row> right) {
    for (int i = 0; i < width; i++) {
      int column = i;
      types.add(values.type(right.stream().map(row -> row.cells.get(column)).toList()));
    }
  }

  List<String> names() {
    return names;
  }

  List<DataType> types() {
    return types;
  }

  int width() {
    return width;
  }

  /// What is wrong, record by record.
  List<Place> problems() {
    return rows.stream().map(Row::trouble).filter(trouble -> trouble != null).toList();
  }

  /// Values of the rows before the first problem, or of all that are right.
  ///
  /// @param rejecting whether bad records are left out
  List<List<Object>> columns(boolean rejecting) {
    List<List<Object>> columns = new ArrayList<>();
    names.forEach(_ -> columns.add(new ArrayList<>()));
    for (Row row : rows) {
      if (row.trouble != null) {
        if (rejecting) {
          continue;
        }
        break;
      }
      for (int i = 0; i < width; i++) {
        columns.get(i).add(values.value(row.cells.get(i), types.get(i)));
      }
    }
    return columns;
  }

  private void judge() {
    for (int i = 0; i < records.size(); i++) {
      rows.add(row(records.get(i), i + 1));
    }
  }

  /// Wrong quotes go before the number of cells, which may follow from them, that before values;
  /// but of wrong values and wrong quotes the first counts.
  private Row row(NaiveCsv.Line record, long number) {
    boolean quotes = record.trouble() != null;
    Kind length = quotes ? null : wrongLength(record.cells().size());
    if (length != null) {
      return new Row(List.of(), place(record, number, -1, record.offset(), length));
    }
    List<NaiveCsv.Cell> cells =
        new ArrayList<>(record.cells().subList(0, Math.min(width, record.cells().size())));
    while (cells.size() < width) {
      cells.add(new NaiveCsv.Cell("", "", false, record.offset() + record.raw().length()));
    }
    int right = quotes ? Math.min(record.troubleColumn(), types.size()) : types.size();
    for (int i = 0; i < right; i++) {
      if (values.value(cells.get(i), types.get(i)) == NaiveValues.MISFIT) {
        return new Row(cells, place(record, number, i, cells.get(i).offset(), Kind.BAD_VALUE));
      }
    }
    if (quotes) {
      int column = record.troubleColumn();
      return new Row(cells, place(record, number, column, record.troubleAt(), record.trouble()));
    }
    return new Row(cells, null);
  }

  private Kind wrongLength(int cells) {
    CsvDialect.Ragged ragged = text.dialect().ragged();
    if (cells < width && ragged == CsvDialect.Ragged.ERROR) {
      return Kind.TOO_FEW_FIELDS;
    }
    return cells > width && ragged != CsvDialect.Ragged.TRUNCATE ? Kind.TOO_MANY_FIELDS : null;
  }

  private Place place(NaiveCsv.Line record, long number, int column, long offset, Kind kind) {
    boolean named =
        column >= 0 && column < width && (number > 1 || known || kind == Kind.BAD_VALUE);
    String name = named ? names.get(column) : null;
    return new Place(record.line(), number, column + 1, name, offset, kind);
  }

  /// Names and types of the columns, as a schema has them.
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      fields.add(new Field(names.get(i), types.get(i), true));
    }
    return fields;
  }
}
