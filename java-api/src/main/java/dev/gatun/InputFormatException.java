package dev.gatun;

/// Input that is not what its format says, with the place. The message is one line:
/// `FILE: line L, column C: expected …, found "…"`.
public final class InputFormatException extends GatunException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long line;
  private final long column;
  private final long byteOffset;

  /// For the reader that found it.
  ///
  /// @param source the file, or what was read when it was no file
  /// @param line 1-based line, 0 for binary input
  /// @param column 1-based column in bytes of the line, 0 when the line as a whole is meant
  /// @param byteOffset 0-based offset in the (decompressed) input, -1 when not known
  /// @param problem what was expected and what was found
  public InputFormatException(
      String source, long line, long column, long byteOffset, String problem) {
    super(describe(source, line, column, byteOffset) + problem, null);
    this.source = source;
    this.line = line;
    this.column = column;
    this.byteOffset = byteOffset;
  }

  private static String describe(String source, long line, long column, long byteOffset) {
    StringBuilder text = new StringBuilder(source).append(": ");
    if (line > 0) {
      text.append("line ").append(line);
      if (column > 0) {
        text.append(", column ").append(column);
      }
      text.append(": ");
    } else if (byteOffset >= 0) {
      text.append("byte ").append(byteOffset).append(": ");
    }
    return text.toString();
  }

  /// The file, or what was read when it was no file.
  public String source() {
    return source;
  }

  /// 1-based line, 0 for binary input.
  public long line() {
    return line;
  }

  /// 1-based column in bytes, 0 when the line as a whole is meant.
  public long column() {
    return column;
  }

  /// 0-based offset in the (decompressed) input, -1 when not known.
  public long byteOffset() {
    return byteOffset;
  }
}
