package dev.gatun.internal.hash;

import dev.gatun.hash.Sha256;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The digest of bytes in memory, on the calling thread.
public final class MemoryHashing {
  /// Hashed between two looks at the clock and the token.
  private static final long PIECE = 1 << 20;

  private MemoryHashing() {}

  /// Hashes them, wherever they lie.
  public static Sha256 hash(Execution execution, MemorySegment bytes) {
    long size = bytes.byteSize();
    MemorySegment range = execution.scratch().allocate(HashSha256.RANGE_BYTES);
    MemorySegment digest = execution.scratch().allocate(HashSha256.DIGEST_BYTES);
    MemorySegment copy =
        bytes.isNative() ? MemorySegment.NULL : execution.scratch().allocate(Math.min(PIECE, size));
    try (HashSha256.Streams stream = Kernels.HASH_SHA256.on(execution.engine()).open(1)) {
      for (long at = 0; at < size; at += PIECE) {
        MemorySegment piece = bytes.asSlice(at, Math.min(PIECE, size - at));
        range.set(ValueLayout.JAVA_LONG, 0, 0);
        range.set(ValueLayout.JAVA_LONG, Long.BYTES, piece.byteSize());
        MemorySegment off = bytes.isNative() ? piece : copy.copyFrom(piece);
        Counting.run(execution.engine(), 1, piece.byteSize(), () -> stream.update(off, range));
        execution.checkpoint(at, size);
      }
      stream.finish(0, digest, 0);
    }
    return Sha256.of(digest);
  }
}
