package dev.gatun;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a call runs. Every setting may be left open; the nearest one that is set wins: the call's
/// own options, then [Gatun#scoped], then [Gatun#configure], then system properties
/// (`gatun.engine`, `gatun.threads`, `gatun.memory.limit`), then environment variables
/// (`GATUN_ENGINE`, `GATUN_THREADS`, `GATUN_MEMORY_LIMIT`), then the default. Immutable.
///
/// ```java
/// graph.bfs(Bfs.from(0), RunOptions.defaults().engine(Engine.JAVA).threads(1));
/// ```
///
/// @param engine which implementation runs; default [Engine#AUTO]
/// @param threads workers of parallel kernels, 1 to 256, 0 when open; default: the processors the
///     JVM sees, fewer where the work is not worth waking them. Results do not depend on it.
/// @param memoryLimit bytes of off-heap memory the call may hold at any time, results included, 0
///     when open; default: no limit of its own
/// @param cancellation token that ends the call
/// @param progress hears how far the call is
public record RunOptions(
    @Nullable Engine engine,
    int threads,
    long memoryLimit,
    @Nullable CancellationToken cancellation,
    @Nullable ProgressListener progress) {

  /// Most workers of one call.
  public static final int MAX_THREADS = 256;

  private static final RunOptions DEFAULTS = new RunOptions(null, 0, 0, null, null);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when threads or memoryLimit is out of range
  public RunOptions {
    if (threads < 0 || threads > MAX_THREADS) {
      throw new IllegalArgumentException("threads " + threads + " is not in 1.." + MAX_THREADS);
    }
    if (memoryLimit < 0) {
      throw new IllegalArgumentException("memory limit " + memoryLimit + " is negative");
    }
  }

  /// Everything open.
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /// With this engine.
  public RunOptions engine(Engine value) {
    return new RunOptions(value, threads, memoryLimit, cancellation, progress);
  }

  /// With this many workers.
  public RunOptions threads(int value) {
    return new RunOptions(engine, value, memoryLimit, cancellation, progress);
  }

  /// With this limit in bytes.
  public RunOptions memoryLimit(long bytes) {
    return new RunOptions(engine, threads, bytes, cancellation, progress);
  }

  /// With this token.
  public RunOptions cancelledBy(CancellationToken token) {
    return new RunOptions(engine, threads, memoryLimit, token, progress);
  }

  /// With this listener.
  public RunOptions progress(ProgressListener listener) {
    return new RunOptions(engine, threads, memoryLimit, cancellation, listener);
  }

  /// These options, and `outer` for what they leave open.
  public RunOptions orElse(RunOptions outer) {
    return new RunOptions(
        engine != null ? engine : outer.engine,
        threads != 0 ? threads : outer.threads,
        memoryLimit != 0 ? memoryLimit : outer.memoryLimit,
        cancellation != null ? cancellation : outer.cancellation,
        progress != null ? progress : outer.progress);
  }

  /// Reads `1048576`, `512k`, `64m` or `2g` (powers of 1024).
  ///
  /// @throws IllegalArgumentException for anything else
  public static long parseBytes(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    int shift =
        switch (digits.isEmpty() ? ' ' : digits.charAt(digits.length() - 1)) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default -> 0;
        };
    try {
      long value = Long.parseLong(shift == 0 ? digits : digits.substring(0, digits.length() - 1));
      if (value < 0 || value > Long.MAX_VALUE >> shift) {
        throw new IllegalArgumentException("\"" + text + "\" is out of range");
      }
      return value << shift;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a number of bytes such as 512m or 2g", e);
    }
  }
}
