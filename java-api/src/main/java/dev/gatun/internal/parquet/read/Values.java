package dev.gatun.internal.parquet.read;

import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;

/// Decodes the values of a column chunk, page by page, for one kind of output.
///
/// Methods throw [dev.gatun.internal.kernel.DecodeException] for bytes that are not what their
/// encoding says.
interface Values extends AutoCloseable {
  /// Forgets the dictionary of the chunk before.
  void reset();

  /// Takes the chunk's dictionary: `entries` values in PLAIN encoding.
  void dictionary(Section page, long entries);

  /// Starts on a data page.
  ///
  /// @param encoding never the old PLAIN_DICTIONARY, which is RLE_DICTIONARY
  /// @param values entries of the page; those that are null have no value in it
  void begin(Encoding encoding, Section page, long values);

  /// Appends `n` values behind the slots of `target`, whose count the caller advances.
  void read(long n, LeafTarget target);

  /// Moves the `present` values just read apart, to the slots that are not null.
  ///
  /// @param n slots they are to take
  void spread(LeafTarget target, MemorySegment validity, long n, long present);

  /// Passes over `n` values.
  void skip(long n);

  @Override
  void close();
}
