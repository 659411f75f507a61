package dev.gatun.internal.hash;

import org.jspecify.annotations.Nullable;

/// Pieces of work that are read in any order, by several threads, and hashed in theirs.
interface Chain extends AutoCloseable {
  /// The next piece to read, null when there is none. One thread at a time.
  @Nullable Link next();

  /// Ends it, also when not all of it was hashed.
  @Override
  void close();

  /// One piece.
  interface Link {
    /// Reads. Any thread.
    void read(Space space);

    /// Hashes what was read. In the order of the chain.
    ///
    /// @return bytes of files that are done with
    long hash(Space space);
  }
}
