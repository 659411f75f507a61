package dev.gatun.cli;

import dev.gatun.hash.HashChanges;
import dev.gatun.hash.HashResult;
import dev.gatun.hash.HashedFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How digests and changes are written.
final class HashText {
  private HashText() {}

  /// Lines that `sha256sum --check` reads; it passes over the last one, which has the digest of
  /// all.
  static String sums(HashResult result) {
    StringBuilder text = new StringBuilder();
    for (HashedFile file : result.files()) {
      String path = file.entry().path();
      String escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
      text.append(escaped.equals(path) ? "" : "\\").append(file.digest());
      text.append("  ").append(escaped).append('\n');
    }
    return text.append("# ")
        .append(result.digest())
        .append("  ")
        .append(EnumConverter.spelling(result.form()))
        .append(" form, ")
        .append(Units.count(result.fileCount(), "file", "files"))
        .append('\n')
        .toString();
  }

  static List<Map<String, @Nullable Object>> json(List<HashedFile> files) {
    Table table = new Table("path", "size", "sha256");
    files.forEach(file -> table.add(file.entry().path(), file.entry().size(), file.digest()));
    return table.json();
  }

  /// `2 B of 14 B in 3.02 ms, native avx2, 1 thread`; with a rate if all of it was read.
  static String read(HashResult result, Duration elapsed) {
    boolean all = result.bytesRead() == result.bytes();
    return "%s in %s%s, %s"
        .formatted(
            Units.bytes(result.bytesRead()) + (all ? "" : " of " + Units.bytes(result.bytes())),
            Units.duration(elapsed),
            all ? " (" + Units.rate(result.bytes(), elapsed) + ")" : "",
            Units.engine(result.info()));
  }

  /// `1 added, 2 changed, 0 removed`.
  static String summary(HashChanges changes) {
    return changes.isEmpty()
        ? "none"
        : "%s added, %s changed, %s removed"
            .formatted(
                Units.count(changes.added().size()),
                Units.count(changes.changed().size()),
                Units.count(changes.removed().size()));
  }

  /// A row for each.
  static Table table(HashChanges changes) {
    Table table = new Table("change", "path");
    changes.added().forEach(path -> table.add("added", path));
    changes.changed().forEach(path -> table.add("changed", path));
    changes.removed().forEach(path -> table.add("removed", path));
    return table;
  }

  static Map<String, @Nullable Object> json(HashChanges changes) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("added", changes.added());
    json.put("changed", changes.changed());
    json.put("removed", changes.removed());
    return json;
  }
}
