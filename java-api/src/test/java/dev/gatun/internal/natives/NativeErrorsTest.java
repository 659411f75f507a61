package dev.gatun.internal.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.MemoryLimitException;
import dev.gatun.NativeFaultException;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which statuses of the library are whose fault.
class NativeErrorsTest {
  /// No status of any header.
  private static final int UNKNOWN = -1234;

  private static MemorySegment error() {
    MemorySegment error = gatun_error.allocate(Arena.ofAuto());
    gatun_error.position(error, 7);
    gatun_error.value(error, 42);
    gatun_error.message(error).setString(0, "why");
    return error;
  }

  private static void check(Class<? extends RuntimeException> type, String text, Exception e) {
    assertEquals(type, e.getClass());
    assertEquals(text, e.getMessage());
  }

  private static RuntimeException called(int code) {
    try (Execution execution = Execution.begin("work", RunOptions.defaults())) {
      return NativeErrors.exception(
          "csr_x",
          code,
          error(),
          execution,
          (status, position, value, message) ->
              status + " at " + position + ", " + value + ": " + message);
    }
  }

  @Test
  void ofCalls() {
    Map<Status, Class<? extends RuntimeException>> types = new EnumMap<>(Status.class);
    types.put(Status.INVALID_ARGUMENT, IllegalArgumentException.class);
    types.put(Status.OUT_OF_RANGE, IllegalArgumentException.class);
    types.put(Status.FORMAT, IllegalArgumentException.class);
    types.put(Status.OVERFLOW, ArithmeticException.class);
    types.put(Status.UNSUPPORTED, UnsupportedOperationException.class);
    types.forEach((status, type) -> check(type, status + " at 7, 42: why", called(status.value())));
    assertInstanceOf(OperationCancelledException.class, called(Status.CANCELLED.value()));
    assertInstanceOf(MemoryLimitException.class, called(Status.OUT_OF_MEMORY.value()));
    for (int code : new int[] {Status.CAPACITY.value(), Status.INTERNAL.value(), UNKNOWN}) {
      check(
          NativeFaultException.class,
          "gatun_csr_x returned " + code + " (" + Status.ofCode(code).meaning() + "): why",
          called(code));
    }
  }

  @Test
  void ofDecoders() {
    for (Status status : new Status[] {Status.FORMAT, Status.OUT_OF_RANGE, Status.OVERFLOW}) {
      RuntimeException e = NativeErrors.decoding("x", status.value(), error());
      assertEquals(7, assertInstanceOf(DecodeException.class, e).position());
    }
    Map<Status, Class<? extends RuntimeException>> types = new EnumMap<>(Status.class);
    types.put(Status.INVALID_ARGUMENT, IllegalArgumentException.class);
    types.put(Status.CAPACITY, IndexOutOfBoundsException.class);
    types.put(Status.UNSUPPORTED, UnsupportedOperationException.class);
    types.forEach(
        (status, type) -> check(type, "why", NativeErrors.decoding("x", status.value(), error())));
    assertInstanceOf(
        MemoryLimitException.class,
        NativeErrors.decoding("x", Status.OUT_OF_MEMORY.value(), error()));
    for (int code : new int[] {Status.CANCELLED.value(), Status.INTERNAL.value(), UNKNOWN}) {
      assertInstanceOf(NativeFaultException.class, NativeErrors.decoding("x", code, error()));
    }
  }

  @Test
  void ofCounts() {
    assertEquals(0, NativeErrors.count("x", 0));
    assertEquals(Long.MAX_VALUE, NativeErrors.count("x", Long.MAX_VALUE));
    assertThrows(
        IllegalArgumentException.class,
        () -> NativeErrors.count("x", Status.INVALID_ARGUMENT.value()));
    assertThrows(
        IndexOutOfBoundsException.class, () -> NativeErrors.count("x", Status.CAPACITY.value()));
    for (long code : new long[] {Status.FORMAT.value(), UNKNOWN}) {
      assertThrows(NativeFaultException.class, () -> NativeErrors.count("x", code));
    }
  }
}
