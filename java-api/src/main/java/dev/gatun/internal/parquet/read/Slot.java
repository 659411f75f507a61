package dev.gatun.internal.parquet.read;

import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Region;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Memory for one batch, and how far it is filled. What is not said to be otherwise is guarded by
/// the pipeline's lock.
final class Slot {
  /// What has become of a bundle of leaves.
  enum State {
    WAITING,
    RUNNING,
    DONE
  }

  private final Region region;
  private final SlotBuffers buffers;
  private final State[] states;
  private @Nullable BatchPlan batch;
  private int filtersOpen;
  private int open;
  private boolean decided;
  private boolean completing;
  private boolean done;
  private List<ArrayData> columns = List.of();
  private int rows;
  private @Nullable Throwable failure;

  Slot(Region region, SlotBuffers buffers, int bundles) {
    this.region = region;
    this.buffers = buffers;
    this.states = new State[bundles];
  }

  Region region() {
    return region;
  }

  /// Not guarded: a bundle's buffers are its task's, all of them are the last task's.
  SlotBuffers buffers() {
    return buffers;
  }

  /// Takes on a batch.
  ///
  /// @param filters bundles that are read before the predicate is asked, 0 when all rows pass
  void begin(BatchPlan plan, int filters) {
    batch = plan;
    failure = null;
    filtersOpen = filters;
    decided = filters == 0;
    open = states.length;
    completing = false;
    done = false;
    Arrays.fill(states, State.WAITING);
    buffers.reset();
  }

  BatchPlan batch() {
    BatchPlan plan = batch;
    if (plan == null) {
      throw new IllegalStateException("the slot has no batch");
    }
    return plan;
  }

  State state(int bundle) {
    return states[bundle];
  }

  void start(int bundle) {
    states[bundle] = State.RUNNING;
  }

  /// A bundle was read.
  void finish(int bundle, boolean filtering) {
    states[bundle] = State.DONE;
    open--;
    if (filtering) {
      filtersOpen--;
    }
  }

  /// Whether the predicate is to be asked now; true once.
  boolean mayDecide() {
    if (decided || filtersOpen > 0) {
      return false;
    }
    filtersOpen = 1;
    return true;
  }

  /// Whether it is known which rows pass.
  boolean isDecided() {
    return decided;
  }

  /// The predicate was asked.
  ///
  /// @param more whether the other bundles are still to be read
  void decide(boolean more) {
    decided = true;
    if (!more) {
      for (int b = 0; b < states.length; b++) {
        if (states[b] == State.WAITING) {
          states[b] = State.DONE;
          open--;
        }
      }
    }
  }

  /// Whether all bundles were read that had to be, and the columns are to be put together; true
  /// once.
  boolean mayComplete() {
    if (open > 0 || !decided || completing) {
      return false;
    }
    completing = true;
    return true;
  }

  /// Of several failures the first one counts.
  void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /// The batch is complete.
  void complete(List<ArrayData> arrays, int count) {
    columns = arrays;
    rows = count;
    done = true;
  }

  boolean isDone() {
    return done;
  }

  /// The columns of the batch when it is done.
  List<ArrayData> columns() {
    return columns;
  }

  /// Rows of the batch when it is done.
  int rows() {
    return rows;
  }
}
