package dev.gatun.schema;

/// What comments and quotes look like. All dialects have `-- …` to the end of the line, `/* … */`,
/// `'…'` with `''` inside and `"…"` with `""` inside.
public enum SqlDialect {
  /// Block comments nest.
  STANDARD,

  /// Block comments nest; `E'…'` with backslashes; `$tag$ … $tag$`. As psql reads files: a
  /// backslash outside comments and quotes begins a command that goes to the end of its line, and
  /// behind `COPY … FROM STDIN;` come data up to a line that is `\.`. Strings are as with
  /// `standard_conforming_strings`, on since PostgreSQL 9.1.
  POSTGRESQL,

  /// Also MariaDB. `#` comments; `--` is one only before a blank or the end of the line; what
  /// stands in `/*! … */` is code; backslashes in `'…'` and `"…"` (unless `NO_BACKSLASH_ESCAPES`
  /// is set, which this does not know); `` `…` ``.
  MYSQL,

  /// Block comments nest; `[…]` with `]]` inside.
  SQLSERVER,

  /// `` `…` `` and `[…]`.
  SQLITE
}
