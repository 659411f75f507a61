package dev.gatun.cli;

import dev.gatun.FileSet;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which files to hash.
final class HashInput {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Files, in this order; directories, with all files below them in order of path components.",
        "Links are followed."
      })
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "DIR",
      order = 2,
      description = "Paths are relative to it. Default: the working directory.")
  private Path base = Path.of("");

  @Mixin private FileSelection selection = new FileSelection();

  /// What messages call them.
  String name() {
    return names.size() == 1 ? names.getFirst() : Units.count(names.size()) + " inputs";
  }

  /// The set that the options describe.
  ///
  /// @throws IllegalArgumentException when one has a value that it cannot have
  FileSet files() {
    if (names.contains("")) {
      throw new IllegalArgumentException("FILE is empty");
    }
    List<Path> files = names.stream().map(HashInput::path).toList();
    FileSet set = selection.of(FileSet.of(base, files));
    files.forEach(this::requireBelowBase);
    return set;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("FILE " + name + ": " + e.getReason(), e);
    }
  }

  private void requireBelowBase(Path file) {
    Path full = base.toAbsolutePath().normalize();
    if (!file.toAbsolutePath().normalize().startsWith(full)) {
      throw new IllegalArgumentException(
          "FILE " + file + " is not below the base " + full + "; give another --base");
    }
  }
}
