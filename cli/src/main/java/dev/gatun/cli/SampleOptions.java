package dev.gatun.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of algorithms that look at all vertices, or estimate by a sample of them.
final class SampleOptions {
  @Option(
      names = "--samples",
      paramLabel = "K",
      order = 1,
      description = "Estimate by K vertices drawn at random. Default: all, which is exact.")
  private @Nullable Integer samples;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 2,
      description = "Draws the same vertices for the same seed. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  /// @throws IllegalArgumentException when the number of samples is not positive
  void check() {
    if (samples != null && samples <= 0) {
      throw new IllegalArgumentException("--samples " + samples + " is not positive");
    }
  }

  /// How many to draw, 0: all.
  int count() {
    return samples == null ? 0 : samples;
  }

  long seed() {
    return seed;
  }

  /// How good the result is: `exact` or what it was estimated from.
  static String describe(int sources, int vertices) {
    return sources == vertices
        ? "exact"
        : "estimated from %s of %s vertices".formatted(Units.count(sources), Units.count(vertices));
  }
}
