package dev.gatun.internal.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What is thrown when a file or stream cannot be read.
public final class IoFailures {
  private IoFailures() {}

  /// Says in one line which input it is and why.
  public static UncheckedIOException of(String name, IOException cause) {
    String reason = reason(cause);
    String message = reason.startsWith(name + ": ") ? reason : name + ": " + reason;
    return new UncheckedIOException(message, cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      default -> cause.getMessage() != null ? cause.getMessage() : cause.toString();
    };
  }

  /// Whether a read failed because its thread was interrupted.
  public static boolean isInterrupt(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    return cause instanceof ClosedByInterruptException
        || (cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException));
  }
}
