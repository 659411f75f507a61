package dev.gatun.internal.graphio;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Zstandard frames, one after another, decompressed in Java: [ZstdInputStream] has no native path.
/// Windows of up to 8 MiB, which is what every level up to 19 uses.
final class ZstdDecoder implements Decoder {
  private final Decoder stored;
  private final InputStream stream;

  ZstdDecoder(Decoder stored) {
    this.stored = stored;
    this.stream = new ZstdInputStream(Streams.of(stored));
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      return Streams.read(stream, target);
    } catch (MalformedInputException | IndexOutOfBoundsException e) {
      throw new IOException(
          "zstd data is damaged or uses a feature not supported: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException("zstd data ends too early or is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    stored.close();
  }
}
