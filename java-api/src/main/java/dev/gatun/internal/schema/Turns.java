package dev.gatun.internal.schema;

import dev.gatun.internal.exec.Parallel;

/// Lets workers pass one after another, in the order of their numbers.
final class Turns {
  private static final long PATIENCE_MILLIS = 10;

  private int turn;

  /// Waits for a number's turn.
  ///
  /// @throws dev.gatun.OperationCancelledException when the step is to end
  synchronized void await(int number, Parallel.Step step) {
    while (turn != number) {
      try {
        wait(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts workers", e);
      }
      step.advance(0);
    }
  }

  /// It is the next number's turn.
  synchronized void pass() {
    turn++;
    notifyAll();
  }
}
