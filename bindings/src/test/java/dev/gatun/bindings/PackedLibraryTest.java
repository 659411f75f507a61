package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bindings.NativeStatus.State;
import dev.gatun.bindings.generated.HeaderDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library in the jar: found, extracted, verified, opened, or the reason why not.
final class PackedLibraryTest {

  @TempDir private Path directory;
  private Bundle bundle;

  @BeforeEach
  void makeBundle() throws IOException {
    bundle = new Bundle(directory);
  }

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
    bundle.assertNotLoaded(State.NOT_BUNDLED, "os.name=SunOS, os.arch=sparcv9");
  }

  @Test
  void isAbsentFromAJavaOnlyJar() throws IOException {
    bundle.assertNotLoaded(State.NOT_BUNDLED, bundle.platform.key());
  }

  @Test
  void isAbsentForAPlatformThatIsNotInTheJar() throws IOException {
    bundle.platform = Platform.of("Windows 11", "aarch64", false);
    bundle.pack(Files.writeString(directory.resolve("other"), "not for this platform"));
    bundle.platform = Platform.of("Linux", "amd64", false);
    bundle.assertNotLoaded(State.NOT_BUNDLED, bundle.platform.key());
  }

  @Test
  void isRefusedWithADamagedIndex() throws IOException {
    bundle.index("file=libgatun.so\nsha256=abc\n");
    bundle.assertNotLoaded(State.FAILED, "native.properties is damaged");
    bundle.index("sha256=" + "0".repeat(64) + "\n");
    bundle.assertNotLoaded(State.FAILED, "native.properties is damaged");
    bundle.index("\\u00zz");
    bundle.assertNotLoaded(State.FAILED, "cannot read META-INF/native/" + bundle.platform.key());
  }

  @Test
  void isRefusedWithAFileNameThatLeavesItsDirectory() throws IOException {
    bundle.index("file=../evil.so\nsha256=" + "0".repeat(64) + "\n");
    bundle.assertNotLoaded(State.FAILED, "native.properties is damaged");
  }

  @Test
  void isRefusedWhenItsFileIsMissing() throws IOException {
    bundle.index("file=libgatun.so\nsha256=" + "0".repeat(64) + "\n");
    bundle.assertNotLoaded(State.FAILED, "it is listed, but missing");
  }

  @Test
  void isRefusedWithAnotherDigest() throws IOException {
    String wrong = "0123456789abcdef".repeat(4);
    bundle.pack(FakeLibrary.matching(directory), wrong);
    NativeStatus status = bundle.status();
    Bundle.assertNotLoaded(State.FAILED, wrong, status);
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
    bundle.assertNotLoaded(State.INCOMPATIBLE, reason);
  }

  @Test
  void isRefusedWhenMadeFromOtherHeaders() throws IOException {
    String other = "f".repeat(64);
    bundle.pack(FakeLibrary.compile(directory, HeaderDigest.ABI_VERSION, other));
    String reason = other + ", these Java classes need " + HeaderDigest.SHA256;
    bundle.assertNotLoaded(State.INCOMPATIBLE, reason);
  }

  @Test
  void isTriedInEveryPlaceBeforeGivingUp() throws IOException {
    bundle.pack(Files.writeString(directory.resolve("garbage"), "not a library"));
    NativeStatus status = bundle.status();
    Bundle.assertNotLoaded(State.FAILED, "libgatun could be opened nowhere: ", status);
    List<String> attempts = status.attempts();
    assertEquals(bundle.platform.isLinux() ? 3 : 2, attempts.size(), attempts.toString());
    assertTrue(attempts.get(0).startsWith(bundle.inTemp().toRealPath() + " cannot be opened: "));
    assertTrue(attempts.get(1).startsWith(bundle.inCache().toRealPath() + " cannot be opened: "));
    assertTrue(attempts.getLast().contains("cannot be opened"));
    attempts.forEach(attempt -> assertTrue(status.reason().contains(attempt)));
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
    bundle.assertNotLoaded(State.FAILED, "gatun.native.path");
    bundle.properties.clear();
    bundle.pack(FakeLibrary.matching(directory));
    bundle.properties.put("gatun.native.dir", "nul\0character");
    bundle.assertNotLoaded(State.FAILED, "unexpected java.nio.file.InvalidPath");
  }
}
