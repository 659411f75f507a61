package dev.gatun.graph;

import dev.gatun.GatunException;
import java.nio.file.Path;

/// A directory that is not what the GraphAr format says. The message is one line:
/// `FILE: KEY: expected …, found …`, `FILE: line L: …` where no key is meant, `FILE: …` where the
/// file as a whole is.
public final class GraphArchiveException extends GatunException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String key;

  /// For the reader.
  ///
  /// @param key of the information file, or column of the data file; empty when neither is meant
  public GraphArchiveException(Path file, String key, String problem) {
    super(file + ": " + (key.isEmpty() ? "" : key + ": ") + problem, null);
    this.file = file.toString();
    this.key = key;
  }

  /// The file that is wrong, or missing.
  public String file() {
    return file;
  }

  /// The key or column that is wrong, such as `property_groups[0].file_type`; empty when the file
  /// as a whole is.
  public String key() {
    return key;
  }
}
