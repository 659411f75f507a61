package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NativeMemoryTest {

  private static final long LARGE_PAGE = 2L << 20;

  @BeforeEach
  void requireLibrary() {
    RealLibrary.require();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4096, (2L << 20) - 1, 2L << 20, (2L << 20) + 1, 100L << 20})
  void blocksAreAlignedZeroAndWritable(long bytes) {
    MemorySegment block = NativeMemory.map(bytes);
    try {
      assertEquals(bytes, block.byteSize());
      assertEquals(0, block.address() % LARGE_PAGE);
      for (long at : new long[] {0, bytes / 2, bytes - 1}) {
        assertEquals(0, block.get(ValueLayout.JAVA_BYTE, at));
      }
      block.fill((byte) 42);
      assertEquals(42, block.get(ValueLayout.JAVA_BYTE, bytes - 1));
    } finally {
      NativeMemory.unmap(block);
    }
  }

  @Test
  void whatIsLentEndsWithItsArenaAndTheBlockLivesOn() {
    MemorySegment block = NativeMemory.map(LARGE_PAGE);
    try {
      MemorySegment lent;
      try (Arena arena = Arena.ofConfined()) {
        lent = NativeMemory.lend(block, 100, arena);
        assertEquals(100, lent.byteSize());
        assertEquals(block.address(), lent.address());
        lent.set(ValueLayout.JAVA_BYTE, 99, (byte) 7);
      }
      assertThrows(IllegalStateException.class, () -> lent.get(ValueLayout.JAVA_BYTE, 99));
      assertEquals(7, block.get(ValueLayout.JAVA_BYTE, 99));
    } finally {
      NativeMemory.unmap(block);
    }
  }

  @Test
  void nothingIsLentBeyondTheBlockOrToAClosedArena() {
    MemorySegment block = NativeMemory.map(4096);
    Arena arena = Arena.ofConfined();
    try {
      assertThrows(IndexOutOfBoundsException.class, () -> NativeMemory.lend(block, 4097, arena));
      arena.close();
      assertThrows(IllegalStateException.class, () -> NativeMemory.lend(block, 1, arena));
    } finally {
      NativeMemory.unmap(block);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, (1L << 47) + 1, Long.MAX_VALUE})
  void sizesOutOfRangeAreArgumentErrors(long bytes) {
    assertThrows(IllegalArgumentException.class, () -> NativeMemory.map(bytes));
  }

  @Test
  void aBlockThatDoesNotFitTheAddressSpaceIsOutOfMemory() {
    assertThrows(OutOfMemoryError.class, () -> NativeMemory.map(NativeMemory.MAX_BYTES));
  }
}
