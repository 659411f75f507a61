package dev.gatun.bindings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An operating system with its C library, and a CPU architecture, as native libraries are told
/// apart.
///
/// @param os `linux` (glibc), `linux-musl`, `osx`, `windows`; the JVM's own word when it is none of
///      these
/// @param arch `x86_64`, `aarch64`; the JVM's own word when it is neither
/// @param libraryFile name of the library's file, such as `libgatun.so`; empty when the platform is
///      unknown
/// @param unknown why no library can exist for this platform, `null` when one can
public record Platform(String os, String arch, String libraryFile, @Nullable String unknown) {

  /// The platform of this JVM.
  public static Platform current() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        runsOnMusl(Path.of("/lib"), Path.of("/proc/self/maps")));
  }

  /// @param osName value of the system property `os.name`
  /// @param osArch value of the system property `os.arch`
  /// @param musl whether the C library is musl; counts on Linux only
  static Platform of(String osName, String osArch, boolean musl) {
    String os = os(osName, musl);
    String arch = arch(osArch);
    if (os == null || arch == null) {
      String unknown = "there is no libgatun for os.name=" + osName + ", os.arch=" + osArch;
      return new Platform(os == null ? osName : os, arch == null ? osArch : arch, "", unknown);
    }
    String file =
        switch (os) {
          case "osx" -> "libgatun.dylib";
          case "windows" -> "libgatun.dll";
          default -> "libgatun.so";
        };
    return new Platform(os, arch, file, null);
  }

  /// `<os>-<arch>`, the name of its folder under `META-INF/native`.
  public String key() {
    return os + "-" + arch;
  }

  /// Whether this is Linux, with either C library.
  public boolean isLinux() {
    return os.equals("linux") || os.equals("linux-musl");
  }

  private static @Nullable String os(String osName, boolean musl) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.equals("linux")) {
      return musl ? "linux-musl" : "linux";
    }
    if (name.startsWith("mac os") || name.equals("darwin")) {
      return "osx";
    }
    return name.startsWith("windows") ? "windows" : null;
  }

  private static @Nullable String arch(String osArch) {
    return switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64", "x64" -> "x86_64";
      case "aarch64", "arm64" -> "aarch64";
      default -> null;
    };
  }

  /// Whether this process runs on musl: its loader is installed, and mapped into this process. A
  /// glibc system may have musl installed beside it, so the file alone proves nothing; it decides
  /// only when `maps` cannot be read.
  static boolean runsOnMusl(Path lib, Path maps) {
    if (!hasMuslLoader(lib)) {
      return false;
    }
    try (var lines = Files.lines(maps)) {
      return lines.anyMatch(line -> line.contains("/ld-musl-"));
    } catch (IOException | RuntimeException _) {
      return true;
    }
  }

  private static boolean hasMuslLoader(Path lib) {
    try (DirectoryStream<Path> loaders = Files.newDirectoryStream(lib, "ld-musl-*.so.1")) {
      return loaders.iterator().hasNext();
    } catch (IOException _) {
      return false;
    }
  }
}
