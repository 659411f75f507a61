package dev.gatun.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.OperationCancelledException;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.LongColumn;
import dev.gatun.arrow.StringColumn;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Readers, tables and batches: who may use what for how long, and how reading is ended.
class CsvLifecycleTest {
  private static final int ROWS = 300_000;
  private static final int BATCH_BYTES = 100_000;
  private static final long ENDLESS = 1L << 50;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  @TempDir private Path folder;
  private Path file;
  private long before;

  @BeforeEach
  void prepare() throws IOException {
    StringBuilder text = new StringBuilder("n,s\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(i).append(",text ").append(i).append('\n');
    }
    file = Files.writeString(folder.resolve("rows.csv"), text);
    before = liveBytes();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(before, liveBytes());
  }

  private static long liveBytes() {
    return Gatun.metrics().memory().liveBytes();
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  private CsvScan scan(Setup setup) {
    return CsvScan.of(file).batchBytes(BATCH_BYTES).options(setup.options());
  }

  private static CsvScan endless(Setup setup) {
    return CsvScan.of("endless", new Generated("n,s\n", "1,abc\n", ENDLESS))
        .options(setup.options());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void nextEndsTheBatchBefore(Setup setup) {
    try (CsvReader reader = scan(setup).open()) {
      Batch batch = reader.next();
      LongColumn longs = batch.column("n").asLongs();
      StringColumn strings = batch.column("s").asStrings();
      MemorySegment raw = longs.values();
      assertEquals(7, longs.get(7));
      assertNotNull(reader.next());
      assertThrows(IllegalStateException.class, () -> longs.get(7));
      assertThrows(IllegalStateException.class, () -> strings.get(7));
      assertThrows(IllegalStateException.class, () -> raw.get(ValueLayout.JAVA_LONG, 0));
      assertThrows(IllegalStateException.class, () -> batch.column(0));
      assertThrows(IllegalStateException.class, batch::detach);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void closingInTheMiddle(Setup setup) {
    for (int batches = 0; batches < 4; batches++) {
      CsvReader reader = scan(setup).open();
      LongColumn last = null;
      for (int i = 0; i < batches; i++) {
        last = reader.next().column("n").asLongs();
      }
      reader.close();
      reader.close();
      assertEquals(before, liveBytes());
      assertThrows(IllegalStateException.class, reader::next);
      LongColumn gone = last;
      if (gone != null) {
        assertThrows(IllegalStateException.class, () -> gone.get(0));
      }
      assertTrue(reader.metrics().rows() <= ROWS);
      assertNotNull(reader.info());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aDetachedBatchOutlivesItsReader(Setup setup) {
    CsvReader reader = scan(setup).open();
    Batch mine = reader.next().detach();
    while (reader.next() != null) {
      assertEquals("text 5", mine.column("s").asStrings().get(5));
    }
    assertNull(reader.next());
    reader.close();
    assertEquals(5, mine.column("n").asLongs().get(5));
    assertTrue(liveBytes() > before);
    mine.close();
    assertThrows(IllegalStateException.class, () -> mine.column(0));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aBatchBelongsToItsThread(Setup setup) {
    try (CsvReader reader = scan(setup).open()) {
      LongColumn longs = reader.next().column("n").asLongs();
      assertThrows(WrongThreadException.class, () -> elsewhere(() -> longs.get(0)));
      assertEquals(0, longs.get(0));
    }
  }

  private static void elsewhere(Runnable body) {
    try {
      CompletableFuture.runAsync(body, Thread.ofPlatform()::start).join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void tablesAreForAllThreadsUntilTheyAreClosed(Setup setup) {
    CsvTable table = scan(setup).read();
    assertEquals(ROWS, table.rowCount());
    assertEquals(ROWS, table.batches().stream().mapToLong(Batch::rowCount).sum());
    LongColumn longs = table.batches().getFirst().column("n").asLongs();
    elsewhere(() -> assertEquals(9, longs.get(9)));
    assertTrue(liveBytes() > before);
    table.close();
    table.close();
    assertEquals(before, liveBytes());
    assertThrows(IllegalStateException.class, () -> longs.get(9));
    assertThrows(IllegalStateException.class, table::batches);
    assertEquals(ROWS, table.metrics().rows());
    assertEquals(table.metrics().storedBytes() - "n,s\n".length(), table.metrics().bytes());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aTableIsReadOutOnce(Setup setup) {
    CsvTable table = scan(setup).read();
    long rows = 0;
    try (BatchReader reader = table.reader()) {
      assertEquals(table.schema(), reader.schema());
      Batch kept = reader.next().detach();
      rows += kept.rowCount();
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        rows += batch.rowCount();
      }
      assertEquals(3, kept.column("n").asLongs().get(3));
      kept.close();
    }
    assertEquals(ROWS, rows);
    assertEquals(before, liveBytes());
    table.close();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aReaderThatIsLeftHalfway(Setup setup) {
    CsvTable table = scan(setup).read();
    BatchReader reader = table.reader();
    assertNotNull(reader.next());
    reader.close();
    assertEquals(before, liveBytes());
  }

  /// How reading is ended from outside.
  private enum Way {
    TOKEN,
    INTERRUPT
  }

  @ParameterizedTest
  @MethodSource("engines")
  void cancelling(Setup setup) throws Exception {
    for (Way way : Way.values()) {
      CancellationToken token = new CancellationToken();
      CsvScan scan = endless(setup).options(setup.options().cancelledBy(token));
      assertEnds(way, token, () -> drain(scan.open()));
      CancellationToken other = new CancellationToken();
      CsvScan strings = endless(setup).asStrings().options(setup.options().cancelledBy(other));
      assertEnds(way, other, () -> drain(strings.records()));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void cancellingAWholeTable(Setup setup) throws Exception {
    for (Way way : Way.values()) {
      CancellationToken token = new CancellationToken();
      CsvScan scan = endless(setup).options(setup.options().cancelledBy(token));
      assertEnds(way, token, scan::read);
    }
  }

  private static void drain(CsvReader reader) {
    try (reader) {
      while (reader.next() != null) {
        assertNotNull(reader.metrics());
      }
    }
  }

  private void assertEnds(Way way, CancellationToken token, Executable call) throws Exception {
    Thread caller = Thread.currentThread();
    AtomicLong cancelled = new AtomicLong();
    Thread canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(50);
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                  cancelled.set(System.nanoTime());
                  if (way == Way.TOKEN) {
                    token.cancel();
                  } else {
                    caller.interrupt();
                  }
                });
    assertThrows(OperationCancelledException.class, call, way::toString);
    long taken = System.nanoTime() - cancelled.get();
    assertEquals(way == Way.INTERRUPT, Thread.interrupted(), "the interrupt flag stays set");
    canceller.join();
    assertTrue(taken < PATIENCE, () -> way + " took " + taken + " ns");
    assertEquals(before, liveBytes());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void memoryLimits(Setup setup) {
    for (long limit : new long[] {1, 1000, 100_000, 3 << 20}) {
      CsvScan scan = scan(setup).options(setup.options().memoryLimit(limit));
      MemoryLimitException e = assertThrows(MemoryLimitException.class, scan::read);
      assertEquals(limit, e.limit());
      assertEquals(before, liveBytes());
    }
    long peak;
    try (CsvTable table = scan(setup).read()) {
      peak = table.info().peakBytes();
      assertTrue(peak >= liveBytes() - before, "the result is part of the peak");
    }
    scan(setup).options(setup.options().memoryLimit(2 * peak)).read().close();
  }

  /// Batches need as much memory for a large file as for a small one.
  @ParameterizedTest
  @MethodSource("engines")
  void streamingIsBounded(Setup setup) {
    CsvScan scan =
        CsvScan.of("large", new Generated("n,s\n", "1,abc\n", 300_000_000))
            .options(setup.options().memoryLimit(64 << 20));
    long rows = 0;
    try (CsvReader reader = scan.open()) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        rows += batch.rowCount();
      }
      assertEquals(reader.metrics().rows(), rows);
    }
    assertTrue(rows >= (300_000_000 - 4) / 6);
  }
}
