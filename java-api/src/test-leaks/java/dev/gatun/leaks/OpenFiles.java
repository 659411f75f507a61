package dev.gatun.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The files that this process has open, where the system tells: not those that the JVM opens for
/// itself.
final class OpenFiles {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private OpenFiles() {}

  /// Their names; none where the system does not tell.
  static Set<String> now() {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(DESCRIPTORS)) {
      try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
        descriptors.map(OpenFiles::target).filter(OpenFiles::isData).forEach(names::add);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return names;
  }

  /// What a descriptor stands for; nothing when it is gone, such as that of the list itself.
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isData(String name) {
    return name.startsWith("/")
        && !name.startsWith("/dev/")
        && !name.startsWith("/proc/")
        && !name.startsWith("/memfd:")
        && !name.matches(".*(\\.(jar|so|jfr|log)|/modules)( \\(deleted\\))?");
  }
}
