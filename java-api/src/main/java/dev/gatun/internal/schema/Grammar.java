package dev.gatun.internal.schema;

import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.kernel.SqlScan.Open;
import dev.gatun.schema.SqlDialect;

/// What the kernel `sql_scan` is told of a dialect, and what its findings are called.
final class Grammar {
  private Grammar() {}

  static int rules(SqlDialect dialect) {
    return switch (dialect) {
      case STANDARD -> SqlScan.NESTED_COMMENTS;
      case POSTGRESQL ->
          SqlScan.NESTED_COMMENTS | SqlScan.E_STRINGS | SqlScan.DOLLAR_QUOTES | SqlScan.PSQL;
      case MYSQL ->
          SqlScan.HASH_COMMENTS
              | SqlScan.BLANK_AFTER_DASHES
              | SqlScan.EXECUTABLE_COMMENTS
              | SqlScan.BACKSLASHES
              | SqlScan.BACKTICKS;
      case SQLSERVER -> SqlScan.NESTED_COMMENTS | SqlScan.BRACKETS;
      case SQLITE -> SqlScan.BACKTICKS | SqlScan.BRACKETS;
    };
  }

  /// What is open, as a sentence begins.
  static String describe(Open open) {
    return switch (open) {
      case NOTHING -> "nothing";
      case LINE_COMMENT -> "the line comment";
      case BLOCK_COMMENT -> "the comment";
      case EXECUTABLE_COMMENT -> "the comment with code";
      case STRING -> "the string";
      case IDENTIFIER -> "the quoted identifier";
      case DOLLAR_QUOTE -> "the dollar-quoted string";
      case COPY_DATA -> "the data of the COPY";
    };
  }

  static boolean isQuote(Open open) {
    return open == Open.STRING || open == Open.IDENTIFIER;
  }
}
