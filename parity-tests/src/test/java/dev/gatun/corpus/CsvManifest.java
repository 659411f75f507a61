package dev.gatun.corpus;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One case of `csv/` of the corpus and what to expect of it; its kinds and the settings of its
/// dialects are explained in the manifest itself.
///
/// @param folder where its files are
/// @param record everything the manifest has, by name
public record CsvManifest(Path folder, Map<String, Object> record) {

  /// What there is to check.
  public enum Kind {
    CELLS,
    DIGEST,
    ERROR,
    CELLS_OR_ERROR,
    TYPED,
    REJECTS,
    SNIFF,
    DOUBLES,
    VALUES,
    EXHAUSTIVE,
    NOCRASH
  }

  /// All cases, in the manifest's order.
  public static List<CsvManifest> all() {
    Path folder = Corpus.folder("csv");
    Path json = folder.resolve("manifest.json");
    try {
      Map<String, Object> manifest = JSON.std.mapFrom(json.toFile());
      return maps(manifest.get("cases")).stream().map(map -> new CsvManifest(folder, map)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(json.toString(), e);
    }
  }

  public Kind kind() {
    return Kind.valueOf(((String) record.get("kind")).toUpperCase(Locale.ROOT));
  }

  /// The file, null when the text is in the manifest.
  private Path file() {
    return record.get("file") instanceof String name ? folder.resolve(name) : null;
  }

  /// The text, as it is stored.
  public byte[] text() {
    if (record.get("text") instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    if (record.get("base64") instanceof String base64) {
      return Base64.getDecoder().decode(base64);
    }
    try {
      return Files.readAllBytes(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a file that is a list of cases itself.
  public List<String> lines() {
    return Corpus.lines(file());
  }

  /// A scan of the text, with nothing said.
  CsvScan scan() {
    Path file = file();
    return file != null ? CsvScan.of(file) : CsvScan.of("memory", new ByteArrayInputStream(text()));
  }

  /// How the text is written, all of it said.
  public CsvDialect dialect() {
    Map<String, Object> given = map(record.getOrDefault("dialect", Map.of()));
    CsvDialect dialect =
        CsvDialect.detect()
            .delimiter(character(given.getOrDefault("delimiter", ",")))
            .quote(character(given.getOrDefault("quote", "\"")))
            .escape(character(given.get("escape")))
            .comment(character(given.get("comment")))
            .skipLines((int) given.getOrDefault("skip_lines", 0))
            .skipEmptyLines((boolean) given.getOrDefault("skip_empty_lines", true))
            .strayQuotes(given.getOrDefault("stray_quote", "literal").equals("literal"))
            .header(
                (boolean) given.getOrDefault("header", false)
                    ? CsvDialect.Header.PRESENT
                    : CsvDialect.Header.ABSENT);
    if (given.get("ragged") instanceof String ragged && ragged.equals("pad")) {
      dialect = dialect.ragged(CsvDialect.Ragged.PAD);
    }
    return given.get("encoding") instanceof String encoding
        ? dialect.charset(Charset.forName(encoding.replaceFirst("-([bl]e)$", "$1")))
        : dialect;
  }

  private static char character(Object text) {
    return text == null ? 0 : ((String) text).charAt(0);
  }

  /// Whether records of any length are taken as they are.
  public boolean keepsRagged() {
    return "keep".equals(map(record.getOrDefault("dialect", Map.of())).get("ragged"));
  }

  /// The columns asked for.
  Schema schema() {
    List<Field> fields =
        maps(record.get("schema")).stream()
            .map(column -> new Field((String) column.get("name"), type(column.get("type")), true))
            .toList();
    return new Schema(fields, Map.of());
  }

  static DataType type(Object name) {
    return switch ((String) name) {
      case "int64" -> new DataType.Int(64, true);
      case "double" -> new DataType.FloatingPoint(64);
      case "bool" -> new DataType.Bool();
      case "date" -> new DataType.Date();
      case "timestamp" -> new DataType.Timestamp(TimeUnit.SECOND, null);
      case "string" -> new DataType.Utf8();
      case String other -> throw new IllegalArgumentException(other);
    };
  }

  @SuppressWarnings("unchecked")
  String[] nulls() {
    return ((List<String>) record.get("nulls")).toArray(String[]::new);
  }

  /// One of the things to expect.
  public Object expected(String name) {
    return map(record.get("expect")).get(name);
  }

  /// Several of them, each with properties.
  List<Map<String, Object>> expectedMaps(String name) {
    return maps(expected(name));
  }

  /// What is wrong, by its name in the manifest.
  public static CsvProblem.Kind problem(Object name) {
    return CsvProblem.Kind.valueOf(((String) name).toUpperCase(Locale.ROOT));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object object) {
    return (Map<String, Object>) object;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object object) {
    return (List<Map<String, Object>>) object;
  }

  @Override
  public String toString() {
    return (String) record.get("id");
  }
}
