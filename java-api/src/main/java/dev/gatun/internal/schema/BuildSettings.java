package dev.gatun.internal.schema;

import dev.gatun.RunOptions;
import dev.gatun.schema.FileOrder;
import dev.gatun.schema.LineEnds;
import dev.gatun.schema.Separator;
import dev.gatun.schema.SqlDialect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a [dev.gatun.schema.SchemaBuild] was told. Not changed any more once a build has it.
public final class BuildSettings {
  public Set<Path> outputs = Set.of();
  public FileOrder order = FileOrder.LISTED;
  public Separator separator = Separator.lineComment();
  public LineEnds lineEnds = LineEnds.LF;
  public SqlDialect dialect = SqlDialect.POSTGRESQL;
  public boolean verified = true;
  public boolean terminated;
  public boolean headed;
  public @Nullable Instant time;
  public RunOptions options = RunOptions.defaults();

  /// The same, to be changed.
  public BuildSettings copy() {
    BuildSettings copy = new BuildSettings();
    copy.outputs = outputs;
    copy.order = order;
    copy.separator = separator;
    copy.lineEnds = lineEnds;
    copy.dialect = dialect;
    copy.verified = verified;
    copy.terminated = terminated;
    copy.headed = headed;
    copy.time = time;
    copy.options = options;
    return copy;
  }
}
