package dev.gatun.internal.reference;

/// The order in which the vertices of a level are gone through: the i-th is (first + i * stride)
/// mod n, with steps of about the golden section of n, so that neighbours by number, and often in
/// the graph, are far apart.
final class VisitOrder {
  private final long n;
  private final long first;
  private final long stride;

  VisitOrder(int vertices, long seed) {
    n = vertices;
    long random = mixed(seed);
    first = (random >>> 32) % n;
    long step = ((n * 2654435769L >>> 32) + (random & 0xFFFF)) % n;
    while (commonDivisor(step, n) != 1) {
      step = (step + 1) % n;
    }
    stride = step;
  }

  int at(long i) {
    return (int) ((first + i * stride) % n);
  }

  /// The finaliser of splitmix64.
  private static long mixed(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }
}
