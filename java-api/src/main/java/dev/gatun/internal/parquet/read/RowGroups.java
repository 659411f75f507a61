package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.filter.RowRanges;
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
/// turn. Row groups may be given in parts. For one thread at a time.
final class RowGroups implements Iterator<GroupPlan>, AutoCloseable {
  /// A file's share of the scan.
  private static final class Use {
    /// Row groups to be read, or parts of them.
    private int left;

    private @Nullable FilePlanner planner;
  }

  private final List<ScanFile> files;
  private final Function<OpenFile, FilePlanner> planners;
  private final Use[] uses;

  /// For each file the number of its first row group; behind them the number of all.
  private final int[] firsts;

  private final int[] order;
  private final @Nullable DictionaryProbe dictionaries;
  private int parts = 1;

  /// Row groups given, and parts of the one that comes next.
  private int at;

  private int part;
  private @Nullable GroupPlan whole;

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

  /// Gives every row group in so many parts of about the same number of rows, to be read side by
  /// side. Before the first one is given.
  void split(int into) {
    for (Use use : uses) {
      use.left *= into;
    }
    parts = into;
  }

  /// How many there are.
  int count() {
    return order.length;
  }

  /// About how many bytes a row of each leaf takes.
  long[] widths(List<LeafPlan> leaves) {
    int first = order.length == 0 ? 0 : file(order[0]);
    return RowWidths.of(
        leaves, files.get(first).footer(), order.length == 0 ? -1 : order[0] - firsts[first]);
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
    return at < order.length;
  }

  @Override
  public GroupPlan next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    GroupPlan plan = whole;
    int group = order[at];
    int file = file(group);
    if (plan == null) {
      plan = planner(file).plan(file, group - firsts[file]);
    }
    long rows = files.get(file).footer().rows(group - firsts[file]);
    GroupPlan given = parts == 1 ? plan : part(plan, rows);
    part++;
    whole = part < parts ? plan : null;
    if (part == parts) {
      part = 0;
      at++;
    }
    return given;
  }

  private GroupPlan part(GroupPlan plan, long rows) {
    RowRanges here = RowRanges.of(rows * part / parts, rows * (part + 1) / parts);
    return new GroupPlan(
        plan.file(), plan.chunks(), plan.ranges().intersection(here), plan.filter());
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
    at = order.length;
    for (int i = 0; i < uses.length; i++) {
      close(i);
    }
    if (dictionaries != null) {
      dictionaries.close();
    }
  }
}
