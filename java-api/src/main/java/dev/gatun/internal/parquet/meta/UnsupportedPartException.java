package dev.gatun.internal.parquet.meta;

/// Something this reader does not have. Whoever knows the file turns it into the public exception.
final class UnsupportedPartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;

  /// @param position offset in the footer
  UnsupportedPartException(long position, String problem) {
    super(problem, null, false, false);
    this.position = position;
  }

  long position() {
    return position;
  }
}
