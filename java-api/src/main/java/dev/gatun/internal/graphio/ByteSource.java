package dev.gatun.internal.graphio;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.io.ByteStream;
import dev.gatun.internal.io.Compression;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.io.StoredInput;
import dev.gatun.internal.io.TextEncoding;
import dev.gatun.internal.io.TextInput;
import dev.gatun.internal.io.TextInputs;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The bytes of one input, decompressed when its name ends in `.gz` or `.zst`, read by one call,
/// which it lets be cancelled and observed.
public final class ByteSource implements AutoCloseable {
  private static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, false);

  private final StoredInput input;
  private final ByteStream bytes;
  private final Execution execution;

  private ByteSource(StoredInput input, Execution execution) {
    this.input = input;
    this.execution = execution;
    this.bytes = Compression.ofName(input.name()).decompress(input.name(), input.open());
  }

  /// Opens a file.
  ///
  /// @throws UncheckedIOException when that fails; its message names the file and the reason
  public static ByteSource open(Path file, Execution execution) {
    return new ByteSource(StoredInput.of(file), execution);
  }

  /// Reads a stream, which is not closed.
  ///
  /// @param name what to call it; its ending says how it is compressed
  public static ByteSource of(InputStream stream, String name, Execution execution) {
    return new ByteSource(StoredInput.of(name, stream), execution);
  }

  /// What it is called.
  public String name() {
    return input.name();
  }

  /// The name in lower case, without the ending that says how it is compressed.
  public String plainName() {
    return Compression.plainName(name());
  }

  /// The call that reads.
  public Execution execution() {
    return execution;
  }

  /// Bytes read of the file or stream, as it is stored.
  public long consumed() {
    return bytes.consumed();
  }

  /// Bytes in all when that many will come: 0 for a stream and for compressed data.
  long plainSize() {
    return Compression.ofName(name()) == Compression.NONE ? input.size() : 0;
  }

  /// Reads into native memory or a `byte[]`.
  ///
  /// @return bytes read, at least 1; -1 at the end
  /// @throws dev.gatun.InputFormatException when compressed data is broken
  /// @throws dev.gatun.OperationCancelledException when the call was cancelled
  int read(MemorySegment into, long offset, int length) {
    checkpoint();
    return readBytes(into, offset, length);
  }

  private int readBytes(MemorySegment into, long offset, int length) {
    try {
      return bytes.read(into, offset, length);
    } catch (UncheckedIOException e) {
      if (IoFailures.isInterrupt(e)) {
        throw execution.cancelled();
      }
      throw e;
    }
  }

  /// The bytes as text in UTF-8, which is decompressed even if the name does not say so. Once, and
  /// before anything else is read.
  public TextInput asText() {
    return new Text();
  }

  private final class Text implements TextInput {
    @Override
    public String name() {
      return ByteSource.this.name();
    }

    @Override
    public long size() {
      return input.size();
    }

    @Override
    public boolean isReadableAgain() {
      return false;
    }

    @Override
    public ByteStream open() {
      boolean told = Compression.ofName(name()) != Compression.NONE;
      return told ? UTF_8.decode(name(), new Lent()) : TextInputs.open(name(), new Lent(), UTF_8);
    }
  }

  /// The bytes for somebody who may close them.
  private final class Lent implements ByteStream {
    @Override
    public int read(MemorySegment into, long offset, int length) {
      return readBytes(into, offset, length);
    }

    @Override
    public long consumed() {
      return bytes.consumed();
    }

    @Override
    public void close() {
      // They are closed with the source.
    }
  }

  /// Ends the call if it was cancelled; reports progress in stored bytes. For every loop that may
  /// take milliseconds.
  void checkpoint() {
    execution.checkpoint(bytes.consumed(), input.size());
  }

  /// How much there will be at the end of something of which there is `used` now, 0 when there is
  /// no telling.
  long forecast(long used) {
    if (input.size() == 0 || bytes.consumed() == 0) {
      return 0;
    }
    return (long) (used * Math.max(1, (double) input.size() / bytes.consumed()) * 1.04);
  }

  @Override
  public void close() {
    bytes.close();
  }
}
