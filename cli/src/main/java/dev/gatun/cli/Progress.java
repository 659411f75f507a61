package dev.gatun.cli;

import dev.gatun.CancellationToken;
import dev.gatun.OperationCancelledException;
import dev.gatun.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;

/// A bar on standard error for work that takes longer than a second, on a terminal only, gone at
/// the end. Also ends the command's own loops when it is cancelled.
final class Progress implements ProgressListener, AutoCloseable {
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL = Duration.ofMillis(100).toNanos();
  private static final int LABEL_WIDTH = 40;
  private static final int BAR_WIDTH = 20;
  private static final String TO_LINE_START = "\r";
  private static final String ERASE_TO_LINE_END = "\033[K";

  private final PrintWriter err;
  private final CancellationToken cancellation;
  private final long start = System.nanoTime();
  private boolean visible;
  private boolean drawn;
  private String label = "";
  private long next = PATIENCE;

  /// @param mayShow false: never draw, whatever the terminal
  Progress(PrintWriter err, CancellationToken cancellation, boolean mayShow) {
    this.err = err;
    this.cancellation = cancellation;
    this.visible = mayShow;
  }

  /// Says what comes next, such as `reading edges.csv`.
  void stage(String newLabel) {
    label = Units.printable(newLabel);
    step(0, 0);
  }

  /// For the command's own loops.
  ///
  /// @throws OperationCancelledException when the command was interrupted
  void step(long done, long total) {
    if (cancellation.isCancelled()) {
      throw new OperationCancelledException(label);
    }
    onProgress(label, done, total);
  }

  @Override
  public void onProgress(String stage, long done, long total) {
    long elapsed = System.nanoTime() - start;
    if (!visible || elapsed < next) {
      return;
    }
    next = elapsed + INTERVAL;
    if (!drawn && !isTerminal()) {
      visible = false;
      return;
    }
    drawn = true;
    err.print(
        TO_LINE_START + line(label, done, total, Duration.ofNanos(elapsed)) + ERASE_TO_LINE_END);
    err.flush();
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  static String line(String label, long done, long total, Duration elapsed) {
    String shown =
        label.length() <= LABEL_WIDTH ? label : label.substring(0, LABEL_WIDTH - 1) + "…";
    StringBuilder line = new StringBuilder(shown).append(" ".repeat(LABEL_WIDTH - shown.length()));
    if (total > 0) {
      double fraction = Math.clamp((double) done / total, 0, 1);
      int full = (int) (fraction * BAR_WIDTH);
      line.append(" ").append("█".repeat(full)).append("░".repeat(BAR_WIDTH - full));
      line.append(String.format(" %3d %%", (int) (fraction * 100)));
    }
    return line.append("  ").append(elapsed.toSeconds()).append(" s").toString();
  }

  /// Takes the bar away, until it is drawn again.
  void clear() {
    if (drawn) {
      err.print(TO_LINE_START + ERASE_TO_LINE_END);
      err.flush();
      drawn = false;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
