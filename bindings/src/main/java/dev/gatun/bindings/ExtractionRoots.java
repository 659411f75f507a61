package dev.gatun.bindings;

import dev.gatun.bindings.LoaderEnvironment.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The directories that a packed library may be extracted to, best first: the temp directory (or
/// `gatun.native.dir`), which the system cleans up, then the user's cache directory, which is
/// rarely mounted noexec.
final class ExtractionRoots {

  private ExtractionRoots() {}

  static List<Path> of(LoaderEnvironment environment) {
    List<Path> roots = new ArrayList<>();
    Path temp = temp(environment);
    if (temp != null) {
      roots.add(temp.resolve("gatun-" + user(environment)));
    }
    Path cache = cache(environment);
    if (cache != null) {
      roots.add(cache.resolve("gatun"));
    }
    return roots;
  }

  private static @Nullable Path temp(LoaderEnvironment environment) {
    Setting chosen = environment.setting("gatun.native.dir");
    String temp = chosen != null ? chosen.value() : environment.properties().get("java.io.tmpdir");
    return temp == null ? null : Path.of(temp).toAbsolutePath();
  }

  /// `$XDG_CACHE_HOME`, or `.cache` in the home directory. Both count only when absolute: the XDG
  /// specification says so of the first, and the second is `?` for a user without an entry in the
  /// password file.
  private static @Nullable Path cache(LoaderEnvironment environment) {
    Path chosen = absolute(environment.variables().get("XDG_CACHE_HOME"));
    if (chosen != null) {
      return chosen;
    }
    Path home = absolute(environment.properties().get("user.home"));
    return home == null ? null : home.resolve(".cache");
  }

  private static @Nullable Path absolute(@Nullable String path) {
    try {
      return path != null && Path.of(path).isAbsolute() ? Path.of(path) : null;
    } catch (InvalidPathException _) {
      return null; // `?` is no path on Windows
    }
  }

  private static String user(LoaderEnvironment environment) {
    String user = environment.properties().get("user.name");
    return user == null ? "unknown" : user.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
