package dev.gatun.schema;

import dev.gatun.RunInfo;
import dev.gatun.hash.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was built.
///
/// @param bytes size of the schema
/// @param lines its lines
/// @param sha256 of the schema: what `sha256sum` prints for the file
/// @param sources its files in their order
/// @param bytesRead bytes of all files
/// @param info what ran
public record SchemaResult(
    long bytes,
    long lines,
    Sha256 sha256,
    List<SchemaSource> sources,
    long bytesRead,
    RunInfo info) {
  /// Keeps a copy of the list.
  public SchemaResult {
    sources = List.copyOf(sources);
  }

  /// Where a line of the schema comes from, such as one that a database complains about. O(log
  /// files).
  ///
  /// @param line from 1
  /// @return null for a line of the header or of a separator, and behind the last line
  public @Nullable SourceLine locate(long line) {
    int low = 0;
    int high = sources.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sources.get(middle).firstLine() <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // Files without text begin where the next one does.
    for (int i = low - 1; i >= 0; i--) {
      SchemaSource source = sources.get(i);
      if (source.lines() > 0) {
        long own = line - source.firstLine() + 1;
        return own <= source.lines() ? new SourceLine(source.path(), own) : null;
      }
    }
    return null;
  }
}
