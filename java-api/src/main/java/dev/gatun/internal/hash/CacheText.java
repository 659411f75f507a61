package dev.gatun.internal.hash;

import dev.gatun.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cache file holds, and its text:
///
/// ```
/// gatun hash cache 1
/// written NANOSECONDS SINCE 1970
/// base DIRECTORY
/// flat KEY DIGEST                (perhaps)
/// DIGEST SIZE NANOSECONDS PATH   (for each file, in order of path components)
/// end SHA-256 OF ALL BEFORE THIS LINE
/// ```
///
/// Line breaks and backslashes in paths are escaped.
///
/// @param written when the files were listed, nanoseconds since 1970
/// @param base the directory paths are relative to
/// @param flat the flat digest of a list of files, null when not known
/// @param files what is known of each
record CacheText(long written, String base, @Nullable Flat flat, List<Known> files) {
  static final String FIRST_LINE = "gatun hash cache 1\n";

  private static final String WRITTEN = "written ";
  private static final String BASE = "base ";
  private static final String FLAT = "flat ";
  private static final int PACE = 4096;
  private static final int HEX = 2 * Sha256.BYTES;

  /// A flat digest.
  ///
  /// @param key digest of the list of files
  record Flat(Sha256 key, Sha256 digest) {}

  /// A file as it was.
  ///
  /// @param modified nanoseconds since 1970
  record Known(String path, long size, long modified, Sha256 digest) {}

  /// All but the last line.
  String format() {
    StringBuilder text = new StringBuilder(files.size() * 128 + 256);
    text.append(FIRST_LINE);
    text.append(WRITTEN).append(written).append('\n');
    text.append(BASE).append(escape(base)).append('\n');
    if (flat != null) {
      text.append(FLAT).append(flat.key).append(' ').append(flat.digest).append('\n');
    }
    for (Known file : files) {
      text.append(file.digest).append(' ').append(file.size).append(' ');
      text.append(file.modified).append(' ').append(escape(file.path)).append('\n');
    }
    return text.toString();
  }

  /// Reads all but the last line.
  ///
  /// @param pace run every few thousand lines
  /// @throws RuntimeException when it is not such a text
  static CacheText parse(String text, Runnable pace) {
    Lines lines = new Lines(text, FIRST_LINE.length());
    long written = Long.parseLong(lines.next(WRITTEN));
    String base = unescape(lines.next(BASE));
    Flat flat = null;
    if (lines.startWith(FLAT)) {
      String line = lines.next(FLAT);
      flat = new Flat(Sha256.parse(line.substring(0, HEX)), Sha256.parse(line.substring(HEX + 1)));
    }
    List<Known> files = new ArrayList<>();
    while (lines.hasNext()) {
      files.add(parseFile(lines.next("")));
      if (files.size() % PACE == 0) {
        pace.run();
      }
    }
    return new CacheText(written, base, flat, files);
  }

  private static Known parseFile(String line) {
    int size = HEX + 1;
    int modified = line.indexOf(' ', size) + 1;
    int path = line.indexOf(' ', modified) + 1;
    return new Known(
        unescape(line.substring(path)),
        Long.parseLong(line, size, modified - 1, 10),
        Long.parseLong(line, modified, path - 1, 10),
        Sha256.parse(line.substring(0, HEX)));
  }

  /// Lines of a text, one after the other.
  private static final class Lines {
    private final String text;
    private int at;

    Lines(String text, int at) {
      this.text = text;
      this.at = at;
    }

    boolean hasNext() {
      return at < text.length();
    }

    boolean startWith(String start) {
      return text.startsWith(start, at);
    }

    /// The next line without what it must start with.
    String next(String start) {
      if (!startWith(start)) {
        throw new IllegalArgumentException("no line \"" + start + "…\"");
      }
      int end = text.indexOf('\n', at);
      String line = text.substring(at + start.length(), end);
      at = end + 1;
      return line;
    }
  }

  private static String escape(String path) {
    return path.indexOf('\\') < 0 && path.indexOf('\n') < 0
        ? path
        : path.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        path.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        path.append(c);
      }
    }
    return path.toString();
  }
}
