package dev.gatun.support;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A JVM of its own, with this one's class path and rights but none of its settings.
public final class ChildJvm {
  private ChildJvm() {}

  /// Runs a main class.
  ///
  /// @param flags such as `-Dgatun.engine=java`
  /// @return standard output and error together, without outer white space
  /// @throws AssertionError when it exits with anything but 0
  public static String run(
      Class<?> main, List<String> flags, Map<String, String> environment, String... arguments) {
    List<String> all =
        new ArrayList<>(
            inherited("--enable-native-access", "--illegal-native-access", "--sun-misc-unsafe"));
    all.addAll(flags);
    return runWithoutRights(main, all, environment, arguments);
  }

  /// Runs a main class with no rights but those in the flags.
  public static String runWithoutRights(
      Class<?> main, List<String> flags, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String library = System.getProperty("gatun.native.path");
    if (library != null) {
      command.add("-Dgatun.native.path=" + library);
    }
    command.addAll(inherited("-javaagent:")); // one that measures the coverage
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));

    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("GATUN_") || name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " exited with " + process.exitValue() + ":\n" + output);
      }
      return output.strip();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Those flags of this JVM that begin with one of the prefixes.
  private static List<String> inherited(String... prefixes) {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> Arrays.stream(prefixes).anyMatch(flag::startsWith))
        .toList();
  }
}
