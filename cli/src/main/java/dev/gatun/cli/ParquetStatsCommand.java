package dev.gatun.cli;

import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetDataset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
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
  private static final int LONGEST = 40;

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
            json(s.min()),
            json(s.max()),
            s.minExact(),
            s.maxExact());
      }
      report
          .fact("input", describe(files))
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
    if (bound == null) {
      return null;
    }
    String text =
        switch (bound) {
          case byte[] bytes ->
              "0x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 20));
          case BigDecimal number -> number.toPlainString();
          case Double number when number == 0 -> "0.0"; // whichever zero
          case Float number when number == 0 -> "0.0";
          case String string -> '"' + string + '"';
          default -> bound.toString();
        };
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    return exact ? shown : "~" + shown;
  }

  /// Numbers as numbers as far as readers of JSON keep them, everything else as text.
  private static @Nullable Object json(@Nullable Object bound) {
    return switch (bound) {
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case BigDecimal number -> number.toPlainString();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case Float number when Float.isFinite(number) -> number;
      case Double number when Double.isFinite(number) -> number;
      case Integer number -> number;
      case Long number -> number;
      case Boolean flag -> flag;
      case null -> null;
      default -> bound.toString();
    };
  }
}
