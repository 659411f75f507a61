package dev.gatun.cli;

import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetMetadata;
import dev.gatun.parquet.RowGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun parquet meta`: what footers say of the files.
@Command(
    name = "meta",
    description = {
      "Rows, row groups, sizes, codecs and encodings, from the footers.",
      "One file is shown in detail, several as a table."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet meta trips.parquet",
      "  gatun parquet meta 'trips/*.parquet' --json"
    })
final class ParquetMetaCommand extends ParquetMetadataCommand {
  private static final int LONGEST_VALUE = 60;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Rows of the tables of row groups and columns. Default: ${DEFAULT-VALUE}.")
  private int top = 20;

  @Override
  protected long describe(List<Path> files, Report report) {
    if (top < 0) {
      throw wrongUsage("--top " + top + " is negative");
    }
    if (files.size() == 1) {
      try (ParquetFile file = ParquetFile.open(files.getFirst())) {
        describe(file.metadata(), file.name(), report);
        return file.metadata().bytesRead();
      }
    }
    Table table = new Table("file", "rows", "row_groups", "columns", "file_bytes", "created_by");
    long rows = 0;
    long bytesRead = 0;
    for (Path path : files) {
      try (ParquetFile file = ParquetFile.open(path)) {
        ParquetMetadata metadata = file.metadata();
        rows += metadata.rows();
        bytesRead += metadata.bytesRead();
        table.add(
            path,
            metadata.rows(),
            metadata.rowGroups().size(),
            metadata.schema().columns().size(),
            metadata.fileSize(),
            metadata.createdBy());
      }
    }
    report
        .fact("files", Units.count(files.size()))
        .fact("rows", Units.count(rows))
        .json("rows", rows)
        .table("files", "", table, "");
    return bytesRead;
  }

  private void describe(ParquetMetadata metadata, String name, Report report) {
    List<RowGroup> groups = metadata.rowGroups();
    int columns = metadata.schema().columns().size();
    report
        .fact("file", name + ", " + Units.bytes(metadata.fileSize()))
        .fact(
            "rows",
            "%s in %s, %s"
                .formatted(
                    Units.count(metadata.rows()),
                    Units.count(groups.size(), "row group", "row groups"),
                    Units.count(columns, "column", "columns")))
        .fact(
            "format",
            "version "
                + metadata.formatVersion()
                + ", footer of "
                + Units.bytes(metadata.footerSize())
                + (metadata.encrypted() ? ", some columns are encrypted" : ""))
        .fact("created by", metadata.createdBy() == null ? "unknown" : metadata.createdBy())
        .json("file", name)
        .json("file_bytes", metadata.fileSize())
        .json("footer_bytes", metadata.footerSize())
        .json("format_version", metadata.formatVersion())
        .json("created_by", metadata.createdBy())
        .json("encrypted", metadata.encrypted())
        .json("rows", metadata.rows())
        .json("key_values", metadata.keyValues());
    for (Map.Entry<String, String> entry : metadata.keyValues().entrySet()) {
      report.fact("  " + entry.getKey(), shortened(entry.getValue()));
    }
    addColumns(metadata, report);
    addRowGroups(groups, report);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "… (" + Units.count(text.length()) + " characters)";
  }

  private void addRowGroups(List<RowGroup> groups, Report report) {
    Table all = rowGroupTable();
    Table shown = rowGroupTable();
    for (RowGroup group : groups) {
      String sorted =
          group.sortingColumns().stream()
              .map(column -> column.column() + (column.descending() ? " desc" : ""))
              .collect(Collectors.joining(", "));
      @Nullable Object[] row = {
        group.index(),
        group.rows(),
        group.uncompressedSize(),
        group.compressedSize() < 0 ? null : group.compressedSize(),
        sorted.isEmpty() ? null : sorted
      };
      all.add(row);
      if (group.index() < top) {
        shown.add(row);
      }
    }
    report
        .table("row_groups", "Row groups", shown, more(groups.size()))
        .json("row_groups", all.json());
  }

  private static Table rowGroupTable() {
    return new Table("row_group", "rows", "uncompressed_bytes", "compressed_bytes", "sorted_by");
  }

  private String more(int count) {
    return count <= top ? "" : "and " + Units.count(count - top) + " more; see --top, --json";
  }

  private void addColumns(ParquetMetadata metadata, Report report) {
    Table all = columnTable();
    Table shown = columnTable();
    for (ParquetColumn column : metadata.schema().columns()) {
      @Nullable Object[] row = new ColumnTotals(metadata.rowGroups(), column).row();
      all.add(row);
      if (column.index() < top) {
        shown.add(row);
      }
    }
    report
        .table("columns", "Columns", shown, more(metadata.schema().columns().size()))
        .json("columns", all.json());
  }

  private static Table columnTable() {
    return new Table(
        "column",
        "type",
        "codec",
        "encodings",
        "values",
        "uncompressed_bytes",
        "compressed_bytes",
        "page_index",
        "bloom_filter");
  }

  /// A column over all row groups.
  private static final class ColumnTotals {
    private final ParquetColumn column;
    private final TreeSet<String> codecs = new TreeSet<>();
    private final TreeSet<String> encodings = new TreeSet<>();
    private long values;
    private long uncompressed;
    private long compressed;
    private boolean pageIndex = true;
    private boolean bloomFilter = true;

    ColumnTotals(List<RowGroup> groups, ParquetColumn column) {
      this.column = column;
      for (RowGroup group : groups) {
        add(group.column(column.index()));
      }
    }

    private void add(ColumnChunk chunk) {
      codecs.add(chunk.compression().name());
      chunk.encodings().forEach(encoding -> encodings.add(encoding.name()));
      values += chunk.values();
      uncompressed += chunk.uncompressedSize();
      compressed += chunk.compressedSize();
      pageIndex &= chunk.columnIndex().present() && chunk.offsetIndex().present();
      bloomFilter &= chunk.bloomFilter().present();
    }

    @Nullable Object[] row() {
      boolean any = !codecs.isEmpty();
      return new @Nullable Object[] {
        column.name(),
        ParquetStatsCommand.type(column),
        String.join(" ", codecs),
        String.join(" ", encodings),
        values,
        uncompressed,
        compressed,
        any && pageIndex,
        any && bloomFilter
      };
    }
  }
}
