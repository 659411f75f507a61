package dev.gatun.internal.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/// File names as Unicode, whatever the locale. Where Java's decoding may have lost bytes, because
/// the locale is not UTF-8 (as in most containers) or the name is not, they are taken from the
/// path's URI, which has them all.
public final class FileNames {
  private static final boolean NAMES_ARE_BYTES =
      FileSystems.getDefault().getSeparator().equals("/");
  private static final boolean DECODED_AS_UTF_8 =
      System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
  private static final char REPLACEMENT = '\uFFFD';

  private FileNames() {}

  /// The last component of a path.
  ///
  /// @throws FileSystemException when it is not Unicode
  static String last(Path path) throws FileSystemException {
    String name = path.getFileName().toString();
    if (!isSuspect(name, path)) {
      return name;
    }
    String raw = path.toAbsolutePath().toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    return decode(raw.substring(raw.lastIndexOf('/', end - 1) + 1, end), path);
  }

  private static boolean isSuspect(String name, Path path) throws FileSystemException {
    boolean bytes = NAMES_ARE_BYTES && path.getFileSystem() == FileSystems.getDefault();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < 0x80) {
        continue;
      }
      if (bytes && (!DECODED_AS_UTF_8 || c == REPLACEMENT)) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == name.length()
            || !Character.isLowSurrogate(name.charAt(i + 1))) {
          throw notUnicode(path);
        }
        i++;
      }
    }
    return false;
  }

  private static String decode(String escaped, Path path) throws FileSystemException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(escaped.charAt(i));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      FileSystemException failure = notUnicode(path);
      failure.initCause(e);
      throw failure;
    }
  }

  private static FileSystemException notUnicode(Path path) {
    return new FileSystemException(path.toString(), null, "its name is not Unicode");
  }
}
