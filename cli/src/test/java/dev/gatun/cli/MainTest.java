package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process: standard streams, signals, exit status.
final class MainTest {
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  private ProcessBuilder gatun(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-javaagent:")) // one that measures the coverage
        .forEach(command::add);
    command.add("-Dgatun.native=off");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.redirectError(error());
  }

  private File error() {
    return folder.resolve("err").toFile();
  }

  private static int status(Process process) throws InterruptedException {
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String errors() throws IOException {
    return Files.readString(error().toPath());
  }

  @Test
  void outputIsUtf8WhateverTheLocale() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("a.csv"), "name\nä€😀\n");
    ProcessBuilder builder = gatun("csv", "head", file.toString());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    assertEquals("name\nä€😀\n", text(process));
    assertEquals(0, status(process));
    assertEquals("", errors());
  }

  @Test
  void failuresAreOnStandardError() throws IOException, InterruptedException {
    Process process = gatun("csv", "head", folder.resolve("none").toString()).start();
    assertEquals("", text(process));
    assertEquals(1, status(process));
    assertTrue(errors().contains("none: no such file"), errors());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAFailure() throws IOException, InterruptedException {
    Process process = gatun("info").redirectOutput(new File("/dev/full")).start();
    assertEquals(1, status(process));
    assertEquals("gatun: cannot write standard output: No space left on device\n", errors());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReaderThatLeavesIsNone() throws IOException, InterruptedException {
    Process process = gatun("csv", "schema", "-").start();
    process.getInputStream().close(); // before there is any output
    try (OutputStream in = process.getOutputStream()) {
      in.write("a\n1\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals(0, status(process));
    assertEquals("", errors());
  }

  /// Work that takes long and is interrupted ends soon, without results.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalEndsTheWork() throws IOException, InterruptedException {
    Path result = folder.resolve("result.csv");
    String graph = graph().toString();
    String[] work = {
      "graph", "pagerank", graph, "--tolerance", "0", "--max-iterations", "100000000"
    };
    List<String> line = new ArrayList<>(List.of(work));
    line.addAll(List.of("--out", result.toString()));
    Process process = gatun(line.toArray(String[]::new)).start();
    assertFalse(process.waitFor(2, TimeUnit.SECONDS), () -> "it ended: " + process.exitValue());
    long start = System.nanoTime();
    process.toHandle().destroy(); // leaves the streams open
    assertEquals("", text(process));
    assertEquals(TERMINATED, status(process));
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30), "it took long");
    assertFalse(Files.exists(result));
  }

  private Path graph() throws IOException {
    StringBuilder edges = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      edges.append(i).append(' ').append((i * 7 + 1) % 1000).append('\n');
    }
    return Files.writeString(folder.resolve("edges.txt"), edges);
  }
}
