package dev.gatun.internal.hash;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Buffers of one piece of work.
///
/// @param bytes what was read, and some slack
/// @param ranges where messages lie in it, for [#MESSAGES]
/// @param digests of as many messages
record Space(MemorySegment bytes, MemorySegment ranges, MemorySegment digests) {
  /// Bytes of small files that are read before they are hashed.
  static final int BATCH = 1 << 20;

  /// Bytes of large files that are read before they are hashed, of all side by side together: a
  /// core's own cache holds several of such pieces.
  static final int PIECE = 1 << 18;

  /// Messages that are read before they are hashed.
  static final int MESSAGES = 1024;

  private static final long LISTS =
      (long) MESSAGES * (HashSha256.RANGE_BYTES + HashSha256.DIGEST_BYTES);

  /// Several, in one block.
  ///
  /// @param room [#BATCH] or [#PIECE]
  static Space[] in(Region region, int count, int room) {
    long size = room + Buffer.SLACK + LISTS;
    MemorySegment block = region.allocate(count, size);
    Space[] spaces = new Space[count];
    Arrays.setAll(spaces, i -> of(block.asSlice(i * size, size), room + Buffer.SLACK));
    return spaces;
  }

  private static Space of(MemorySegment all, long ranges) {
    long digests = ranges + (long) MESSAGES * HashSha256.RANGE_BYTES;
    return new Space(
        all.asSlice(0, ranges),
        all.asSlice(ranges, digests - ranges),
        all.asSlice(digests, all.byteSize() - digests));
  }

  /// Says where a message lies.
  void range(int message, long from, long to) {
    ranges.set(JAVA_LONG, (long) message * HashSha256.RANGE_BYTES, from);
    ranges.set(JAVA_LONG, (long) message * HashSha256.RANGE_BYTES + Long.BYTES, to);
  }
}
