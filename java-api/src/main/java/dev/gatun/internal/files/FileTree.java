package dev.gatun.internal.files;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.io.IoFailures;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a tree of directories, on several workers when it turns out to be large. Work comes in
/// pieces: to list a folder, or to look at some of what it lists.
public final class FileTree {
  /// Names looked at in one piece of work.
  static final int PIECE = 256;

  /// Looked at by one worker before others are woken.
  private static final int WORTHWHILE = 2000;

  private static final long PATIENCE_MILLIS = 10;

  /// What to list.
  ///
  /// @param roots files, and directories to be read
  public record Selection(Path base, List<Path> roots, PathFilter filter, boolean recursive) {}

  /// Hears of progress, and ends the work when it is cancelled.
  @FunctionalInterface
  interface Pace {
    void advance(int files);
  }

  /// Work that may fail.
  ///
  /// @param <T> what it is about
  @FunctionalInterface
  interface Work<T> {
    void on(T what) throws IOException;
  }

  private record Piece(Path path, Work<Pace> work) {
    void run(Pace pace) {
      try {
        work.on(pace);
      } catch (IOException e) {
        throw IoFailures.of(path.toString(), e);
      }
    }
  }

  private final Selection selection;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private int unfinished;

  private FileTree(Selection selection) {
    this.selection = selection;
  }

  /// The files in their order.
  public static List<Entry> list(Execution execution, Selection selection) {
    requireDirectory(selection.base());
    FileTree tree = new FileTree(selection);
    Roots roots = new Roots(tree, selection.base(), selection.roots());
    tree.add(selection.base(), roots::list);
    tree.walk(execution);
    List<Entry> entries = new ArrayList<>();
    Child.collect(roots.children(), entries);
    return entries;
  }

  private static void requireDirectory(Path base) {
    try {
      if (!Files.readAttributes(base, BasicFileAttributes.class).isDirectory()) {
        throw new FileSystemException(base.toString(), null, "is not a directory");
      }
    } catch (IOException e) {
      throw IoFailures.of(base.toString(), e);
    }
  }

  PathFilter filter() {
    return selection.filter();
  }

  boolean isRecursive() {
    return selection.recursive();
  }

  /// Adds work.
  ///
  /// @param path what to name when it fails
  synchronized void add(Path path, Work<Pace> work) {
    waiting.addLast(new Piece(path, work));
    unfinished++;
    notify();
  }

  /// Does the same to each child: here if there are few, else in pieces that are added.
  void inPieces(List<Child> children, Work<Child> look, Pace pace) {
    for (int from = 0; from < children.size(); from += PIECE) {
      List<Child> piece = children.subList(from, Math.min(from + PIECE, children.size()));
      if (piece.size() == children.size()) {
        lookAt(piece, look, pace);
      } else {
        add(piece.getFirst().path, later -> lookAt(piece, look, later));
      }
    }
  }

  private static void lookAt(List<Child> children, Work<Child> look, Pace pace) {
    for (Child child : children) {
      try {
        look.on(child);
      } catch (IOException e) {
        throw IoFailures.of(child.path.toString(), e);
      }
    }
    pace.advance(children.size());
  }

  private synchronized @Nullable Piece poll() {
    return waiting.pollLast();
  }

  private synchronized void finish() {
    unfinished--;
    if (unfinished == 0) {
      notifyAll();
    }
  }

  private void walk(Execution execution) {
    long[] seen = {0};
    Pace pace = files -> execution.checkpoint(seen[0] += files, 0);
    while (seen[0] < WORTHWHILE || execution.threads() == 1) {
      Piece piece = poll();
      if (piece == null) {
        return;
      }
      piece.run(pace);
      finish();
    }
    int workers = execution.threadsFor(Long.MAX_VALUE, 1);
    Parallel.run(execution, workers, 0, (_, step) -> work(step));
  }

  private void work(Parallel.Step step) {
    for (Piece piece = take(step); piece != null; piece = take(step)) {
      piece.run(step::advance);
      finish();
    }
  }

  /// Waits for work; null when there will be no more.
  private @Nullable Piece take(Parallel.Step step) {
    while (true) {
      synchronized (this) {
        if (!waiting.isEmpty() || unfinished == 0) {
          return waiting.pollLast();
        }
        try {
          wait(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
          throw new AssertionError("nobody interrupts workers", e);
        }
      }
      step.advance(0);
    }
  }
}
