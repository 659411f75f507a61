package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExtractionRootsTest {

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  private List<Path> roots() {
    return ExtractionRoots.of(
        new LoaderEnvironment(
            properties::get,
            variables::get,
            ClassLoader.getSystemClassLoader(),
            Platform.current()));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath();
  }

  @Test
  void tempDirectoryFirstThenTheCacheAtHome() {
    properties.put("java.io.tmpdir", absolute("tmp").toString());
    properties.put("user.name", "ada");
    properties.put("user.home", absolute("home").toString());
    assertEquals(List.of(absolute("tmp/gatun-ada"), absolute("home/.cache/gatun")), roots());
  }

  @Test
  void xdgCacheHomeReplacesTheCacheAtHomeWhenAbsolute() {
    properties.put("user.home", absolute("home").toString());
    variables.put("XDG_CACHE_HOME", absolute("cache").toString());
    assertEquals(List.of(absolute("cache/gatun")), roots());
    variables.put("XDG_CACHE_HOME", "cache");
    assertEquals(List.of(absolute("home/.cache/gatun")), roots());
    variables.put("XDG_CACHE_HOME", "");
    assertEquals(List.of(absolute("home/.cache/gatun")), roots());
  }

  @Test
  void gatunNativeDirReplacesTheTempDirectory() {
    properties.put("java.io.tmpdir", absolute("tmp").toString());
    properties.put("user.name", "ada");
    variables.put("GATUN_NATIVE_DIR", "variable");
    assertEquals(List.of(absolute("variable/gatun-ada")), roots());
    properties.put("gatun.native.dir", "property");
    assertEquals(List.of(absolute("property/gatun-ada")), roots());
  }

  @Test
  void userNamesBecomeFileNames() {
    properties.put("java.io.tmpdir", absolute("tmp").toString());
    properties.put("user.name", "DOMAIN\\a/../b c");
    assertEquals(List.of(absolute("tmp/gatun-DOMAIN_a_.._b_c")), roots());
    properties.remove("user.name");
    assertEquals(List.of(absolute("tmp/gatun-unknown")), roots());
  }

  @Test
  void aContainerUserWithoutAHomeHasNoCache() {
    properties.put("user.home", "?");
    assertEquals(List.of(), roots());
  }
}
