package dev.gatun.cli;

import dev.gatun.arrow.ArrowFile;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.BatchWriter;
import dev.gatun.arrow.Schema;
import dev.gatun.cli.Failure.CommandException;
import dev.gatun.csv.CsvWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The file of `--out`: CSV or Arrow IPC by its ending.
final class ResultFile {
  private static final List<String> ARROW = List.of("arrow", "feather", "ipc");
  private static final List<String> TEXT = List.of("", "csv", "txt");
  private static final String GZIP = ".gz";

  private ResultFile() {}

  /// @throws IllegalArgumentException when the ending asks for what is not written here
  static void checkEnding(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (isArrow(file)) {
      return;
    }
    String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    String ending = ending(plain);
    if (!TEXT.contains(ending)) {
      throw new IllegalArgumentException(
          "--out %s: .%s is not written; CSV is, by the ending .csv or .csv.gz, and Arrow IPC, by .arrow, .feather or .ipc"
              .formatted(file, ending.equals(ending(name)) ? ending : ending + GZIP));
    }
  }

  private static boolean isArrow(Path file) {
    return ARROW.contains(ending(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT)));
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /// Finds out before the work whether the file can be written after it.
  static void checkPlace(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new CommandException("--out " + file + ": is a directory; give a file");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CommandException("--out " + file + ": there is no directory " + folder);
    }
  }

  /// Writes all rows. The file appears at the end, complete.
  ///
  /// @param rows how many there will be
  static void write(Path file, long rows, BatchReader reader, Progress progress) {
    progress.stage("writing " + file);
    try (BatchWriter writer = writer(file, reader.schema())) {
      long written = 0;
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        progress.step(written, rows);
        writer.write(batch);
        written += batch.rowCount();
      }
      writer.finish();
    }
  }

  private static BatchWriter writer(Path file, Schema schema) {
    return isArrow(file) ? ArrowFile.writer(file, schema) : CsvWriter.rfc4180().open(file, schema);
  }
}
