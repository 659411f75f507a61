package dev.gatun.arch;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the sources are that these tests look into.
final class Repository {
  static final Path ROOT = root();

  private Repository() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("kernels-c"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("") : folder;
  }
}
