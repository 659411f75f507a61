package dev.gatun.internal.parquet.read;

/// A row group that is being read, and how far each leaf is. A leaf is for one thread at a time.
final class GroupRun {
  private final GroupPlan plan;
  private final Readers readers;
  private final long[] positions;
  private int unfinished;

  /// @param readers one for each leaf, begun on the row group here
  GroupRun(GroupPlan plan, Readers readers) {
    this.plan = plan;
    this.readers = readers;
    this.positions = new long[readers.leaves().length];
  }

  GroupPlan plan() {
    return plan;
  }

  Readers readers() {
    return readers;
  }

  /// Reads a leaf's rows of a batch; rows before them that no batch asked for are passed over.
  void read(int leaf, BatchPlan batch, LeafOutput out) {
    read(leaf, batch.first(), batch.rows(), out);
  }

  /// Reads a leaf's rows that pass, and passes over the others.
  void read(int leaf, BatchPlan batch, Selected selected, LeafOutput out) {
    selected.eachRun((from, to) -> read(leaf, batch.first() + from, to - from, out));
  }

  /// Ends a task of a leaf, however it ended.
  void flush(int leaf) {
    readers.leaves()[leaf].flush();
  }

  private void read(int leaf, long first, int rows, LeafOutput out) {
    LeafReader reader = readers.leaves()[leaf];
    if (positions[leaf] == 0) {
      reader.begin(plan.chunks().get(leaf), readers.shared().of(plan.chunks()));
    }
    if (first > positions[leaf]) {
      reader.skip(first - positions[leaf]);
    }
    reader.read(rows, out);
    positions[leaf] = first + rows;
  }

  /// One more batch is to be read from it.
  void enter() {
    unfinished++;
  }

  /// A batch was read.
  void leave() {
    unfinished--;
  }

  /// Whether no batch is being read.
  boolean isIdle() {
    return unfinished == 0;
  }
}
