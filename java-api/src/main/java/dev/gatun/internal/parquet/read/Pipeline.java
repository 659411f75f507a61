package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Workers;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads batches ahead, in order, within a bounded window of slots. A task is a bundle of leaves
/// of one batch; a bundle's tasks follow each other within a row group, everything else may run
/// side by side. The thread that wants the next batch works too while it waits.
final class Pipeline implements AutoCloseable {
  private final List<LeafPlan> leaves;
  private final List<int[]> bundles;
  private final BatchPlanner plan;
  private final Supplier<Region> memory;
  private final int mostSlots;
  private final Supplier<RuntimeException> cancelled;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Slot> window = new ArrayDeque<>();
  private final ArrayDeque<Slot> idle = new ArrayDeque<>();
  private int slots;
  private int running;
  private boolean stopped;
  private @Nullable Throwable planFailure;

  /// @param plan the batches; called under the lock, by any thread
  /// @param workers threads beside the caller's
  /// @param cancelled what [#next] throws after [#stop]
  Pipeline(
      List<LeafPlan> leaves,
      List<int[]> bundles,
      BatchPlanner plan,
      Supplier<Region> memory,
      int mostSlots,
      int workers,
      Supplier<RuntimeException> cancelled) {
    this.leaves = leaves;
    this.bundles = bundles;
    this.plan = plan;
    this.memory = memory;
    this.mostSlots = mostSlots;
    this.cancelled = cancelled;
    for (int i = 0; i < workers; i++) {
      Workers.start(this::work);
    }
  }

  private record Task(Slot slot, int bundle) {}

  /// The next batch's slot, null at the end. It is the caller's until [#recycle] or [#forget].
  ///
  /// @throws RuntimeException what reading the batch failed with
  @Nullable Slot next() throws InterruptedException {
    while (true) {
      Task task;
      lock.lock();
      try {
        if (stopped) {
          throw cancelled.get();
        }
        fill();
        Slot head = window.peek();
        if (head == null) {
          if (planFailure != null) {
            throw Failures.unchecked(planFailure);
          }
          return null;
        }
        if (head.isDone()) {
          if (head.failure() != null) {
            throw Failures.unchecked(head.failure());
          }
          return window.remove();
        }
        task = claim();
        if (task == null) {
          changed.await();
          continue;
        }
      } finally {
        lock.unlock();
      }
      run(task);
    }
  }

  /// Takes back a slot whose batch nobody uses any more.
  void recycle(Slot slot) {
    lock.lock();
    try {
      idle.add(slot);
      fill();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A slot's memory was given away.
  void forget() {
    lock.lock();
    try {
      slots--;
    } finally {
      lock.unlock();
    }
  }

  /// Gives batches to slots as long as there are both.
  private void fill() {
    try {
      while (planFailure == null && !stopped && (!idle.isEmpty() || slots < mostSlots)) {
        BatchPlan batch = plan.poll();
        if (batch == null) {
          return;
        }
        Slot slot = idle.poll();
        if (slot == null) {
          slot = new Slot(memory.get(), leaves, bundles.size());
          slots++;
        }
        slot.begin(batch);
        window.add(slot);
      }
    } catch (RuntimeException | Error e) {
      planFailure = e;
    }
  }

  /// The task to do next: of the oldest batch that has one whose turn it is.
  private @Nullable Task claim() {
    boolean[] blocked = new boolean[bundles.size()];
    GroupRun group = null;
    for (Slot slot : window) {
      if (slot.batch().group() != group) {
        group = slot.batch().group();
        Arrays.fill(blocked, false);
      }
      for (int b = 0; b < blocked.length; b++) {
        Slot.State state = slot.state(b);
        if (state == Slot.State.WAITING && !blocked[b]) {
          slot.start(b);
          running++;
          return new Task(slot, b);
        }
        blocked[b] |= state != Slot.State.DONE;
      }
    }
    return null;
  }

  private void run(Task task) {
    Slot slot = task.slot();
    BatchPlan batch = slot.batch();
    Throwable thrown = null;
    try {
      for (int leaf : bundles.get(task.bundle())) {
        batch.group().read(leaf, batch, slot.output(leaf));
      }
    } catch (Throwable e) {
      thrown = e;
    }
    lock.lock();
    try {
      running--;
      slot.finish(task.bundle(), thrown);
      if (slot.isDone()) {
        plan.finish(batch);
        fill();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What a worker does until the scan ends.
  private void work() {
    while (true) {
      Task task;
      lock.lock();
      try {
        task = claim();
        while (task == null) {
          if (stopped || (window.isEmpty() && plan.exhausted())) {
            return;
          }
          changed.awaitUninterruptibly();
          task = stopped ? null : claim();
        }
      } finally {
        lock.unlock();
      }
      run(task);
    }
  }

  /// Makes everybody end after the task at hand. Any thread may call it.
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Ends the workers and frees the slots that are not lent.
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      while (running > 0) {
        changed.awaitUninterruptibly();
      }
      window.forEach(slot -> slot.region().close());
      idle.forEach(slot -> slot.region().close());
      window.clear();
      idle.clear();
    } finally {
      lock.unlock();
    }
    plan.close();
  }
}
