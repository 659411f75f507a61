package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real file systems from which nothing may be executed. Needs root, since it mounts them.
final class NoexecTest {

  @TempDir private Path directory;
  private Bundle bundle;
  private final List<Path> mounted = new ArrayList<>();

  @BeforeEach
  void packLibrary() throws IOException {
    Command.requireRoot();
    bundle = new Bundle(directory).pack(FakeLibrary.matching(directory));
  }

  @AfterEach
  void unmount() {
    for (Path point : mounted) {
      Command.Result result = Command.runOrSkip("umount", "--lazy", point.toString());
      assertEquals(0, result.exitCode(), result.output());
    }
  }

  private void mountNoexec(Path point) throws IOException {
    Files.createDirectories(point);
    Command.Result result =
        Command.runOrSkip("mount", "-t", "tmpfs", "-o", "noexec", "tmpfs", point.toString());
    assumeTrue(result.exitCode() == 0, "skipped, because mount says: " + result.output());
    mounted.add(point);
    // The root of a tmpfs is world-writable and sticky, which is as good as /tmp.
  }

  @Test
  void aTempDirectoryMountedNoexecGivesWayToTheCacheDirectory() throws IOException {
    mountNoexec(bundle.temp);
    NativeStatus status = bundle.status();
    assertTrue(status.available(), status.reason());
    assertEquals(bundle.inCache(), status.path());
    assertEquals(1, status.attempts().size());
    String attempt = status.attempts().getFirst();
    assertTrue(attempt.startsWith(bundle.inTemp() + " cannot be opened: "), attempt);
    assertTrue(attempt.contains("failed to map segment"), attempt);
  }

  @Test
  void aCacheDirectoryChosenByXdgServesToo() throws IOException {
    mountNoexec(bundle.temp);
    Path cache = directory.resolve("xdg");
    bundle.variables.put("XDG_CACHE_HOME", cache.toString());
    NativeStatus status = bundle.status();
    assertTrue(status.path().startsWith(cache.resolve("gatun")), status.toString());
  }

  @Test
  void whereEverythingIsNoexecTheLibraryIsOpenedFromMemory() throws IOException {
    mountNoexec(bundle.temp);
    mountNoexec(bundle.home);
    NativeLoader.Result result = bundle.load();
    NativeStatus status = result.status();
    assertTrue(status.available(), status.reason());
    assertTrue(status.path().startsWith("/proc/self/fd"), status.toString());
    assertEquals(bundle.sha256(), status.sha256());
    assertTrue(status.build().startsWith("1.2.3, fake "), status.build());
    assertEquals(2, status.attempts().size(), status.attempts().toString());

    NativeStatus second = bundle.status();
    assertTrue(second.available(), "and once more, for a second class loader");
  }

  @Test
  void whereMemoryFilesDoNotExistEveryReasonIsGiven() throws IOException {
    // The same library, packed for a platform on which the loader does not try memory.
    bundle = new Bundle(directory.resolve("mac"));
    bundle.platform = Platform.of("Mac OS X", "aarch64", false);
    bundle.pack(FakeLibrary.matching(directory));
    mountNoexec(bundle.temp);
    mountNoexec(bundle.home);
    NativeStatus status = bundle.status();
    assertEquals(NativeStatus.State.FAILED, status.state());
    assertEquals(2, status.attempts().size());
    status.attempts().forEach(attempt -> assertTrue(status.reason().contains(attempt)));
  }
}
