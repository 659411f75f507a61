package dev.gatun.schema;

import dev.gatun.FileSet;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.schema.BuildSettings;
import dev.gatun.internal.schema.Comparison;
import dev.gatun.internal.schema.FileSink;
import dev.gatun.internal.schema.Header;
import dev.gatun.internal.schema.Parts;
import dev.gatun.internal.schema.Plan;
import dev.gatun.internal.schema.SchemaRun;
import dev.gatun.internal.schema.SchemaRun.HeaderSettings;
import dev.gatun.internal.schema.SourceFiles;
import dev.gatun.internal.schema.StreamSink;
import dev.gatun.internal.schema.Template;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts the SQL files of a directory tree together, to one file: the same bytes on every platform
/// and engine, with any number of threads. Immutable: every setting gives a new build.
///
/// ```java
/// SchemaBuild build = SchemaBuild.in(Path.of("db")).order(FileOrder.NUMBERS);
/// SchemaResult schema = build.write(Path.of("schema.sql"));
/// SourceLine culprit = schema.locate(1234); // where line 1234 of schema.sql comes from
/// boolean current = build.check(Path.of("schema.sql")).current();
/// ```
///
/// **Text.** For each file in order: its separator, if there is one, then its text. Files are
/// UTF-8; a byte order mark at their beginning is left out; anything else is an error that names
/// file, line, column and offset. Line ends become LF ([#lineEnds]). Each text ends with exactly
/// one line end: others at its end are left out, a missing one is added (LF). So lines are whole,
/// and a file of nothing but line ends adds no line. All else stays as it is.
///
/// **Check.** The text of each file is scanned as the dialect has it ([#dialect]). A comment,
/// string, quoted identifier or dollar quote that is still open at the end of its file would
/// swallow the next: that is an error with file, line and column of its beginning. What looks like
/// one inside another (`-- /*`, `'/*'`) is none.
///
/// A build reads the files anew every time. A file that is the output is never a source.
public final class SchemaBuild {
  private static final String SUFFIX = "*.sql";

  private final FileSet files;
  private final @Nullable List<FileSet.Entry> dealt;
  private final BuildSettings settings;

  /// @param dealt the files, null to list them anew for each build
  private SchemaBuild(FileSet files, @Nullable List<FileSet.Entry> dealt, BuildSettings settings) {
    this.files = files;
    this.dealt = dealt;
    this.settings = settings;
  }

  /// The files of a directory and of those in it whose names end with `.sql`, in order of their
  /// paths.
  public static SchemaBuild in(Path directory) {
    return of(FileSet.in(directory).include(SUFFIX));
  }

  /// The files of a set, as it lists them. A file that it lists twice is there once.
  public static SchemaBuild of(FileSet files) {
    return new SchemaBuild(files, null, new BuildSettings());
  }

  private SchemaBuild with(Consumer<BuildSettings> change) {
    BuildSettings changed = settings.copy();
    change.accept(changed);
    return new SchemaBuild(files, dealt, changed);
  }

  /// In this order; default [FileOrder#LISTED].
  public SchemaBuild order(FileOrder value) {
    return with(copy -> copy.order = value);
  }

  /// With this in front of each file; default [Separator#lineComment()].
  public SchemaBuild separator(Separator value) {
    return with(copy -> copy.separator = value);
  }

  /// With these line ends; default [LineEnds#LF].
  public SchemaBuild lineEnds(LineEnds value) {
    return with(copy -> copy.lineEnds = value);
  }

  /// With comments and quotes as in this dialect; default [SqlDialect#POSTGRESQL].
  public SchemaBuild dialect(SqlDialect value) {
    return with(copy -> copy.dialect = value);
  }

  /// With the check of comments and quotes, or without; default with.
  public SchemaBuild verify(boolean value) {
    return with(copy -> copy.verified = value);
  }

  /// Whether the last statement of each file must end with `;`, so that it does not go on in the
  /// next file; default no. Comments may follow, and after a command of psql none is needed.
  public SchemaBuild requireSemicolons(boolean value) {
    return with(copy -> copy.terminated = value);
  }

  /// With a header of line comments: version of Gatun, number of files, SHA-256 of what follows,
  /// and the time if there is one ([#time]); default without. All text is kept in memory until its
  /// digest is known.
  public SchemaBuild header(boolean value) {
    return with(copy -> copy.headed = value);
  }

  /// With this time in the header, to the second. Default: that of the environment variable
  /// `SOURCE_DATE_EPOCH`, none where it is not set, so that the same files give the same bytes.
  public SchemaBuild time(Instant value) {
    return with(copy -> copy.time = value);
  }

  /// Never takes these files for sources, such as other outputs in the same directory.
  public SchemaBuild outputs(Path... values) {
    Set<Path> all = new HashSet<>(settings.outputs);
    all.addAll(List.of(values));
    return with(copy -> copy.outputs = Set.copyOf(all));
  }

  /// With these run options; default all open.
  public SchemaBuild options(RunOptions value) {
    return with(copy -> copy.options = value);
  }

  /// The files that a build would take now, in their order.
  ///
  /// @throws java.io.UncheckedIOException as [FileSet#list()]
  public List<FileSet.Entry> files() {
    List<FileSet.Entry> listed = dealt != null ? dealt : files.list(settings.options);
    return List.copyOf(SourceFiles.choose(listed, settings.outputs, settings.order));
  }

  /// Deals the files out to parts: each goes to the first part that has a pattern for it. The
  /// builds are of the files that there are now, under the names of the parts, in the order given.
  ///
  /// @throws IllegalArgumentException when a file belongs to no part, two parts have the same
  ///     name, or a pattern is wrong
  /// @throws java.io.UncheckedIOException as [FileSet#list()]
  public Map<String, SchemaBuild> split(List<SchemaPart> parts) {
    List<List<FileSet.Entry>> lists = Parts.deal(files(), parts);
    Map<String, SchemaBuild> builds = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      SchemaBuild part = new SchemaBuild(files, lists.get(i), settings);
      if (builds.put(parts.get(i).name(), part) != null) {
        throw new IllegalArgumentException("two parts are called " + parts.get(i).name());
      }
    }
    return builds;
  }

  /// Writes the schema to a file, which appears when it is complete; what was there before stays
  /// until then.
  ///
  /// @throws dev.gatun.InputFormatException when a file is not UTF-8 or leaves a comment or quote
  ///     open (the first one counts), or its name does not fit the separator
  /// @throws java.io.UncheckedIOException when no file is selected, a file cannot be read, or the
  ///     schema not be written
  /// @throws IllegalArgumentException when the separator leaves a comment or quote open, or
  ///     `SOURCE_DATE_EPOCH` is no number
  /// @throws dev.gatun.MemoryLimitException when files or, with a header, the schema do not fit
  /// @throws dev.gatun.OperationCancelledException when cancelled
  public SchemaResult write(Path file) {
    SchemaBuild build = outputs(file);
    Plan plan = build.plan();
    try (Execution execution = Execution.begin("schema build", settings.options);
        FileSink sink = new FileSink(file)) {
      SchemaResult result = SchemaRun.run(execution, plan, build.headerSettings(null), sink);
      sink.finish();
      return execution.completed(result);
    }
  }

  /// Writes the schema to a stream, which stays open. Throws as [#write(Path)].
  public SchemaResult write(OutputStream stream) {
    Plan plan = plan();
    try (Execution execution = Execution.begin("schema build", settings.options)) {
      return execution.completed(
          SchemaRun.run(execution, plan, headerSettings(null), new StreamSink(stream)));
    }
  }

  /// Compares a file with the schema, and writes nothing. A file that does not exist is not
  /// current. The time in a header does not count, unless [#time] was set. Throws as
  /// [#write(Path)].
  public SchemaCheck check(Path file) {
    SchemaBuild build = outputs(file);
    Plan plan = build.plan();
    try (Execution execution = Execution.begin("schema check", settings.options);
        Comparison comparison = Comparison.with(file, execution)) {
      SchemaResult result = SchemaRun.run(execution, plan, build.headerSettings(file), comparison);
      return execution.completed(new SchemaCheck(result, comparison.difference(result)));
    }
  }

  private Plan plan() {
    List<FileSet.Entry> chosen = files();
    if (chosen.isEmpty() && dealt == null) {
      String base = files.base().toString();
      throw IoFailures.of(base, new FileSystemException(base, null, "no file is selected there"));
    }
    return new Plan(
        chosen,
        Template.parse(settings.separator.text()),
        settings.lineEnds,
        settings.dialect,
        settings.verified,
        settings.terminated);
  }

  /// @param compared a file whose time is as good as any, null for none
  private SchemaRun.@Nullable HeaderSettings headerSettings(@Nullable Path compared) {
    if (!settings.headed) {
      return null;
    }
    if (settings.time == null && compared != null) {
      return new HeaderSettings(Header.timeIn(compared));
    }
    Instant time =
        settings.time != null ? settings.time : Header.epoch(System.getenv("SOURCE_DATE_EPOCH"));
    return new HeaderSettings(time == null ? null : Header.time(time));
  }
}
