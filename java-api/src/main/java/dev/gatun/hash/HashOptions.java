package dev.gatun.hash;

import dev.gatun.RunOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a set of files is hashed. No option changes the digest. Immutable.
///
/// ```java
/// HashOptions.defaults().cache(Path.of("build/hash.cache")).run(RunOptions.defaults().threads(4))
/// ```
///
/// @param cache file that remembers digests from one call to the next, null for none
/// @param fileDigests whether the result has each file's digest in [HashForm#FLAT] too, where they
///     are extra work; in [HashForm#TREE] it always has
/// @param run engine, threads, memory limit, cancellation, progress (in bytes)
public record HashOptions(@Nullable Path cache, boolean fileDigests, RunOptions run) {
  private static final HashOptions DEFAULTS = new HashOptions(null, false, RunOptions.defaults());

  /// No cache, everything else open.
  public static HashOptions defaults() {
    return DEFAULTS;
  }

  /// With a cache. Files whose path, size and time of change are as they were when this file was
  /// written are not read; in [HashForm#FLAT], where no file can be left out, nothing is read when
  /// all are. The file is made when it is not there, and replaced as a whole at the end of a call
  /// that found anything new. One that is damaged, of another version or of another base directory
  /// is ignored, which is logged, and replaced.
  ///
  /// The digest is the same as without, unless a file's bytes were changed and its size and time
  /// set back to what they were. A file that changed less than two seconds before the cache was
  /// written, or later, is read again, since a second change may not have changed its time.
  public HashOptions cache(Path file) {
    return new HashOptions(file, fileDigests, run);
  }

  /// With each file's digest in the result.
  public HashOptions withFileDigests() {
    return new HashOptions(cache, true, run);
  }

  /// With these options.
  public HashOptions run(RunOptions value) {
    return new HashOptions(cache, fileDigests, value);
  }
}
