package dev.gatun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.internal.exec.Execution;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancellationTokenTest {
  private final CancellationToken token = new CancellationToken();
  private final AtomicInteger heard = new AtomicInteger();

  private Execution execution() {
    return Execution.begin("a call", RunOptions.defaults().engine(Engine.JAVA).cancelledBy(token));
  }

  @Test
  void staysCancelled() {
    assertFalse(token.isCancelled());
    token.cancel();
    assertTrue(token.isCancelled());
    token.cancel();
    assertTrue(token.isCancelled());
  }

  @Test
  void tellsEveryListener() {
    token.onCancel(heard::incrementAndGet);
    token.onCancel(() -> heard.addAndGet(10));
    assertEquals(0, heard.get());
    token.cancel();
    assertEquals(11, heard.get());
  }

  @Test
  void tellsALateListenerAtOnce() {
    token.cancel();
    token.onCancel(heard::incrementAndGet);
    assertEquals(1, heard.get());
  }

  @Test
  void forgetsAListenerThatWasTakenOut() {
    token.onCancel(() -> heard.addAndGet(10));
    try (CancellationToken.Registration _ = token.onCancel(heard::incrementAndGet)) {
      assertEquals(0, heard.get());
    }
    token.cancel();
    assertEquals(10, heard.get());
  }

  @Test
  void endsCallsAtTheirNextCheckpoint() {
    try (Execution execution = execution()) {
      execution.checkpoint(1, 2);
      token.cancel();
      OperationCancelledException e =
          assertThrows(OperationCancelledException.class, () -> execution.checkpoint(1, 2));
      assertEquals("a call was cancelled", e.getMessage());
    }
    try (Execution execution = execution()) {
      assertThrows(OperationCancelledException.class, () -> execution.checkpoint(0, 0));
    }
  }

  @Test
  void losesNoListenerThatComesWhileItIsCancelled() throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      CancellationToken raced = new CancellationToken();
      CountDownLatch ready = new CountDownLatch(1);
      AtomicInteger told = new AtomicInteger();
      Thread canceller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    ready.countDown();
                    raced.cancel();
                  });
      ready.await();
      raced.onCancel(told::incrementAndGet);
      canceller.join();
      assertEquals(1, told.get());
    }
  }
}
