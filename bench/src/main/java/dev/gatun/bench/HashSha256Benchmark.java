package dev.gatun.bench;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.HashSha256;
import dev.gatun.internal.natives.HashSha256Native;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// SHA-256 of messages of one size; the rival is `MessageDigest`, which is also what the reference
/// calls, there with bytes off the heap. Calls a second: with `messages × size` = 1 MiB, MiB/s.
public class HashSha256Benchmark extends RateBenchmark {
  /// Messages in a call.
  @Param({"1", "2", "256", "16384"})
  public int messages;

  /// Bytes of a message.
  @Param({"64", "1024", "4096", "1048576"})
  public int size;

  /// How the native kernel does it.
  @Param("AUTO")
  public HashSha256Native.Method method = HashSha256Native.Method.AUTO;

  private MemorySegment bytes = MemorySegment.NULL;
  private MemorySegment ranges = MemorySegment.NULL;
  private MemorySegment digests = MemorySegment.NULL;
  private HashSha256 kernel = new HashSha256Native();
  private byte[] heap = {};

  /// Makes the messages.
  @Setup
  public void fill() {
    heap = new byte[Math.multiplyExact(messages, size)];
    new SplittableRandom(1).nextBytes(heap);
    Arena arena = Arena.ofAuto();
    bytes = arena.allocate(heap.length, 64);
    bytes.copyFrom(MemorySegment.ofArray(heap));
    digests = arena.allocate((long) messages * HashSha256.DIGEST_BYTES);
    ranges = arena.allocate((long) messages * HashSha256.RANGE_BYTES, Long.BYTES);
    for (int i = 0; i < messages; i++) {
      ranges.setAtIndex(JAVA_LONG, 2L * i, (long) i * size);
      ranges.setAtIndex(JAVA_LONG, 2L * i + 1, (i + 1L) * size);
    }
    kernel = new HashSha256Native(method);
  }

  /// By the native kernel.
  @Benchmark
  public MemorySegment natives() {
    kernel.digests(bytes, ranges, messages, digests);
    return digests;
  }

  /// By the reference.
  @Benchmark
  public MemorySegment reference() {
    Kernels.HASH_SHA256.on(Engine.JAVA).digests(bytes, ranges, messages, digests);
    return digests;
  }

  /// By the JDK, with bytes on the heap.
  @Benchmark
  public byte[] messageDigest() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] last = {};
    for (int i = 0; i < messages; i++) {
      digest.update(heap, i * size, size);
      last = digest.digest();
    }
    return last;
  }
}
