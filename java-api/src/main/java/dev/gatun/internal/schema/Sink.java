package dev.gatun.internal.schema;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Where a schema goes, piece by piece, in order. Called by one thread at a time. Pieces end with a
/// line end.
@FunctionalInterface
public interface Sink {
  /// Takes the next piece, which is not valid afterwards.
  ///
  /// @param text the piece, and slack behind it
  /// @param size its bytes
  void accept(MemorySegment text, long size) throws IOException;
}
