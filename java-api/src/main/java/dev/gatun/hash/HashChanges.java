package dev.gatun.hash;

import java.util.List;

/// What is different from the call that wrote the cache, by relative paths, each list in order of
/// path components. A file whose time alone is different is not changed. Without a cache that could
/// be used, all files are added.
///
/// @param added files that were not there
/// @param changed files whose bytes are different
/// @param removed files that are there no more, or not in the set
public record HashChanges(List<String> added, List<String> changed, List<String> removed) {
  /// Copies the lists.
  public HashChanges {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /// Whether nothing is different.
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
