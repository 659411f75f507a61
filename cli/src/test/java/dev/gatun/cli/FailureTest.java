package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.InputFormatException;
import dev.gatun.OperationCancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FailureTest {
  private static void assertFailure(int status, String message, Throwable thrown) {
    assertEquals(new Failure(status, message), Failure.of(thrown));
  }

  @Test
  void filesAreNamed() {
    assertFailure(
        1,
        "e.csv: no such file; check the path",
        new UncheckedIOException(new NoSuchFileException("e.csv")));
    assertFailure(
        1,
        "e.csv: permission denied; check the file's permissions",
        new AccessDeniedException("e.csv"));
    assertFailure(
        1,
        "e.csv: Input/output error",
        new FileSystemException("e.csv", null, "Input/output error"));
    assertFailure(
        1,
        "e.csv: No space left on device",
        Failure.inFile(Path.of("e.csv"), new IOException("No space left on device")));
  }

  @Test
  void badInputSaysWhereAndWhatToTry() {
    assertFailure(
        1,
        "e.csv: line 3, column 5: expected a number, found \"x\"; if the file is right, see"
            + " --format, --separator, --header",
        new InputFormatException("e.csv", 3, 5, 20, "expected a number, found \"x\""));
    assertFailure(
        1, "e.gz: byte 7: too short", new InputFormatException("e.gz", 0, 0, 7, "too short"));
  }

  @Test
  void quietEnds() {
    assertFailure(130, "", new OperationCancelledException("bfs"));
    assertFailure(0, "", new UncheckedIOException(new IOException("Broken pipe")));
  }

  @Test
  void outOfMemory() {
    assertFailure(
        1,
        "out of memory: Java heap space; give Java more, for example by JAVA_TOOL_OPTIONS=-Xmx8g",
        new OutOfMemoryError("Java heap space"));
  }

  @Test
  void defectsAskForAReport() {
    assertFailure(
        1,
        "internal error: java.lang.IllegalStateException: no; please report it with the output of"
            + " --debug",
        new IllegalStateException("no"));
  }

  @Test
  void messagesStayOnALine() {
    assertFailure(
        1, "first; second \\u001b[2J", new IllegalArgumentException("first\n second \u001b[2J\n"));
  }
}
