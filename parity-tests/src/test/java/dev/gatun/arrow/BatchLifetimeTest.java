package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.TestReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A batch that has ended is an exception, never somebody else's data.
class BatchLifetimeTest {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Field("n", new DataType.Int(64, true), false),
              new Field("s", new DataType.Utf8(), true)),
          Map.of());

  private final TestReader reader =
      new TestReader(
          SCHEMA,
          List.of(
              List.of(List.of(1L, 2L), List.of("one", "two")),
              List.of(List.of(3L), List.of("three"))));

  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    reader.close();
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  @Test
  void nextEndsTheBatchBefore() {
    Batch batch = reader.next();
    LongColumn longs = batch.column("n").asLongs();
    StringColumn strings = batch.column("s").asStrings();
    MemorySegment raw = longs.values();
    MemorySegment slice = strings.segment(0);
    assertEquals(2, longs.get(1));

    assertNotNull(reader.next());

    assertThrows(IllegalStateException.class, () -> longs.get(1));
    assertThrows(IllegalStateException.class, () -> longs.isNull(1));
    assertThrows(IllegalStateException.class, () -> strings.get(1));
    assertThrows(IllegalStateException.class, () -> raw.get(ValueLayout.JAVA_LONG, 0));
    assertThrows(IllegalStateException.class, () -> slice.get(ValueLayout.JAVA_BYTE, 0));
    assertThrows(IllegalStateException.class, () -> batch.column("n"));
    assertThrows(IllegalStateException.class, () -> batch.columns().getFirst());
    assertThrows(IllegalStateException.class, batch::detach);
    assertThrows(IllegalStateException.class, () -> ArrowExport.array(batch, 0));
    assertEquals(1, reader.released());
    assertNull(reader.next());
    assertEquals(2, reader.released());
  }

  @Test
  void closingTheReaderEndsTheBatch() {
    LongColumn longs = reader.next().column("n").asLongs();
    reader.close();
    assertThrows(IllegalStateException.class, () -> longs.get(0));
    assertEquals(1, reader.released());
  }

  @Test
  void closingABatchEarlyGivesItsMemoryBackOnce() {
    Batch batch = reader.next();
    batch.close();
    batch.close();
    assertEquals(1, reader.released());
    assertNotNull(reader.next());
    assertEquals(1, reader.released());
  }

  @Test
  void aDetachedBatchOutlivesItsReader() {
    Batch batch = reader.next();
    LongColumn before = batch.column("n").asLongs();
    Batch mine = batch.detach();
    assertThrows(IllegalStateException.class, () -> before.get(0));
    assertThrows(IllegalStateException.class, () -> batch.column(0));
    assertSame(mine, mine.detach());
    reader.next();
    reader.close();

    LongColumn longs = mine.column("n").asLongs();
    assertEquals(2, longs.get(1));
    assertEquals("two", onAnotherThread(() -> mine.column("s").asStrings().get(1)));
    mine.close();
    assertThrows(IllegalStateException.class, () -> longs.get(1));
    assertThrows(IllegalStateException.class, () -> mine.column(0));
    mine.close();
    assertEquals(1, reader.detached());
  }

  @Test
  void aBatchBelongsToItsThread() {
    Batch batch = reader.next();
    LongColumn longs = batch.column("n").asLongs();
    assertThrows(WrongThreadException.class, () -> onAnotherThread(() -> longs.get(0)));
    assertThrows(WrongThreadException.class, () -> onAnotherThread(reader::next));
    assertThrows(WrongThreadException.class, () -> onAnotherThread(batch::detach));
    assertEquals(1, longs.get(0));
    assertEquals(0, reader.released());
  }

  @Test
  void closingTheReaderOnAnotherThreadLeavesTheBatchToItsOwn() {
    Batch batch = reader.next();
    LongColumn longs = batch.column("n").asLongs();
    onAnotherThread(
        () -> {
          reader.close();
          return 0;
        });
    assertEquals(1, longs.get(0));
    assertEquals(1, reader.detached());
    batch.close();
    assertThrows(IllegalStateException.class, () -> longs.get(0));
  }

  @Test
  void aForgottenBatchOfAReaderClosedElsewhereIsCollected() throws Exception {
    reader.next().column("n");
    onAnotherThread(
        () -> {
          reader.close();
          return 0;
        });
    for (int i = 0; i < 100 && MemoryAccount.process().live() != liveBefore; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  @Test
  void namesAndTypesStay() {
    Batch batch = reader.next();
    Column column = batch.column("n");
    reader.close();
    assertEquals(SCHEMA, batch.schema());
    assertEquals("n", column.field().name());
    assertFalse(column.field().nullable());
  }

  private interface Call<T> {
    T call();
  }

  private static <T> T onAnotherThread(Call<T> call) {
    try {
      return CompletableFuture.supplyAsync(call::call, Thread.ofPlatform()::start).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
