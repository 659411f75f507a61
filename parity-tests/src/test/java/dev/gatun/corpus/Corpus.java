package dev.gatun.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the reference data is, and what to run over it.
final class Corpus {
  private Corpus() {}

  /// A folder of the corpus; the test is skipped where there is none.
  static Path folder(String name) {
    Path root = Path.of(System.getProperty("gatun.corpus.dir", "../../shared/data"));
    Path folder = root.resolve(name).toAbsolutePath().normalize();
    assumeTrue(
        Files.isDirectory(folder), () -> "no reference data: set gatun.corpus.dir, " + folder);
    return folder;
  }

  /// Files with an ending, in order of name.
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Java, and native with 1 and 2 workers where it is loaded.
  static List<Setup> setups() {
    return Gatun.nativeAvailable().available()
        ? List.of(
            Setup.JAVA,
            new Setup(Engine.NATIVE, Gatun.isa(), 1),
            new Setup(Engine.NATIVE, Gatun.isa(), 2))
        : List.of(Setup.JAVA);
  }
}
