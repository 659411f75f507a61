package dev.gatun.internal.csv.read;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A block, the memory its columns go to, and how far it is. What becomes of it is guarded by the
/// pipeline's lock.
final class Slot {
  final Block block;
  private final Work work;
  private @Nullable BlockResult result;
  private @Nullable Throwable thrown;
  private boolean done;

  /// What is made of a block; owns the memory of the result. For one thread at a time.
  interface Work extends AutoCloseable {
    BlockResult run(Block block);

    /// Gives away the memory of the last result.
    ///
    /// @return frees it
    Runnable detach();

    @Override
    void close();

    /// Work whose results are not in memory of its own.
    static Work of(Function<Block, BlockResult> conversion) {
      return new Work() {
        @Override
        public BlockResult run(Block block) {
          return conversion.apply(block);
        }

        @Override
        public Runnable detach() {
          throw new IllegalStateException("the result is not the slot's");
        }

        @Override
        public void close() {
          // Nothing to free.
        }
      };
    }
  }

  Slot(Block block, Work work) {
    this.block = block;
    this.work = work;
  }

  Work work() {
    return work;
  }

  void begin() {
    result = null;
    thrown = null;
    done = false;
  }

  void end(@Nullable BlockResult value, @Nullable Throwable failure) {
    result = value;
    thrown = failure;
    done = true;
  }

  boolean isDone() {
    return done;
  }

  @Nullable Throwable thrown() {
    return thrown;
  }

  BlockResult result() {
    BlockResult value = result;
    if (value == null) {
      throw new IllegalStateException("the block has no result");
    }
    return value;
  }
}
