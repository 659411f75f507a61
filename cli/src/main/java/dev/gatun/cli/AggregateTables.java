package dev.gatun.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a scan tells of its columns, as tables.
final class AggregateTables {
  private static final MathContext SUM_DIGITS = new MathContext(12);

  private AggregateTables() {}

  /// People see only the columns of the table that have something in them.
  static void report(ColumnAggregates columns, Report report) {
    List<Cell> shown =
        CELLS.stream()
            .filter(
                cell ->
                    columns.all().stream().anyMatch(column -> cell.people().apply(column) != null))
            .toList();
    Table people = new Table(shown.stream().map(Cell::key).toArray(String[]::new));
    Table programs = new Table(CELLS.stream().map(Cell::key).toArray(String[]::new));
    for (ColumnAggregate column : columns.all()) {
      people.add(shown.stream().map(cell -> cell.people().apply(column)).toArray());
      programs.add(CELLS.stream().map(cell -> cell.programs().apply(column)).toArray());
    }
    report.table("columns", "", people, "").json("columns", programs.json());
  }

  /// Exact sums in all their digits, others in as many as rounding leaves right.
  private static @Nullable Object sum(@Nullable Number sum) {
    if (!(sum instanceof Double number)) {
      return Values.cell(sum);
    }
    double size = Math.abs(number);
    return size >= 1e-4 && size < 1e15
        ? (Object) new BigDecimal(number).round(SUM_DIGITS).stripTrailingZeros()
        : number;
  }

  /// A column of the table.
  private record Cell(
      String key,
      Function<ColumnAggregate, @Nullable Object> people,
      Function<ColumnAggregate, @Nullable Object> programs) {
    Cell(String key, Function<ColumnAggregate, @Nullable Object> both) {
      this(key, both, both);
    }
  }

  private static final List<Cell> CELLS =
      List.of(
          new Cell("column", ColumnAggregate::path),
          new Cell("type", column -> ArrowTypes.name(column.field())),
          new Cell("values", ColumnAggregate::values),
          new Cell("nulls", ColumnAggregate::nulls),
          new Cell(
              "min",
              column -> Values.quoted(column.summary().min()),
              column -> Values.json(column.summary().min())),
          new Cell(
              "max",
              column -> Values.quoted(column.summary().max()),
              column -> Values.json(column.summary().max())),
          new Cell(
              "sum",
              column -> sum(column.summary().sum()),
              column -> Values.json(column.summary().sum())),
          new Cell(
              "mean",
              column -> column.summary().mean(),
              column -> Values.json(column.summary().mean())),
          new Cell("nans", column -> column.summary().nans()),
          new Cell("trues", column -> column.summary().trues()),
          new Cell("bytes", column -> column.summary().bytes()),
          new Cell("elements", column -> column.summary().elements()));
}
