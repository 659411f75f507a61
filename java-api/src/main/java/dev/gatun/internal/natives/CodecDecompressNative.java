package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_codec_decompressor;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CodecDecompress;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.Slack;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// [CodecDecompress] by `gatun_codec_decompress_…`.
public final class CodecDecompressNative implements CodecDecompress {
  private static final String KERNEL = "codec_decompress";

  @Override
  public Decompressor open() {
    return new Contexts();
  }

  private static int code(Codec codec) {
    return switch (codec) {
      case SNAPPY -> gatun_h.GATUN_CODEC_SNAPPY();
      case GZIP -> gatun_h.GATUN_CODEC_GZIP();
      case BROTLI -> gatun_h.GATUN_CODEC_BROTLI();
      case LZ4_HADOOP -> gatun_h.GATUN_CODEC_LZ4_HADOOP();
      case ZSTD -> gatun_h.GATUN_CODEC_ZSTD();
      case LZ4_RAW -> gatun_h.GATUN_CODEC_LZ4_RAW();
    };
  }

  private static final class Contexts implements Decompressor {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment contexts = gatun_codec_decompressor.allocate(arena);
    private final MemorySegment error = gatun_error.allocate(arena);
    private boolean closed;

    Contexts() {
      int status = gatun_h.gatun_codec_decompress_open(contexts, error);
      if (status != gatun_h.GATUN_STATUS_OK()) {
        RuntimeException problem = NativeErrors.decoding(KERNEL, status, error);
        arena.close();
        throw problem;
      }
    }

    @Override
    public void decompress(
        Codec codec,
        MemorySegment in,
        long inOffset,
        long inSize,
        MemorySegment out,
        long outOffset,
        long outSize) {
      Slack.check(out, outOffset, outSize);
      int status =
          gatun_h.gatun_codec_decompress_block(
              contexts,
              code(codec),
              in.asSlice(inOffset, inSize),
              inSize,
              out.asSlice(outOffset),
              outSize,
              error);
      if (status != gatun_h.GATUN_STATUS_OK()) {
        throw named(codec, NativeErrors.decoding(KERNEL, status, error));
      }
    }

    /// The words of the zstd library do not say that they are about zstd.
    private static RuntimeException named(Codec codec, RuntimeException problem) {
      return codec == Codec.ZSTD && problem instanceof DecodeException broken
          ? new DecodeException(broken.position(), "zstd: " + broken.getMessage())
          : problem;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        gatun_h.gatun_codec_decompress_close(contexts);
        arena.close();
      }
    }
  }
}
