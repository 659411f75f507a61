package dev.gatun.bench.gate.worker;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The line to the process that gives out the turns: standard input and output, a message a line.
/// What benchmarks print goes to standard error instead.
final class Link {
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private static final PrintStream OUT = System.out;

  private Link() {}

  static void claimStandardOutput() {
    System.setOut(System.err);
  }

  static void send(String message) {
    OUT.println(message.replace('\n', ' '));
    OUT.flush();
  }

  /// The next line, or null when the other process has hung up.
  @org.jspecify.annotations.Nullable
  static String receive() throws IOException {
    return IN.readLine();
  }

  /// Says that an iteration is ready and waits until it may run.
  static void awaitTurn() {
    send("turn");
    try {
      if (IN.readLine() == null) {
        throw new EOFException("nobody gives out turns any more");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
