package dev.gatun.internal.csv.read;

import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Ragged;
import dev.gatun.internal.kernel.CsvRules;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What every block of a scan is read by.
///
/// @param dialect nothing in it is left to be found out
/// @param names of the columns, one for each cell of a record; empty when records are taken as they
///     are
/// @param edgeCells where lines are as edge lists have them: cells that must be right, the first of
///     each; 0 for other lines
record Layout(CsvDialect dialect, CsvFormats formats, List<String> names, int edgeCells) {
  /// Lines are like those of most tables.
  Layout(CsvDialect dialect, CsvFormats formats, List<String> names) {
    this(dialect, formats, names, 0);
  }

  /// Cells of a record, 0 when records are taken as they are.
  int width() {
    return names.size();
  }

  boolean hasHeader() {
    return dialect.header() == CsvDialect.Header.PRESENT;
  }

  /// Whether the text may have bytes that are not UTF-8: unless a decoder made it.
  boolean mayBeMalformed() {
    boolean decoded =
        dialect.charset() != null && !dialect.charset().equals(StandardCharsets.UTF_8);
    return !dialect.replaceMalformed() && !decoded;
  }

  /// For the indexer.
  Grammar grammar() {
    return new Grammar(
        dialect.delimiter(),
        dialect.quote(),
        dialect.escape(),
        dialect.comment(),
        dialect.skipEmptyLines(),
        dialect.strayQuotes(),
        dialect.trim(),
        dialect.mergeDelimiters(),
        edgeCells > 0,
        switch (dialect.ragged()) {
          case ERROR -> Ragged.ERROR;
          case PAD -> Ragged.PAD;
          case TRUNCATE -> Ragged.TRUNCATE;
        });
  }

  /// For the converters.
  CsvRules rules() {
    return new CsvRules(
        dialect.quote(),
        dialect.escape() == 0 ? dialect.quote() : dialect.escape(),
        formats.decimalSeparator(),
        formats.groupingSeparator(),
        bytes(formats.nulls()));
  }

  static List<byte[]> bytes(List<String> tokens) {
    return tokens.stream().map(token -> token.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
