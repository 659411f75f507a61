package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.NativeUnavailableException;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.ChildJvm;
import dev.gatun.support.KernelCounts;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each switch changes the path that runs, and the nearest one wins.
class EngineSelectionTest {
  private static final RunOptions OPEN = RunOptions.defaults();
  private static final RunOptions JAVA = OPEN.engine(Engine.JAVA);
  private static final RunOptions NATIVE = OPEN.engine(Engine.NATIVE);

  @AfterEach
  void reset() {
    Gatun.configure(OPEN);
  }

  @Test
  void theCallChoosesJava() {
    assertEquals(Observed.only(Engine.JAVA), Observed.of(JAVA));
  }

  @NeedsNatives
  @Test
  void theCallChoosesNative() {
    assertEquals(Observed.only(Engine.NATIVE), Observed.of(NATIVE));
  }

  @NeedsNatives
  @Test
  void theScopeChooses() {
    assertEquals(Observed.only(Engine.JAVA), Gatun.scoped(JAVA, () -> Observed.of(OPEN)));
    assertEquals(Observed.only(Engine.NATIVE), Gatun.scoped(NATIVE, () -> Observed.of(OPEN)));
  }

  @NeedsNatives
  @Test
  void configurationChooses() {
    Gatun.configure(JAVA);
    assertEquals(Observed.only(Engine.JAVA), Observed.of(OPEN));
    assertEquals("JAVA", Gatun.debugInfo().get("engine"));
    Gatun.configure(NATIVE);
    assertEquals(Observed.only(Engine.NATIVE), Observed.of(OPEN));
  }

  @NeedsNatives
  @Test
  void theNearerOneWins() {
    Gatun.configure(JAVA);
    assertEquals(Observed.only(Engine.NATIVE), Gatun.scoped(NATIVE, () -> Observed.of(OPEN)));
    assertEquals(
        Observed.only(Engine.JAVA),
        Gatun.scoped(JAVA, () -> Gatun.scoped(OPEN.threads(1), () -> Observed.of(OPEN))));
    assertEquals(
        Observed.only(Engine.NATIVE),
        Gatun.scoped(JAVA, () -> Gatun.scoped(NATIVE, () -> Observed.of(OPEN))));
    assertEquals(Observed.only(Engine.JAVA), Gatun.scoped(NATIVE, () -> Observed.of(JAVA)));
  }

  @NeedsNatives
  @Test
  void autoIsNativeWhereItIsLoaded() {
    assertEquals(Observed.only(Engine.NATIVE).toString(), child(List.of(), Map.of()));
  }

  @NeedsNatives
  @ParameterizedTest
  @EnumSource(names = {"JAVA", "NATIVE"})
  void theSystemPropertyChooses(Engine engine) {
    assertEquals(
        Observed.only(engine).toString(), child(List.of("-Dgatun.engine=" + engine), Map.of()));
  }

  @NeedsNatives
  @ParameterizedTest
  @EnumSource(names = {"JAVA", "NATIVE"})
  void theEnvironmentChooses(Engine engine) {
    assertEquals(
        Observed.only(engine).toString(),
        child(List.of(), Map.of("GATUN_ENGINE", engine.name().toLowerCase(Locale.ROOT))));
  }

  @NeedsNatives
  @Test
  void thePropertyWinsOverTheEnvironment() {
    assertEquals(
        Observed.only(Engine.JAVA).toString(),
        child(List.of("-Dgatun.engine=java"), Map.of("GATUN_ENGINE", "native")));
  }

  @Test
  void autoIsJavaWhereNothingIsLoaded() {
    String output = child(List.of("-Dgatun.native=off"), Map.of());
    assertTrue(output.endsWith(Observed.only(Engine.JAVA).toString()), output);
    assertTrue(output.contains("running on the Java engine: switched off"), output);
  }

  @Test
  void nativeWithoutLibraryIsRefused() {
    String output = ChildJvm.run(NativeProbe.class, List.of("-Dgatun.native=off"), Map.of());
    assertEquals(
        "engine NATIVE was asked for, but the native library is not loaded:"
            + " switched off by system property gatun.native = off",
        output);
  }

  /// Asks for what is not there.
  static final class NativeProbe {
    public static void main(String[] arguments) {
      assertFalse(Gatun.nativeAvailable().available());
      assertEquals("java", Gatun.isa());
      try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(3).list(), JAVA)) {
        var e =
            assertThrows(NativeUnavailableException.class, () -> graph.bfs(Bfs.from(0), NATIVE));
        System.out.println(e.getMessage());
      }
    }
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void anArgumentErrorIsNoReasonToFallBack(Setup setup) {
    KernelCounts own = new KernelCounts("csr_bfs", setup.engine());
    KernelCounts other =
        new KernelCounts("csr_bfs", setup.engine() == Engine.JAVA ? Engine.NATIVE : Engine.JAVA);
    try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(3).list())) {
      RunOptions auto = OPEN.engine(setup.engine() == Engine.JAVA ? Engine.JAVA : Engine.AUTO);
      assertThrows(IllegalArgumentException.class, () -> graph.bfs(Bfs.from(3), auto));
    }
    assertEquals(1, own.calls());
    assertEquals(1, own.failures());
    assertEquals(0, own.fallbacks());
    assertEquals(0, other.calls());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void eventsAndCountersTellWhatRan(Setup setup) {
    KernelCounts counts = new KernelCounts("csr_bfs", setup.engine());
    List<RecordedEvent> events =
        Observed.recorded(
            "dev.gatun.Kernel",
            () -> {
              try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(1000).list())) {
                setup.run(run -> graph.bfs(Bfs.from(0), run)).close();
                assertThrows(
                    IllegalArgumentException.class, () -> graph.bfs(Bfs.from(-1), setup.options()));
              }
            });
    List<RecordedEvent> searches =
        events.stream().filter(event -> event.getString("kernel").equals("csr_bfs")).toList();
    assertEquals(2, searches.size());
    for (RecordedEvent event : searches) {
      assertEquals(setup.engine().name(), event.getString("engine"));
      assertEquals(setup.threads(), event.getInt("threads"));
      assertEquals(999, event.getLong("elements"));
      assertEquals(1001 * 8 + 999 * 4, event.getLong("bytes"));
      assertTrue(event.getDuration().isPositive());
    }
    assertEquals(setup.tier(), searches.getFirst().getString("isa"));
    assertEquals("ok", searches.getFirst().getString("outcome"));
    assertEquals("IllegalArgumentException", searches.getLast().getString("outcome"));
    assertEquals(2, counts.calls());
    assertEquals(1, counts.failures());
    assertEquals(2 * 999, counts.elements());
    assertEquals(2 * (1001 * 8 + 999 * 4), counts.bytes());
    assertTrue(counts.time().isPositive());
  }

  @Test
  void aSettingThatCannotBeReadIsNamed() {
    String output = ChildJvm.run(SettingProbe.class, List.of("-Dgatun.engine=fast"), Map.of());
    assertEquals("setting gatun.engine: engine \"fast\" is none of auto, native, java", output);
  }

  /// Uses a setting.
  static final class SettingProbe {
    public static void main(String[] arguments) {
      var e = assertThrows(IllegalArgumentException.class, () -> Observed.of(OPEN));
      System.out.println(e.getMessage());
    }
  }

  private static String child(List<String> flags, Map<String, String> environment) {
    return ChildJvm.run(Observed.class, flags, environment);
  }
}
