package dev.gatun.cli;

import dev.gatun.GatunException;
import dev.gatun.InputFormatException;
import dev.gatun.NativeUnavailableException;
import dev.gatun.OperationCancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An exception as its exit status and one line: what, file, position, what to do.
///
/// @param status the exit status
/// @param message the line, empty when there is nothing to say
record Failure(int status, String message) {
  private static final Failure QUIET = new Failure(0, "");

  /// Thrown by commands for failures that they can explain.
  static final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
      super(message);
    }

    CommandException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case OperationCancelledException _ -> new Failure(Main.INTERRUPTED, "");
      case UncheckedIOException e -> of(e);
      case IOException e when isBrokenPipe(e) -> QUIET;
      case IOException e -> failed(describe(e));
      case InputFormatException e when e.line() > 0 ->
          failed(e.getMessage() + "; if the file is right, see --format, --separator, --header");
      case NativeUnavailableException e ->
          failed(e.getMessage() + "; --engine auto or java runs without it");
      case CommandException e -> failed(e.getMessage());
      case GatunException e -> failed(e.getMessage());
      case IllegalArgumentException e -> failed(e.getMessage());
      case ArithmeticException e -> failed(e.getMessage());
      case OutOfMemoryError e ->
          failed(
              "out of memory: "
                  + e.getMessage()
                  + "; give Java more, for example by JAVA_TOOL_OPTIONS=-Xmx8g");
      default ->
          failed("internal error: " + thrown + "; please report it with the output of --debug");
    };
  }

  private static Failure of(UncheckedIOException e) {
    return switch (e.getCause()) {
      case FileSystemException cause -> failed(describe(cause));
      case IOException cause when isBrokenPipe(cause) -> QUIET;
      case null, default -> failed(e.getMessage());
    };
  }

  private static Failure failed(@Nullable String message) {
    return new Failure(Main.FAILED, oneLine(message));
  }

  private static String describe(IOException e) {
    if (!(e instanceof FileSystemException inFile) || inFile.getFile() == null) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    String problem =
        switch (inFile) {
          case NoSuchFileException _ -> "no such file; check the path";
          case AccessDeniedException _ -> "permission denied; check the file's permissions";
          case NotDirectoryException _ -> "not a directory";
          case FileAlreadyExistsException _ -> "exists already";
          default -> inFile.getReason() == null ? e.toString() : inFile.getReason();
        };
    return inFile.getFile() + ": " + problem;
  }

  /// The exception with the file in it, where the system does not name it (such as for a full
  /// disk).
  static IOException inFile(Path file, IOException e) {
    if (e instanceof FileSystemException || isBrokenPipe(e)) {
      return e;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
    named.initCause(e);
    return named;
  }

  /// Whether the reader of a pipe went away.
  static boolean isBrokenPipe(IOException e) {
    String message = e.getMessage();
    return message != null
        && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
  }

  /// The text without line breaks and other control characters.
  static String oneLine(@Nullable String text) {
    return text == null ? "" : Units.printable(text.strip().replaceAll("\\s*\\R\\s*", "; "));
  }
}
