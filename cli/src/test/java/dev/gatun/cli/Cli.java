package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/// What a command came to.
///
/// @param status exit status
/// @param out standard output
/// @param err standard error
record Cli(int status, String out, String err) {

  /// Runs a command.
  static Cli run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int status = Main.execute(args, new PrintWriter(out), new PrintWriter(err));
    return new Cli(status, text(out), text(err));
  }

  /// With the line ends of Linux.
  static String text(StringWriter written) {
    return written.toString().replace(System.lineSeparator(), "\n");
  }

  /// Checks that all went well and quietly.
  Cli succeeded() {
    assertEquals("", err);
    assertEquals(0, status);
    return this;
  }

  /// Checks that the command ended with this status, printed no result, and one line that has
  /// these parts.
  void failed(int expectedStatus, String... parts) {
    assertEquals("", out);
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.startsWith("gatun"), err);
    for (String part : parts) {
      assertTrue(err.contains(part), () -> "no \"" + part + "\" in: " + err);
    }
    assertEquals(expectedStatus, status);
  }

  /// Standard output as the one JSON object it must be.
  Map<String, Object> json() {
    try {
      assertEquals(1, out.lines().count(), out);
      return JSON.std.mapFrom(out);
    } catch (IOException e) {
      throw new AssertionError("no JSON object: " + out, e);
    }
  }

  /// The value under a key of the JSON object.
  Object json(String key) {
    Map<String, Object> json = json();
    assertTrue(json.containsKey(key), () -> "no " + key + " in " + json);
    return json.get(key);
  }
}
