package dev.gatun.internal.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.Metrics.KernelMetrics;
import dev.gatun.NativeFaultException;
import dev.gatun.NativeUnavailableException;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFallbackTest {
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private static final Work WORK = new Work(10, 80);

  private final Logger logger = Logger.getLogger("dev.gatun");
  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          logged.add(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /// A name of its own, since counters are kept for the life of the JVM.
  private final String name = "fake_" + SERIAL.incrementAndGet();

  private final AtomicInteger nativeCalls = new AtomicInteger();
  private final AtomicInteger javaCalls = new AtomicInteger();

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  /// A kernel whose native form throws, or gives "native" when there is nothing to throw.
  private Kernel<String, String> kernel(Supplier<Optional<RuntimeException>> failure) {
    return new Kernel<>(
        name,
        (arguments, _) -> {
          javaCalls.incrementAndGet();
          return "java " + arguments;
        },
        (arguments, _) -> {
          nativeCalls.incrementAndGet();
          failure
              .get()
              .ifPresent(
                  e -> {
                    throw e;
                  });
          return "native " + arguments;
        });
  }

  private Kernel<String, String> failing(RuntimeException failure) {
    return kernel(() -> Optional.of(failure));
  }

  private static Execution withLibrary(Engine engine) {
    return begin(engine, null);
  }

  private static Execution withoutLibrary(Engine engine) {
    return begin(engine, "no such file");
  }

  private static Execution begin(Engine engine, @Nullable String whyNotNative) {
    RunOptions options = RunOptions.defaults().engine(engine);
    return Execution.begin("test", "test", options, () -> whyNotNative);
  }

  private Optional<KernelMetrics> metrics(Engine engine) {
    return Gatun.metrics().kernels().stream()
        .filter(m -> m.kernel().equals(name) && m.engine() == engine)
        .findFirst();
  }

  private void assertCounted(Engine engine, long calls, long failures, long fallbacks) {
    KernelMetrics counted = metrics(engine).orElseThrow();
    assertEquals(calls, counted.calls());
    assertEquals(failures, counted.failures());
    assertEquals(fallbacks, counted.fallbacks());
    assertEquals(calls * WORK.elements(), counted.elements());
    assertEquals(calls * WORK.bytes(), counted.bytes());
  }

  @Test
  void runsNativelyWhereItCan() {
    for (Engine engine : new Engine[] {Engine.AUTO, Engine.NATIVE}) {
      try (Execution execution = withLibrary(engine)) {
        assertEquals("native x", kernel(Optional::empty).call("x", WORK, execution));
        assertEquals(Engine.NATIVE, execution.info().engine());
      }
    }
    assertCounted(Engine.NATIVE, 2, 0, 0);
    assertTrue(metrics(Engine.JAVA).isEmpty());
  }

  @Test
  void runsOnJavaWhenAskedTo() {
    try (Execution execution = withLibrary(Engine.JAVA)) {
      assertEquals("java x", kernel(Optional::empty).call("x", WORK, execution));
      assertEquals(Engine.JAVA, execution.info().engine());
      assertEquals("java", execution.info().isa());
    }
    assertEquals(0, nativeCalls.get());
    assertCounted(Engine.JAVA, 1, 0, 0);
  }

  @Test
  void runsOnJavaWithoutALibrary() {
    try (Execution execution = withoutLibrary(Engine.AUTO)) {
      assertEquals("java x", kernel(Optional::empty).call("x", WORK, execution));
    }
    NativeUnavailableException e =
        assertThrows(NativeUnavailableException.class, () -> withoutLibrary(Engine.NATIVE));
    assertEquals(
        "engine NATIVE was asked for, but the native library is not loaded: no such file",
        e.getMessage());
  }

  @Test
  void fallsBackOnceAfterANativeFault() {
    NativeFaultException fault = new NativeFaultException("broken", null);
    Kernel<String, String> kernel = failing(fault);
    try (Execution execution = withLibrary(Engine.AUTO)) {
      assertEquals("java x", kernel.call("x", WORK, execution));
      assertEquals(Engine.JAVA, execution.info().engine());
      assertEquals("java y", kernel.call("y", WORK, execution), "the rest of the call is Java too");
    }
    assertEquals(1, nativeCalls.get());
    assertEquals(2, javaCalls.get());
    assertCounted(Engine.NATIVE, 1, 1, 1);
    assertCounted(Engine.JAVA, 2, 0, 0);

    assertEquals(1, logged.size());
    assertEquals(Level.WARNING, logged.getFirst().getLevel());
    assertEquals(
        "native " + name + " failed, running it on Java instead", logged.getFirst().getMessage());
    assertSame(fault, logged.getFirst().getThrown());
    LastFailure last = LastFailure.latest();
    assertNotNull(last);
    assertEquals(name, last.kernel());
    assertEquals("broken", last.message());
    assertTrue(Gatun.debugInfo().get("last.failure").startsWith(name + " at "));
  }

  @Test
  void triesNativeAgainInTheNextCall() {
    Kernel<String, String> kernel =
        kernel(
            () ->
                nativeCalls.get() == 1
                    ? Optional.of(new NativeFaultException("broken", null))
                    : Optional.empty());
    for (String expected : new String[] {"java x", "native x"}) {
      try (Execution execution = withLibrary(Engine.AUTO)) {
        assertEquals(expected, kernel.call("x", WORK, execution));
      }
    }
  }

  @Test
  void throwsTheFaultWhenOnlyNativeWillDo() {
    NativeFaultException fault = new NativeFaultException("broken", null);
    try (Execution execution = withLibrary(Engine.NATIVE)) {
      assertSame(
          fault,
          assertThrows(
              NativeFaultException.class, () -> failing(fault).call("x", WORK, execution)));
    }
    assertEquals(0, javaCalls.get());
    assertCounted(Engine.NATIVE, 1, 1, 0);
    assertEquals(List.of(), logged);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalArgumentException.class,
        ArithmeticException.class,
        IllegalStateException.class,
        OperationCancelledException.class
      })
  void neverFallsBackForAnythingElse(Class<? extends RuntimeException> type) throws Exception {
    RuntimeException failure = type.getConstructor(String.class).newInstance("yours");
    try (Execution execution = withLibrary(Engine.AUTO)) {
      assertSame(failure, assertThrows(type, () -> failing(failure).call("x", WORK, execution)));
      assertEquals(Engine.NATIVE, execution.engine());
    }
    assertEquals(0, javaCalls.get());
    assertCounted(Engine.NATIVE, 1, 1, 0);
    assertEquals(List.of(), logged);
  }

  @Test
  void reportsTheEndOfEachKernel() {
    List<String> reports = new ArrayList<>();
    RunOptions options =
        RunOptions.defaults()
            .engine(Engine.JAVA)
            .progress((stage, done, total) -> reports.add(stage + " " + done + "/" + total));
    Kernel<String, String> kernel =
        new Kernel<>(
            name,
            (_, execution) -> {
              execution.checkpoint(3, 8);
              return "";
            },
            (_, _) -> "");
    try (Execution execution = Execution.begin("test", options)) {
      kernel.call("x", WORK, execution);
    }
    assertEquals(List.of(name + " 0/0", name + " 8/8"), reports);
  }
}
