package dev.gatun.cli;

import dev.gatun.FileSet;
import dev.gatun.InputFormatException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Builds whenever the files are not what they were, until the command is interrupted. Looks at
/// them a few times a second, which works on every file system; a build that fails is told of, and
/// the next change tried.
final class SchemaWatch {
  private static final long INTERVAL_MILLIS = 300;

  private final Supplier<List<FileSet.Entry>> files;
  private final Runnable build;
  private final Consumer<String> out;

  /// @param files lists them as they are
  /// @param out takes lines about failures
  SchemaWatch(Supplier<List<FileSet.Entry>> files, Runnable build, Consumer<String> out) {
    this.files = files;
    this.build = build;
    this.out = out;
  }

  /// Does not return.
  ///
  /// @throws dev.gatun.OperationCancelledException when the command is interrupted
  void run(Progress progress) {
    Object last = "nothing yet";
    while (true) {
      Object now = look();
      if (!now.equals(last)) {
        last = now;
        build(now);
      }
      progress.step(0, 0);
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The files, or why there are none.
  private Object look() {
    try {
      return files.get();
    } catch (UncheckedIOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void build(Object found) {
    try {
      build.run();
    } catch (InputFormatException e) {
      out.accept("gatun: " + SchemaReport.explained(e).getMessage());
    } catch (UncheckedIOException | IllegalArgumentException e) {
      out.accept("gatun: " + Failure.of(e).message());
    }
  }
}
