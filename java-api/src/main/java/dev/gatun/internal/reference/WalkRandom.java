package dev.gatun.internal.reference;

/// The numbers of one random walk: which they are depends on the seed and the walk alone.
///
/// Source: G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA
/// 2014.
final class WalkRandom {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  WalkRandom(long seed, long walk) {
    this.state = mix(mix(seed) + walk * GOLDEN);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /// 0 to 1, 1 excluded.
  double fraction() {
    return fractionOf(next());
  }

  static double fractionOf(long number) {
    return (number >>> 11) * 0x1p-53;
  }

  private static long mix(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
