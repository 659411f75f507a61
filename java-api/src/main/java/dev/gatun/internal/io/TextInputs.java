package dev.gatun.internal.io;

import dev.gatun.InputSource;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/// Texts in files, sources, streams and channels.
///
/// They are decompressed when the name ends in `.gz` or `.zst`, or, with any other name, when the
/// first bytes are those of gzip (`1f 8b`) or Zstandard (`28 b5 2f fd`): no text begins so. Any
/// number of gzip members or Zstandard frames may follow each other. Opening a text reads its first
/// bytes.
public final class TextInputs {
  private TextInputs() {}

  /// A file, a named pipe, a device.
  ///
  /// @throws java.io.UncheckedIOException when there is no such file, saying so in one line
  public static TextInput of(Path file, TextEncoding encoding) {
    return new EncodedText(StoredInput.of(file), encoding);
  }

  /// A source, which is not closed.
  public static TextInput of(InputSource source, TextEncoding encoding) {
    return new EncodedText(StoredInput.of(source), encoding);
  }

  /// A stream, from where it is to its end; it is not closed.
  public static TextInput of(String name, InputStream stream, TextEncoding encoding) {
    return new EncodedText(StoredInput.of(name, stream), encoding);
  }

  /// A channel, from where it is to its end; it is not closed.
  ///
  /// @throws java.nio.channels.IllegalBlockingModeException when it is in non-blocking mode
  public static TextInput of(String name, ReadableByteChannel channel, TextEncoding encoding) {
    return new EncodedText(StoredInput.of(name, channel), encoding);
  }

  /// Stored bytes as text in UTF-8.
  ///
  /// @param stored closed with the result, or when this fails
  public static ByteStream open(String name, ByteStream stored, TextEncoding encoding) {
    ByteStream opened = stored;
    try {
      opened = decompressed(name, opened);
      return encoding.decode(name, opened);
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  private static ByteStream decompressed(String name, ByteStream raw) {
    Compression told = Compression.ofName(name);
    if (told != Compression.NONE) {
      return told.decompress(name, raw);
    }
    Lookahead start = new Lookahead(raw, 4);
    return Compression.ofStart(start).decompress(name, start);
  }

  private record EncodedText(StoredInput stored, TextEncoding encoding) implements TextInput {
    @Override
    public String name() {
      return stored.name();
    }

    @Override
    public long size() {
      return stored.size();
    }

    @Override
    public boolean isReadableAgain() {
      return stored.isReadableAgain();
    }

    @Override
    public ByteStream open() {
      return TextInputs.open(name(), stored.open(), encoding);
    }
  }
}
