package dev.gatun.internal.parquet.read;

import org.jspecify.annotations.Nullable;

/// A page's header (Parquet format, parquet.thrift, PageHeader).
///
/// @param bytes the header's own size
/// @param size bytes of the page as it lies in the file
/// @param uncompressed bytes after decompression, levels included
/// @param values entries of the levels, or of the dictionary
/// @param encoding number of the values' encoding
/// @param crc checksum of the page's bytes, null when the writer gave none
/// @param rows rows of a version 2 page, else -1
/// @param def of the definition levels: encoding number in version 1, bytes in version 2
/// @param rep the same of the repetition levels
/// @param compressed whether the values of a version 2 page are compressed
record PageHeader(
    Kind kind,
    int bytes,
    int size,
    int uncompressed,
    int values,
    int encoding,
    @Nullable Integer crc,
    int rows,
    int def,
    int rep,
    boolean compressed) {
  /// What is in the page.
  enum Kind {
    DATA,
    DATA_V2,
    DICTIONARY,
    /// An index page or what is not known: to be passed over.
    OTHER
  }
}
