package dev.gatun.hostile;

import java.util.regex.Pattern;

/// What reading a file came to.
sealed interface Verdict {
  /// It could be read.
  record Read(long rows, long digest) implements Verdict {}

  /// The library refused it.
  ///
  /// @param type name of the exception's class
  record Refused(String type, String message) implements Verdict {
    private static final Pattern DECOMPRESSION = Pattern.compile(": (zstd|gzip|brotli|snappy|lz4)");

    /// Whether it was a decompressor that refused it. The engines have different ones, and not all
    /// look at the same things.
    boolean byDecompressor() {
      return DECOMPRESSION.matcher(message).find();
    }
  }

  /// Anything else.
  record Broken(Throwable problem) implements Verdict {}

  /// Whether the other engine may say this where one says that.
  default boolean agrees(Verdict other) {
    return switch (this) {
      case Read _ ->
          equals(other) || (other instanceof Refused refused && refused.byDecompressor());
      case Refused mine ->
          mine.byDecompressor()
              || (other instanceof Refused refused && refused.type().equals(mine.type()));
      case Broken _ -> false;
    };
  }
}
