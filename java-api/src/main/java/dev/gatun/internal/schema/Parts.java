package dev.gatun.internal.schema;

import dev.gatun.FileSet;
import dev.gatun.internal.files.PathFilter;
import dev.gatun.schema.SchemaPart;
import java.util.ArrayList;
import java.util.List;

/// Deals files out to parts.
public final class Parts {
  private Parts() {}

  /// The files of each part, in the order given.
  ///
  /// @throws IllegalArgumentException when a file belongs to none
  public static List<List<FileSet.Entry>> deal(List<FileSet.Entry> files, List<SchemaPart> parts) {
    List<PathFilter> filters =
        parts.stream()
            .map(
                part -> PathFilter.ALL.hidden(true).include(part.patterns().toArray(String[]::new)))
            .toList();
    List<List<FileSet.Entry>> dealt = new ArrayList<>();
    parts.forEach(_ -> dealt.add(new ArrayList<>()));
    for (FileSet.Entry file : files) {
      int part = 0;
      while (part < filters.size() && !filters.get(part).selects(file.path())) {
        part++;
      }
      if (part == filters.size()) {
        throw new IllegalArgumentException(
            file.path() + ": belongs to no part; a last part ** takes the rest");
      }
      dealt.get(part).add(file);
    }
    return dealt;
  }
}
