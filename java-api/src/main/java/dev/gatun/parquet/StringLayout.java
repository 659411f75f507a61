package dev.gatun.parquet;

/// How a scan hands out text and bytes of varying length (BYTE_ARRAY columns, nested ones too).
public enum StringLayout {
  /// One string after the other, and where each begins: `utf8` and `binary`. The default.
  OFFSETS,

  /// 32-bit indexes into a dictionary: `dictionary<utf8>` and `dictionary<binary>`. The fastest for
  /// columns that the file stores so, which are most with values that repeat: no string is copied
  /// for a row. Every batch has its own copy of the dictionary of its column chunk, and values that
  /// the file did not put into the dictionary come behind it for this batch, repeated as they are;
  /// so entries are not unique, and the same value may have another index in another batch. Columns
  /// with an Arrow extension type (`arrow.json`) stay as they are without this.
  DICTIONARY,

  /// 16 bytes a value, which hold strings of up to 12 bytes themselves and point to longer ones:
  /// `utf8_view` and `binary_view`. Made from [#OFFSETS], and so costs more: one more pass over the
  /// column and 16 bytes a row of memory.
  VIEWS
}
