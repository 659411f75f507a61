package dev.gatun.cli;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.parquet.Predicate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun parquet head`: first rows.
@Command(
    name = "head",
    description = {
      "First rows. Long values are cut, unless --json is given; a table that would be too wide for"
          + " a screen is shown row by row."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet head trips.parquet",
      "  gatun parquet head trips.parquet -n 3 --columns fare,tip --where 'fare > 100'"
    })
final class ParquetHeadCommand extends GatunCommand {
  private static final int WIDEST = 160;

  @Mixin private ParquetInput input = new ParquetInput();

  @Option(
      names = {"-n", "--rows"},
      paramLabel = "N",
      order = 0,
      description = "Rows. Default: ${DEFAULT-VALUE}.")
  private int rows = 10;

  @Override
  protected Report run(Progress progress) {
    if (rows < 0) {
      throw wrongUsage("-n " + rows + " is negative");
    }
    Predicate predicate = usage(input::predicate);
    Setting.now(); // loads the native library, which is not to count as reading
    long start = System.nanoTime();
    ParquetInput.Request request = input.request(input.files(), predicate);
    List<@Nullable Object[]> found = new ArrayList<>();
    ParquetInput.Reading reading =
        ParquetInput.read(request, rows, request::scan, batch -> addRows(batch, found), progress);
    Report report = new Report();
    addTables(reading.schema(), found, report);
    return report
        .json("engine", EnumConverter.spelling(reading.info().engine()))
        .json("isa", reading.info().isa())
        .json("threads", reading.info().threads())
        .json("elapsed_ms", Units.millis(Duration.ofNanos(System.nanoTime() - start)))
        .json("bytes_read", reading.metrics().bytesRead());
  }

  private static void addRows(Batch batch, List<@Nullable Object[]> rows) {
    List<Column> columns = List.copyOf(batch.columns());
    for (int row = 0; row < batch.rowCount(); row++) {
      @Nullable Object[] values = new @Nullable Object[columns.size()];
      for (int c = 0; c < values.length; c++) {
        values[c] = SlotValues.of(columns.get(c), row);
      }
      rows.add(values);
    }
  }

  private static void addTables(Schema schema, List<@Nullable Object[]> rows, Report report) {
    List<String> names = uniqueNames(schema.fields());
    Table types = new Table("column", "type");
    for (int c = 0; c < names.size(); c++) {
      types.add(names.get(c), ArrowTypes.name(schema.fields().get(c)));
    }
    report.json("columns", types.json());
    if (rows.isEmpty()) {
      report.fact("no rows", "");
    } else {
      addForPeople(names, rows, report);
    }
    report.json("rows", asColumns(names, rows, ParquetValues::json).json());
  }

  /// The first that is narrow enough of: a line a row, a line a column, a table a row.
  private static void addForPeople(
      List<String> names, List<@Nullable Object[]> rows, Report report) {
    Table table = asColumns(names, rows, ParquetValues::cell);
    if (table.width() > WIDEST) {
      table = asLines(names, rows, 0, rows.size());
    }
    if (table.width() <= WIDEST) {
      report.table("rows", "", table, "");
      return;
    }
    for (int r = 0; r < rows.size(); r++) {
      report.table("rows", "", asLines(names, rows, r, r + 1), "");
    }
  }

  private static Table asColumns(
      List<String> names, List<@Nullable Object[]> rows, UnaryOperator<@Nullable Object> cell) {
    Table table = new Table(names.stream().map(name -> new Table.Column(name, name)).toList());
    rows.forEach(row -> table.add(Arrays.stream(row).map(cell).toArray()));
    return table;
  }

  private static Table asLines(
      List<String> names, List<@Nullable Object[]> rows, int from, int to) {
    List<Table.Column> titles = new ArrayList<>();
    titles.add(new Table.Column("column", "column"));
    for (int r = from; r < to; r++) {
      titles.add(new Table.Column("row_" + r, "row " + Units.count(r + 1L)));
    }
    Table table = new Table(titles);
    for (int c = 0; c < names.size(); c++) {
      @Nullable Object[] line = new @Nullable Object[titles.size()];
      line[0] = names.get(c);
      for (int r = from; r < to; r++) {
        line[1 + r - from] = ParquetValues.plain(rows.get(r)[c]);
      }
      table.add(line);
    }
    return table;
  }

  /// Columns may share a name, keys of an object may not.
  private static List<String> uniqueNames(List<Field> fields) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      String name = field.name();
      for (int i = 2; !taken.add(name); i++) {
        name = field.name() + "#" + i;
      }
      names.add(name);
    }
    return names;
  }
}
