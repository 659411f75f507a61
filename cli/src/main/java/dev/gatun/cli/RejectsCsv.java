package dev.gatun.cli;

import dev.gatun.csv.CsvProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes records that were rejected as CSV.
final class RejectsCsv {
  private RejectsCsv() {}

  static void write(Path file, List<CsvProblem> problems) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("file,line,record,column,column_name,byte_offset,kind,text,reason\n");
      for (CsvProblem problem : problems) {
        out.write(line(problem));
      }
    } catch (IOException e) {
      throw Failure.inFile(file, e);
    }
  }

  private static String line(CsvProblem problem) {
    return Stream.of(
                problem.file(),
                problem.line(),
                problem.record(),
                problem.column() == 0 ? "" : problem.column(),
                Objects.requireNonNullElse(problem.columnName(), ""),
                problem.byteOffset(),
                EnumConverter.spelling(problem.kind()),
                problem.text(),
                problem.reason())
            .map(cell -> quoted(cell.toString()))
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
