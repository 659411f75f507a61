package dev.gatun.parquet;

/// A file that may be right but needs what this reader does not have: encryption, LZO, a codec,
/// encoding or type of a later format version.
public final class ParquetUnsupportedException extends ParquetException {
  private static final long serialVersionUID = 1L;

  /// For the reader that found it.
  ///
  /// @param place as exact as known
  /// @param problem what is not supported
  public ParquetUnsupportedException(Place place, String problem) {
    super(place, problem);
  }
}
