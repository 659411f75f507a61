package dev.gatun.internal.io;

/// A text that can be opened: once, or as often as one likes.
public interface TextInput {
  /// What a person would call it, for messages.
  String name();

  /// Bytes stored, 0 when not known.
  long size();

  /// Whether [#open] can be called again: true for files, false for streams.
  boolean isReadableAgain();

  /// Its bytes as UTF-8, decompressed, without a byte order mark. Reads the first of them.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be opened, with its name and the reason
  /// @throws dev.gatun.InputFormatException when its first bytes are not what they should be
  /// @throws IllegalStateException when it was opened before and cannot be again
  ByteStream open();
}
