package dev.gatun.internal.arrow;

/// Memory that more than one thing needs, freed with the last of them. Thread-safe.
public final class SharedMemory {
  private final Runnable free;
  private int users = 1;

  /// Memory with one user.
  public SharedMemory(Runnable free) {
    this.free = free;
  }

  /// One user more.
  ///
  /// @throws IllegalStateException when it was freed
  public synchronized void retain() {
    if (users == 0) {
      throw new IllegalStateException("already closed");
    }
    users++;
  }

  /// One user less.
  public void release() {
    boolean last;
    synchronized (this) {
      last = --users == 0;
    }
    if (last) {
      free.run();
    }
  }
}
