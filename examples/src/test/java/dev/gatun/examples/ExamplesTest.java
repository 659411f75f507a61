package dev.gatun.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs every program by the command in its comment, as a process of its own, natively and without
/// the native library, and compares what it prints with `src/test/expected/PROGRAM.txt`.
///
/// `{engine}` in there stands for NATIVE or JAVA; where the rest differs too,
/// `PROGRAM.native-off.txt` is for the second run. See [Output] for other placeholders.
class ExamplesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/gatun/examples");
  private static final Path EXPECTED = Path.of("src/test/expected");
  /// Half a minute on the Java engine, and nothing new.
  private static final Set<String> NATIVE_ONLY = Set.of("PageRank10M");

  private static final Pattern COMMAND =
      Pattern.compile("/// ```\\n(/// java .*?)/// ```\\n", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> natively() throws IOException {
    return programs()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name, "NATIVE", List.of())));
  }

  @TestFactory
  Stream<DynamicTest> withoutTheNativeLibrary() throws IOException {
    List<String> flags = List.of("-Dgatun.native=off");
    return programs()
        .filter(name -> !NATIVE_ONLY.contains(name))
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name, "JAVA", flags)));
  }

  private static Stream<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".java", "")).sorted().toList();
      assertFalse(names.isEmpty());
      return names.stream();
    }
  }

  private static void check(String program, String engine, List<String> flags) throws Exception {
    List<String> command = command(Files.readString(SOURCES.resolve(program + ".java")));
    // What depends on the machine and not on the program.
    command.addAll(1, List.of("-Dstdout.encoding=UTF-8", "-Duser.language=en"));
    command.addAll(1, flags);
    String actual =
        Output.of(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
    Path expected = EXPECTED.resolve(program + ".native-off.txt");
    if (flags.isEmpty() || !Files.exists(expected)) {
      expected = EXPECTED.resolve(program + ".txt");
    }
    Output.check(
        Files.readString(expected).replace("{engine}", engine), actual, expected.toString());
  }

  /// The command of a program's comment, for the JDK and the system of this test.
  private static List<String> command(String source) {
    Matcher comment = COMMAND.matcher(source.replace("\r\n", "\n"));
    if (!comment.find()) {
      throw new AssertionError("no ``` block with a java command in the comment");
    }
    String line = comment.group(1).replace("/// ", "").replace("\\\n", "").strip();
    List<String> words = new ArrayList<>();
    for (String word : line.split("\\s+")) {
      words.add(
          word.startsWith("\"")
              ? word.replace("\"", "").replace(':', File.pathSeparatorChar)
              : word);
    }
    words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return words;
  }
}
