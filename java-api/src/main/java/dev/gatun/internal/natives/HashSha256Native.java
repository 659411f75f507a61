package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_hash_sha256_stream;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [HashSha256] by `gatun_hash_sha256_*`.
public final class HashSha256Native implements HashSha256 {
  private static final String KERNEL = "hash_sha256";

  /// How: the `gatun_hash_sha256_method` of the same name.
  public enum Method {
    AUTO,
    SCALAR,
    CRYPTO,
    CRYPTO_2,
    LANES_8,
    LANES_16;

    /// Whether the CPU has it and the active tier lets it.
    public boolean available() {
      return gatun_h.gatun_hash_sha256_digests(
              code(),
              MemorySegment.NULL,
              0,
              MemorySegment.NULL,
              0,
              MemorySegment.NULL,
              MemorySegment.NULL)
          == gatun_h.GATUN_STATUS_OK();
    }

    private int code() {
      return switch (this) {
        case AUTO -> gatun_h.GATUN_HASH_SHA256_AUTO();
        case SCALAR -> gatun_h.GATUN_HASH_SHA256_SCALAR();
        case CRYPTO -> gatun_h.GATUN_HASH_SHA256_CRYPTO();
        case CRYPTO_2 -> gatun_h.GATUN_HASH_SHA256_CRYPTO_2();
        case LANES_8 -> gatun_h.GATUN_HASH_SHA256_LANES_8();
        case LANES_16 -> gatun_h.GATUN_HASH_SHA256_LANES_16();
      };
    }
  }

  private final Method method;

  /// By the fastest method.
  public HashSha256Native() {
    this(Method.AUTO);
  }

  /// By a method that is [available][Method#available].
  public HashSha256Native(Method method) {
    this.method = method;
  }

  @Override
  public void digests(MemorySegment bytes, MemorySegment ranges, int count, MemorySegment digests) {
    Objects.checkFromIndexSize(0, (long) count * DIGEST_BYTES, digests.byteSize());
    Objects.checkFromIndexSize(0, (long) count * RANGE_BYTES, ranges.byteSize());
    int status =
        gatun_h.gatun_hash_sha256_digests(
            method.code(), bytes, bytes.byteSize(), ranges, count, digests, MemorySegment.NULL);
    check(status, bytes, ranges, count);
  }

  @Override
  public Streams open(int count) {
    return new NativeStreams(method.code(), count);
  }

  private static void check(int status, MemorySegment bytes, MemorySegment ranges, int count) {
    if (status == gatun_h.GATUN_STATUS_OUT_OF_RANGE()) {
      HashSha256.checkRanges(bytes, ranges, count);
    }
    NativeErrors.count(KERNEL, status);
  }

  private static final class NativeStreams implements Streams {
    private static final long STREAM_BYTES = gatun_hash_sha256_stream.sizeof();

    private final int method;
    private final int count;
    // Freed by the garbage collector: the streams may go from thread to thread, and to close a
    // shared arena costs more than their memory.
    private final MemorySegment streams;

    NativeStreams(int method, int count) {
      this.method = method;
      this.count = count;
      MemoryLayout layout = gatun_hash_sha256_stream.layout();
      streams = Arena.ofAuto().allocate(STREAM_BYTES * count, layout.byteAlignment());
      gatun_h.gatun_hash_sha256_begin(streams, count);
    }

    @Override
    public void update(MemorySegment bytes, MemorySegment ranges) {
      Objects.checkFromIndexSize(0, (long) count * RANGE_BYTES, ranges.byteSize());
      int status =
          gatun_h.gatun_hash_sha256_update(
              method, streams, count, bytes, bytes.byteSize(), ranges, MemorySegment.NULL);
      check(status, bytes, ranges, count);
    }

    @Override
    public void finish(int stream, MemorySegment digest, long at) {
      Objects.checkIndex(stream, count);
      MemorySegment message = streams.asSlice(stream * STREAM_BYTES, STREAM_BYTES);
      MemorySegment out = digest.asSlice(at, DIGEST_BYTES);
      NativeErrors.count(
          KERNEL, gatun_h.gatun_hash_sha256_finish(message, out, MemorySegment.NULL));
    }

    @Override
    public void close() {
      // Nothing but that memory.
    }
  }
}
