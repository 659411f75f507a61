package dev.gatun.internal.parquet.read;

/// A row group that is being read, and how far each leaf is. A leaf is for one thread at a time.
final class GroupRun {
  private final GroupPlan plan;
  private final LeafReader[] readers;
  private final long[] positions;
  private int unfinished;

  /// @param readers one for each leaf, begun on the row group here
  GroupRun(GroupPlan plan, LeafReader[] readers) {
    this.plan = plan;
    this.readers = readers;
    this.positions = new long[readers.length];
  }

  GroupPlan plan() {
    return plan;
  }

  LeafReader[] readers() {
    return readers;
  }

  /// Reads a leaf's rows of a batch; rows before them that no batch asked for are passed over.
  void read(int leaf, BatchPlan batch, LeafOutput out) {
    LeafReader reader = readers[leaf];
    if (positions[leaf] == 0) {
      reader.begin(plan.chunks().get(leaf));
    }
    if (batch.first() > positions[leaf]) {
      reader.skip(batch.first() - positions[leaf]);
    }
    reader.read(batch.rows(), out);
    positions[leaf] = batch.first() + batch.rows();
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
