package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The loader in whole JVMs, each with its own flags and environment.
final class LoaderJvmTest {

  private static final String ENABLED = "--enable-native-access=ALL-UNNAMED";

  @TempDir private Path directory;
  private Bundle bundle;

  @BeforeEach
  void packLibrary() throws IOException {
    bundle = new Bundle(directory).pack(FakeLibrary.matching(directory));
  }

  private String probe(List<String> flags, Map<String, String> variables) throws IOException {
    List<String> all = flags(flags.toArray(String[]::new));
    return output(Command.java(all, variables, List.of(bundle.folder), LoaderProbe.class));
  }

  /// More flags, and those that keep the JVM inside the bundle's directories.
  private List<String> flags(String... more) {
    List<String> flags = new ArrayList<>();
    for (String name : List.of("java.io.tmpdir", "user.home", "user.name")) {
      flags.add("-D" + name + "=" + bundle.properties.get(name));
    }
    flags.addAll(List.of(more));
    return flags;
  }

  private static String output(Command.Result result) {
    assertEquals(0, result.exitCode(), result.output());
    return result.output();
  }

  private static void assertContains(String part, String output) {
    assertTrue(output.contains(part), output);
  }

  @Test
  void thePackedLibraryIsUsed() throws IOException {
    String output = probe(List.of(ENABLED), Map.of());
    assertContains("state LOADED\n", output);
    assertContains("gatun_version 1.2.3\n", output);
    assertFalse(output.contains("WARNING"), output);
  }

  @Test
  void offByProperty() throws IOException {
    String output = probe(List.of(ENABLED, "-Dgatun.native=off"), Map.of());
    assertContains("state OFF\n", output);
    assertContains("lookup libgatun is not loaded: switched off by system property", output);
  }

  @Test
  void offByVariable() throws IOException {
    String output = probe(List.of(ENABLED), Map.of("GATUN_NATIVE", "off"));
    assertContains("state OFF\n", output);
    assertContains("environment variable GATUN_NATIVE", output);
  }

  @Test
  void aGivenPathIsUsed() throws IOException {
    Path library = FakeLibrary.matching(directory);
    String output = probe(List.of(ENABLED), Map.of("GATUN_NATIVE_PATH", library.toString()));
    assertContains("state LOADED\n", output);
    assertContains("path " + library + "\n", output);
  }

  @Test
  void deniedAccessIsExplainedOnTheClassPath() throws IOException {
    String output = probe(List.of("--illegal-native-access=deny"), Map.of());
    assertContains("state ACCESS_DENIED\n", output);
    assertContains("start java with --enable-native-access=ALL-UNNAMED\n", output);
  }

  @Test
  void deniedAccessIsExplainedOnTheModulePath() throws IOException {
    List<String> flags = flags("--illegal-native-access=deny");
    String output = output(Command.javaModule(flags, List.of(bundle.folder), LoaderProbe.class));
    assertContains("state ACCESS_DENIED\n", output);
    assertContains("start java with --enable-native-access=dev.gatun.bindings\n", output);
  }

  @Test
  void theFlagOfTheExplanationHelpsOnTheModulePath() throws IOException {
    List<String> flags =
        flags("--illegal-native-access=deny", "--enable-native-access=dev.gatun.bindings");
    String output = output(Command.javaModule(flags, List.of(bundle.folder), LoaderProbe.class));
    assertContains("state LOADED\n", output);
  }

  @Test
  void aSecondClassLoaderLoadsTheSameLibrary() throws IOException {
    String output =
        output(
            Command.java(
                flags(ENABLED), Map.of(), List.of(bundle.folder), TwoClassLoadersProbe.class));
    Path extracted = bundle.inTemp().toRealPath();
    assertContains("first 1.2.3 " + extracted + "\n", output);
    assertContains("second 1.2.3 " + extracted + "\n", output);
    assertContains("separate classes true\n", output);
  }
}
