package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.DENSE;
import static dev.gatun.graph.EdgeTexts.READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.MemoryLimitException;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.MemoryAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cancellation, memory limits and progress of reading.
@Timeout(60)
class EdgeListReaderRunTest {
  private long before;

  @BeforeEach
  void remember() {
    before = MemoryAccount.process().live();
  }

  /// The same line for ever.
  private static InputStream endless(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return bytes[at++ % bytes.length];
      }

      @Override
      public int read(byte[] target, int from, int n) {
        for (int i = 0; i < n; i++) {
          target[from + i] = (byte) read();
        }
        at %= bytes.length;
        return n;
      }
    };
  }

  /// Cancels a call that would go on for ever.
  ///
  /// @return milliseconds until it ended
  private long cancel(EdgeListReader reader, String line) throws InterruptedException {
    CancellationToken token = new CancellationToken();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    RunOptions options = RunOptions.defaults().cancelledBy(token);
    Thread reading =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    reader.read(endless(line), "endless", options);
                  } catch (Throwable t) {
                    thrown.set(t);
                  }
                });
    Thread.sleep(100);
    long start = System.nanoTime();
    token.cancel();
    reading.join();
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertInstanceOf(OperationCancelledException.class, thrown.get());
    assertEquals(before, MemoryAccount.process().live());
    return millis;
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 34\n", "a b 1.5\n", "\"a\" 1 1.234567890123456789\n", "# comment\n"})
  void cancellationEndsSoonAndFreesEverything(String line) throws InterruptedException {
    // The input has no end, so an end proves the cancellation. It takes some 10 ms on a quiet
    // machine; a busy one may make each of a few attempts late.
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5 && least > 1000; attempt++) {
      least = Math.min(least, cancel(READER, line));
    }
    assertTrue(least <= 1000, "took " + least + " ms");
  }

  @Test
  void interruption(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("e.txt"), "1 2\n");
    Thread.currentThread().interrupt();
    assertThrows(OperationCancelledException.class, () -> READER.read(file));
    assertTrue(Thread.interrupted());
    assertEquals(before, MemoryAccount.process().live());
  }

  @Test
  void memoryLimit() {
    MemoryLimitException e =
        assertThrows(
            MemoryLimitException.class,
            () ->
                DENSE.read(
                    endless("1 2\n"), "endless", RunOptions.defaults().memoryLimit(8 << 20)));
    assertEquals(8 << 20, e.limit());
    assertEquals(before, MemoryAccount.process().live());
  }

  @Test
  void forecastThatPassesTheLimitIsNoReasonToFail(@TempDir Path dir) throws IOException {
    // Short lines first: they let expect many more edges than come.
    String text = "1 2\n".repeat(1_100_000) + ("1 2" + " ".repeat(1000) + "\n").repeat(20_000);
    Path file = Files.writeString(dir.resolve("e.txt"), text);
    RunOptions options = RunOptions.defaults().threads(1).memoryLimit(40 << 20);
    try (EdgeList edges = DENSE.read(file, options)) {
      assertEquals(1_120_000, edges.size());
    }
  }

  @Test
  void progressIsInBytes(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("e.txt"), "123456 654321\n".repeat(2_000_000));
    List<Long> done = new ArrayList<>();
    RunOptions options =
        RunOptions.defaults()
            .progress(
                (stage, bytes, total) -> {
                  assertEquals("reading " + file, stage);
                  assertEquals(28_000_000, total);
                  done.add(bytes);
                });
    try (EdgeList edges = READER.read(file, options)) {
      assertEquals(2_000_000, edges.size());
      assertEquals(28_000_000, edges.bytesRead());
    }
    assertFalse(done.isEmpty());
    assertEquals(done.stream().sorted().toList(), done);
  }

  @Test
  void listenerThatThrowsEndsTheCall() {
    RunOptions options =
        RunOptions.defaults()
            .progress(
                (stage, bytes, total) -> {
                  throw new IllegalStateException("listener");
                });
    assertThrows(
        IllegalStateException.class, () -> DENSE.read(endless("1 2\n"), "endless", options));
    assertEquals(before, MemoryAccount.process().live());
  }
}
