package dev.gatun.cli;

import dev.gatun.csv.CsvDialect;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Dialects for people and for programs.
final class CsvDialects {
  private CsvDialects() {}

  /// `delimiter ',', quote '"'`, and what else is not as usual.
  static String describe(CsvDialect dialect) {
    StringBuilder text = new StringBuilder("delimiter ").append(shown(dialect.delimiter()));
    text.append(", quote ").append(shown(dialect.quote()));
    if (dialect.escape() != 0) {
      text.append(", escape ").append(shown(dialect.escape()));
    }
    if (dialect.comment() != 0) {
      text.append(", comments begin with ").append(shown(dialect.comment()));
    }
    Charset charset = dialect.charset();
    if (charset != null) {
      text.append(", ").append(charset.name());
    }
    return text.toString();
  }

  private static String shown(char character) {
    return switch (character) {
      case 0 -> "none";
      case '\t' -> "tab";
      case ' ' -> "space";
      default -> "'" + character + "'";
    };
  }

  static Map<String, @Nullable Object> json(CsvDialect dialect) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("delimiter", string(dialect.delimiter()));
    json.put("quote", string(dialect.quote()));
    json.put("escape", string(dialect.escape()));
    json.put("comment", string(dialect.comment()));
    json.put("skip_lines", dialect.skipLines());
    json.put("header", dialect.header() == CsvDialect.Header.PRESENT);
    json.put("trim", dialect.trim());
    json.put("merge_delimiters", dialect.mergeDelimiters());
    json.put("ragged", EnumConverter.spelling(dialect.ragged()));
    Charset charset = dialect.charset();
    json.put("encoding", charset == null ? null : charset.name());
    return json;
  }

  private static @Nullable String string(char character) {
    return character == 0 ? null : String.valueOf(character);
  }
}
