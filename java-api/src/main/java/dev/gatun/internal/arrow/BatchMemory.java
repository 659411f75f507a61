package dev.gatun.internal.arrow;

/// The memory behind one batch, as the reader that filled it sees it. Of the two methods one is
/// called, once, by the batch.
public interface BatchMemory {
  /// The batch has ended and nobody can reach its segments any more: the memory may be filled again
  /// or freed. On the thread that ended the batch.
  void release();

  /// Gives the memory away for good: the reader forgets it, and what is returned frees it, run
  /// once, by any thread, perhaps after the reader was closed.
  Runnable detach();

  /// Memory without a reader.
  static BatchMemory of(Runnable free) {
    return new BatchMemory() {
      @Override
      public void release() {
        free.run();
      }

      @Override
      public Runnable detach() {
        return free;
      }
    };
  }
}
