package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.bindings.generated.HeaderDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Tiny libraries made on the spot, with the functions that the loader asks for and any answers.
final class FakeLibrary {

  private FakeLibrary() {}

  /// A library that the loader accepts. Each is a different file, so that nothing is shared.
  static Path matching(Path directory) {
    return compile(directory, HeaderDigest.ABI_VERSION, HeaderDigest.SHA256);
  }

  static Path compile(Path directory, int abiVersion, String headerDigest) {
    return compile(
        directory,
        """
        unsigned gatun_abi_version(void) { return %d; }
        const char *gatun_header_digest(void) { return "%s"; }
        const char *gatun_version(void) { return "1.2.3"; }
        const char *gatun_build_info(void) { return "fake %s"; }
        """
            .formatted(abiVersion, headerDigest, UUID.randomUUID()));
  }

  static Path compile(Path directory, String source) {
    Path library = directory.resolve(UUID.randomUUID() + "-" + Platform.current().libraryFile());
    try {
      Path file = Files.writeString(directory.resolve(UUID.randomUUID() + ".c"), source);
      Command.Result result =
          Command.compiler("-shared", "-fPIC", "-o", library.toString(), file.toString());
      assertEquals(0, result.exitCode(), result.output());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return library;
  }
}
