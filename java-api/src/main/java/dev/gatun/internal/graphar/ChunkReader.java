package dev.gatun.internal.graphar;

import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.CsvScan;
import dev.gatun.graph.GraphArchiveException;
import dev.gatun.internal.arrow.ArrayConcat;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.Batches;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.graphar.Info.FileType;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.SchemaNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads data files, each of which is one part of a table.
final class ChunkReader {
  private final RunOptions options;

  ChunkReader(RunOptions options) {
    this.options = options;
  }

  /// Any number of rows.
  static final long ANY = -1;

  /// Whether a file has a column.
  boolean has(Path file, FileType type, String column) {
    Root.require(file, "a chunk of " + type.spelling());
    return names(file, type).contains(column);
  }

  private List<String> names(Path file, FileType type) {
    return switch (type) {
      case CSV -> List.of(names(scan(file).asStrings().inspect().schema().fields()));
      case PARQUET -> {
        try (ParquetFile opened = ParquetFile.open(file, options)) {
          yield opened.schema().root().children().stream().map(SchemaNode::name).toList();
        }
      }
    };
  }

  /// Reads columns of a file, an array each.
  ///
  /// @param fields names, types and nullness of the columns
  /// @param rows how many there must be, or [#ANY]
  /// @throws GraphArchiveException when the file is not there, or is not what it should be
  List<ArrayData> read(Path file, FileType type, List<Field> fields, long rows, Region region) {
    Root.require(file, "a chunk of " + type.spelling());
    try {
      List<String> found = names(file, type);
      for (Field field : fields) {
        if (!found.contains(field.name())) {
          throw new GraphArchiveException(
              file,
              field.name(),
              "expected a column, found none; there are " + String.join(", ", found));
        }
      }
      return switch (type) {
        case CSV -> csv(file, fields, rows, region);
        case PARQUET -> parquet(file, fields, rows, region);
      };
    } catch (CsvException e) {
      String column = e.problem().columnName();
      throw new GraphArchiveException(
          file, column == null ? "" : column, "is not the CSV it should be: " + e.getMessage());
    } catch (ParquetException e) {
      throw new GraphArchiveException(
          file, "", "is not the Parquet it should be: " + e.getMessage());
    }
  }

  private CsvScan scan(Path file) {
    return CsvScan.of(file)
        .dialect(CsvDialect.rfc4180())
        .formats(CsvFormats.defaults().stringNulls(CsvFormats.StringNulls.UNQUOTED))
        .options(options);
  }

  private List<ArrayData> csv(Path file, List<Field> fields, long rows, Region region) {
    CsvScan scan = scan(file);
    for (Field field : fields) {
      scan = scan.type(field.name(), field.type());
    }
    try (BatchReader reader = scan.columns(names(fields)).open()) {
      return take(file, fields, reader, rows, region);
    }
  }

  private List<ArrayData> parquet(Path file, List<Field> fields, long rows, Region region) {
    try (ParquetFile opened = ParquetFile.open(file, options)) {
      try (BatchReader reader = opened.scan().columns(names(fields)).options(options).open()) {
        return take(file, fields, reader, rows, region);
      }
    }
  }

  private static String[] names(List<Field> fields) {
    return fields.stream().map(Field::name).toArray(String[]::new);
  }

  private static List<ArrayData> take(
      Path file, List<Field> fields, BatchReader reader, long rows, Region region) {
    List<Field> found = reader.schema().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (!Types.fits(fields.get(i), found.get(i))) {
        throw new GraphArchiveException(
            file,
            fields.get(i).name(),
            "expected %s, found %s".formatted(fields.get(i).type(), found.get(i).type()));
      }
    }
    List<Batches.Taken> taken = new ArrayList<>();
    try {
      long count = 0;
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        count += batch.rowCount();
        taken.add(Batches.take(batch));
      }
      if (rows != ANY && count != rows) {
        throw new GraphArchiveException(
            file, "", "expected %d rows, found %d".formatted(rows, count));
      }
      ArrayConcat concat = new ArrayConcat(region);
      List<ArrayData> columns = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        int place = i;
        Field field = withType(fields.get(i), found.get(i));
        ArrayData column =
            concat.of(field, taken.stream().map(batch -> batch.columns().get(place)).toList());
        if (column.nulls() > 0 && !field.nullable()) {
          throw new GraphArchiveException(
              file, field.name(), "expected a value in every row, found none in " + column.nulls());
        }
        columns.add(column);
      }
      return columns;
    } finally {
      taken.forEach(batch -> batch.free().run());
    }
  }

  /// The field that is declared, with the type that was found where types may differ.
  private static Field withType(Field declared, Field found) {
    return new Field(
        declared.name(), found.type(), declared.nullable(), found.children(), declared.metadata());
  }
}
