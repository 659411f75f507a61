package dev.gatun.internal.parquet.read;

import dev.gatun.parquet.Encoding;

/// A data page's levels and values, decompressed.
///
/// @param rep bytes of the repetition levels
/// @param def bytes of the definition levels
/// @param values bytes of the values
/// @param levels how both levels are encoded
/// @param encoding of the values
record Page(Section rep, Section def, Section values, LevelEncoding levels, Encoding encoding) {

  /// How levels are encoded.
  enum LevelEncoding {
    RLE,
    BIT_PACKED
  }
}
