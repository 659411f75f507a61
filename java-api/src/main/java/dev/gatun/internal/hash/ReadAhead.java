package dev.gatun.internal.hash;

import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.hash.Chain.Link;
import org.jspecify.annotations.Nullable;

/// Runs a chain: one thread hashes, and whoever has time reads ahead for it, as far as there are
/// buffers. The thread that hashes reads by itself when nothing is ready, and never waits while
/// there is something that it could read.
final class ReadAhead implements AutoCloseable {
  /// What happens in one of several chains may be what a worker of another one waits for.
  static final class Bell {
    private static final long PATIENCE_MILLIS = 10;

    private synchronized void ring() {
      notifyAll();
    }

    /// Waits until something happens, but not for long.
    synchronized void await() {
      try {
        wait(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts workers", e);
      }
    }
  }

  /// A buffer and the piece that is in it, if any.
  private static final class Slot {
    final Space space;
    @Nullable Link link;
    boolean ready;

    Slot(Space space) {
      this.space = space;
    }
  }

  private final Chain chain;
  private final Bell bell;
  private final Slot[] slots;
  private long claimed;
  private long hashed;
  private boolean exhausted;

  /// @param spaces one for each piece that may be ahead
  ReadAhead(Chain chain, Space[] spaces, Bell bell) {
    this.chain = chain;
    this.bell = bell;
    this.slots = new Slot[spaces.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot(spaces[i]);
    }
  }

  /// Reads one piece, if one can be read now. Any thread.
  boolean help() {
    Slot slot = claim();
    if (slot == null || slot.link == null) {
      return false;
    }
    slot.link.read(slot.space);
    synchronized (this) {
      slot.ready = true;
    }
    bell.ring();
    return true;
  }

  private synchronized @Nullable Slot claim() {
    if (exhausted || claimed - hashed == slots.length) {
      return null;
    }
    Link link = chain.next();
    if (link == null) {
      exhausted = true;
      return null;
    }
    Slot slot = slots[(int) (claimed++ % slots.length)];
    slot.link = link;
    return slot;
  }

  /// Hashes all of the chain, on one thread.
  void drive(Parallel.Step step) {
    while (!isDone()) {
      Slot slot = head();
      if (slot != null && slot.link != null) {
        long bytes = slot.link.hash(slot.space);
        release(slot);
        step.advance(bytes);
      } else if (!help()) {
        awaitHead();
        step.advance(0);
      }
    }
    bell.ring();
  }

  private synchronized @Nullable Slot head() {
    Slot slot = slots[(int) (hashed % slots.length)];
    return slot.ready ? slot : null;
  }

  private void release(Slot slot) {
    synchronized (this) {
      slot.ready = false;
      slot.link = null;
      hashed++;
    }
    bell.ring();
  }

  private void awaitHead() {
    synchronized (bell) {
      if (head() == null && !isDone()) {
        bell.await();
      }
    }
  }

  /// Whether all of it was hashed.
  synchronized boolean isDone() {
    return exhausted && claimed == hashed;
  }

  @Override
  public void close() {
    chain.close();
  }
}
