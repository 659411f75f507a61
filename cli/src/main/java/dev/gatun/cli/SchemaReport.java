package dev.gatun.cli;

import dev.gatun.InputFormatException;
import dev.gatun.RunInfo;
import dev.gatun.cli.Failure.CommandException;
import dev.gatun.schema.SchemaCheck;
import dev.gatun.schema.SchemaResult;
import dev.gatun.schema.SchemaSource;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What `gatun schema build` has to say of its outputs.
final class SchemaReport {
  private static final int STALE = 1;

  private final Report report = new Report();
  private final Table outputs =
      new Table("part", "file", "current", "files", "lines", "bytes", "sha256");
  private final Table sources = new Table("part", "path", "first_line", "lines", "bytes");
  private Duration elapsed = Duration.ZERO;
  private long bytesRead;
  private @Nullable RunInfo info;

  /// The failure with what to do.
  static CommandException explained(InputFormatException e) {
    String message = String.valueOf(e.getMessage());
    boolean open = message.contains("is not closed");
    return new CommandException(
        open ? message + "; if it is right, see --dialect, --no-verify" : message, e);
  }

  private void add(
      String part, @Nullable Path file, @Nullable Boolean current, SchemaResult result) {
    outputs.add(
        part,
        file == null ? null : file.toString(),
        current,
        result.sources().size(),
        result.lines(),
        result.bytes(),
        result.sha256().toString());
    for (SchemaSource source : result.sources()) {
      sources.add(part, source.path(), source.firstLine(), source.lines(), source.bytes());
    }
    elapsed = elapsed.plus(result.info().elapsed());
    bytesRead += result.bytesRead();
    info = result.info();
  }

  private static String size(SchemaResult result) {
    return "%s, %s, %s"
        .formatted(
            Units.count(result.sources().size(), "file", "files"),
            Units.count(result.lines(), "line", "lines"),
            Units.bytes(result.bytes()));
  }

  void wrote(String part, Path file, SchemaResult result) {
    add(part, file, true, result);
    report.fact("wrote", file + ", " + size(result)).fact("sha256", result.sha256().toString());
  }

  void checked(String part, Path file, SchemaCheck check) {
    SchemaResult result = check.result();
    add(part, file, check.current(), result);
    SchemaCheck.Difference difference = check.difference();
    if (difference == null) {
      report.fact("current", file + ", " + size(result)).fact("sha256", result.sha256().toString());
      return;
    }
    String source = difference.source() == null ? "" : ", from " + difference.source();
    report
        .fact("stale", "%s, line %s%s".formatted(file, Units.count(difference.line()), source))
        .fact("should be", line(difference.expected()))
        .fact("is", line(difference.found()))
        .status(STALE);
  }

  private static String line(@Nullable String line) {
    return line == null ? "(the end of the file)" : line;
  }

  /// Of a schema that went to standard output.
  Report printed(SchemaResult result, String text) {
    add("", null, null, result);
    return finish().text("text", text);
  }

  Report finish() {
    report.json("outputs", outputs.json()).json("sources", sources.json());
    return info == null ? report : report.ran(info, elapsed, bytesRead);
  }
}
