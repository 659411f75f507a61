package dev.gatun.cli;

import dev.gatun.InputFormatException;
import dev.gatun.cli.Failure.CommandException;
import dev.gatun.schema.SchemaBuild;
import dev.gatun.schema.SchemaPart;
import dev.gatun.schema.SchemaResult;
import dev.gatun.schema.SourceLine;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun schema build`: one SQL file out of a directory tree.
@Command(
    name = "build",
    description = {
      "Puts the SQL files of a directory together, to one that is the same on every platform."
          + " Fails where a file is not UTF-8, or leaves a comment or quote open that would"
          + " swallow the next."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun schema build db --out schema.sql",
      "  gatun schema build db --out schema.sql --check || echo build it again",
      "  gatun schema build db --out schema.sql --locate 1234",
      "  gatun schema build db --order numbers --separator '-- {index}: {path}'",
      "  gatun schema build db --split 'seed=seed/**' --split 'schema=**' \\",
      "      --out 'build/{part}.sql'",
    })
final class SchemaBuildCommand extends GatunCommand {
  private static final String PART = "{part}";

  @Mixin private SchemaOptions options = new SchemaOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      order = 1,
      description = "Where to write. Default: standard output.")
  private @Nullable String out;

  @Option(
      names = "--check",
      order = 2,
      description = "Write nothing; exit status 1 when --out is not up to date.")
  private boolean check;

  @Option(
      names = "--watch",
      order = 3,
      description = "Build again whenever a file changes, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--locate",
      paramLabel = "LINE",
      order = 4,
      description = "Write nothing; say which file and line this line comes from.")
  private @Nullable Long line;

  @Override
  protected Report run(Progress progress) {
    List<SchemaPart> parts = usage(options::parts);
    checkOptions(parts);
    Map<String, Path> outputs = outputs(parts);
    SchemaBuild build = usage(options::build).outputs(outputs.values().toArray(Path[]::new));
    progress.stage("building " + options.directory());
    if (watch) {
      new SchemaWatch(build::files, () -> say(write(build, parts, outputs)), this::say)
          .run(progress);
    }
    try {
      if (line != null) {
        return locate(build, line);
      }
      return check ? check(build, parts, outputs) : write(build, parts, outputs);
    } catch (InputFormatException e) {
      throw SchemaReport.explained(e);
    }
  }

  private void checkOptions(List<SchemaPart> parts) {
    if (Stream.of(check, watch, line != null).filter(given -> given).count() > 1) {
      throw wrongUsage("--check, --watch and --locate exclude each other");
    }
    if (out == null && (check || watch)) {
      throw wrongUsage((check ? "--check" : "--watch") + " needs --out FILE");
    }
    if (line != null && line < 1) {
      throw wrongUsage("--locate " + line + " is not positive");
    }
    if (line != null && !parts.isEmpty()) {
      throw wrongUsage("--locate and --split exclude each other");
    }
    boolean named = out != null && out.contains(PART);
    if (named == parts.isEmpty()) {
      throw wrongUsage("--split and {part} in --out go together");
    }
  }

  /// The file of each part; without parts, of "".
  private Map<String, Path> outputs(List<SchemaPart> parts) {
    Map<String, Path> files = new LinkedHashMap<>();
    if (out != null && parts.isEmpty()) {
      files.put("", Path.of(out));
    }
    for (SchemaPart part : parts) {
      files.put(part.name(), Path.of(String.valueOf(out).replace(PART, part.name())));
    }
    if (!check && line == null) {
      files.values().forEach(ResultFile::checkPlace);
    }
    return files;
  }

  private static Map<String, SchemaBuild> builds(SchemaBuild build, List<SchemaPart> parts) {
    return parts.isEmpty() ? Map.of("", build) : build.split(parts);
  }

  private static Report write(
      SchemaBuild build, List<SchemaPart> parts, Map<String, Path> outputs) {
    SchemaReport report = new SchemaReport();
    if (outputs.isEmpty()) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      return report.printed(build.write(text), text.toString(StandardCharsets.UTF_8));
    }
    builds(build, parts)
        .forEach(
            (part, of) -> {
              Path file = Objects.requireNonNull(outputs.get(part));
              report.wrote(part, file, of.write(file));
            });
    return report.finish();
  }

  private static Report check(
      SchemaBuild build, List<SchemaPart> parts, Map<String, Path> outputs) {
    SchemaReport report = new SchemaReport();
    builds(build, parts)
        .forEach(
            (part, of) -> {
              Path file = Objects.requireNonNull(outputs.get(part));
              report.checked(part, file, of.check(file));
            });
    return report.finish();
  }

  private static Report locate(SchemaBuild build, long line) {
    SchemaResult result = build.write(OutputStream.nullOutputStream());
    if (line > result.lines()) {
      throw new CommandException(
          "the schema has %s, not %s"
              .formatted(Units.count(result.lines(), "line", "lines"), Units.count(line)));
    }
    SourceLine source = result.locate(line);
    return new Report()
        .json("line", line)
        .json("path", source == null ? null : source.path())
        .json("source_line", source == null ? null : source.line())
        .ran(result.info(), result.info().elapsed(), result.bytesRead())
        .text("text", (source == null ? "in no file: header or separator" : source) + "\n");
  }
}
