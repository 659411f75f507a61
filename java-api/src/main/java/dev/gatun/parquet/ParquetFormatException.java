package dev.gatun.parquet;

/// A file that is not what the Parquet format says: cut short, overwritten, or badly written.
public final class ParquetFormatException extends ParquetException {
  private static final long serialVersionUID = 1L;

  /// For the reader that found it.
  ///
  /// @param place as exact as known
  /// @param problem what was expected and what was found
  public ParquetFormatException(Place place, String problem) {
    super(place, problem);
  }
}
