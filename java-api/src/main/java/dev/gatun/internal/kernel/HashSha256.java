package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Kernel `hash_sha256`: SHA-256 (FIPS 180-4) of many messages at once, which takes less time than
/// one after the other. Segments are off the heap. Contract: `gatun/hash_sha256.h`.
///
/// A range is two int64: the first byte and the one behind the last, positions in a segment of
/// bytes. `ranges` holds one for each message, 16 bytes each, aligned to 8.
public interface HashSha256 {
  /// Bytes of a digest.
  int DIGEST_BYTES = 32;

  /// Bytes of a range.
  int RANGE_BYTES = 16;

  /// Digests of `count` messages that lie in memory as a whole: the digest of message i goes to
  /// `digests[32 i, 32 i + 32)`. Messages may overlap and have any length. O(bytes).
  ///
  /// @throws IndexOutOfBoundsException when a range is not inside `bytes`, or a segment is too
  ///     small for `count`
  void digests(MemorySegment bytes, MemorySegment ranges, int count, MemorySegment digests);

  /// Checks that the first `count` ranges are inside `bytes`.
  ///
  /// @throws IndexOutOfBoundsException when one is not, or `ranges` has fewer
  static void checkRanges(MemorySegment bytes, MemorySegment ranges, int count) {
    Objects.checkFromIndexSize(0, (long) count * RANGE_BYTES, ranges.byteSize());
    for (long at = 0; at < (long) count * RANGE_BYTES; at += RANGE_BYTES) {
      long from = ranges.get(ValueLayout.JAVA_LONG, at);
      long to = ranges.get(ValueLayout.JAVA_LONG, at + Long.BYTES);
      Objects.checkFromToIndex(from, to, bytes.byteSize());
    }
  }

  /// Begins `count` messages that come in pieces, side by side. One thread at a time.
  Streams open(int count);

  /// Messages that come in pieces.
  interface Streams extends AutoCloseable {
    /// Appends to every message i the piece that `ranges[i]` names, which may be empty. O(bytes).
    ///
    /// @throws IndexOutOfBoundsException when a range is not inside `bytes`, or there are fewer
    ///     ranges than messages; nothing was appended then
    void update(MemorySegment bytes, MemorySegment ranges);

    /// Ends message `stream`, writes its digest to `digest[at, at + 32)` and begins a new one in
    /// its place.
    ///
    /// @throws IndexOutOfBoundsException when there is no such message or no room for the digest
    void finish(int stream, MemorySegment digest, long at);

    @Override
    void close();
  }
}
