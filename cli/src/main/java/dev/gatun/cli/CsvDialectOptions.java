package dev.gatun.cli;

import dev.gatun.RunOptions;
import dev.gatun.csv.CsvDialect;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the text is cut into records and cells.
final class CsvDialectOptions {
  @Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      description = {
        "Between cells: a character, or tab, space, comma, semicolon, pipe.",
        "Default: detected."
      })
  private @Nullable String delimiter;

  @Option(
      names = "--quote",
      paramLabel = "CHAR",
      description = "Around cells, or none. Default: detected.")
  private @Nullable String quote;

  @Option(
      names = "--escape",
      paramLabel = "CHAR",
      description = "Before quotes inside quotes. Default: none, quotes are doubled.")
  private @Nullable String escape;

  @Option(
      names = "--comment",
      paramLabel = "CHAR",
      description =
          "Lines that begin so are left out. Default: none, or # where the text begins with"
              + " lines that can be nothing else.")
  private @Nullable String comment;

  @Option(
      names = "--skip-lines",
      paramLabel = "N",
      description = "Lines left out at the beginning.")
  private int skipLines;

  @Option(
      names = "--header",
      negatable = true,
      description = "Whether the first record is names. Default: detected.")
  private @Nullable Boolean header;

  @Option(
      names = "--keep-empty-lines",
      description = "A line of nothing is a record of one empty cell.")
  private boolean keepEmptyLines;

  @Option(names = "--strict-quotes", description = "A quote inside an unquoted cell is an error.")
  private boolean strictQuotes;

  @Option(names = "--trim", description = "Blanks and tabs around cells do not belong to them.")
  private boolean trim;

  @Option(
      names = "--merge-delimiters",
      description = "Runs of delimiters count as one: for columns set apart by blanks.")
  private boolean mergeDelimiters;

  @Option(
      names = "--ragged",
      paramLabel = "RULE",
      description = {
        "Records of another length than the first: error (default);",
        "pad: missing cells are empty; truncate: and more are left out."
      })
  private CsvDialect.@Nullable Ragged ragged;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Such as latin1 or utf-16. Default: by a byte order mark, else UTF-8.")
  private @Nullable String encoding;

  @Option(
      names = "--replace-malformed",
      description = "Bytes that are not of the encoding become U+FFFD.")
  private boolean replaceMalformed;

  @Option(
      names = "--max-record",
      paramLabel = "SIZE",
      description = "Longest record, such as 1m. Default: 64m.")
  private @Nullable String mostRecordBytes;

  /// The dialect.
  ///
  /// @throws IllegalArgumentException when an option has a value that it cannot have
  CsvDialect dialect() {
    CsvDialect dialect =
        CsvDialect.detect()
            .skipLines(skipLines)
            .skipEmptyLines(!keepEmptyLines)
            .strayQuotes(!strictQuotes)
            .trim(trim)
            .mergeDelimiters(mergeDelimiters)
            .replaceMalformed(replaceMalformed);
    if (delimiter != null) {
      dialect = dialect.delimiter(Characters.parse("--delimiter", delimiter));
    }
    if (quote != null) {
      dialect = dialect.quote(Characters.parseOptional("--quote", quote));
    }
    if (escape != null) {
      dialect = dialect.escape(Characters.parseOptional("--escape", escape));
    }
    if (comment != null) {
      dialect = dialect.comment(Characters.parseOptional("--comment", comment));
    }
    if (header != null) {
      dialect = dialect.header(header ? CsvDialect.Header.PRESENT : CsvDialect.Header.ABSENT);
    }
    if (ragged != null) {
      dialect = dialect.ragged(ragged);
    }
    if (encoding != null) {
      dialect = dialect.charset(charset(encoding));
    }
    if (mostRecordBytes != null) {
      long bytes = RunOptions.parseBytes(mostRecordBytes);
      dialect = dialect.mostRecordBytes((int) Math.min(bytes, Integer.MAX_VALUE));
    }
    return dialect;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("there is no encoding '" + name + "'", e);
    }
  }
}
