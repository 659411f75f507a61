package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A window on text that always ends with a whole line, so that loops over it need no check for its
/// end: the last byte of every window is a line feed, and [#PADDING] bytes after it can be read.
///
/// The window is as large as the buffer, or as a line that does not fit, up to [#MAX_LINE].
public final class LineBuffer {
  /// Most bytes of one line, its end included.
  public static final int MAX_LINE = 1 << 20;

  /// Bytes after the window that may be read, with any contents.
  static final int PADDING = 64;

  /// Bytes that [#begins] can look at.
  static final int PEEK = 13;

  private static final int LEAST = 16;

  private final ByteSource source;

  /// The window is `position` to `end`.
  byte[] bytes;

  /// Next byte to read.
  int position;

  /// After the last line feed.
  int end;

  /// 1-based number of the line at `position`.
  long line = 1;

  private int filled;
  private long base;
  private boolean atEnd;

  /// Reads the first bytes.
  ///
  /// @param size bytes to read at once
  /// @throws InputFormatException when they do not begin text
  public LineBuffer(ByteSource source, int size) {
    this.source = source;
    this.bytes = new byte[Math.clamp(size, LEAST, MAX_LINE) + PADDING];
    while (filled < LEAST && !atEnd) {
      fill();
    }
    if (startsWith(0xef, 0xbb, 0xbf)) {
      position = 3;
      end = 3;
    }
    refuse("text compressed with gzip; the name must end in .gz", 0x1f, 0x8b);
    refuse("text compressed with zstd; the name must end in .zst", 0x28, 0xb5, 0x2f, 0xfd);
    refuse("text in UTF-16", 0xff, 0xfe);
    refuse("text in UTF-16", 0xfe, 0xff);
  }

  private void refuse(String what, int... start) {
    if (startsWith(start)) {
      throw new InputFormatException(
          source.name(), 1, 1, 0, "expected text in UTF-8, found " + what);
    }
  }

  private boolean startsWith(int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= filled || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the input begins with `text`, upper and lower case alike. Only before any line is
  /// read.
  ///
  /// @param text ASCII, at most [#PEEK] characters
  boolean begins(String text) {
    int length = Math.min(text.length(), filled - end);
    return new String(bytes, end, length, StandardCharsets.ISO_8859_1).equalsIgnoreCase(text);
  }

  ByteSource source() {
    return source;
  }

  /// Offset in the input of `position`.
  long offset() {
    return base + position;
  }

  /// Moves on to the next lines once `position` has reached `end`.
  ///
  /// @return false at the end of the input
  /// @throws InputFormatException when a line is too long
  boolean advance() {
    filled -= end;
    System.arraycopy(bytes, end, bytes, 0, filled);
    base += end;
    position = 0;
    end = afterLastLineFeed(0, filled);
    while (end == 0 && !atEnd) {
      int from = filled;
      fill();
      end = afterLastLineFeed(from, filled);
    }
    if (end == 0 && filled > 0) {
      bytes[filled++] = '\n';
      end = filled;
    }
    return end > 0;
  }

  private int afterLastLineFeed(int from, int to) {
    int p = to;
    while (p > from && bytes[p - 1] != '\n') {
      p--;
    }
    return p > from ? p : 0;
  }

  private void fill() {
    int capacity = bytes.length - PADDING;
    if (filled == capacity) {
      if (capacity == MAX_LINE) {
        throw new InputFormatException(
            source.name(),
            line,
            0,
            base,
            "expected a line of at most " + MAX_LINE + " bytes, found a longer one");
      }
      capacity = Math.min(2 * capacity, MAX_LINE);
      bytes = Arrays.copyOf(bytes, capacity + PADDING);
    }
    int n = source.read(MemorySegment.ofArray(bytes), filled, capacity - filled);
    atEnd = n < 0;
    filled += Math.max(n, 0);
  }

  /// Reads one line.
  ///
  /// @return false at the end of the input
  boolean next(Line into) {
    if (position == end && !advance()) {
      return false;
    }
    int feed = position;
    while (bytes[feed] != '\n') {
      feed++;
    }
    into.bytes = bytes;
    into.from = position;
    into.to = feed > position && bytes[feed - 1] == '\r' ? feed - 1 : feed;
    into.number = line++;
    into.offset = offset();
    position = feed + 1;
    return true;
  }
}
