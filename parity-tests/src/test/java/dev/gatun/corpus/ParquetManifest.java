package dev.gatun.corpus;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One file of `parquet/` of the corpus and what to expect of it, see `MANIFEST.md` there.
///
/// @param file the Parquet file
/// @param record everything the manifest has, by name
public record ParquetManifest(Path file, Map<String, Object> record) {

  /// What a reader must do.
  public enum Expect {
    MATCH,
    MATCH_OR_ERROR,
    NO_CRASH,
    ERROR_ENCRYPTED,
    ERROR_OR_BETTER
  }

  /// All files, in the manifest's order.
  public static List<ParquetManifest> all() {
    Path folder = Corpus.folder("parquet");
    Path json = folder.resolve("manifest.json");
    try {
      return JSON.std.listOfFrom(Object.class, json.toFile()).stream()
          .map(ParquetManifest::asMap)
          .map(map -> new ParquetManifest(folder.resolve((String) map.get("file")), map))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(json.toString(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object object) {
    return (Map<String, Object>) object;
  }

  Expect expect() {
    return Expect.valueOf(
        ((String) record.get("expect")).replace('-', '_').toUpperCase(java.util.Locale.ROOT));
  }

  /// Rows of a full read, -1 when the manifest does not say.
  long rows() {
    return record.get("rowsRead") instanceof Number rows ? rows.longValue() : -1;
  }

  /// Rows that DuckDB counts, -1 when it cannot or was not asked.
  long duckdbRows() {
    return record.get("duckdbRows") instanceof Number rows ? rows.longValue() : -1;
  }

  /// A figure of the file as a whole.
  long number(String name) {
    return ((Number) record.get(name)).longValue();
  }

  /// The leaf columns in schema order.
  List<Map<String, Object>> leaves() {
    return groups("leaves");
  }

  /// The Arrow tree, depth first.
  List<Map<String, Object>> nodes() {
    return groups("nodes");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> groups(String name) {
    return record.get(name) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  @Override
  public String toString() {
    return (String) record.get("file");
  }
}
