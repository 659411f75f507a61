package dev.gatun.support;

import java.util.Arrays;
import java.util.concurrent.Callable;

/// What a call came to: its figures, or the exception that ended it. Two are equal when all
/// figures are, doubles bit by bit (all NaNs alike).
public final class Outcome {
  private final Object[] figures;

  private Outcome(Object[] figures) {
    this.figures = figures;
  }

  /// Runs a call that returns its figures: boxed scalars and arrays of primitives.
  public static Outcome of(Callable<Object[]> call) {
    try {
      return new Outcome(call.call());
    } catch (Exception e) {
      return new Outcome(new Object[] {e.getClass().getName(), String.valueOf(e.getMessage())});
    }
  }

  /// The figure at an index.
  public Object figure(int index) {
    return figures[index];
  }

  /// The outcome of that figure alone.
  public Outcome part(int index) {
    return new Outcome(new Object[] {figures[index]});
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outcome that && Arrays.deepEquals(figures, that.figures);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(figures);
  }

  @Override
  public String toString() {
    String text = Arrays.deepToString(figures);
    return text.length() <= 2000 ? text : text.substring(0, 2000) + "…";
  }
}
