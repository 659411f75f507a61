package dev.gatun.cli;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rows as tables that fit a screen, and as JSON.
final class RowTables {
  private static final int WIDEST = 160;

  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /// Adds the rows of a batch.
  void add(Batch batch) {
    List<Column> columns = List.copyOf(batch.columns());
    for (int row = 0; row < batch.rowCount(); row++) {
      @Nullable Object[] values = new @Nullable Object[columns.size()];
      for (int c = 0; c < values.length; c++) {
        values[c] = SlotValues.of(columns.get(c), row);
      }
      rows.add(values);
    }
  }

  /// Tells of the rows, and of the columns' types to programs.
  void report(Schema schema, Report report) {
    List<String> names = uniqueNames(schema.fields());
    Table types = new Table("column", "type");
    for (int c = 0; c < names.size(); c++) {
      types.add(names.get(c), ArrowTypes.name(schema.fields().get(c)));
    }
    report.json("columns", types.json());
    if (rows.isEmpty()) {
      report.fact("no rows", "");
    } else {
      addForPeople(names, report);
    }
    report.json("rows", asColumns(names, Values::json).json());
  }

  /// The first that is narrow enough of: a line a row, a line a column, a table a row.
  private void addForPeople(List<String> names, Report report) {
    Table table = asColumns(names, Values::cell);
    if (table.width() > WIDEST) {
      table = asLines(names, 0, rows.size());
    }
    if (table.width() <= WIDEST) {
      report.table("rows", "", table, "");
      return;
    }
    for (int r = 0; r < rows.size(); r++) {
      report.table("rows", "", asLines(names, r, r + 1), "");
    }
  }

  private Table asColumns(List<String> names, UnaryOperator<@Nullable Object> cell) {
    Table table = new Table(names.stream().map(name -> new Table.Column(name, name)).toList());
    rows.forEach(row -> table.add(Arrays.stream(row).map(cell).toArray()));
    return table;
  }

  private Table asLines(List<String> names, int from, int to) {
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
        line[1 + r - from] = Values.plain(rows.get(r)[c]);
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
