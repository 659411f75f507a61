package dev.gatun.hash;

import dev.gatun.RunInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What hashing a set of files came to.
///
/// @param digest of all of them
/// @param form how it was made
/// @param fileCount files of the set
/// @param bytes their sizes together
/// @param bytesRead what was read of them; the rest was known from the cache
/// @param files each with its digest, in the order of the set; empty in [HashForm#FLAT] unless
///     [HashOptions#withFileDigests] asked for them or there is a cache
/// @param changes since the cache was written, null without a cache
/// @param info what ran
public record HashResult(
    Sha256 digest,
    HashForm form,
    int fileCount,
    long bytes,
    long bytesRead,
    List<HashedFile> files,
    @Nullable HashChanges changes,
    RunInfo info) {
  /// Copies the list.
  public HashResult {
    files = List.copyOf(files);
  }
}
