package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.meta.SchemaCheck;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The row groups of a scan. A file is opened when the first of its row groups is asked for, and
/// given up when the last one was read; the metadata of a row group are looked at when it is its
/// turn. For one thread at a time.
final class RowGroups implements Iterator<GroupPlan>, AutoCloseable {
  /// A file's share of the scan.
  private static final class Use {
    private int left;
    private @Nullable FilePlanner planner;
  }

  private final List<ScanFile> files;
  private final Function<OpenFile, FilePlanner> planners;
  private final Use[] uses;

  /// For each file the number of its first row group; behind them the number of all.
  private final int[] firsts;

  private final int[] order;
<<<<<<< HEAD
  private int parts = 1;
=======
  private final @Nullable DictionaryProbe dictionaries;
>>>>>>> w-dict
  private int at;

  /// @param order in which they are read, numbered through all files; null for all of them
  /// @param planners plans the row groups of a file that was opened
  /// @param dictionaries what the planners share; closed with this
  RowGroups(
      List<ScanFile> files,
      int @Nullable [] order,
      Function<OpenFile, FilePlanner> planners,
      @Nullable DictionaryProbe dictionaries) {
    this.dictionaries = dictionaries;
    this.files = files;
    this.planners = planners;
    firsts = firsts(files);
    this.order = order == null ? IntStream.range(0, firsts[files.size()]).toArray() : order;
    uses = new Use[files.size()];
    for (int i = 0; i < uses.length; i++) {
      uses[i] = new Use();
    }
    for (int group : this.order) {
      uses[file(group)].left++;
    }
  }

  private static int[] firsts(List<ScanFile> files) {
    int[] firsts = new int[files.size() + 1];
    for (int i = 0; i < files.size(); i++) {
      firsts[i + 1] = Math.addExact(firsts[i], files.get(i).footer().rowGroups());
    }
    return firsts;
  }

  private int file(int group) {
    int low = 0;
    int high = files.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] <= group) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Reads each row group in so many parts, side by side. To be called before the first one is
  /// asked for.
  void split(int count) {
    parts = count;
    for (Use use : uses) {
      use.left *= count;
    }
  }

  /// Row groups, however many parts each is read in.
  int count() {
    return order.length;
  }

  /// A row group of the first file that stands for all of them; -1 when it has none.
  int typical() {
    return files.getFirst().footer().rowGroups() > 0 ? 0 : -1;
  }

  /// Rows of all of them.
  long rows() {
    long rows = 0;
    for (int group : order) {
      int file = file(group);
      rows += files.get(file).footer().rows(group - firsts[file]);
    }
    return rows;
  }

  @Override
  public boolean hasNext() {
    return at < order.length * parts;
  }

  @Override
  public GroupPlan next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int group = order[at / parts];
    int part = at % parts;
    at++;
    int file = file(group);
    return planner(file).plan(file, group - firsts[file], part, parts);
  }

  private FilePlanner planner(int file) {
    Use use = uses[file];
    FilePlanner known = use.planner;
    if (known == null) {
      ScanFile which = files.get(file);
      SchemaCheck.checkTree(files.getFirst().footer(), which.footer());
      known = planners.apply(new OpenFile(which.footer(), which.open().get()));
      use.planner = known;
    }
    return known;
  }

  /// A row group was read, or need not be.
  void finish(GroupPlan group) {
    if (--uses[group.file()].left == 0) {
      close(group.file());
    }
  }

  private void close(int file) {
    FilePlanner planner = uses[file].planner;
    if (planner != null) {
      uses[file].planner = null;
      try {
        files.get(file).close().accept(planner.file());
      } catch (UncheckedIOException ignored) {
        // It was only read, and all that was wanted of it is there.
      }
    }
  }

  /// Gives up the files that are still open.
  @Override
  public void close() {
    at = order.length * parts;
    for (int i = 0; i < uses.length; i++) {
      close(i);
    }
    if (dictionaries != null) {
      dictionaries.close();
    }
  }
}
