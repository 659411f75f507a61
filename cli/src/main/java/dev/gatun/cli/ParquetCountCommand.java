package dev.gatun.cli;

import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetMetadata;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/// `gatun parquet count`: rows, by the footers.
@Command(
    name = "count",
    description = "Rows of files, without reading their data.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet count trips.parquet",
      "  gatun parquet count 'trips/*.parquet' --json"
    })
final class ParquetCountCommand extends ParquetMetadataCommand {
  @Override
  protected long describe(List<Path> files, Report report) {
    try (ParquetDataset dataset = ParquetDataset.of(files)) {
      Table table = new Table("file", "rows", "row_groups");
      List<ParquetMetadata> footers = footers(dataset);
      for (int i = 0; i < files.size(); i++) {
        ParquetMetadata footer = footers.get(i);
        table.add(files.get(i), footer.rows(), footer.rowGroups().size());
      }
      report.fact("rows", Units.count(dataset.rows())).json("rows", dataset.rows());
      if (files.size() == 1) {
        report.json("files", table.json());
      } else {
        report.table("files", "", table, "");
      }
      return bytesRead(dataset);
    }
  }
}
