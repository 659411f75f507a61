package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bindings.NativeStatus.State;
import dev.gatun.bindings.generated.HeaderDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which library is chosen, and what is said when none is.
final class NativeLoaderTest {

  @TempDir private Path directory;
  private Bundle bundle;

  @BeforeEach
  void makeBundle() throws IOException {
    bundle = new Bundle(directory);
  }

  private static void assertNotLoaded(State state, String reasonPart, NativeStatus status) {
    assertEquals(state, status.state(), status.toString());
    assertFalse(status.available());
    assertTrue(status.reason().contains(reasonPart), status.reason());
    assertNull(status.path());
    assertNull(status.sha256());
    assertEquals("none", status.build());
  }

  @Nested
  final class Off {

    @Test
    void byProperty() throws IOException {
      bundle.pack(FakeLibrary.matching(directory));
      bundle.properties.put("gatun.native", "off");
      assertNotLoaded(State.OFF, "system property gatun.native", bundle.status());
      assertNull(bundle.load().symbols());
    }

    @Test
    void byVariable() throws IOException {
      bundle.pack(FakeLibrary.matching(directory));
      bundle.variables.put("GATUN_NATIVE", "OFF");
      assertNotLoaded(State.OFF, "environment variable GATUN_NATIVE", bundle.status());
    }

    @Test
    void thePropertyIsNearerThanTheVariable() throws IOException {
      bundle.pack(FakeLibrary.matching(directory));
      bundle.properties.put("gatun.native", "on");
      bundle.variables.put("GATUN_NATIVE", "off");
      assertTrue(bundle.status().available());
    }

    @Test
    void winsOverAPath() throws IOException {
      bundle.properties.put("gatun.native", "off");
      bundle.properties.put("gatun.native.path", FakeLibrary.matching(directory).toString());
      assertEquals(State.OFF, bundle.status().state());
    }

    @Test
    void anUnknownWordIsReportedAndChangesNothing() throws IOException {
      bundle.pack(FakeLibrary.matching(directory));
      bundle.properties.put("gatun.native", "of");
      NativeStatus status = bundle.status();
      assertTrue(status.available());
      assertEquals(
          List.of("system property gatun.native = of is neither on nor off: taken for on"),
          status.attempts());
    }
  }

  @Nested
  final class GivenPath {

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
      assertNotLoaded(State.FAILED, "missing.so: there is no such file", bundle.status());
      assertFalse(Files.exists(bundle.temp.resolve("gatun-ada")), "nothing is extracted");
    }

    @Test
    void mustBeAFile() throws IOException {
      bundle.properties.put("gatun.native.path", directory.toString());
      assertNotLoaded(State.FAILED, "it is not a file", bundle.status());
    }

    @Test
    void mustBeALibrary() throws IOException {
      Path text = Files.writeString(directory.resolve("text.so"), "not a library");
      bundle.properties.put("gatun.native.path", text.toString());
      assertNotLoaded(State.FAILED, text + " cannot be opened: ", bundle.status());
    }

    @Test
    void mustBeThisLibrary() throws IOException {
      Path other = FakeLibrary.compile(directory, "int other(void) { return 1; }");
      bundle.properties.put("gatun.native.path", other.toString());
      assertNotLoaded(State.INCOMPATIBLE, "is not libgatun: it has no function", bundle.status());
    }
  }

  @Nested
  final class Packed {

    @Test
    void isExtractedAndOpened() throws IOException {
      bundle.pack(FakeLibrary.matching(directory));
      NativeLoader.Result result = bundle.load();
      NativeStatus status = result.status();
      assertEquals(State.LOADED, status.state(), status.reason());
      assertEquals(bundle.inTemp().toRealPath(), status.path());
      assertEquals(bundle.sha256(), status.sha256());
      assertEquals(HeaderDigest.ABI_VERSION, status.abiVersion());
      assertTrue(status.build().startsWith("1.2.3, fake "), status.build());
      assertEquals(bundle.platform.key(), status.platform());
      assertEquals(List.of(), status.attempts());
      assertNotNull(result.symbols());
      assertTrue(result.symbols().find("gatun_version").isPresent());
    }

    @Test
    void goesWhereTheUserSays() throws IOException {
      bundle.pack(FakeLibrary.matching(directory));
      bundle.properties.put("gatun.native.dir", directory.resolve("new/place").toString());
      NativeStatus status = bundle.status();
      assertTrue(status.path().startsWith(directory.toRealPath().resolve("new/place/gatun-ada")));
    }

    @Test
    void isAbsentForAnUnknownPlatform() throws IOException {
      bundle.platform = Platform.of("SunOS", "sparcv9", false);
      assertNotLoaded(State.NOT_BUNDLED, "os.name=SunOS, os.arch=sparcv9", bundle.status());
    }

    @Test
    void isAbsentFromAJavaOnlyJar() throws IOException {
      assertNotLoaded(State.NOT_BUNDLED, bundle.platform.key(), bundle.status());
    }

    @Test
    void isAbsentForAPlatformThatIsNotInTheJar() throws IOException {
      bundle.index("plan9-mips.sha256=" + "0".repeat(64) + "\n");
      assertNotLoaded(State.NOT_BUNDLED, bundle.platform.key(), bundle.status());
    }

    @Test
    void isRefusedWithADamagedIndex() throws IOException {
      bundle.index(bundle.platform.key() + ".sha256=abc\n");
      assertNotLoaded(State.FAILED, "native.properties is damaged", bundle.status());
      bundle.index("\\u00zz");
      assertNotLoaded(State.FAILED, "cannot read META-INF/native/native", bundle.status());
    }

    @Test
    void isRefusedWithAFileNameThatLeavesItsDirectory() throws IOException {
      String key = bundle.platform.key();
      bundle.index(key + ".sha256=" + "0".repeat(64) + "\n" + key + ".file=../evil.so\n");
      assertNotLoaded(State.FAILED, "native.properties is damaged", bundle.status());
    }

    @Test
    void isRefusedWhenItsFileIsMissing() throws IOException {
      bundle.index(bundle.platform.key() + ".sha256=" + "0".repeat(64) + "\n");
      assertNotLoaded(State.FAILED, "it is listed, but missing", bundle.status());
    }

    @Test
    void isRefusedWithAnotherDigest() throws IOException {
      String wrong = "0123456789abcdef".repeat(4);
      bundle.pack(FakeLibrary.matching(directory), wrong);
      NativeStatus status = bundle.status();
      assertNotLoaded(State.FAILED, wrong, status);
      assertTrue(status.reason().contains(bundle.sha256()), status.reason());
      Path extracted = bundle.temp.resolve("gatun-ada").resolve(wrong.substring(0, 16));
      try (var files = Files.list(extracted)) {
        assertEquals(List.of(), files.toList(), "nothing is written");
      }
    }

    @Test
    void isRefusedWithAnotherAbiVersion() throws IOException {
      bundle.pack(FakeLibrary.compile(directory, 4711, HeaderDigest.SHA256));
      String reason = "ABI version 4711, these Java classes need " + HeaderDigest.ABI_VERSION;
      assertNotLoaded(State.INCOMPATIBLE, reason, bundle.status());
    }

    @Test
    void isRefusedWhenMadeFromOtherHeaders() throws IOException {
      String other = "f".repeat(64);
      bundle.pack(FakeLibrary.compile(directory, HeaderDigest.ABI_VERSION, other));
      String reason = other + ", these Java classes need " + HeaderDigest.SHA256;
      assertNotLoaded(State.INCOMPATIBLE, reason, bundle.status());
    }

    @Test
    void isTriedInEveryPlaceBeforeGivingUp() throws IOException {
      bundle.pack(Files.writeString(directory.resolve("garbage"), "not a library"));
      NativeStatus status = bundle.status();
      assertNotLoaded(State.FAILED, "libgatun could be opened nowhere: ", status);
      List<String> attempts = status.attempts();
      assertEquals(bundle.platform.isLinux() ? 3 : 2, attempts.size(), attempts.toString());
      assertTrue(attempts.get(0).startsWith(bundle.inTemp().toRealPath() + " cannot be opened: "));
      assertTrue(attempts.get(1).startsWith(bundle.inCache().toRealPath() + " cannot be opened: "));
      assertTrue(attempts.getLast().contains("cannot be opened"));
      attempts.forEach(attempt -> assertTrue(status.reason().contains(attempt)));
    }
  }

  @Test
  void theReasonForDeniedAccessNamesTheFlag() {
    assertTrue(
        NativeLoader.accessDenied(Object.class.getModule())
            .endsWith("--enable-native-access=java.base"));
    Module unnamed = ClassLoader.getSystemClassLoader().getUnnamedModule();
    assertTrue(NativeLoader.accessDenied(unnamed).endsWith("--enable-native-access=ALL-UNNAMED"));
  }

  @Test
  void whateverIsWrongTheLoaderReturns() throws IOException {
    bundle.properties.put("gatun.native.path", "nul\0character");
    assertNotLoaded(State.FAILED, "gatun.native.path", bundle.status());
    bundle.properties.clear();
    bundle.pack(FakeLibrary.matching(directory));
    bundle.properties.put("gatun.native.dir", "nul\0character");
    assertNotLoaded(State.FAILED, "unexpected java.nio.file.InvalidPath", bundle.status());
  }
}
