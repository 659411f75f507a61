package dev.gatun.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchArrays;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import dev.gatun.internal.arrow.ArrayData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What reading a CSV text came to. Every array is checked to be laid out well, counters to count
/// what was handed out.
///
/// @param names of the columns; empty when nothing could be opened
/// @param types of the columns
/// @param rows handed out before the end or the failure
/// @param columns their values, see [ArrowValues]
/// @param rejects what was rejected; empty after a failure
/// @param failure null, the [CsvProblem], or class and message of another exception
public record CsvOutcome(
    List<String> names,
    List<DataType> types,
    long rows,
    List<List<Object>> columns,
    List<CsvProblem> rejects,
    Object failure) {

  /// The batches of [CsvScan#open].
  public static CsvOutcome open(CsvScan scan) {
    return stream(scan::open);
  }

  /// The batches of [CsvScan#records].
  public static CsvOutcome records(CsvScan scan) {
    return stream(scan::records);
  }

  /// The table of [CsvScan#read].
  public static CsvOutcome read(CsvScan scan) {
    return whole(
        into -> {
          try (CsvTable table = scan.read()) {
            into.begin(table.schema().fields());
            table.batches().forEach(into::add);
            into.end(table.rejects(), table.metrics().rows(), table.metrics().rejected());
            assertEquals(into.rows, table.rowCount(), "rows of the table");
          }
        });
  }

  private static CsvOutcome stream(Supplier<CsvReader> opened) {
    return whole(
        into -> {
          try (CsvReader reader = opened.get()) {
            into.begin(reader.schema().fields());
            into.drain(reader);
            into.end(reader.rejects(), reader.metrics().rows(), reader.metrics().rejected());
          }
        });
  }

  private interface Reading {
    void into(Building building);
  }

  private static CsvOutcome whole(Reading reading) {
    Building building = new Building();
    Object failure = null;
    try {
      reading.into(building);
    } catch (CsvException e) {
      failure = e.problem();
    } catch (RuntimeException e) {
      failure = e.getClass().getName() + ": " + e.getMessage();
    }
    return building.outcome(failure);
  }

  /// The problem that ended it.
  ///
  /// @throws AssertionError when it did not end in one
  public CsvProblem problem() {
    if (failure instanceof CsvProblem problem) {
      return problem;
    }
    throw new AssertionError("no problem but " + (failure == null ? rows + " rows" : failure));
  }

  /// The same when it ended well.
  ///
  /// @throws AssertionError when it did not
  public CsvOutcome well() {
    if (failure != null) {
      throw new AssertionError("after " + rows + " rows: " + failure);
    }
    return this;
  }

  /// The rows, one list a row.
  public List<List<Object>> table() {
    List<List<Object>> table = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Object> cells = new ArrayList<>();
      for (List<Object> column : columns) {
        cells.add(column.get(row));
      }
      table.add(cells);
    }
    return table;
  }

  private static final class Building {
    private List<Field> fields = List.of();
    private final List<List<Object>> columns = new ArrayList<>();
    private List<CsvProblem> rejects = List.of();
    private long rows;

    void begin(List<Field> schema) {
      fields = schema;
      schema.forEach(_ -> columns.add(new ArrayList<>()));
    }

    void drain(BatchReader reader) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        add(batch);
      }
    }

    void add(Batch batch) {
      List<ArrayData> arrays = BatchArrays.of(batch);
      assertEquals(
          fields, arrays.stream().map(ArrayData::field).toList(), "fields of a batch's arrays");
      for (int i = 0; i < arrays.size(); i++) {
        ArrayData array = arrays.get(i);
        assertEquals(batch.rowCount(), array.length(), "rows of a column");
        ArrowLayout.check(array);
        columns.get(i).addAll(ArrowValues.of(array));
      }
      rows += batch.rowCount();
    }

    void end(List<CsvProblem> rejected, long countedRows, long countedRejects) {
      rejects = List.copyOf(rejected);
      assertEquals(rows, countedRows, "rows in the metrics");
      assertEquals(rejects.size(), countedRejects, "rejects in the metrics");
    }

    CsvOutcome outcome(Object failure) {
      return new CsvOutcome(
          fields.stream().map(Field::name).toList(),
          fields.stream().map(Field::type).toList(),
          rows,
          columns,
          rejects,
          failure);
    }
  }
}
