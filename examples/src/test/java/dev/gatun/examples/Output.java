package dev.gatun.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process printed, against what it should print.
///
/// Expected text is compared to the letter, but for `{n}`, which stands for a number, `…`, which
/// stands for anything within a line, and a line of `…` only, which stands for any lines.
final class Output {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{n}|…");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final int SECONDS = 120;

  private Output() {}

  /// Runs a process to its end.
  ///
  /// @return its standard output and, if that is not 0, its exit status as the last line
  static String of(ProcessBuilder process) throws IOException, InterruptedException {
    Path output = Files.createTempFile("gatun-examples", ".out");
    try {
      Process running = process.redirectOutput(output.toFile()).start();
      running.getOutputStream().close();
      if (!running.waitFor(SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
        return Files.readString(output) + "still running after " + SECONDS + " s\n";
      }
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      text = COLOUR.matcher(text).replaceAll("").replace("\r\n", "\n");
      if (!text.isEmpty() && !text.endsWith("\n")) {
        text += "\n";
      }
      return running.exitValue() == 0 ? text : text + "exit status " + running.exitValue() + "\n";
    } finally {
      Files.delete(output);
    }
  }

  /// Fails, showing both, unless the text is what is expected.
  static void check(String expected, String actual, String name) {
    if (!pattern(expected).matcher(actual).matches()) {
      assertEquals(expected, actual, name);
    }
  }

  private static Pattern pattern(String expected) {
    StringBuilder regex = new StringBuilder();
    for (String line : expected.lines().toList()) {
      regex.append(line.equals("…") ? "(?:.*\\n)*?" : pattern(PLACEHOLDER.matcher(line), line));
    }
    return Pattern.compile(regex.toString());
  }

  private static String pattern(Matcher placeholders, String line) {
    StringBuilder regex = new StringBuilder();
    int end = 0;
    while (placeholders.find()) {
      regex.append(Pattern.quote(line.substring(end, placeholders.start())));
      regex.append(placeholders.group().equals("…") ? ".*" : "-?[0-9][0-9,.]*");
      end = placeholders.end();
    }
    return regex.append(Pattern.quote(line.substring(end))).append("\\n").toString();
  }
}
