package dev.gatun.internal.schema;

import dev.gatun.FileSet;
import dev.gatun.internal.files.PathOrder;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.schema.FileOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which files a schema is made of, in which order.
public final class SourceFiles {
  private SourceFiles() {}

  /// The files without those that are outputs, each once, in an order.
  public static List<FileSet.Entry> choose(
      List<FileSet.Entry> listed, Set<Path> outputs, FileOrder order) {
    Set<String> seen = new HashSet<>();
    List<FileSet.Entry> chosen = new ArrayList<>(listed.size());
    for (FileSet.Entry entry : listed) {
      if (seen.add(entry.path()) && !isOutput(entry, outputs)) {
        chosen.add(entry);
      }
    }
    return switch (order) {
      case LISTED -> chosen;
      case PATH -> {
        chosen.sort(Comparator.comparing(FileSet.Entry::path, PathOrder.INSTANCE));
        yield chosen;
      }
      case NUMBERS -> byNumbers(chosen, false);
      case HEX_NUMBERS -> byNumbers(chosen, true);
    };
  }

  private static List<FileSet.Entry> byNumbers(List<FileSet.Entry> files, boolean hexadecimal) {
    record Keyed(NumberKey key, FileSet.Entry entry) {}
    return files.stream()
        .map(entry -> new Keyed(new NumberKey(entry.path(), hexadecimal), entry))
        .sorted(Comparator.comparing(Keyed::key))
        .map(Keyed::entry)
        .toList();
  }

  private static boolean isOutput(FileSet.Entry entry, Set<Path> outputs) {
    for (Path output : outputs) {
      try {
        // By name first: to ask the system about every file would cost as much as reading it.
        Path name = output.getFileName();
        if (name != null
            && name.equals(entry.file().getFileName())
            && Files.exists(output)
            && Files.isSameFile(output, entry.file())) {
          return true;
        }
      } catch (IOException e) {
        throw IoFailures.of(entry.file().toString(), e);
      }
    }
    return false;
  }
}
