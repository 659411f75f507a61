package dev.gatun.csv;

/// What to do when a cell is no value of the type that was found out for its column from the
/// beginning of the text. Columns whose type was asked for are not concerned.
public enum LateTypes {
  /// The column gets a type that holds all of its cells, as if the whole text had been looked at
  /// first; the default. [CsvScan#read] reads again what the change needs. [CsvScan#open] looks
  /// through the whole text before it hands out the first batch, unless no type is to be found out;
  /// of a stream it cannot, and there it does as [#FAIL] does.
  WIDEN,

  /// It is an error, or a reject.
  FAIL
}
