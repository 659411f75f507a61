package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Memory for one batch, and how far it is filled. All but the outputs is guarded by the pipeline's
/// lock.
final class Slot {
  /// What has become of a bundle of leaves.
  enum State {
    WAITING,
    RUNNING,
    DONE
  }

  private final Region region;
  private final LeafOutput[] outputs;
  private final State[] states;
  private @Nullable BatchPlan batch;
  private int open;
  private @Nullable Throwable failure;

  Slot(Region region, List<LeafPlan> leaves, int bundles) {
    this.region = region;
    Slab slab = new Slab(region);
    outputs = new LeafOutput[leaves.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = new LeafOutput(leaves.get(i).owned(), slab);
    }
    states = new State[bundles];
  }

  Region region() {
    return region;
  }

  LeafOutput output(int leaf) {
    return outputs[leaf];
  }

  /// Takes on a batch.
  void begin(BatchPlan plan) {
    batch = plan;
    failure = null;
    open = states.length;
    Arrays.fill(states, State.WAITING);
    for (LeafOutput output : outputs) {
      output.reset();
    }
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

  /// @param thrown what the bundle failed with; of several failures the first leaf's counts
  void finish(int bundle, @Nullable Throwable thrown) {
    states[bundle] = State.DONE;
    open--;
    if (thrown != null && failure == null) {
      failure = thrown;
    }
  }

  boolean isDone() {
    return open == 0;
  }

  @Nullable Throwable failure() {
    return failure;
  }
}
