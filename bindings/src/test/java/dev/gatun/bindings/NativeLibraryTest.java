package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library of this JVM.
final class NativeLibraryTest {

  @Test
  void statusAndLookupAgree() {
    NativeStatus status = NativeLibrary.status();
    assertSame(status, NativeLibrary.status(), "decided once");
    if (status.available()) {
      assertNotNull(NativeLibrary.lookup());
    } else {
      var e = assertThrows(IllegalStateException.class, NativeLibrary::lookup);
      assertTrue(e.getMessage().contains(status.reason()), e.getMessage());
    }
  }

  /// The one test that a broken build of the real library cannot pass by being skipped.
  @Test
  void theLibraryInThisJarLoads(@TempDir Path directory) throws IOException {
    ClassLoader resources = NativeLibrary.class.getClassLoader();
    assumeTrue(
        resources.getResource("META-INF/native") != null,
        "skipped, because this is a build without natives");
    Map<String, String> properties = Map.of("java.io.tmpdir", directory.toString());
    var environment =
        new LoaderEnvironment(properties::get, _ -> null, resources, Platform.current());
    NativeStatus status = new NativeLoader(environment).load().status();
    assertTrue(status.available(), status.reason());
    assertTrue(status.path().startsWith(directory.toRealPath()));
  }
}
