package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bindings.NativeStatus.State;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A class path folder with a packed library, as the build makes it, and everything else that a
/// loader under test sees. Nothing comes from this JVM's properties or environment.
final class Bundle {

  final Path folder;
  final Path temp;
  final Path home;
  final Map<String, String> properties = new HashMap<>();
  final Map<String, String> variables = new HashMap<>();
  Platform platform = Platform.current();

  /// An empty bundle; temp and home directories are made inside `directory`.
  Bundle(Path directory) throws IOException {
    folder = Files.createDirectories(directory.resolve("classes"));
    temp = Files.createDirectories(directory.resolve("temp"));
    home = Files.createDirectories(directory.resolve("home"));
    properties.put("java.io.tmpdir", temp.toString());
    properties.put("user.home", home.toString());
    properties.put("user.name", "ada");
  }

  /// Packs a library with the right digest.
  Bundle pack(Path library) throws IOException {
    return pack(library, Sha256.of(library));
  }

  Bundle pack(Path library, String sha256) throws IOException {
    Path target = packed();
    Files.createDirectories(target.getParent());
    Files.copy(library, target);
    index("file=" + file() + "\nsha256=" + sha256 + "\n");
    return this;
  }

  /// Writes the platform's `native.properties`.
  void index(String text) throws IOException {
    Path index = packed().resolveSibling("native.properties");
    Files.createDirectories(index.getParent());
    Files.writeString(index, text);
  }

  Path packed() {
    return folder.resolve("META-INF/native").resolve(platform.key()).resolve(file());
  }

  String sha256() throws IOException {
    return Sha256.of(packed());
  }

  /// Where the library is extracted to below the temp directory.
  Path inTemp() throws IOException {
    return temp.resolve("gatun-ada").resolve(sha256().substring(0, 16)).resolve(file());
  }

  /// Where the library is extracted to below the home directory.
  Path inCache() throws IOException {
    return home.resolve(".cache/gatun").resolve(sha256().substring(0, 16)).resolve(file());
  }

  NativeLoader.Result load() throws IOException {
    try (URLClassLoader resources = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return new NativeLoader(
              new LoaderEnvironment(properties::get, variables::get, resources, platform))
          .load();
    }
  }

  NativeStatus status() throws IOException {
    return load().status();
  }

  /// Loads, and expects nothing to be loaded for a reason that contains these words.
  void assertNotLoaded(State state, String reasonPart) throws IOException {
    assertNotLoaded(state, reasonPart, status());
  }

  static void assertNotLoaded(State state, String reasonPart, NativeStatus status) {
    assertEquals(state, status.state(), status.toString());
    assertFalse(status.available());
    assertTrue(status.reason().contains(reasonPart), status.reason());
    assertNull(status.path());
    assertNull(status.sha256());
    assertEquals("none", status.build());
  }

  private String file() {
    return platform.libraryFile();
  }
}
