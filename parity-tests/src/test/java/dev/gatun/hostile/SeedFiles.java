package dev.gatun.hostile;

import dev.gatun.corpus.ParquetManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that mutants are made of.
final class SeedFiles {
  /// Larger ones cost time and show nothing that smaller ones do not.
  private static final int MOST_BYTES = 100_000;

  private SeedFiles() {}

  /// Of the corpus, the damaged ones included.
  static List<byte[]> ofCorpus() {
    return ParquetManifest.all().stream()
        .map(ParquetManifest::file)
        .flatMap(SeedFiles::of)
        .toList();
  }

  /// A file, or all files in a folder and those below it.
  static List<byte[]> under(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).sorted().flatMap(SeedFiles::of).toList();
    }
  }

  private static Stream<byte[]> of(Path file) {
    try {
      long size = Files.size(file);
      return size > 0 && size <= MOST_BYTES ? Stream.of(Files.readAllBytes(file)) : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
