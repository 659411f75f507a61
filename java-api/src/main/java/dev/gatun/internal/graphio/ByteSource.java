package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import dev.gatun.internal.exec.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Locale;

/// The bytes of one input, decompressed when its name ends in `.gz` or `.zst`, read by one call,
/// which it lets be cancelled and observed.
public final class ByteSource implements AutoCloseable {
  private final String name;
  private final RawInput raw;
  private final Decoder decoder;
  private final Execution execution;
  private long offset;

  private ByteSource(String name, RawInput raw, Execution execution) {
    this.name = name;
    this.raw = raw;
    this.execution = execution;
    this.decoder =
        switch (compression(name)) {
          case ".gz" -> new GzipDecoder(raw);
          case ".zst" -> new ZstdDecoder(raw);
          default -> raw;
        };
  }

  /// Opens a file.
  ///
  /// @throws UncheckedIOException when that fails; its message names the file and the reason
  public static ByteSource open(Path file, Execution execution) {
    return new ByteSource(file.toString(), RawInput.open(file), execution);
  }

  /// Reads a stream, which is not closed.
  ///
  /// @param name what to call it; its ending says how it is compressed
  public static ByteSource of(InputStream stream, String name, Execution execution) {
    return new ByteSource(name, RawInput.of(stream, name), execution);
  }

  private static String compression(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".gz") ? ".gz" : lower.endsWith(".zst") ? ".zst" : "";
  }

  /// What it is called.
  public String name() {
    return name;
  }

  /// The name in lower case, without the ending that says how it is compressed.
  public String plainName() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.substring(0, lower.length() - compression(name).length());
  }

  /// The call that reads.
  public Execution execution() {
    return execution;
  }

  /// Bytes read of the file or stream, as it is stored.
  public long consumed() {
    return raw.consumed();
  }

  /// Bytes in all when that many will come: 0 for a stream and for compressed data.
  long plainSize() {
    return decoder == raw ? raw.size() : 0;
  }

  /// Reads into heap or native memory.
  ///
  /// @return bytes read, -1 at the end
  /// @throws InputFormatException when compressed data is broken
  /// @throws dev.gatun.OperationCancelledException when the call was cancelled
  int read(ByteBuffer target) {
    checkpoint();
    try {
      int n = decoder.read(target);
      offset += Math.max(n, 0);
      return n;
    } catch (IOException e) {
      throw new InputFormatException(
          name, 0, 0, offset, e.getMessage() + " (the offset is that of the decompressed data)");
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ClosedByInterruptException) {
        throw execution.cancelled();
      }
      throw e;
    }
  }

  /// Ends the call if it was cancelled; reports progress in stored bytes. For every loop that may
  /// take milliseconds.
  void checkpoint() {
    execution.checkpoint(raw.consumed(), raw.size());
  }

  /// How much there will be at the end of something of which there is `used` now, 0 when there is
  /// no telling.
  long forecast(long used) {
    if (raw.size() == 0 || raw.consumed() == 0) {
      return 0;
    }
    return (long) (used * Math.max(1, (double) raw.size() / raw.consumed()) * 1.04);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
