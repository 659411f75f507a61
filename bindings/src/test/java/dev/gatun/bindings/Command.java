package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Other programs that tests run.
final class Command {

  private Command() {}

  /// @param output standard output and error together
  record Result(int exitCode, String output) {}

  /// Runs the C compiler, or skips the test where there is none.
  static Result compiler(String... arguments) {
    return runOrSkip("cc", arguments);
  }

  /// Runs a program, or skips the test where it is not installed.
  static Result runOrSkip(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      return run(new ProcessBuilder(command));
    } catch (IOException e) {
      return abort("skipped, because it needs the program `" + program + "`: " + e.getMessage());
    }
  }

  /// Skips the test unless this user may mount file systems and give files away.
  static void requireRoot() {
    boolean root =
        Platform.current().isLinux() && runOrSkip("id", "-u").output().strip().equals("0");
    assumeTrue(root, "skipped, because it needs root on Linux");
  }

  /// Runs `main` with `classPath` in front of the bindings and these tests, and without settings
  /// from outside.
  static Result java(
      List<String> flags, Map<String, String> variables, List<Path> classPath, Class<?> main)
      throws IOException {
    List<Path> entries = new ArrayList<>(classPath);
    entries.addAll(List.of(location(NativeLibrary.class), location(main)));
    List<String> command = java();
    command.addAll(flags);
    command.addAll(List.of("-cp", joined(entries), main.getName()));
    return java(command, variables);
  }

  /// Runs `main` inside the bindings' named module, with `classPath` in front of its content.
  static Result javaModule(List<String> flags, List<Path> classPath, Class<?> main)
      throws IOException {
    Path module = location(NativeLibrary.class);
    assumeTrue(
        Files.exists(module.resolve("module-info.class")),
        "skipped, because the bindings were compiled without their module descriptor");
    List<Path> patch = new ArrayList<>(classPath);
    patch.add(location(main));
    List<String> command = java();
    command.addAll(flags);
    command.addAll(List.of("-p", module.toString()));
    command.addAll(List.of("--patch-module", "dev.gatun.bindings=" + joined(patch)));
    command.addAll(List.of("-m", "dev.gatun.bindings/" + main.getName()));
    return java(command, Map.of());
  }

  /// Where a class was loaded from; right in every way that a build runs tests.
  static Path location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static Result java(List<String> command, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Set<String> inherited = builder.environment().keySet();
    inherited.removeIf(name -> name.startsWith("GATUN_") || name.endsWith("JAVA_OPTIONS"));
    inherited.remove("XDG_CACHE_HOME");
    builder.environment().putAll(variables);
    return run(builder);
  }

  private static Result run(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertTrue(
          process.waitFor(60, TimeUnit.SECONDS), () -> "still running: " + builder.command());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return new Result(process.exitValue(), output);
  }

  /// This JVM's program, with the agent that measures the coverage, if there is one.
  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-javaagent:"))
        .forEach(command::add);
    return command;
  }

  private static String joined(List<Path> entries) {
    return String.join(
        System.getProperty("path.separator"), entries.stream().map(Path::toString).toList());
  }
}
