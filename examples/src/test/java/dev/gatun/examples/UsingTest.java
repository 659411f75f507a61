package dev.gatun.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Does what docs/using.md says, in an empty folder: writes its files (blocks with a language and a
/// name), runs its commands (blocks of `sh`) one after the other, and compares what they print, to
/// both streams, with the block of `text` behind them. Commands without one print nothing that
/// matters, and exit with 0.
///
/// A second word behind `sh` names what the commands need; without that they are skipped.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
class UsingTest {
  private static final Path PAGE = Path.of("../docs/using.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```(\\w+)(?: (\\S+))?\\n(.*?)^```\\n(?:```text\\n(.*?)^```\\n)?",
          Pattern.DOTALL | Pattern.MULTILINE);

  /// What commands may need, and a command that succeeds where it is there.
  private static final Map<String, String> NEEDS =
      Map.of(
          "unshare",
          "unshare -rm sh -c 'mkdir t && mount -t tmpfs t t' && rmdir t",
          "small-jars", // those of `package --split`, on the platform of the page
          "ls $REPOSITORY/dev/gatun/gatun-bindings/*/*-linux-x86_64.jar >ls.txt"
              + " && test \"$(uname -sm)\" = 'Linux x86_64'");

  @TestFactory
  Stream<DynamicTest> commands(@TempDir Path folder) throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    List<DynamicTest> tests =
        BLOCK.matcher(page).results().map(block -> test(block, folder)).toList();
    assertTrue(tests.size() > 1, PAGE + " has no blocks");
    return tests.stream();
  }

  private static DynamicTest test(MatchResult block, Path folder) {
    String language = block.group(1);
    String word = block.group(2);
    String body = block.group(3);
    if (!language.equals("sh")) {
      return DynamicTest.dynamicTest("file " + word, () -> write(folder, word, body));
    }
    String expected = block.group(4);
    return DynamicTest.dynamicTest(
        body.strip().lines().reduce((first, last) -> last).orElseThrow(),
        () -> {
          if (word != null) {
            assumeTrue(run(NEEDS.get(word), folder).isEmpty(), word + " does not work here");
          }
          String actual = run(body, folder);
          if (expected != null) {
            Output.check(expected, actual, body);
          } else {
            assertFalse(actual.contains("exit status"), actual);
          }
        });
  }

  private static void write(Path folder, String name, String text) throws IOException {
    if (name != null) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  private static String run(String commands, Path folder) throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-eu", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = shell.environment();
    variables.keySet().removeIf(name -> name.startsWith("GATUN_") || name.startsWith("JDK_JAVA"));
    String java = System.getProperty("java.home");
    variables.put("JAVA_HOME", java);
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("REPOSITORY", System.getProperty("examples.repository"));
    variables.merge(
        "PATH",
        String.join(
            File.pathSeparator, java + "/bin", System.getProperty("examples.maven") + "/bin"),
        (before, own) -> own + File.pathSeparator + before);
    // The artifacts to be tested are in this build's repository; Maven's own libraries make Java
    // warn about them.
    variables.put(
        "MAVEN_OPTS",
        "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
            + " -Dmaven.repo.local="
            + System.getProperty("examples.repository"));
    return Output.of(shell);
  }
}
