package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bindings.NativeStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gatun.native.path`: that library or none.
final class GivenPathTest {

  @TempDir private Path directory;
  private Bundle bundle;

  @BeforeEach
  void makeBundle() throws IOException {
    bundle = new Bundle(directory);
  }

  @Test
  void isOpenedWhereItStands() throws IOException {
    Path library = FakeLibrary.matching(directory);
    bundle.properties.put("gatun.native.path", library.toString());
    NativeStatus status = bundle.status();
    assertTrue(status.available(), status.reason());
    assertEquals(library, status.path());
    assertEquals(Sha256.of(library), status.sha256());
    assertTrue(status.reason().startsWith("given by system property gatun.native.path"));
  }

  @Test
  void canComeFromTheEnvironment() throws IOException {
    bundle.variables.put("GATUN_NATIVE_PATH", FakeLibrary.matching(directory).toString());
    NativeStatus status = bundle.status();
    assertTrue(status.available(), status.reason());
    assertTrue(status.reason().contains("environment variable GATUN_NATIVE_PATH"));
  }

  @Test
  void isNotReplacedByThePackedLibrary() throws IOException {
    bundle.pack(FakeLibrary.matching(directory));
    bundle.properties.put("gatun.native.path", directory.resolve("missing.so").toString());
    bundle.assertNotLoaded(State.FAILED, "missing.so: there is no such file");
    assertFalse(Files.exists(bundle.temp.resolve("gatun-ada")), "nothing is extracted");
  }

  @Test
  void mustBeAFile() throws IOException {
    bundle.properties.put("gatun.native.path", directory.toString());
    bundle.assertNotLoaded(State.FAILED, "it is not a file");
  }

  @Test
  void mustBeALibrary() throws IOException {
    Path text = Files.writeString(directory.resolve("text.so"), "not a library");
    bundle.properties.put("gatun.native.path", text.toString());
    bundle.assertNotLoaded(State.FAILED, text + " cannot be opened: ");
  }

  @Test
  void mustBeThisLibrary() throws IOException {
    Path other = FakeLibrary.compile(directory, "int other(void) { return 1; }");
    bundle.properties.put("gatun.native.path", other.toString());
    bundle.assertNotLoaded(State.INCOMPATIBLE, "is not libgatun: it has no function");
  }
}
