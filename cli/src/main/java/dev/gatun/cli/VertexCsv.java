package dev.gatun.cli;

import dev.gatun.cli.Failure.CommandException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Writes `--out`: CSV with vertices named as in the input. The file appears at the
/// end, complete.
final class VertexCsv {
  private static final List<String> ARROW = List.of("arrow", "arrows", "feather", "ipc");
  private static final List<String> TEXT = List.of("", "csv", "txt");
  private static final String GZIP = ".gz";
  private static final int BUFFER = 1 << 16;
  private static final int STEP = 1 << 14;

  private VertexCsv() {}

  /// The rows of the file.
  @FunctionalInterface
  interface Cells {
    /// Appends the cells of a row, with commas between them.
    void append(int row, StringBuilder line);
  }

  /// @throws IllegalArgumentException when the ending asks for what is not written here
  static void checkEnding(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    if (ending.equals(plain) || TEXT.contains(ending)) {
      return;
    }
    if (ARROW.contains(ending)) {
      throw new IllegalArgumentException(
          "--out "
              + file
              + ": Arrow IPC is not written yet: CSV only, by the ending .csv or .csv.gz");
    }
    throw new IllegalArgumentException(
        "--out "
            + file
            + ": ."
            + ending
            + " is not written: CSV only, by the ending .csv or .csv.gz");
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

  /// Writes all rows.
  ///
  /// @param header names of the columns
  static void write(Path file, int rows, String header, Cells cells, Progress progress)
      throws IOException {
    progress.stage("writing " + file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      writeRows(file, file, rows, header, cells, progress);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path unfinished =
        target.resolveSibling(
            "." + target.getFileName() + ".unfinished-" + ProcessHandle.current().pid());
    try {
      writeRows(unfinished, file, rows, header, cells, progress);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeRows(
      Path into, Path file, int rows, String header, Cells cells, Progress progress)
      throws IOException {
    StringBuilder line = new StringBuilder();
    try (Writer writer = writer(into, file)) {
      writer.append(header).append('\n');
      for (int row = 0; row < rows; row++) {
        if (row % STEP == 0) {
          progress.step(row, rows);
        }
        line.setLength(0);
        cells.append(row, line);
        writer.append(line).append('\n');
      }
    } catch (IOException e) {
      throw Failure.inFile(file, e);
    }
  }

  private static Writer writer(Path into, Path file) throws IOException {
    OutputStream stream = Files.newOutputStream(into);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(GZIP)) {
      stream = new GZIPOutputStream(stream, BUFFER);
    }
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
  }

  /// Appends a vertex as it is called in the input, quoted where CSV needs it; nothing for -1.
  static void appendId(LoadedGraph graph, int vertex, StringBuilder row) {
    if (vertex < 0) {
      return;
    }
    String name = graph.graph().ids().name(vertex);
    if (name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      row.append(name);
    } else {
      row.append('"').append(name.replace("\"", "\"\"")).append('"');
    }
  }
}
