package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.CodecDecompress;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.Slack;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.brotli.dec.BrotliInputStream;

/// Snappy and LZ4 as their formats say, gzip by the JDK, Zstandard by aircompressor, Brotli by its
/// authors' Java decoder.
public final class CodecDecompressReference implements CodecDecompress {
  @Override
  public Decompressor open() {
    return new InJava();
  }

  private static final class InJava implements Decompressor {
    private final ZstdJavaDecompressor zstd = new ZstdJavaDecompressor();
    private final GzipMembers gzip = new GzipMembers();
    private boolean closed;

    @Override
    public void decompress(
        Codec codec,
        MemorySegment in,
        long inOffset,
        long inSize,
        MemorySegment out,
        long outOffset,
        long outSize) {
      if (closed) {
        throw new IllegalStateException("the decompressor is closed");
      }
      Slack.check(out, outOffset, outSize);
      MemorySegment block = in.asSlice(inOffset, inSize);
      MemorySegment target = out.asSlice(outOffset, outSize);
      if (inSize == 0 && outSize == 0) {
        return;
      }
      long produced =
          switch (codec) {
            case SNAPPY -> SnappyBlock.decode(block, 0, inSize, target, 0, outSize);
            case GZIP -> gzip.decode(block.asByteBuffer(), target.asByteBuffer());
            case BROTLI -> brotli(block, target);
            case LZ4_HADOOP -> new Lz4Framing(block, target).decode();
            case ZSTD -> zstd(block, target);
            case LZ4_RAW -> Lz4Block.decode(block, 0, inSize, target, 0, 0, outSize);
          };
      if (produced != outSize) {
        throw new DecodeException(inSize, "the block decompresses to less than its size");
      }
    }

    private long zstd(MemorySegment in, MemorySegment out) {
      // Without room for a byte it would not look at the input.
      MemorySegment target = out.byteSize() > 0 ? out : MemorySegment.ofArray(new byte[1]);
      try {
        return zstd.decompress(in, target);
      } catch (RuntimeException e) {
        // Broken input makes it throw more than its MalformedInputException.
        throw new DecodeException(-1, "zstd: " + e.getMessage());
      }
    }

    private static long brotli(MemorySegment in, MemorySegment out) {
      byte[] bytes = in.toArray(ValueLayout.JAVA_BYTE);
      ByteArrayInputStream source = new ByteArrayInputStream(bytes);
      byte[] piece = new byte[1 << 16];
      long done = 0;
      try (BrotliInputStream stream = new BrotliInputStream(source)) {
        for (int n; (n = stream.read(piece)) > 0; done += n) {
          if (n > out.byteSize() - done) {
            throw new DecodeException(-1, "brotli stream decompresses to more than its size");
          }
          MemorySegment.copy(piece, 0, out, ValueLayout.JAVA_BYTE, done, n);
        }
      } catch (IOException | RuntimeException e) {
        if (e instanceof DecodeException problem) {
          throw problem;
        }
        throw new DecodeException(-1, "brotli stream is broken: " + e.getMessage());
      }
      if (source.available() > 0) {
        throw new DecodeException(-1, "brotli stream is followed by something else");
      }
      return done;
    }

    @Override
    public void close() {
      closed = true;
      gzip.close();
    }
  }
}
