package dev.gatun.internal.exec;

import java.util.function.Function;

/// A kernel of scans on one engine, or a cursor of it, and where its calls are counted. For one
/// thread at a time.
///
/// @param <T> the kernel's interface, or its cursor's
public record Counted<T>(T kernel, KernelTally tally) {
  /// What the kernel opens, counted in the same place.
  public <U> Counted<U> open(Function<T, U> opening) {
    return new Counted<>(opening.apply(kernel), tally);
  }
}
