package dev.gatun.internal.schema;

import dev.gatun.FileSet;
import dev.gatun.schema.LineEnds;
import dev.gatun.schema.SqlDialect;
import java.util.ArrayList;
import java.util.List;

/// What to put together, and how.
///
/// @param files in their order
/// @param verified whether comments and quotes are checked
/// @param terminated whether statements must end with `;`
public record Plan(
    List<FileSet.Entry> files,
    Template separator,
    LineEnds lineEnds,
    SqlDialect dialect,
    boolean verified,
    boolean terminated) {
  private static final long BATCH_BYTES = 1L << 20;
  private static final int BATCH_FILES = 512;

  /// Files that one worker takes at once.
  record Batch(int from, int to, long bytes) {}

  /// Checks the separator.
  ///
  /// @throws IllegalArgumentException when it does not close what it opens
  public Plan {
    new SeparatorText(separator, Grammar.rules(dialect), 1).check();
  }

  SeparatorText separatorText() {
    return new SeparatorText(separator, Grammar.rules(dialect), files.size());
  }

  /// Bytes of all files, when they were listed.
  long bytes() {
    return files.stream().mapToLong(FileSet.Entry::size).sum();
  }

  /// All files, in their order.
  List<Batch> batches() {
    List<Batch> batches = new ArrayList<>();
    int from = 0;
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      long size = files.get(i).size();
      if (i > from && (bytes + size > BATCH_BYTES || i - from >= BATCH_FILES)) {
        batches.add(new Batch(from, i, bytes));
        from = i;
        bytes = 0;
      }
      bytes += size;
    }
    if (from < files.size()) {
      batches.add(new Batch(from, files.size(), bytes));
    }
    return batches;
  }
}
