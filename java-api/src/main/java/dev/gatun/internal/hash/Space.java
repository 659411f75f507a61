package dev.gatun.internal.hash;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Buffers of one piece of work.
///
/// @param bytes what was read, [#ROOM] of it and some slack
/// @param ranges where messages lie in it, for [#MESSAGES]
/// @param digests of as many messages
record Space(MemorySegment bytes, MemorySegment ranges, MemorySegment digests) {
  /// Bytes that are read before they are hashed: with all buffers of a worker within its cache.
  static final int ROOM = 1 << 20;

  /// Messages that are read before they are hashed.
  static final int MESSAGES = 1024;

  /// Off-heap memory of one.
  static final long SIZE =
      ROOM + Buffer.SLACK + (long) MESSAGES * (HashSha256.RANGE_BYTES + HashSha256.DIGEST_BYTES);

  /// Several, in one block.
  static Space[] in(Region region, int count) {
    MemorySegment block = region.allocate(count, SIZE);
    Space[] spaces = new Space[count];
    Arrays.setAll(spaces, i -> of(block.asSlice(i * SIZE, SIZE)));
    return spaces;
  }

  private static Space of(MemorySegment all) {
    long ranges = ROOM + Buffer.SLACK;
    long digests = ranges + (long) MESSAGES * HashSha256.RANGE_BYTES;
    return new Space(
        all.asSlice(0, ranges),
        all.asSlice(ranges, digests - ranges),
        all.asSlice(digests, SIZE - digests));
  }

  /// Says where a message lies.
  void range(int message, long from, long to) {
    ranges.set(JAVA_LONG, (long) message * HashSha256.RANGE_BYTES, from);
    ranges.set(JAVA_LONG, (long) message * HashSha256.RANGE_BYTES + Long.BYTES, to);
  }
}
