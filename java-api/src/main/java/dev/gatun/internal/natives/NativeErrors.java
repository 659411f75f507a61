package dev.gatun.internal.natives;

import dev.gatun.MemoryLimitException;
import dev.gatun.NativeFaultException;
import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;

/// From a status and its `gatun_error` to an exception. The one place that decides which statuses
/// are the caller's fault and which are the library's.
final class NativeErrors {
  private NativeErrors() {}

  /// Words for what only the kernel's caller knows: what a position is a position of.
  @FunctionalInterface
  interface Sentence {
    /// @param position index of the offending element
    /// @param value the offending value
    /// @param message the library's own words
    String describe(Status status, long position, long value, String message);
  }

  /// What to throw for a status that is not OK.
  static RuntimeException exception(
      String kernel, int code, MemorySegment error, Execution execution, Sentence sentence) {
    Status status = Status.ofCode(code);
    String message = gatun_error.message(error).getString(0);
    return switch (status) {
      case CANCELLED -> execution.cancelled();
      case OUT_OF_MEMORY ->
          new MemoryLimitException(
              kernel + ": the operating system gave no more memory", gatun_error.value(error), -1);
      case INVALID_ARGUMENT, OUT_OF_RANGE, FORMAT ->
          new IllegalArgumentException(sentence(status, error, message, sentence));
      case OVERFLOW -> new ArithmeticException(sentence(status, error, message, sentence));
      case UNSUPPORTED ->
          new UnsupportedOperationException(sentence(status, error, message, sentence));
      case OK, CAPACITY, INTERNAL -> fault(kernel, code, status, message);
    };
  }

  /// What to throw for a status that is not OK of a kernel that decodes bytes from a file.
  static RuntimeException decoding(String kernel, int code, MemorySegment error) {
    Status status = Status.ofCode(code);
    String message = gatun_error.message(error).getString(0);
    return switch (status) {
      case FORMAT, OUT_OF_RANGE, OVERFLOW ->
          new DecodeException(gatun_error.position(error), message);
      case INVALID_ARGUMENT -> new IllegalArgumentException(message);
      case CAPACITY -> new IndexOutOfBoundsException(message);
      case UNSUPPORTED -> new UnsupportedOperationException(message);
      case OUT_OF_MEMORY ->
          new MemoryLimitException(
              kernel + ": the operating system gave no more memory", gatun_error.value(error), -1);
      case OK, CANCELLED, INTERNAL -> fault(kernel, code, status, message);
    };
  }

  /// The count that a kernel returns in place of a status.
  ///
  /// @throws RuntimeException when it is negative, and so a status
  static long count(String kernel, long count) {
    if (count >= 0) {
      return count;
    }
    int code = (int) count;
    Status status = Status.ofCode(code);
    throw switch (status) {
      case INVALID_ARGUMENT -> new IllegalArgumentException(kernel + ": " + status.meaning());
      case CAPACITY -> new IndexOutOfBoundsException(kernel + ": " + status.meaning());
      default -> fault(kernel, code, status, "");
    };
  }

  private static NativeFaultException fault(
      String kernel, int code, Status status, String message) {
    return new NativeFaultException(
        "gatun_" + kernel + " returned " + code + " (" + status.meaning() + "): " + message, null);
  }

  private static String sentence(
      Status status, MemorySegment error, String message, Sentence sentence) {
    return sentence.describe(
        status, gatun_error.position(error), gatun_error.value(error), message);
  }
}
