package dev.gatun.schema;

/// In which order the files of a schema come. Each is the same on every platform, and total: two
/// files are never equal. Paths are compared component by component, so the files of a directory
/// stand together.
public enum FileOrder {
  /// As the file set lists them: a tree by [#PATH], a list as given.
  LISTED,

  /// Each component by its UTF-8 bytes: `10_b.sql` before `9_a.sql`, `B.sql` before `a.sql`.
  PATH,

  /// Each component by the number it begins with: decimal digits, or hexadecimal ones behind `0x`
  /// (small or capital). `9_a.sql` comes before `0xA_b.sql`, that before `11_c.sql`. Numbers may
  /// have any length; leading zeros do not count. Components without a number come behind those
  /// with one. Where numbers are equal, or neither has one, by UTF-8 bytes.
  NUMBERS,

  /// As [#NUMBERS], but all numbers are hexadecimal, with `0x` or without: `9_a.sql`, `0A_b.sql`,
  /// `10_c.sql`. Without `0x` the digits must not be followed by another letter or digit, so that
  /// `add_users.sql` (which begins with the digits `add`) is taken for 2781, and `address.sql` has
  /// no number.
  HEX_NUMBERS
}
