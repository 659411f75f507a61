package dev.gatun.arch;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the sources are, for tests that look into them.
final class ProjectFiles {
  /// The top of the project.
  static final Path ROOT = root();

  private ProjectFiles() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("kernels-c"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("") : folder;
  }
}
