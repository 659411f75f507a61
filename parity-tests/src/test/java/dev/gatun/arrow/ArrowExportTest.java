package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.MemoryLimitException;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.TestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ownership of what is exported, as a consumer in C sees it.
class ArrowExportTest {
  private static final Field LONG = new Field("n", new DataType.Int(64, true), false);
  private static final Schema SCHEMA =
      new Schema(List.of(LONG, new Field("s", new DataType.Utf8(), true)), Map.of());

  private final CConsumer consumer = new CConsumer();
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
    consumer.close();
    assertEquals(liveBefore, live());
  }

  private static long live() {
    return MemoryAccount.process().live();
  }

  private MemorySegment exported(Batch batch) {
    MemorySegment array = consumer.struct(CConsumer.ARRAY);
    ArrowExport.array(batch, array.address());
    return array;
  }

  @Test
  void anArrayOutlivesItsReaderUntilItIsReleased() {
    MemorySegment array = exported(reader.next());
    reader.next();
    reader.close();
    assertTrue(live() > liveBefore);
    assertEquals(2, CConsumer.value(CConsumer.child(array, 0), 1));
    CConsumer.release(array);
    assertTrue(CConsumer.isReleased(array));
  }

  @Test
  void anExportedBatchHasEnded() {
    Batch batch = reader.next();
    LongColumn longs = batch.column("n").asLongs();
    MemorySegment array = exported(batch);
    assertThrows(IllegalStateException.class, () -> longs.get(0));
    assertThrows(IllegalStateException.class, () -> batch.column(0));
    assertThrows(IllegalStateException.class, () -> exported(batch));
    batch.close();
    assertEquals(1, CConsumer.value(CConsumer.child(array, 0), 0));
    CConsumer.release(array);
  }

  @Test
  void aDetachedBatchCanBeExportedAnywhere() throws InterruptedException {
    Batch batch = reader.next().detach();
    reader.close();
    Thread other = Thread.ofPlatform().start(() -> CConsumer.release(exported(batch)));
    other.join();
    assertEquals(liveBefore, live());
  }

  @Test
  void aMovedChildOutlivesItsParent() {
    MemorySegment array = exported(reader.next());
    MemorySegment child = consumer.move(CConsumer.child(array, 0));
    CConsumer.release(array);
    assertTrue(live() > liveBefore);
    assertEquals(2, CConsumer.value(child, 1));
    CConsumer.release(child);
    assertTrue(CConsumer.isReleased(child));
  }

  @Test
  void releasingTooOftenDoesNothing() {
    MemorySegment array = exported(reader.next());
    MemorySegment copy = consumer.struct(CConsumer.ARRAY).copyFrom(array);
    MemorySegment release = CConsumer.releaseOf(array);
    MemorySegment child = consumer.move(CConsumer.child(array, 1));
    CConsumer.release(array);
    CConsumer.callVoid(release, array);
    CConsumer.callVoid(release, copy);
    assertTrue(live() > liveBefore);
    CConsumer.release(child);
    assertEquals(liveBefore, live());
    CConsumer.callVoid(release, copy);
  }

  @Test
  void manyThreadsRelease() {
    List<MemorySegment> children =
        IntStream.range(0, 200)
            .mapToObj(
                _ -> {
                  var one = new TestReader(SCHEMA, List.of(List.of(List.of(1L), List.of("x"))));
                  MemorySegment array = exported(one.next());
                  MemorySegment child = consumer.move(CConsumer.child(array, 0));
                  CConsumer.release(array);
                  return child;
                })
            .toList();
    children.parallelStream().forEach(CConsumer::release);
  }

  @Test
  void schemasAreReleasedToo() {
    MemorySegment schema = consumer.struct(CConsumer.SCHEMA);
    ArrowExport.schema(SCHEMA, schema.address());
    assertEquals("+s", CConsumer.string(schema.get(ValueLayout.ADDRESS, 0)));
    MemorySegment child = CConsumer.child(schema, 1);
    assertEquals("u", CConsumer.string(child.get(ValueLayout.ADDRESS, 0)));
    assertEquals("s", CConsumer.string(child.get(ValueLayout.ADDRESS, 8)));
    assertEquals(2, child.get(ValueLayout.JAVA_LONG, 24));
    assertEquals(0, CConsumer.child(schema, 0).get(ValueLayout.JAVA_LONG, 24));
    CConsumer.release(schema);
    assertTrue(CConsumer.isReleased(schema));
    assertTrue(CConsumer.isReleased(child));
  }

  @Test
  void narrowDecimalsAreKeptOnRequest() {
    Field field = new Field("d", new DataType.Decimal(9, 2, 32), false);
    Schema decimals = new Schema(List.of(field), Map.of());
    var values = List.of(List.of(new BigDecimal("-1.25")));
    try (var narrow = new TestReader(decimals, List.of(values))) {
      MemorySegment schema = consumer.struct(CConsumer.SCHEMA);
      ArrowExport.schema(decimals, schema.address(), NarrowDecimals.KEEP);
      assertEquals(
          "d:9,2,32", CConsumer.string(CConsumer.child(schema, 0).get(ValueLayout.ADDRESS, 0)));
      CConsumer.release(schema);
      MemorySegment array = consumer.struct(CConsumer.ARRAY);
      ArrowExport.array(narrow.next(), array.address(), NarrowDecimals.KEEP);
      assertEquals(-125, (int) CConsumer.value(CConsumer.child(array, 0), 0));
      CConsumer.release(array);
    }
  }

  @Test
  void aStreamEndsWithAReleasedArrayAndClosesTheReader() {
    MemorySegment stream = consumer.struct(CConsumer.STREAM);
    ArrowExport.stream(reader, stream.address());
    MemorySegment array = consumer.struct(CConsumer.ARRAY);
    assertEquals(0, CConsumer.call(stream, 1, array));
    MemorySegment first = consumer.move(array);
    assertEquals(0, CConsumer.call(stream, 1, array));
    CConsumer.release(array);
    assertEquals(0, CConsumer.call(stream, 1, array));
    assertTrue(CConsumer.isReleased(array));
    assertNull(CConsumer.lastError(stream));
    CConsumer.release(stream);
    assertTrue(CConsumer.isReleased(stream));
    assertTrue(reader.closed());
    assertEquals(1, CConsumer.value(CConsumer.child(first, 0), 0));
    CConsumer.release(first);
  }

  @Test
  void exceptionsOfTheReaderBecomeCodesAndTexts() {
    assertFailure(
        5, "the disk is gone", new UncheckedIOException(new IOException("the disk is gone")));
    assertFailure(22, "closed", new IllegalStateException("closed"));
    assertFailure(12, "too much", new MemoryLimitException("too much", 1, 1));
    assertFailure(12, "heap", new OutOfMemoryError("heap"));
    assertFailure(5, "StackOverflowError", new StackOverflowError());
  }

  private void assertFailure(int code, String text, Throwable failure) {
    MemorySegment stream = consumer.struct(CConsumer.STREAM);
    ArrowExport.stream(new Failing(failure), stream.address());
    MemorySegment array = consumer.struct(CConsumer.ARRAY);
    assertEquals(code, CConsumer.call(stream, 1, array));
    String said = CConsumer.lastError(stream);
    assertTrue(said.contains(text), said);
    MemorySegment schema = consumer.struct(CConsumer.SCHEMA);
    assertEquals(0, CConsumer.call(stream, 0, schema));
    assertNull(CConsumer.lastError(stream));
    CConsumer.release(schema);
    MemorySegment getNext = stream.get(ValueLayout.ADDRESS, 8);
    CConsumer.release(stream);
    stream.set(ValueLayout.ADDRESS, 8, getNext);
    assertNotEquals(0, CConsumer.call(stream, 1, array));
  }

  /// Fails at the first batch, and again when closed.
  private record Failing(Throwable failure) implements BatchReader {
    @Override
    public Schema schema() {
      return SCHEMA;
    }

    @Override
    public Batch next() {
      throw Failing.<RuntimeException>sneaky(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable failure) throws E {
      throw (E) failure;
    }

    @Override
    public void close() {
      throw new IllegalStateException("cannot close");
    }
  }
}
