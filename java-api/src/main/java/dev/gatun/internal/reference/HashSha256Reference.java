package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/// SHA-256 by the JDK's `MessageDigest`, message by message.
public final class HashSha256Reference implements HashSha256 {
  /// What one `ByteBuffer` can hold, in whole blocks.
  private static final long LARGEST_BUFFER = 1L << 30;

  @Override
  public void digests(MemorySegment bytes, MemorySegment ranges, int count, MemorySegment digests) {
    Objects.checkFromIndexSize(0, (long) count * DIGEST_BYTES, digests.byteSize());
    HashSha256.checkRanges(bytes, ranges, count);
    MessageDigest digest = sha256();
    for (int i = 0; i < count; i++) {
      append(digest, bytes, ranges, i);
      write(digest, digests, (long) i * DIGEST_BYTES);
    }
  }

  @Override
  public Streams open(int count) {
    MessageDigest[] messages = new MessageDigest[count];
    for (int i = 0; i < count; i++) {
      messages[i] = sha256();
    }
    return new Messages(messages);
  }

  private record Messages(MessageDigest[] messages) implements Streams {
    @Override
    public void update(MemorySegment bytes, MemorySegment ranges) {
      HashSha256.checkRanges(bytes, ranges, messages.length);
      for (int i = 0; i < messages.length; i++) {
        append(messages[i], bytes, ranges, i);
      }
    }

    @Override
    public void finish(int stream, MemorySegment digest, long at) {
      Objects.checkIndex(stream, messages.length);
      Objects.checkFromIndexSize(at, DIGEST_BYTES, digest.byteSize());
      write(messages[stream], digest, at);
    }

    @Override
    public void close() {
      // Nothing but heap memory.
    }
  }

  private static void append(
      MessageDigest digest, MemorySegment bytes, MemorySegment ranges, int message) {
    long to = to(ranges, message);
    for (long at = from(ranges, message); at < to; at += LARGEST_BUFFER) {
      digest.update(bytes.asSlice(at, Math.min(LARGEST_BUFFER, to - at)).asByteBuffer());
    }
  }

  private static void write(MessageDigest digest, MemorySegment out, long at) {
    MemorySegment.copy(digest.digest(), 0, out, JAVA_BYTE, at, DIGEST_BYTES);
  }

  private static long from(MemorySegment ranges, int message) {
    return ranges.get(JAVA_LONG, (long) message * RANGE_BYTES);
  }

  private static long to(MemorySegment ranges, int message) {
    return ranges.get(JAVA_LONG, (long) message * RANGE_BYTES + Long.BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
