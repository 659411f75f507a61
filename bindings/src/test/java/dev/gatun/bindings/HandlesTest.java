package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.bindings.generated.gatun_csr_build_plan;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A critical twin works on heap arrays in place, where the generated handle refuses them.
final class HandlesTest {

  private final int[] source = {0, 1, 1, 3};
  private final int[] target = {1, 2, 3, 0};
  private final long[] counts = new long[4];

  @BeforeEach
  void requireLibrary() {
    RealLibrary.require();
  }

  private static MethodHandle critical() {
    return Handles.critical(
        gatun_h.gatun_csr_build_count$address(), gatun_h.gatun_csr_build_count$descriptor());
  }

  private Status count(MethodHandle handle, Arena arena, MemorySegment error) throws Throwable {
    MemorySegment plan = gatun_csr_build_plan.allocate(arena);
    gatun_csr_build_plan.vertices(plan, 4);
    gatun_csr_build_plan.keep_loops(plan, 1);
    assertEquals(Status.OK, Status.ofCode(gatun_h.gatun_csr_build_plan_init(plan, error)));
    return Status.ofCode(
        (int)
            handle.invokeExact(
                plan,
                MemorySegment.ofArray(source),
                MemorySegment.ofArray(target),
                1L,
                (long) source.length,
                0L,
                MemorySegment.ofArray(counts),
                error));
  }

  @Test
  void readsAndWritesHeapArrays() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = gatun_error.allocate(arena);
      assertEquals(Status.OK, count(critical(), arena, error));
      assertEquals(source.length, counts[0] + counts[1] + counts[2] + counts[3]);
    }
  }

  @Test
  void bringsBackErrors() throws Throwable {
    source[2] = 4;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = gatun_error.allocate(arena);
      assertEquals(Status.OUT_OF_RANGE, count(critical(), arena, error));
      assertEquals(2, gatun_error.position(error));
      assertEquals(4, gatun_error.value(error));
    }
  }

  @Test
  void isNeededBecauseTheGeneratedHandleRefusesHeapArrays() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = gatun_error.allocate(arena);
      MethodHandle generated = gatun_h.gatun_csr_build_count$handle();
      assertThrows(IllegalArgumentException.class, () -> count(generated, arena, error));
      assertArrayEquals(new long[4], counts);
    }
  }
}
