package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,        amd64,   false, linux-x86_64,       libgatun.so",
    "Linux,        x86_64,  true,  linux-musl-x86_64,  libgatun.so",
    "Linux,        aarch64, false, linux-aarch64,      libgatun.so",
    "Linux,        aarch64, true,  linux-musl-aarch64, libgatun.so",
    "Mac OS X,     x86_64,  false, osx-x86_64,         libgatun.dylib",
    "Darwin,       arm64,   false, osx-aarch64,        libgatun.dylib",
    "Windows 11,   amd64,   false, windows-x86_64,     libgatun.dll",
    "Windows 10,   aarch64, true,  windows-aarch64,    libgatun.dll",
  })
  void knownOnes(String osName, String osArch, boolean musl, String key, String file) {
    Platform platform = Platform.of(osName, osArch, musl);
    assertEquals(key, platform.key());
    assertEquals(file, platform.libraryFile());
    assertNull(platform.unknown());
    assertEquals(osName.equals("Linux"), platform.isLinux());
  }

  @ParameterizedTest
  @CsvSource({
    "FreeBSD, amd64,   FreeBSD-x86_64",
    "Linux,   riscv64, linux-riscv64",
    "AIX,     ppc64,   AIX-ppc64"
  })
  void unknownOnesSayWhy(String osName, String osArch, String key) {
    Platform platform = Platform.of(osName, osArch, false);
    assertEquals(key, platform.key());
    assertEquals(
        "there is no libgatun for os.name=" + osName + ", os.arch=" + osArch, platform.unknown());
  }

  @Test
  void thisOneIsKnown() {
    assertNull(Platform.current().unknown());
  }

  @Test
  void muslIsInstalledAndMapped(@TempDir Path lib) throws IOException {
    String maps = "7f00-7f01 r-xp 00000000 fe:00 42 /lib/ld-musl-x86_64.so.1\n";
    Path musl = Files.writeString(lib.resolve("musl-maps"), maps);
    Path glibc = Files.writeString(lib.resolve("glibc-maps"), maps.replace("musl", "linux"));
    assertFalse(Platform.runsOnMusl(lib, musl), "not installed");
    Files.createFile(lib.resolve("ld-musl-x86_64.so.1"));
    assertTrue(Platform.runsOnMusl(lib, musl), "installed and mapped");
    assertFalse(Platform.runsOnMusl(lib, glibc), "installed beside glibc");
    assertTrue(Platform.runsOnMusl(lib, lib.resolve("absent")), "installed, maps unreadable");
    assertFalse(Platform.runsOnMusl(lib.resolve("absent"), musl), "no /lib");
  }
}
