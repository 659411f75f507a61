package dev.gatun.cli;

import dev.gatun.FileSet;
import dev.gatun.schema.FileOrder;
import dev.gatun.schema.LineEnds;
import dev.gatun.schema.SchemaBuild;
import dev.gatun.schema.SchemaPart;
import dev.gatun.schema.Separator;
import dev.gatun.schema.SqlDialect;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which files a schema is made of, and how.
final class SchemaOptions {
  private static final String NOW = "now";

  @Parameters(
      paramLabel = "DIR",
      description = "Where the files are. Without --include: those whose names end with .sql.")
  private Path directory = Path.of("");

  @Mixin private FileSelection selection = new FileSelection();

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      order = 14,
      description = {
        "path: directory by directory, names by their bytes (default)",
        "numbers: by the numbers they begin with, such as 9_, 10_, 0x1F_",
        "hex-numbers: the same, 1F_ is a number too"
      })
  private FileOrder order = FileOrder.PATH;

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      order = 15,
      description = {
        "In front of each file: none, line-comment (default), block-comment, or a template"
            + " with {path}, {name}, {dir}, {index}, {count}, and \\n for a line end."
      })
  private String separator = "line-comment";

  @Option(
      names = "--line-ends",
      paramLabel = "RULE",
      order = 16,
      description = "lf: CR LF and CR become LF (default). keep: as they are.")
  private LineEnds lineEnds = LineEnds.LF;

  @Option(
      names = "--header",
      order = 17,
      description = {
        "Begin with comments: version, number of files, SHA-256, and the time if"
            + " SOURCE_DATE_EPOCH or --time gives one."
      })
  private boolean header;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      order = 18,
      description = "Time for the header: now, or such as 2026-11-21T08:00:00Z.")
  private @Nullable String time;

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      order = 19,
      description = {
        "How comments and quotes are written: postgresql (default), mysql, sqlserver, sqlite,"
            + " standard."
      })
  private SqlDialect dialect = SqlDialect.POSTGRESQL;

  @Option(
      names = "--no-verify",
      order = 20,
      description = "Do not look for comments and quotes that are not closed.")
  private boolean unverified;

  @Option(
      names = "--require-semicolons",
      order = 21,
      description = "The last statement of each file must end with a semicolon.")
  private boolean terminated;

  @Option(
      names = "--split",
      paramLabel = "PART=GLOB",
      order = 22,
      description = {
        "Build parts, may be given often, also for one part: each file goes to the first part"
            + " with a pattern for it; PART=** takes the rest. --out has {part}."
      })
  private List<String> splits = new ArrayList<>();

  Path directory() {
    return directory;
  }

  /// The build, and its parts.
  ///
  /// @throws IllegalArgumentException when options are wrong
  SchemaBuild build() {
    FileSet files = selection.of(FileSet.in(directory), "*.sql");
    SchemaBuild build =
        SchemaBuild.of(files)
            .order(order)
            .separator(separatorOf(separator))
            .lineEnds(lineEnds)
            .header(header)
            .dialect(dialect)
            .verify(!unverified)
            .requireSemicolons(terminated);
    if (time == null) {
      return build;
    }
    if (!header) {
      throw new IllegalArgumentException("--time is for a --header");
    }
    return build.time(instant(time));
  }

  private static Separator separatorOf(String text) {
    return switch (text) {
      case "none" -> Separator.none();
      case "line-comment" -> Separator.lineComment();
      case "block-comment" -> Separator.blockComment();
      default -> {
        if (text.matches("[a-z-]*")) {
          throw new IllegalArgumentException(
              "--separator '%s' is none of none, line-comment, block-comment, and no template"
                  .formatted(text));
        }
        yield Separator.template(text.replace("\\n", "\n").replace("\\t", "\t"));
      }
    };
  }

  private static Instant instant(String text) {
    try {
      return text.equals(NOW) ? Instant.now() : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--time '" + text + "' is neither now nor such as 2026-11-21T08:00:00Z", e);
    }
  }

  /// The parts of `--split`, in the order of their names' first appearance.
  ///
  /// @throws IllegalArgumentException when one is not PART=GLOB
  List<SchemaPart> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (String split : splits) {
      int equals = split.indexOf('=');
      if (equals <= 0 || equals == split.length() - 1) {
        throw new IllegalArgumentException("--split '" + split + "' is not PART=GLOB");
      }
      parts
          .computeIfAbsent(split.substring(0, equals), _ -> new ArrayList<>())
          .add(split.substring(equals + 1));
    }
    return parts.entrySet().stream()
        .map(part -> new SchemaPart(part.getKey(), part.getValue()))
        .toList();
  }

  SqlDialect dialect() {
    return dialect;
  }
}
