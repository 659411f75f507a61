package dev.gatun.internal.exec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.MemoryLimitException;
import dev.gatun.RunOptions;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
  private static final RunOptions JAVA = RunOptions.defaults().engine(Engine.JAVA);

  private final MemoryAccount account = MemoryAccount.forCall("test", 10_000_000);
  private final long processBefore = MemoryAccount.process().live();

  private void assertLive(long bytes) {
    assertEquals(bytes, account.live());
    assertEquals(bytes, MemoryAccount.process().live() - processBefore);
  }

  /// Small ones come from the JVM, large ones from the pool where the native library is there.
  @ParameterizedTest
  @ValueSource(longs = {1, 100, 5_000_000})
  void lendsAlignedMemoryUntilItIsClosed(long bytes) {
    Region region = new Region(account);
    MemorySegment segment = region.allocate(bytes);
    assertEquals(bytes, segment.byteSize());
    assertEquals(0, segment.address() % Region.ALIGNMENT);
    segment.fill((byte) 7);
    assertEquals(bytes, region.bytes());
    assertLive(bytes);

    region.close();
    assertLive(0);
    assertThrows(IllegalStateException.class, () -> segment.get(JAVA_BYTE, 0));
    assertThrows(IllegalStateException.class, () -> region.allocate(1));
    region.close();
    assertLive(0);
    assertEquals(bytes, account.peak());
  }

  @Test
  void zeroesOnRequestAlsoWhatWasUsedBefore() {
    for (int i = 0; i < 2; i++) {
      try (Region region = new Region(account)) {
        MemorySegment segment = region.allocateZeroed(3_000_000);
        assertEquals(-1, segment.mismatch(MemorySegment.ofArray(new byte[3_000_000])));
        segment.fill((byte) 7);
      }
    }
  }

  @Test
  void keepsSegmentsApart() {
    try (Region region = new Region(account)) {
      MemorySegment a = region.allocate(2_000_000, 1);
      MemorySegment b = region.allocate(500_000, 4);
      a.fill((byte) 1);
      b.fill((byte) 2);
      assertEquals(0x01010101, a.getAtIndex(JAVA_INT, 499_999));
      assertEquals(0x02020202, b.getAtIndex(JAVA_INT, 0));
      assertNotEquals(a.address(), b.address());
      assertLive(4_000_000);
    }
    assertLive(0);
  }

  @Test
  void refusesWhatPassesTheLimit() {
    try (Region region = new Region(account)) {
      region.allocate(6_000_000);
      MemoryLimitException e =
          assertThrows(MemoryLimitException.class, () -> region.allocate(4_000_001));
      assertEquals(
          "test needs 10000001 bytes of off-heap memory, more than its limit of 10000000 bytes;"
              + " raise it by --memory-limit, gatun.memory.limit or RunOptions.memoryLimit",
          e.getMessage());
      assertEquals(4_000_001, e.requested());
      assertEquals(10_000_000, e.limit());
      assertLive(6_000_000);
      region.allocate(4_000_000);
      assertLive(10_000_000);
    }
    assertLive(0);
    assertEquals(10_000_000, account.peak());
  }

  @Test
  void sharesTheLimitAmongTheRegionsOfACall() {
    try (Execution execution = Execution.begin("call", JAVA.memoryLimit(1000))) {
      execution.scratch().allocate(600);
      Region result = execution.resultRegion();
      assertThrows(MemoryLimitException.class, () -> result.allocate(401));
      result.allocate(400);
    }
    assertLive(0);
  }

  @Test
  void refusesWhatNoSystemHas() {
    MemoryAccount unlimited = MemoryAccount.forCall("test", 0);
    try (Region region = new Region(unlimited)) {
      for (long count : new long[] {(1L << 44) + 1, Long.MAX_VALUE / 4, Long.MAX_VALUE}) {
        MemoryLimitException e =
            assertThrows(MemoryLimitException.class, () -> region.allocate(count, 8));
        assertEquals(-1, e.limit());
      }
      assertThrows(IllegalArgumentException.class, () -> region.allocate(-1));
      assertEquals(0, unlimited.live());
      assertEquals(0, unlimited.peak());
    }
  }

  @Test
  void freesResultsUnlessTheyAreKept() {
    Region kept;
    MemorySegment dropped;
    try (Execution execution = Execution.begin("call", JAVA)) {
      kept = execution.resultRegion();
      kept.allocate(64);
      dropped = execution.resultRegion().allocate(128);
      execution.scratch().allocate(256);
      assertEquals(448, MemoryAccount.process().live() - processBefore);
      execution.keep(kept);
      assertEquals(448, execution.info().peakBytes());
    }
    assertThrows(IllegalStateException.class, () -> dropped.get(JAVA_BYTE, 0));
    assertEquals(64, MemoryAccount.process().live() - processBefore);
    kept.close();
    assertLive(0);
  }

  @Test
  void staysOpenWhileACallUsesIt() {
    Region region = new Region(account);
    MemorySegment segment = region.allocate(8);
    try (Execution execution = Execution.begin("call", JAVA)) {
      execution.use(region);
      IllegalStateException e = assertThrows(IllegalStateException.class, region::close);
      assertTrue(e.getMessage().startsWith("in use by a running call"), e.getMessage());
      segment.fill((byte) 1);
    }
    region.close();
    assertLive(0);
    try (Execution execution = Execution.begin("call", JAVA)) {
      assertThrows(IllegalStateException.class, () -> execution.use(region));
    }
  }
}
