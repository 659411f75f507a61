package dev.gatun.internal.kernel;

/// Bytes that are not what their encoding says. Whoever knows the file turns it into the public
/// exception with file, column and page.
public final class DecodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;

  /// @param position byte offset in the input of the kernel, -1 when not known
  public DecodeException(long position, String problem) {
    super(problem, null, false, false);
    this.position = position;
  }

  /// Byte offset in the input of the kernel, -1 when not known.
  public long position() {
    return position;
  }
}
