package dev.gatun.cli;

import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetMetadata;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Parameters;

/// What the commands that read footers only do alike: find the files, say what ran.
abstract class ParquetMetadataCommand extends GatunCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Parquet files; folders, with all .parquet files in them; quoted patterns with"
            + " *, **, ?, [], {}."
      })
  private List<String> names = new ArrayList<>();

  @Override
  protected final Report run(Progress progress) throws Exception {
    long start = System.nanoTime();
    List<Path> files = names.stream().flatMap(name -> ParquetDataset.find(name).stream()).toList();
    progress.stage("reading footers");
    Report report = new Report();
    long bytesRead = describe(files, report);
    Setting setting = Setting.now();
    return report
        .json("engine", EnumConverter.spelling(setting.engine()))
        .json("isa", setting.isa())
        .json("threads", 1)
        .json("elapsed_ms", Units.millis(Duration.ofNanos(System.nanoTime() - start)))
        .json("bytes_read", bytesRead);
  }

  /// Reads the footers and describes them.
  ///
  /// @return bytes read
  protected abstract long describe(List<Path> files, Report report);

  /// Bytes read for the footers of a dataset.
  static long bytesRead(ParquetDataset dataset) {
    return footers(dataset).stream().mapToLong(ParquetMetadata::bytesRead).sum();
  }

  static List<ParquetMetadata> footers(ParquetDataset dataset) {
    return IntStream.range(0, dataset.files().size()).mapToObj(dataset::metadata).toList();
  }
}
