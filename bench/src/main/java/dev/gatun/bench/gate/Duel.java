package dev.gatun.bench.gate;

import dev.gatun.bench.gate.Case.Variant;
import java.io.IOException;

/// Runs one case in two JVMs, iteration by iteration in turn.
final class Duel {
  private static final String TURN = "turn";

  /// What came of it.
  ///
  /// @param base nanoseconds an operation, by iteration; empty when it did not run
  /// @param head the same of the other
  /// @param baseEnd `end`, `absent` or `failed …`
  /// @param headEnd the same of the other
  record Outcome(double[] base, double[] head, String baseEnd, String headEnd) {
    boolean ran() {
      return baseEnd.equals("end") && headEnd.equals("end");
    }

    Verdict obstacle() {
      boolean noBase = baseEnd.equals("absent");
      boolean noHead = headEnd.equals("absent");
      if (noBase || noHead) {
        return noBase && noHead ? Verdict.NEITHER : noBase ? Verdict.ONLY_HEAD : Verdict.ONLY_BASE;
      }
      return baseEnd.equals("end") ? Verdict.HEAD_BROKEN : Verdict.BASE_BROKEN;
    }
  }

  private final Side base;
  private final Side head;
  private final Pace pace;

  Duel(Side base, Side head, Pace pace) {
    this.base = base;
    this.head = head;
    this.pace = pace;
  }

  Outcome run(Variant baseVariant, Variant headVariant) throws IOException {
    base.begin(baseVariant, pace);
    head.begin(headVariant, pace);
    String baseState = base.receive();
    String headState = head.receive();
    double[] baseTimes = new double[pace.iterations()];
    double[] headTimes = new double[pace.iterations()];
    for (int i = 0; i < pace.iterations(); i++) {
      // A B B A: what drifts evenly meets both alike.
      if (i % 2 == 0) {
        baseState = turn(base, baseState, baseTimes, i);
        headState = turn(head, headState, headTimes, i);
      } else {
        headState = turn(head, headState, headTimes, i);
        baseState = turn(base, baseState, baseTimes, i);
      }
    }
    return new Outcome(baseTimes, headTimes, baseState, headState);
  }

  /// Lets a JVM run an iteration, unless its benchmark has ended.
  ///
  /// @return what it says next: it is then quiet again
  private static String turn(Side side, String state, double[] times, int i) throws IOException {
    if (!state.equals(TURN)) {
      return state;
    }
    side.send("go");
    String answer = side.receive();
    if (!answer.startsWith("score ")) {
      return answer;
    }
    times[i] = Double.parseDouble(answer.substring("score ".length()));
    return side.receive();
  }
}
