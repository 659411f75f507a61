package dev.gatun.cli;

import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun parquet stats`: what footers say of the values.
@Command(
    name = "stats",
    description = {
      "Typed statistics of columns over all row groups of all files, from their footers.",
      "A bound is there only when every row group has one that can be trusted; ~ marks one that"
          + " need not occur."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet stats trips.parquet",
      "  gatun parquet stats 'trips/*.parquet' --columns fare,tip --json"
    })
final class ParquetStatsCommand extends ParquetMetadataCommand {
  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description = "Only these columns, by their dotted paths. Default: all.")
  private List<String> wanted = new ArrayList<>();

  @Override
  protected long describe(List<Path> files, Report report) {
    try (ParquetDataset dataset = ParquetDataset.of(files)) {
      Table people = new Table("column", "type", "values", "nulls", "distinct", "min", "max");
      Table programs =
          new Table(
              "column",
              "type",
              "values",
              "nulls",
              "distinct",
              "nans",
              "known",
              "min",
              "max",
              "min_exact",
              "max_exact");
      for (ParquetColumn column : columns(dataset)) {
        ColumnStatistics s = dataset.statistics(column.index());
        people.add(
            column.name(),
            type(column),
            s.values(),
            count(s.nullCount()),
            count(s.distinctCount()),
            text(s.min(), s.minExact()),
            text(s.max(), s.maxExact()));
        programs.add(
            column.name(),
            type(column),
            s.values(),
            count(s.nullCount()),
            count(s.distinctCount()),
            count(s.nanCount()),
            s.known(),
            Values.json(s.min()),
            Values.json(s.max()),
            s.minExact(),
            s.maxExact());
      }
      report
          .fact("input", Units.files(files))
          .fact("rows", Units.count(dataset.rows()))
          .table("columns", "", people, "")
          .json("columns", programs.json())
          .json("rows", dataset.rows());
      return bytesRead(dataset);
    }
  }

  private List<ParquetColumn> columns(ParquetDataset dataset) {
    if (wanted.isEmpty()) {
      return dataset.schema().columns();
    }
    return wanted.stream()
        .map(
            name ->
                dataset
                    .schema()
                    .column(name)
                    .orElseThrow(
                        () ->
                            new Failure.CommandException(
                                dataset.files().getFirst()
                                    + ": there is no column "
                                    + name
                                    + "; see 'gatun parquet schema'")))
        .toList();
  }

  static String type(ParquetColumn column) {
    String logical = ParquetSchemaCommand.logical(column.logicalType());
    return logical != null ? logical : String.valueOf(ParquetSchemaCommand.physical(column.node()));
  }

  private static @Nullable Long count(long value) {
    return value < 0 ? null : (Long) value;
  }

  private static @Nullable String text(@Nullable Object bound, boolean exact) {
    String text = Values.quoted(bound);
    return text == null || exact ? text : "~" + text;
  }
}
