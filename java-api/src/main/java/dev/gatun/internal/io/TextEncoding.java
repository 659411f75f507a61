package dev.gatun.internal.io;

import dev.gatun.InputFormatException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// How the characters of a text are written.
///
/// Texts in UTF-8 pass as they are, malformed or not, unless what is malformed is to be replaced.
/// The byte order mark of the encoding is left out. When UTF-8, UTF-16 or UTF-32 is given and the
/// text begins with the mark of another one of them, it is refused.
///
/// @param charset null for what the byte order mark says (UTF-8, UTF-16 or UTF-32), UTF-8 when
///     there is none
/// @param replaceMalformed whether what is not in the encoding becomes U+FFFD, the replacement
///     character; else it is an error
public record TextEncoding(@Nullable Charset charset, boolean replaceMalformed) {
  /// By the byte order mark, and nothing is replaced.
  public static final TextEncoding DETECTED = new TextEncoding(null, false);

  /// A text in UTF-8.
  ///
  /// @param name for messages
  /// @param bytes in this encoding; closed with the result
  /// @throws InputFormatException when it begins with the byte order mark of another encoding
  public ByteStream decode(String name, ByteStream bytes) {
    Lookahead start = new Lookahead(bytes, ByteOrderMark.LONGEST);
    ByteOrderMark found = ByteOrderMark.of(start);
    ByteOrderMark expected = charset == null ? found : ByteOrderMark.of(charset);
    boolean marked = expected.begins(start);
    if (!marked && found.isUnmistakable()) {
      throw new InputFormatException(
          name,
          0,
          0,
          0,
          "expected text in %s, found the byte order mark of %s"
              .formatted(expected.charset(), found.charset()));
    }
    int skipped = marked ? expected.size() : 0;
    start.skip(skipped);
    Charset actual = charset == null ? found.charset() : charset;
    return actual.equals(StandardCharsets.UTF_8) && !replaceMalformed
        ? start
        : new Transcoder(name, start, skipped, actual, replaceMalformed);
  }
}
