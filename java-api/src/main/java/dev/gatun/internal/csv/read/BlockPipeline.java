package dev.gatun.internal.csv.read;

import dev.gatun.internal.exec.Failures;
import dev.gatun.internal.exec.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads blocks ahead, in order, within a bounded number of slots. One thread at a time takes in
/// the next block, which is a small part of the work; any number convert what was taken in. The
/// thread that wants the next result works too while it waits.
final class BlockPipeline implements AutoCloseable {
  private final Intake intake;
  private final Supplier<Slot> memory;
  private final List<Slot> all = new ArrayList<>();
  private final int mostSlots;
  private final Supplier<RuntimeException> cancelled;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Slot> window = new ArrayDeque<>();
  private final ArrayDeque<Slot> idle = new ArrayDeque<>();
  private int running;
  private boolean filling;
  private boolean exhausted;
  private boolean stopped;

  /// @param memory makes slots
  /// @param workers threads beside the caller's
  /// @param cancelled what [#next] throws after [#stop], and when it is interrupted
  BlockPipeline(
      Intake intake,
      Supplier<Slot> memory,
      int mostSlots,
      int workers,
      Supplier<RuntimeException> cancelled) {
    this.intake = intake;
    this.memory = memory;
    this.mostSlots = mostSlots;
    this.cancelled = cancelled;
    for (int i = 0; i < workers; i++) {
      Workers.start(this::work);
    }
  }

  /// The next block's slot, null at the end. It is the caller's until [#recycle].
  ///
  /// @throws RuntimeException what reading failed with
  @Nullable Slot next() {
    while (true) {
      Slot slot;
      lock.lock();
      try {
        if (stopped) {
          throw cancelled.get();
        }
        Slot head = window.peek();
        if (head != null && head.isDone()) {
          if (head.thrown() != null) {
            throw Failures.unchecked(head.thrown());
          }
          return window.remove();
        }
        if (mayFill()) {
          slot = beginFill();
        } else if (head == null && exhausted) {
          return null;
        } else {
          await();
          continue;
        }
      } finally {
        lock.unlock();
      }
      process(slot);
    }
  }

  private boolean mayFill() {
    return !filling && !exhausted && !stopped && (!idle.isEmpty() || all.size() < mostSlots);
  }

  private Slot beginFill() {
    Slot slot = idle.poll();
    if (slot == null) {
      slot = memory.get();
      all.add(slot);
    }
    slot.begin();
    filling = true;
    return slot;
  }

  /// Takes in a block and converts it.
  private void process(Slot slot) {
    boolean filled = false;
    Throwable thrown = null;
    try {
      filled = intake.fill(slot.block);
    } catch (Throwable e) {
      thrown = e;
    }
    lock.lock();
    try {
      filling = false;
      if (!filled) {
        exhausted = true;
        if (thrown == null) {
          idle.add(slot);
        } else {
          slot.end(null, thrown);
          window.add(slot);
        }
      } else {
        window.add(slot);
        running++;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (filled) {
      convert(slot);
    }
  }

  private void convert(Slot slot) {
    BlockResult result = null;
    Throwable thrown = null;
    try {
      result = slot.work().run(slot.block);
    } catch (Throwable e) {
      thrown = e;
    }
    lock.lock();
    try {
      running--;
      slot.end(result, thrown);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Takes back a slot whose result nobody uses any more.
  void recycle(Slot slot) {
    lock.lock();
    try {
      idle.add(slot);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a change, unless the thread is interrupted.
  private void await() {
    try {
      changed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled.get();
    }
  }

  /// What a worker does until the scan ends.
  private void work() {
    while (true) {
      Slot slot;
      lock.lock();
      try {
        while (!mayFill()) {
          if (stopped || exhausted) {
            return;
          }
          changed.awaitUninterruptibly();
        }
        slot = beginFill();
      } finally {
        lock.unlock();
      }
      process(slot);
    }
  }

  /// Makes everybody end after the block at hand. Any thread may call it.
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Ends the workers and frees the slots' memory that was not given away.
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      while (running > 0 || filling) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    intake.close();
    all.forEach(slot -> slot.work().close());
  }
}
