package dev.gatun.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process printed, against what it should print.
///
/// Expected text is compared line by line and to the letter, but for `{n}`, which stands for a
/// number, and `{…}`, which stands for anything within a line.
final class Output {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(n|…)}");
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
      String text =
          new String(Files.readAllBytes(output), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return running.exitValue() == 0 ? text : text + "exit status " + running.exitValue() + "\n";
    } finally {
      Files.delete(output);
    }
  }

  /// Fails, showing both, unless the text is what is expected.
  static void check(String expected, String actual, String name) {
    List<String> wanted = expected.lines().toList();
    List<String> found = actual.lines().toList();
    boolean same = wanted.size() == found.size();
    for (int i = 0; same && i < wanted.size(); i++) {
      same = pattern(wanted.get(i)).matcher(found.get(i)).matches();
    }
    if (!same) {
      assertEquals(expected, actual, name);
    }
  }

  private static Pattern pattern(String line) {
    StringBuilder regex = new StringBuilder();
    Matcher placeholders = PLACEHOLDER.matcher(line);
    int end = 0;
    while (placeholders.find()) {
      regex.append(Pattern.quote(line.substring(end, placeholders.start())));
      regex.append(placeholders.group(1).equals("n") ? "-?[0-9][0-9,.]*" : ".*");
      end = placeholders.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(line.substring(end))).toString());
  }
}
