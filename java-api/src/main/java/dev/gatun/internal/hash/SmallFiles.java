package dev.gatun.internal.hash;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Files read as a whole, many at a time, and hashed by one call of the kernel.
final class SmallFiles {
  /// Largest file that is read so; larger ones come in pieces.
  static final long LARGEST = Space.BATCH / 4;

  private SmallFiles() {}

  static boolean isSmall(Entry entry) {
    return entry.size() <= LARGEST;
  }

  /// Reads files one behind the other.
  ///
  /// @param indices where in the job; fit together
  /// @param withPaths whether each has its path before it
  /// @return bytes filled
  static long read(Job job, int[] indices, Space space, boolean withPaths) {
    long at = 0;
    for (int i = 0; i < indices.length; i++) {
      Entry entry = job.entry(indices[i]);
      if (withPaths) {
        at += writePath(entry, space.bytes(), at);
      }
      OpenFile.readAll(entry, space.bytes(), at);
      space.range(i, at, at + entry.size());
      at += entry.size();
    }
    return at;
  }

  /// @return bytes written
  static int writePath(Entry entry, MemorySegment into, long at) {
    byte[] path = entry.path().getBytes(StandardCharsets.UTF_8);
    MemorySegment.copy(path, 0, into, JAVA_BYTE, at, path.length);
    return path.length;
  }

  /// Digests of what was read, each to its place in the job.
  static void digest(Job job, int[] indices, Space space, long bytes) {
    int count = indices.length;
    HashSha256 kernel = job.kernel();
    job.hash(
        count, bytes, () -> kernel.digests(space.bytes(), space.ranges(), count, space.digests()));
    for (int i = 0; i < indices.length; i++) {
      MemorySegment.copy(
          space.digests(),
          (long) i * HashSha256.DIGEST_BYTES,
          job.digests(),
          (long) indices[i] * HashSha256.DIGEST_BYTES,
          HashSha256.DIGEST_BYTES);
    }
  }
}
