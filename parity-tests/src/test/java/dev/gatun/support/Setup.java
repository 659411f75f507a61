package dev.gatun.support;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Isa;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One way to run a kernel: engine, CPU tier, number of workers.
///
/// @param tier CPU tier, `java` on the Java engine
public record Setup(Engine engine, String tier, int threads) {
  /// The reference.
  public static final Setup JAVA = new Setup(Engine.JAVA, "java", 1);

  private static final int MOST_THREADS = 4;

  /// Every tier of this machine with 1 to 4 workers; none where the native library is not loaded.
  public static List<Setup> natives() {
    return NativeSetups.ALL;
  }

  /// One native setup on the best tier, none where the native library is not loaded.
  public static List<Setup> engines() {
    List<Setup> engines = new ArrayList<>(List.of(JAVA));
    if (Gatun.nativeAvailable().available()) {
      engines.add(new Setup(Engine.NATIVE, Isa.detected(), 2));
    }
    return engines;
  }

  /// Runs `body` with the options of this setup, under its tier.
  public <R> R run(Function<RunOptions, R> body) {
    if (engine == Engine.JAVA) {
      return body.apply(options());
    }
    String before = Gatun.isa();
    Gatun.capIsa(tier);
    try {
      return body.apply(options());
    } finally {
      Gatun.capIsa(before);
    }
  }

  /// Engine and workers, for a call.
  public RunOptions options() {
    return RunOptions.defaults().engine(engine).threads(threads);
  }

  @Override
  public String toString() {
    return engine == Engine.JAVA ? "java" : "native " + tier + ", " + threads + " workers";
  }

  private static final class NativeSetups {
    static final List<Setup> ALL =
        tiers().stream()
            .flatMap(
                tier ->
                    IntStream.rangeClosed(1, MOST_THREADS)
                        .mapToObj(threads -> new Setup(Engine.NATIVE, tier, threads)))
            .toList();

    private static List<String> tiers() {
      String before = Gatun.isa();
      if (before.equals("java")) {
        return List.of();
      }
      try {
        return Isa.NAMES.stream().filter(tier -> Gatun.capIsa(tier).equals(tier)).toList();
      } finally {
        Gatun.capIsa(before);
      }
    }
  }
}
