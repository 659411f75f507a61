package dev.gatun.internal.parquet.read;

import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Failures;
import dev.gatun.internal.exec.Workers;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads batches ahead, in order, within a bounded window of slots. A task is a bundle of leaves of
/// one batch; a bundle's tasks follow each other within a row group, and those the predicate needs
/// come before the others of their batch; everything else may run side by side. The thread that
/// wants the next batch works too while it waits.
final class Pipeline implements AutoCloseable {
  private final List<Bundle> bundles;
  private final int filters;
  private final BatchPlanner plan;
  private final Supplier<Slot> memory;
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

  /// @param bundles those for the predicate first
  /// @param memory makes slots, with a state for each bundle
  /// @param workers threads beside the caller's
  /// @param cancelled what [#next] throws after [#stop], and when it is interrupted
  Pipeline(
      List<Bundle> bundles,
      BatchPlanner plan,
      Supplier<Slot> memory,
      int mostSlots,
      int workers,
      Supplier<RuntimeException> cancelled) {
    this.bundles = bundles;
    this.filters = (int) bundles.stream().filter(Bundle::filtering).count();
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
  @Nullable Slot next() {
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
          await();
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
          slot = memory.get();
          slots++;
        }
        slot.begin(batch, batch.group().plan().filter() == null ? 0 : filters);
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
        if (state == Slot.State.WAITING && !blocked[b] && (slot.isDecided() || b < filters)) {
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
    Bundle bundle = bundles.get(task.bundle());
    Throwable thrown = null;
    try {
      slot.buffers().read(bundle, batch);
    } catch (Throwable e) {
      thrown = e;
    }
    boolean decide;
    lock.lock();
    try {
      if (thrown != null) {
        slot.fail(thrown);
      }
      slot.finish(task.bundle(), bundle.filtering());
      decide = slot.mayDecide();
    } finally {
      lock.unlock();
    }
    if (decide) {
      decide(slot, batch);
    }
    finish(slot, batch);
  }

  private void decide(Slot slot, BatchPlan batch) {
    Throwable thrown = slot.failure();
    boolean more = false;
    BoundPredicate filter = batch.group().plan().filter();
    if (thrown == null && filter != null) {
      try {
        more = slot.buffers().decide(filter, batch);
      } catch (Throwable e) {
        thrown = e;
      }
    }
    lock.lock();
    try {
      if (thrown != null) {
        slot.fail(thrown);
      }
      slot.decide(more);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Ends a task; the last one of a batch puts its columns together.
  private void finish(Slot slot, BatchPlan batch) {
    boolean last;
    lock.lock();
    try {
      last = slot.mayComplete();
      if (!last) {
        running--;
        changed.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    Throwable thrown = null;
    List<ArrayData> columns = List.of();
    if (slot.failure() == null) {
      try {
        columns = slot.buffers().columns(batch);
      } catch (Throwable e) {
        thrown = e;
      }
    }
    lock.lock();
    try {
      running--;
      if (thrown != null) {
        slot.fail(thrown);
      }
      slot.complete(columns, slot.buffers().rows(batch));
      plan.finish(batch);
      fill();
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
